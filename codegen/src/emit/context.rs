//! What every emitter looks things up in.

use super::imports::Imports;
use crate::ir::{
    Api, Auth, BytesEncoding, ClientParamId, FloatWidth, IntWidth, Model, ModelId, Param,
    ParamOwner, Requirement, Shape, TimeFormat, Type, WireName,
};
use crate::naming::{FieldName, Names};
use proc_macro2::TokenStream;
use quote::quote;

/// The API, its names, and what files can import.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a Names,
    pub(super) imports: &'a Imports<'a>,
    /// What most operations require.
    pub(super) default_auth: Option<&'a Auth>,
}

impl<'a> Context<'a> {
    /// The model that `id` names.
    pub(super) fn model(self, id: ModelId) -> &'a Model {
        &self.api.models[id]
    }

    /// The parameter of the client that `id` names.
    pub(super) fn client_param(self, id: ClientParamId) -> &'a Param {
        &self.api.client_params[id]
    }

    /// Who gives the value of a parameter, be it the method's or the client's.
    pub(super) fn requirement(self, param: &'a Param) -> &'a Requirement {
        match param.owner {
            ParamOwner::Method | ParamOwner::Group(_) => &param.requirement,
            ParamOwner::Client(id) => &self.client_param(id).requirement,
        }
    }

    /// The name of a field of a struct.
    pub(super) fn field(self, ty: &Type, wire: &WireName) -> Option<&'a FieldName> {
        let Type::Model(id) = ty else {
            return None;
        };
        let Shape::Struct(object) = &self.model(*id).shape else {
            return None;
        };
        let mut pairs = object.fields.iter().zip(&self.names.model(*id).fields);
        pairs
            .find(|(field, _)| field.wire == *wire)
            .map(|(_, name)| name)
    }

    /// The type behind all aliases.
    pub(super) fn resolve(self, ty: &'a Type) -> &'a Type {
        let mut resolved = ty;
        // The IR has no alias of itself; the bound makes that harmless if it is wrong.
        for _ in 0..=self.api.models.len() {
            match resolved {
                Type::Model(id) | Type::Boxed(id) => match &self.model(*id).shape {
                    Shape::Alias(target) => resolved = target,
                    Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => return resolved,
                },
                Type::Bool
                | Type::Int(_)
                | Type::Float(_)
                | Type::String
                | Type::Bytes(_)
                | Type::Time(_)
                | Type::Secret
                | Type::Any
                | Type::Binary
                | Type::File
                | Type::List(_)
                | Type::Map(_)
                | Type::Nullable(_) => return resolved,
            }
        }
        resolved
    }

    /// Whether values of a type are lists, seen through aliases.
    pub(super) fn is_list(self, ty: &'a Type) -> bool {
        matches!(self.resolve(ty), Type::List(_))
    }

    /// Whether values of a type are maps, seen through aliases.
    pub(super) fn is_map(self, ty: &'a Type) -> bool {
        matches!(self.resolve(ty), Type::Map(_))
    }

    /// Whether values of a type are text of any form, seen through aliases.
    pub(super) fn is_text(self, ty: &'a Type) -> bool {
        matches!(self.resolve(ty), Type::String)
    }

    /// Whether a type has one value only, which nobody has to tell.
    pub(super) fn is_constant(self, ty: &'a Type) -> bool {
        match self.resolve(ty) {
            Type::Model(id) | Type::Boxed(id) => match &self.model(*id).shape {
                Shape::Enum(shape) => shape.values.len() == 1,
                Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => false,
            },
            Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::String
            | Type::Bytes(_)
            | Type::Time(_)
            | Type::Secret
            | Type::Any
            | Type::Binary
            | Type::File
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_) => false,
        }
    }

    /// A type as Rust writes it.
    pub(super) fn rust_type(self, ty: &Type) -> TokenStream {
        match ty {
            Type::Bool => quote! { bool },
            Type::Int(IntWidth::I32) => quote! { i32 },
            Type::Int(IntWidth::I64) => quote! { i64 },
            Type::Float(FloatWidth::F32) => quote! { f32 },
            Type::Float(FloatWidth::F64) => quote! { f64 },
            Type::String => quote! { String },
            Type::Bytes(BytesEncoding::Base64) => quote! { Base64 },
            Type::Bytes(BytesEncoding::Base64Url) => quote! { Base64Url },
            Type::Time(format) => time_type(*format),
            Type::Secret => quote! { Secret },
            Type::Any => quote! { Value },
            Type::Binary => quote! { Body },
            Type::File => quote! { FilePart },
            Type::List(element) => {
                let element = self.rust_type(element);
                quote! { Vec<#element> }
            }
            Type::Map(value) => {
                let value = self.rust_type(value);
                quote! { BTreeMap<String, #value> }
            }
            Type::Nullable(value) => {
                let value = self.rust_type(value);
                quote! { Option<#value> }
            }
            Type::Model(id) => {
                let name = &self.names.model(*id).type_name;
                quote! { #name }
            }
            Type::Boxed(id) => {
                let name = &self.names.model(*id).type_name;
                quote! { Box<#name> }
            }
        }
    }
}

fn time_type(format: TimeFormat) -> TokenStream {
    match format {
        TimeFormat::DateTime => quote! { DateTime },
        TimeFormat::Rfc1123 => quote! { HttpDate },
        TimeFormat::Unix => quote! { UnixTime },
        TimeFormat::Date => quote! { Date },
    }
}

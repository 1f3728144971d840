//! How a caller gives a value: the type of the argument, and what makes the stored value of it.

use super::context::Context;
use crate::ir::{
    Body, Operation, ParamIdx, ParamOwner, ParamPlace, PathEncoding, Requirement, Type,
};
use crate::naming::FieldName;
use proc_macro2::TokenStream;
use quote::quote;

/// An argument of a method.
pub(super) struct Argument {
    /// What is stored.
    pub(super) stored: TokenStream,
    /// What the caller gives: `impl Into<String>`.
    pub(super) given: TokenStream,
    /// The stored value, made of the argument: `name.into()`.
    pub(super) convert: TokenStream,
}

impl Argument {
    /// A value of type `ty` by the argument `name`.
    pub(super) fn of(cx: Context<'_>, ty: &Type, name: &FieldName) -> Self {
        let stored = cx.rust_type(ty);
        match cx.resolve(ty) {
            Type::String | Type::Secret | Type::Binary | Type::File => Self::into(stored, name),
            Type::List(element) if **element == Type::String => Self {
                stored,
                given: quote! { impl IntoIterator<Item = impl Into<String>> },
                convert: quote! { #name.into_iter().map(Into::into).collect() },
            },
            Type::List(element) if **element == Type::File => Self {
                stored,
                given: quote! { impl IntoIterator<Item = impl Into<FilePart>> },
                convert: quote! { #name.into_iter().map(Into::into).collect() },
            },
            Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::Bytes(_)
            | Type::Time(_)
            | Type::Any
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_)
            | Type::Model(_)
            | Type::Boxed(_) => Self {
                given: stored.clone(),
                stored,
                convert: quote! { #name },
            },
        }
    }

    /// A parameter of an operation, which may be its body.
    pub(super) fn of_param(
        cx: Context<'_>,
        operation: &Operation,
        index: ParamIdx,
        ty: &Type,
        name: &FieldName,
    ) -> Self {
        match &operation.body {
            Some(Body::Json { param, .. }) if *param == index => {
                let value = cx.rust_type(ty);
                Self::into(quote! { Json<#value> }, name)
            }
            Some(Body::Payload { param, .. }) if *param == index => {
                let value = cx.rust_type(ty);
                Self::into(quote! { Payload<#value> }, name)
            }
            Some(Body::Bytes { param, .. }) if *param == index => Self::into(quote! { Body }, name),
            Some(Body::Text { param, .. }) if *param == index => {
                Self::into(quote! { String }, name)
            }
            Some(
                Body::Json { .. }
                | Body::Payload { .. }
                | Body::Xml { .. }
                | Body::Bytes { .. }
                | Body::Text { .. }
                | Body::Form(_),
            )
            | None => {
                let argument = Self::of(cx, ty, name);
                if is_link(cx, operation, index) {
                    argument.without_query()
                } else {
                    argument
                }
            }
        }
    }

    /// Stored so that `Debug` does not show the query.
    fn without_query(self) -> Self {
        let Self {
            stored,
            given,
            convert,
        } = self;
        Self {
            stored: quote! { WithoutQuery<#stored> },
            given,
            convert: quote! { WithoutQuery(#convert) },
        }
    }

    fn into(stored: TokenStream, name: &FieldName) -> Self {
        Self {
            given: quote! { impl Into<#stored> },
            stored,
            convert: quote! { #name.into() },
        }
    }
}

/// Whether a parameter is text that goes into the path as it is given: such is mostly a link from an earlier reply.
pub(super) fn is_link(cx: Context<'_>, operation: &Operation, index: ParamIdx) -> bool {
    operation.params.get(index.0).is_some_and(|param| {
        param.place == ParamPlace::Path(PathEncoding::Raw)
            && param.owner == ParamOwner::Method
            && param.requirement == Requirement::Required
            && cx.is_text(&param.ty)
    })
}

//! An operation with its names, and what several of its templates ask of it.

use super::default_value::default_value;
use super::descriptor;
use crate::emit::context::Context;
use crate::emit::docs::code_span;
use crate::emit::literal;
use crate::ir::{
    Body, FormEncoding, MediaTypes, Operation, OperationId, Param, ParamIdx, ParamOwner,
    ParamPlace, PayloadDefaults, Requirement, Segment, Type, Visibility,
};
use crate::naming::{GroupNames, OperationNames, ParamNames};
use proc_macro2::TokenStream;
use quote::quote;

/// An operation with its names.
#[derive(Clone, Copy)]
pub(in crate::emit) struct View<'a> {
    pub(in crate::emit) cx: Context<'a>,
    pub(in crate::emit) operation: &'a Operation,
    pub(in crate::emit) names: &'a OperationNames,
    pub(in crate::emit) group: &'a GroupNames,
}

/// A parameter that the caller of the operation gives.
#[derive(Clone)]
pub(in crate::emit) struct Slot<'a> {
    pub(in crate::emit) index: ParamIdx,
    pub(in crate::emit) param: &'a Param,
    pub(in crate::emit) names: &'a ParamNames,
    pub(in crate::emit) filling: Filling,
}

/// How the field of a parameter gets its first value.
#[derive(Clone)]
pub(in crate::emit) enum Filling {
    /// By an argument of the method.
    Argument,
    /// It is an `Option` that begins as `None`.
    Absent,
    /// It begins with this value.
    Value(TokenStream),
}

impl<'a> View<'a> {
    pub(in crate::emit) fn new(cx: Context<'a>, id: OperationId, group: &'a GroupNames) -> Self {
        Self {
            cx,
            operation: &cx.api.operations[id],
            names: cx.names.operation(id),
            group,
        }
    }

    /// `pub`, or `pub(crate)` for an operation that only the hand-written part of the crate may call.
    pub(in crate::emit) fn visibility(&self) -> TokenStream {
        match self.operation.visibility {
            Visibility::Public => quote! { pub },
            Visibility::Crate => quote! { pub(crate) },
        }
    }

    /// The parameters that the caller of the operation gives, in document order.
    pub(in crate::emit) fn slots(&self) -> Vec<Slot<'a>> {
        let params = self.operation.params.iter().zip(self.names.params());
        params
            .enumerate()
            .filter_map(|(index, (param, names))| {
                let filling = self.filling(param)?;
                Some(Slot {
                    index: ParamIdx(index),
                    param,
                    names,
                    filling,
                })
            })
            .collect()
    }

    /// The parameters that are arguments of the method.
    pub(in crate::emit) fn arguments(&self) -> Vec<Slot<'a>> {
        let mut slots = self.slots();
        slots.retain(|slot| matches!(slot.filling, Filling::Argument));
        slots
    }

    fn filling(&self, param: &Param) -> Option<Filling> {
        if param.owner != ParamOwner::Method {
            return None;
        }
        match &param.requirement {
            Requirement::Optional if param.place == ParamPlace::Group => {
                let ty = self.cx.rust_type(&param.ty);
                Some(Filling::Value(quote! { #ty::default() }))
            }
            Requirement::Constant(_) => None,
            Requirement::Required => Some(Filling::Argument),
            Requirement::Optional | Requirement::RequestId => Some(Filling::Absent),
            Requirement::Default(value) => Some(match default_value(self.cx, &param.ty, value) {
                Some(value) => Filling::Value(value),
                None => Filling::Absent,
            }),
        }
    }

    /// A reference to what is sent for a parameter, wherever its value comes from.
    pub(super) fn value(&self, index: ParamIdx, param: &Param) -> TokenStream {
        if let Requirement::Constant(value) = self.cx.requirement(param) {
            let literal = literal::wire_literal(value);
            return quote! { &#literal };
        }
        match param.owner {
            ParamOwner::Method => {
                let field = &self.names.param(index).field;
                quote! { &self.#field }
            }
            ParamOwner::Group(group) => {
                let field = &self.names.param(group).field;
                let group = self.operation.params.get(group.0);
                let member = group.and_then(|group| self.cx.field(&group.ty, &param.wire));
                quote! { &self.#field.#member }
            }
            ParamOwner::Client(id) => {
                let field = &self.cx.names.client_param(id).field;
                quote! { &self.client.#field }
            }
        }
    }

    /// The media types of the body, where it has any.
    pub(super) fn media_types(&self) -> &'a [String] {
        match &self.operation.body {
            Some(
                Body::Json { media_types, .. }
                | Body::Payload { media_types, .. }
                | Body::Xml { media_types, .. }
                | Body::Bytes { media_types, .. }
                | Body::Text { media_types, .. },
            ) => {
                let MediaTypes(types) = media_types;
                types
            }
            Some(Body::Form(_)) | None => &[],
        }
    }

    /// The media types of the kinds of a body that may be JSON or something else.
    pub(super) fn payload_defaults(&self) -> Option<&'a PayloadDefaults> {
        match &self.operation.body {
            Some(Body::Payload { defaults, .. }) => Some(defaults),
            Some(
                Body::Json { .. }
                | Body::Xml { .. }
                | Body::Bytes { .. }
                | Body::Text { .. }
                | Body::Form(_),
            )
            | None => None,
        }
    }

    /// Whether an argument is a body, or a part of one, that is streamed and cannot be sent twice.
    pub(super) fn streams_body(&self) -> bool {
        match self.operation.body {
            Some(Body::Bytes { .. } | Body::Payload { .. }) => true,
            Some(Body::Form(FormEncoding::Multipart)) => {
                let mut params = self.operation.params.iter();
                params.any(|param| is_file(&param.ty))
            }
            Some(
                Body::Json { .. }
                | Body::Xml { .. }
                | Body::Text { .. }
                | Body::Form(FormEncoding::UrlEncoded),
            )
            | None => false,
        }
    }

    /// Method and path, as a code span: `` `GET /v2/{name}/tags/list` ``.
    pub(in crate::emit) fn route(&self) -> String {
        let mut route = format!("{} ", descriptor::method_name(self.operation.method));
        for segment in &self.operation.path.segments {
            match segment {
                Segment::Literal(literal) => route.push_str(literal),
                Segment::Param(index) => {
                    if let Some(param) = self.operation.params.get(index.0) {
                        route.extend(["{", param.wire.as_str(), "}"]);
                    }
                }
            }
        }
        if let Some(query) = &self.operation.path.query {
            route.push('?');
            route.push_str(query);
        }
        code_span(&route)
    }
}

/// Whether a field of a form is a file or a list of files.
fn is_file(ty: &Type) -> bool {
    match ty {
        Type::List(element) => **element == Type::File,
        ty => *ty == Type::File,
    }
}

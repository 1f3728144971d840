//! One file for each named type.

mod enums;
mod reached;
mod rename;
mod string_enum;
mod structs;
mod unions;
mod value_enum;
mod xml;

use super::context::Context;
use super::docs::code_span;
use super::{bounds, text};
use crate::ir::{Model, ModelId, Shape, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The items of a model's file.
pub(super) fn emit(cx: Context<'_>, id: ModelId) -> TokenStream {
    let model = cx.model(id);
    let definition = match &model.shape {
        Shape::Struct(shape) => structs::emit(cx, id, model, shape),
        Shape::Union(shape) => unions::emit(cx, id, model, shape),
        Shape::Enum(shape) => enums::emit(cx, id, model, shape),
        Shape::Alias(target) => alias(cx, id, model, target),
    };
    let xml = xml::emit(cx, id);
    let bounds = bounds::function(cx, id);
    quote! { #definition #bounds #xml }
}

/// Whether any JSON object is a value of a type: a struct whose fields may all be absent.
pub(super) fn may_be_empty(cx: Context<'_>, ty: &Type) -> bool {
    match cx.resolve(ty) {
        Type::Model(id) | Type::Boxed(id) => match &cx.model(*id).shape {
            Shape::Struct(shape) => structs::can_default(cx, shape),
            Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => false,
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

/// What the document calls a model, as a code span.
fn document_name(model: &Model) -> String {
    code_span(&model.name.0.join("."))
}

fn alias(cx: Context<'_>, id: ModelId, model: &Model, target: &Type) -> TokenStream {
    let name = &cx.names.model(id).type_name;
    let docs = text::docs(
        &model.docs,
        &format!("A value of {}.", document_name(model)),
    );
    let target = cx.rust_type(target);
    quote! {
        #docs
        pub type #name = #target;
    }
}

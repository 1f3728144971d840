//! Structs: the JSON objects of the document.

use super::super::argument::Argument;
use super::super::context::Context;
use super::super::lints::{self, Counted};
use super::super::text;
use super::serde_attrs::{ContainerAttrs, FieldAttrs};
use crate::ir::{Field, Model, ModelId, Mutability, Presence, Struct, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The struct and its constructor.
pub(super) fn emit(cx: Context<'_>, id: ModelId, model: &Model, shape: &Struct) -> TokenStream {
    let name = cx.names.model(id);
    let docs = text::docs(&model.docs, &format!("The `{}` object.", text::code(&cx.hint(id))));
    let default = can_default(shape).then(|| quote! { Default, });
    let serde = ContainerAttrs::of(cx, id, shape);
    let lint = lints::struct_bools(shape.fields.iter().filter(|field| is_bare_bool(field)).count());
    let non_exhaustive = (!model.usage.input).then(|| quote! { #[non_exhaustive] });
    let fields = shape
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| field_tokens(cx, id, model, index, field, &serde));
    let additional = additional_tokens(cx, id, shape);
    let constructor = constructor(cx, id, shape);
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq, Serialize, Deserialize)]
        #serde
        #lint
        #non_exhaustive
        pub struct #name {
            #(#fields)*
            #additional
        }
        #constructor
    }
}

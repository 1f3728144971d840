//! Enums: their variants; what converts them to and from the wire is next door, by the JSON type of their values.

use super::{document_name, string_enum, value_enum};
use crate::emit::context::Context;
use crate::emit::literal::wire_text;
use crate::emit::text;
use crate::ir::{Enum, EnumBase, Model, ModelId, Openness, Scalar};
use crate::naming::ModelNames;
use proc_macro2::TokenStream;
use quote::quote;

/// The enum and its conversions.
pub(super) fn emit(cx: Context<'_>, id: ModelId, model: &Model, shape: &Enum) -> TokenStream {
    let names = cx.names.model(id);
    let definition = definition(model, names, shape);
    let conversions = match shape.base {
        EnumBase::String => string_enum::conversions(names, shape),
        EnumBase::Int => value_enum::conversions(names, shape, value_enum::Base::Int),
        EnumBase::Float => value_enum::conversions(names, shape, value_enum::Base::Float),
        EnumBase::Bool => value_enum::conversions(names, shape, value_enum::Base::Bool),
    };
    quote! {
        #definition
        #conversions
    }
}

fn definition(model: &Model, names: &ModelNames, shape: &Enum) -> TokenStream {
    let name = &names.type_name;
    let docs = text::docs(
        &model.docs,
        &format!("A value of {}.", document_name(model)),
    );
    let (eq, payload) = match shape.base {
        EnumBase::String => (Some(quote! { , Eq, Hash }), quote! { String }),
        EnumBase::Int => (Some(quote! { , Eq, Hash }), quote! { i64 }),
        EnumBase::Float => (None, quote! { f64 }),
        EnumBase::Bool => (Some(quote! { , Eq, Hash }), quote! { bool }),
    };
    let is_only = shape.values.len() == 1;
    let default = is_only.then(|| quote! { Default, });
    let variants = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, name)| {
            let only = is_only.then(|| quote! { #[default] });
            let docs = text::named(
                &value.docs,
                "The value",
                &wire_text(&value.wire),
                name.as_str(),
            );
            quote! { #docs #only #name, }
        });
    let unknown = keeps_unknown(shape).then(|| {
        let name = &names.unknown;
        quote! {
            /// A value that the document does not name.
            #name(#payload),
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq #eq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #unknown
        }
    }
}

/// Whether there is a variant for all other values: an enum of both truth values has no other.
pub(super) fn keeps_unknown(shape: &Enum) -> bool {
    let has = |wanted: bool| {
        let mut values = shape.values.iter();
        values.any(|value| value.wire == Scalar::Bool(wanted))
    };
    match shape.openness {
        Openness::Closed => false,
        Openness::Open => !(has(true) && has(false)),
    }
}

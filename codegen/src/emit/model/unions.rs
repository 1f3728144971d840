//! Unions: objects of one of several types, as an enum with a struct in each variant.

use super::document_name;
use crate::emit::context::Context;
use crate::emit::docs::{DocText, code_span};
use crate::emit::{lints, text};
use crate::ir::{Model, ModelId, Shape, SubUnion, Type, Union, Variant};
use crate::naming::{ModelNames, VariantName};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// The enum and its conversions.
pub(super) fn emit(cx: Context<'_>, id: ModelId, model: &Model, shape: &Union) -> TokenStream {
    let names = cx.names.model(id);
    let holds_secrets = cx.api.holds_secrets(&Type::Model(id));
    let debug = holds_secrets.then(|| debug(names, shape));
    let definition = definition(cx, id, model, shape, debug.as_ref());
    let reading = reading(id, names, shape);
    let from_objects =
        pairs(shape, names).map(|(variant, name)| from_object(cx, id, variant, name));
    let from_unions = shape
        .unions
        .iter()
        .map(|below| from_union(cx, id, shape, below));
    quote! {
        #definition
        #debug
        #reading
        #(#from_objects)*
        #(#from_unions)*
    }
}

fn pairs<'a>(
    shape: &'a Union,
    names: &'a ModelNames,
) -> impl Iterator<Item = (&'a Variant, &'a VariantName)> {
    shape.variants.iter().zip(&names.variants)
}

/// The enum, which derives `Debug` unless there is an implementation for it.
fn definition(
    cx: Context<'_>,
    id: ModelId,
    model: &Model,
    shape: &Union,
    own_debug: Option<&TokenStream>,
) -> TokenStream {
    let names = cx.names.model(id);
    let name = &names.type_name;
    let unknown = &names.unknown;
    let property = code_span(shape.property.as_str());
    let fallback = format!("The object {}.", document_name(model));
    let docs = text::docs(&model.docs, &fallback).and(DocText::own(&format!(
        "Its {property} says which of these it is."
    )));
    let variants = pairs(shape, names).map(|(variant, name)| {
        let absent = if variant.schema == id {
            ", or there is none"
        } else {
            ""
        };
        let values: Vec<String> = variant.values().map(code_span).collect();
        let value = values.join(" or ");
        let docs = DocText::own(&format!("{property} is {value}{absent}."));
        let object = &cx.names.model(variant.object).type_name;
        quote! { #docs #name(#object), }
    });
    let unknown_docs = DocText::own(&format!(
        "{property} is anything else: the object as it is."
    ));
    let (debug, unknown_docs) = if own_debug.is_some() {
        let shown = DocText::own("`Debug` shows no value of it, since that may be a secret.");
        (None, unknown_docs.and(shown))
    } else {
        (Some(quote! { Debug, }), unknown_docs)
    };
    quote! {
        #docs
        #[derive(Clone, #debug PartialEq, Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "a box would be in the way of a match")]
        pub enum #name {
            #(#variants)*
            #unknown_docs
            #unknown(BTreeMap<String, Value>),
        }
    }
}

/// Shows of an object that is not known what its properties are called.
fn debug(names: &ModelNames, shape: &Union) -> TokenStream {
    let (name, unknown) = (&names.type_name, &names.unknown);
    let lint = lints::lines(shape.variants.len());
    let arms = names.variants.iter().map(|name| {
        quote! { Self::#name(object) => fmt::Debug::fmt(object, formatter), }
    });
    quote! {
        impl fmt::Debug for #name {
            #lint
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(#arms)*
                    Self::#unknown(object) => fmt::Debug::fmt(&object.keys(), formatter),
                }
            }
        }
    }
}

/// Reads the object as the first type that has its value.
fn reading(id: ModelId, names: &ModelNames, shape: &Union) -> TokenStream {
    let name = &names.type_name;
    let unknown = &names.unknown;
    let property = shape.property.as_str();
    let lint = lints::lines(shape.variants.len());
    let mut seen = BTreeSet::new();
    let arms = pairs(shape, names).filter_map(|(variant, name)| {
        let values: Vec<&str> = variant.values().filter(|it| seen.insert(*it)).collect();
        let absent = (variant.schema == id).then(|| quote! { | None });
        (!values.is_empty())
            .then(|| quote! { Some(#(#values)|*) #absent => object.decode().map(Self::#name), })
    });
    quote! {
        impl<'de> Deserialize<'de> for #name {
            #lint
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let object = TaggedObject::read(#property, deserializer)?;
                match object.tag() {
                    #(#arms)*
                    _ => Ok(Self::#unknown(object.into_properties())),
                }
            }
        }
    }
}

fn from_object(
    cx: Context<'_>,
    id: ModelId,
    variant: &Variant,
    variant_name: &VariantName,
) -> TokenStream {
    let name = &cx.names.model(id).type_name;
    let object = &cx.names.model(variant.object).type_name;
    quote! {
        impl From<#object> for #name {
            fn from(object: #object) -> Self {
                Self::#variant_name(object)
            }
        }
    }
}

/// Each object of a union below this one is one of this.
fn from_union(
    cx: Context<'_>,
    id: ModelId,
    shape: &Union,
    below: &SubUnion,
) -> Option<TokenStream> {
    let names = cx.names.model(id);
    let below_names = cx.names.model(below.union);
    if let Some(through) = below.through {
        return Some(from_union_through(cx, id, below.union, through));
    }
    let Shape::Union(below) = &cx.model(below.union).shape else {
        return None;
    };
    let own = pairs(shape, names).map(|(own, name)| (own.object, name));
    let own: BTreeMap<ModelId, &VariantName> = own.collect();
    let (name, from) = (&names.type_name, &below_names.type_name);
    let (unknown, from_unknown) = (&names.unknown, &below_names.unknown);
    let lint = lints::lines(below.variants.len());
    let arms = pairs(below, below_names).filter_map(|(variant, from_name)| {
        let own_name = own.get(&variant.object)?;
        Some(quote! { #from::#from_name(object) => Self::#own_name(object), })
    });
    Some(quote! {
        impl From<#from> for #name {
            #lint
            fn from(union: #from) -> Self {
                match union {
                    #(#arms)*
                    #from::#from_unknown(object) => Self::#unknown(object),
                }
            }
        }
    })
}

/// All variants again for each union between would be very much code where a family is deep.
fn from_union_through(
    cx: Context<'_>,
    id: ModelId,
    below: ModelId,
    through: ModelId,
) -> TokenStream {
    let [name, from, through] = [id, below, through].map(|id| &cx.names.model(id).type_name);
    quote! {
        impl From<#from> for #name {
            fn from(union: #from) -> Self {
                Self::from(#through::from(union))
            }
        }
    }
}

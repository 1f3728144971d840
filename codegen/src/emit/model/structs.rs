//! Structs: the JSON objects of the document.

use super::document_name;
use super::reached;
use super::rename::RenameRule;
use crate::emit::argument::Argument;
use crate::emit::context::Context;
use crate::emit::docs::DocText;
use crate::emit::{allowed, lints, text};
use crate::ir::{Field, Model, ModelId, Mutability, Presence, Struct, Tag, Type};
use crate::naming::FieldName;
use proc_macro2::TokenStream;
use quote::quote;

/// The struct and its constructor.
pub(super) fn emit(cx: Context<'_>, id: ModelId, model: &Model, shape: &Struct) -> TokenStream {
    let names = cx.names.model(id);
    let name = &names.type_name;
    let docs = docs(cx, model, shape);
    let default = can_default(cx, shape).then(|| quote! { Default, });
    let rule = RenameRule::of(shape, &names.fields);
    let rename_all = rule.attribute();
    let tag = shape.tag.as_ref().map(tag_attribute);
    let lint = lints::struct_bools(shape.fields.iter().filter(|field| is_bool(field)).count());
    let non_exhaustive = (!model.usage.input).then(|| quote! { #[non_exhaustive] });
    let fields =
        pairs(shape, &names.fields).map(|(field, name)| field_tokens(cx, model, field, name, rule));
    let additional = additional_tokens(cx, shape, &names.additional);
    let read_additional = read_additional(cx, shape);
    let constructor = constructor(cx, id, shape);
    let reached = reached::emit(cx, id, shape);
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq, Serialize, Deserialize)]
        #tag
        #rename_all
        #lint
        #non_exhaustive
        pub struct #name {
            #(#fields)*
            #additional
        }
        #constructor
        #reached
        #read_additional
    }
}

fn docs(cx: Context<'_>, model: &Model, shape: &Struct) -> DocText {
    let Some(base) = shape.base else {
        let fallback = format!("The object {}.", document_name(model));
        return text::docs(&model.docs, &fallback);
    };
    let union = &cx.names.model(base).type_name;
    let role = format!("An object that is a [`{union}`](super::{union}) and nothing more.");
    let role = DocText::own(&role);
    DocText::of_docs(&model.docs).and(role)
}

/// serde writes the tag in front of the fields, and skips it when it reads.
fn tag_attribute(tag: &Tag) -> TokenStream {
    let (property, value) = (tag.property.as_str(), tag.value.as_str());
    quote! { #[serde(tag = #property, rename = #value)] }
}

/// Whether a value without any argument makes sense.
pub(super) fn can_default(cx: Context<'_>, shape: &Struct) -> bool {
    !shape.fields.iter().any(|field| is_argument(cx, field))
}

/// Whether a caller has to give the field.
fn is_argument(cx: Context<'_>, field: &Field) -> bool {
    is_required(field) && !cx.is_constant(&field.ty)
}

fn is_required(field: &Field) -> bool {
    field.presence == Presence::Required
}

fn is_bool(field: &Field) -> bool {
    is_required(field) && field.ty == Type::Bool
}

fn pairs<'a>(
    shape: &'a Struct,
    names: &'a [FieldName],
) -> impl Iterator<Item = (&'a Field, &'a FieldName)> {
    shape.fields.iter().zip(names)
}

fn field_tokens(
    cx: Context<'_>,
    model: &Model,
    field: &Field,
    name: &FieldName,
    rule: RenameRule,
) -> TokenStream {
    let docs = field_docs(model, field, name);
    let serde = field_serde(cx, model, field, name, rule);
    let ty = field_type(cx, field);
    quote! {
        #docs
        #serde
        pub #name: #ty,
    }
}

fn field_docs(model: &Model, field: &Field, name: &FieldName) -> DocText {
    let mut docs = text::named(
        &field.docs,
        "The property",
        field.wire.as_str(),
        name.as_str(),
    )
    .and(allowed::sentence(field.bounds.as_deref()));
    if is_never_sent(model, field) {
        docs = docs.and(DocText::own("The service sets it; it is never sent."));
    }
    docs
}

/// Whether a caller may fill the field in vain.
pub(super) fn is_never_sent(model: &Model, field: &Field) -> bool {
    model.usage.input && field.mutability == Mutability::ReadOnly
}

fn field_type(cx: Context<'_>, field: &Field) -> TokenStream {
    let ty = cx.rust_type(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::RequiredNullable | Presence::Optional => quote! { Option<#ty> },
        Presence::OptionalNullable => quote! { Patch<#ty> },
    }
}

fn field_serde(
    cx: Context<'_>,
    model: &Model,
    field: &Field,
    name: &FieldName,
    rule: RenameRule,
) -> Option<TokenStream> {
    let wire = field.wire.as_str();
    let rename = (rule.apply(name.as_str()) != wire).then(|| quote! { rename = #wire });
    let arguments: Vec<TokenStream> = rename
        .into_iter()
        .chain(presence_serde(cx, model, field))
        .collect();
    (!arguments.is_empty()).then(|| quote! { #[serde(#(#arguments),*)] })
}

/// serde reads a missing key of an `Option` as `None` by itself, unless the field has a function of its own for
/// reading: that is how a required field that may be null is told from one that may be absent.
fn presence_serde(cx: Context<'_>, model: &Model, field: &Field) -> Vec<TokenStream> {
    let never_sent = is_never_sent(model, field);
    let skip = |absent: &str| {
        if never_sent {
            quote! { skip_serializing }
        } else {
            quote! { skip_serializing_if = #absent }
        }
    };
    match field.presence {
        Presence::Required | Presence::RequiredNullable if never_sent => {
            vec![quote! { skip_serializing }]
        }
        // A service that leaves out what everybody knows means it all the same.
        Presence::Required if cx.is_constant(&field.ty) => vec![quote! { default }],
        Presence::Required => Vec::new(),
        Presence::RequiredNullable => vec![quote! { deserialize_with = "Option::deserialize" }],
        Presence::Optional => vec![skip("Option::is_none")],
        Presence::OptionalNullable => vec![quote! { default }, skip("Patch::is_absent")],
    }
}

fn additional_tokens(cx: Context<'_>, shape: &Struct, name: &FieldName) -> Option<TokenStream> {
    let value = cx.rust_type(shape.additional.as_ref()?);
    let read = shape
        .tag
        .as_ref()
        .map(|_| quote! { , deserialize_with = "read_additional" });
    Some(quote! {
        /// All other properties.
        #[serde(flatten #read)]
        pub #name: BTreeMap<String, #value>,
    })
}

/// What keeps the tag from being one of all other properties.
fn read_additional(cx: Context<'_>, shape: &Struct) -> Option<TokenStream> {
    let value = cx.rust_type(shape.additional.as_ref()?);
    let property = shape.tag.as_ref()?.property.as_str();
    Some(quote! {
        fn read_additional<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<BTreeMap<String, #value>, D::Error> {
            TaggedObject::read_rest(#property, deserializer)
        }
    })
}

/// `new` with the required fields, for a struct that has any.
fn constructor(cx: Context<'_>, id: ModelId, shape: &Struct) -> Option<TokenStream> {
    if can_default(cx, shape) {
        return None;
    }
    let names = cx.names.model(id);
    let name = &names.type_name;
    let required = || pairs(shape, &names.fields).filter(|(field, _)| is_argument(cx, field));
    let too_many = lints::arguments(required().count());
    let bools = lints::argument_bools(required().filter(|(field, _)| is_bool(field)).count());
    let arguments = required().map(|(field, name)| {
        let given = Argument::of(cx, &field.ty, name).given;
        quote! { #name: #given }
    });
    let values = pairs(shape, &names.fields).map(|(field, name)| initial_value(cx, field, name));
    let additional = shape.additional.as_ref().map(|_| {
        let name = &names.additional;
        quote! { #name: BTreeMap::new(), }
    });
    Some(quote! {
        impl #name {
            /// The object with its required properties.
            #too_many
            #bools
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values)* #additional }
            }
        }
    })
}

/// A field in the struct expression of `new`.
fn initial_value(cx: Context<'_>, field: &Field, name: &FieldName) -> TokenStream {
    match field.presence {
        Presence::Required if cx.is_constant(&field.ty) => {
            let ty = cx.rust_type(&field.ty);
            quote! { #name: #ty::default(), }
        }
        Presence::Required => {
            let value = Argument::of(cx, &field.ty, name).convert;
            if value.to_string() == name.to_string() {
                quote! { #name, }
            } else {
                quote! { #name: #value, }
            }
        }
        Presence::RequiredNullable | Presence::Optional => quote! { #name: None, },
        Presence::OptionalNullable => quote! { #name: Patch::Absent, },
    }
}

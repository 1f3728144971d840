//! How models are written as elements of XML and read from them.

use super::structs::is_never_sent;
use crate::emit::context::Context;
use crate::emit::{lints, xml};
use crate::ir::{Field, Model, ModelId, Presence, Shape, Struct, XmlModel, XmlPlace};
use crate::naming::{FieldName, ModelNames};
use proc_macro2::TokenStream;
use quote::quote;

/// The implementations that a model needs, where it is part of an XML body.
pub(super) fn emit(cx: Context<'_>, id: ModelId) -> Option<TokenStream> {
    let xml = cx.api.xml.get(id)?;
    let model = cx.model(id);
    let names = cx.names.model(id);
    let (write, read) = match &model.shape {
        Shape::Struct(shape) => (
            write_struct(model, shape, names, xml),
            read_struct(shape, names, xml),
        ),
        Shape::Enum(_) => (quote! { element.write(self); }, quote! { element.parse() }),
        Shape::Union(_) | Shape::Alias(_) => return None,
    };
    let to = xml.sent.then(|| to_xml(names, &write));
    let from = xml.received.then(|| from_xml(names, xml, &read));
    Some(quote! { #to #from })
}

fn to_xml(names: &ModelNames, lines: &TokenStream) -> TokenStream {
    let name = &names.type_name;
    let element = if lines.is_empty() {
        quote! { _ }
    } else {
        quote! { element }
    };
    quote! {
        impl ToXml for #name {
            fn to_xml(&self, #element: &mut XmlElement) {
                #lines
            }
        }
    }
}

fn from_xml(names: &ModelNames, xml: &XmlModel, value: &TokenStream) -> TokenStream {
    let name = &names.type_name;
    let lint = lints::lines(xml.places.len());
    quote! {
        impl FromXml for #name {
            #lint
            fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
                #value
            }
        }
    }
}

fn write_struct(model: &Model, shape: &Struct, names: &ModelNames, xml: &XmlModel) -> TokenStream {
    let fields = shape.fields.iter().zip(&names.fields).zip(&xml.places);
    let sent = fields.filter(|((field, _), _)| !is_never_sent(model, field));
    let lines = sent.map(|((field, name), place)| write_line(field, name, place));
    let additional = shape.additional.as_ref().map(|_| {
        let name = &names.additional;
        quote! { self.#name.to_xml(element); }
    });
    quote! { #(#lines)* #additional }
}

fn write_line(field: &Field, name: &FieldName, place: &XmlPlace) -> TokenStream {
    match place {
        XmlPlace::Text => quote! { element.text(&self.#name); },
        XmlPlace::Attribute(wire) => {
            let wire = xml::name(wire);
            quote! { element.attribute(#wire, &self.#name); }
        }
        XmlPlace::Element(wire) => {
            let wire = xml::name(wire);
            match field.presence {
                Presence::RequiredNullable => {
                    quote! { element.nullable_child(#wire, &self.#name); }
                }
                Presence::Required | Presence::Optional | Presence::OptionalNullable => {
                    quote! { element.child(#wire, &self.#name); }
                }
            }
        }
        XmlPlace::Items(item) => {
            let item = xml::name(item);
            quote! { element.items(#item, &self.#name); }
        }
        XmlPlace::List { name: wire, item } => {
            let (wire, item) = (xml::name(wire), xml::name(item));
            quote! { element.list(#wire, #item, &self.#name); }
        }
    }
}

/// The properties that the document does not name are what is left when all others are taken.
fn read_struct(shape: &Struct, names: &ModelNames, xml: &XmlModel) -> TokenStream {
    let values = names.fields.iter().zip(&xml.places);
    let values = values.map(|(name, place)| {
        let value = read_value(place);
        quote! { #name: #value, }
    });
    let additional = shape.additional.as_ref().map(|_| {
        let name = &names.additional;
        quote! { #name: FromXml::from_xml(element)?, }
    });
    quote! { Ok(Self { #(#values)* #additional }) }
}

fn read_value(place: &XmlPlace) -> TokenStream {
    match place {
        XmlPlace::Text => quote! { element.take_text()? },
        XmlPlace::Attribute(wire) => {
            let wire = xml::name(wire);
            quote! { element.take_attribute(#wire)? }
        }
        XmlPlace::Element(wire) => {
            let wire = xml::name(wire);
            quote! { element.take_child(#wire)? }
        }
        XmlPlace::Items(item) => {
            let item = xml::name(item);
            quote! { element.take_items(#item)? }
        }
        XmlPlace::List { name, item } => {
            let (name, item) = (xml::name(name), xml::name(item));
            quote! { element.take_list(#name, #item)? }
        }
    }
}

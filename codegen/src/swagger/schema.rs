//! The Schema Object and the XML Object.

use super::bounds::{Bounds, report_overflows};
use super::extensions::SchemaExtensions;
use super::object::ObjectReader;
use super::parts::join_plain_parts;
use super::read::{Dialect, Readable, Reader};
use super::{ExternalDocs, Reference};
use crate::diagnostics::code;
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::{Map, Value};

/// The Schema Object. With `reference` set, the other fields are its siblings.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Where it stands.
    pub location: Location,
    /// `$ref`.
    pub reference: Option<Reference>,
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `type`: one name, or several where the document has a list (not Swagger 2.0, but it occurs).
    pub types: Vec<String>,
    /// `format`.
    pub format: Option<String>,
    /// `default`.
    pub default: Option<Value>,
    /// `enum`, as written.
    pub enumeration: Vec<Value>,
    /// `required`: names of properties.
    pub required: Vec<String>,
    /// `properties` in document order.
    pub properties: IndexMap<String, Schema>,
    /// `additionalProperties`.
    pub additional_properties: Option<AdditionalProperties>,
    /// `items`.
    pub items: Option<SchemaItems>,
    /// `allOf`.
    pub all_of: Vec<Schema>,
    /// `oneOf` and `anyOf` of version 3: for a reader, both are a choice.
    pub choices: Vec<Schema>,
    /// `discriminator`: the name of a property.
    pub discriminator: Option<String>,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly` of version 3.
    pub write_only: bool,
    /// `xml`.
    pub xml: Option<XmlObject>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `example`.
    pub example: Option<Value>,
    /// `maximum` … `multipleOf`.
    pub bounds: Bounds,
    /// `x-ms-client-name`, `x-nullable` and others.
    pub extensions: SchemaExtensions,
}

/// `additionalProperties`.
#[derive(Clone, Debug)]
pub enum AdditionalProperties {
    /// `true` or `false`.
    Any(bool),
    /// A schema for every other property.
    Schema(Box<Schema>),
}

/// `items` of a schema.
#[derive(Clone, Debug)]
pub enum SchemaItems {
    /// One schema for all elements.
    One(Box<Schema>),
    /// A schema for each place (a tuple; not Swagger 2.0, but it occurs).
    Tuple(Vec<Schema>),
}

/// The XML Object, with `x-ms-text`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct XmlObject {
    /// `name`.
    pub name: Option<String>,
    /// `namespace`.
    pub namespace: Option<String>,
    /// `prefix`.
    pub prefix: Option<String>,
    /// `attribute`.
    pub attribute: bool,
    /// `wrapped`.
    pub wrapped: bool,
    /// `x-ms-text`: the element's text.
    pub text: bool,
}

impl Schema {
    /// A schema at `location` that says nothing.
    pub(crate) fn silent(location: &Location) -> Self {
        Self {
            location: location.clone(),
            reference: None,
            title: None,
            description: None,
            types: Vec::new(),
            format: None,
            default: None,
            enumeration: Vec::new(),
            required: Vec::new(),
            properties: IndexMap::new(),
            additional_properties: None,
            items: None,
            all_of: Vec::new(),
            choices: Vec::new(),
            discriminator: None,
            read_only: false,
            write_only: false,
            xml: None,
            external_docs: None,
            example: None,
            bounds: Bounds::default(),
            extensions: SchemaExtensions::default(),
        }
    }
}

impl Readable for Schema {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let children = Children::take(&mut object);
        Some(children.into_schema(object))
    }

    fn instead_of_null() -> Option<Value> {
        Some(Value::Object(Map::new()))
    }
}

/// The schemas inside a schema. They are read before anything else, so that the large frame of
/// [`Children::into_schema`] is never on the stack while reading goes deeper.
struct Children {
    properties: IndexMap<String, Schema>,
    additional_properties: Option<AdditionalProperties>,
    items: Option<SchemaItems>,
    all_of: Vec<Schema>,
    choices: Vec<Schema>,
}

impl Children {
    fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        Self {
            properties: object.collection("properties"),
            additional_properties: object.optional("additionalProperties"),
            items: object.optional("items"),
            all_of: object.collection("allOf"),
            choices: take_choices(object),
        }
    }

    fn into_schema(self, mut object: ObjectReader<'_, '_, '_>) -> Schema {
        let mut schema = Schema {
            location: object.location(),
            reference: object.reference(),
            title: object.prose("title"),
            description: object.prose("description"),
            types: take_types(&mut object),
            format: object.optional("format"),
            default: object.raw("default").cloned(),
            enumeration: object.collection("enum"),
            required: take_required(&mut object),
            properties: self.properties,
            additional_properties: self.additional_properties,
            items: self.items,
            all_of: self.all_of,
            choices: self.choices,
            discriminator: take_discriminator(&mut object),
            read_only: object.flag("readOnly"),
            write_only: take_new_keys(&mut object),
            xml: take_xml(&mut object),
            external_docs: object.documentation("externalDocs"),
            example: object.raw("example").cloned(),
            bounds: Bounds::take(&mut object),
            extensions: SchemaExtensions::take(&mut object),
        };
        // A choice of one is none (JSON Schema validation, sections 5.22 to 5.24).
        if schema.choices.len() == 1 {
            schema.all_of.append(&mut schema.choices);
        }
        join_plain_parts(&mut schema);
        if schema.types.iter().any(|name| name == "integer") {
            report_overflows(
                schema.default.as_ref(),
                &schema.enumeration,
                schema.format.as_deref(),
                &schema.location,
                object.reader(),
            );
        }
        object.finish();
        schema
    }

    fn into_boxed_schema(self, object: ObjectReader<'_, '_, '_>) -> Box<Schema> {
        Box::new(self.into_schema(object))
    }
}

impl Readable for Box<Schema> {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let children = Children::take(&mut object);
        Some(children.into_boxed_schema(object))
    }
}

/// The alternatives of version 3.
fn take_choices(object: &mut ObjectReader<'_, '_, '_>) -> Vec<Schema> {
    match object.reader().dialect {
        Dialect::Swagger2 => Vec::new(),
        Dialect::OpenApi3 => {
            let mut choices: Vec<Schema> = object.collection("oneOf");
            choices.extend(object.collection::<Vec<Schema>>("anyOf"));
            choices
        }
    }
}

/// `writeOnly`, and the other keys of version 3, which mean nothing to a client.
fn take_new_keys(object: &mut ObjectReader<'_, '_, '_>) -> bool {
    match object.reader().dialect {
        Dialect::Swagger2 => false,
        Dialect::OpenApi3 => {
            object.ignore(&["deprecated", "not"]);
            object.flag("writeOnly")
        }
    }
}

fn take_types(object: &mut ObjectReader<'_, '_, '_>) -> Vec<String> {
    match object.present("type") {
        None => Vec::new(),
        Some(Value::Array(_)) => object.collection("type"),
        Some(_) => object.optional("type").into_iter().collect(),
    }
}

/// `required` of JSON Schema draft 3 is a boolean on the property itself, which Swagger 2.0 has no place for.
fn take_required(object: &mut ObjectReader<'_, '_, '_>) -> Vec<String> {
    let Some(value @ Value::Bool(_)) = object.present("required") else {
        return object.texts("required").unwrap_or_default();
    };
    let location = object.at("required");
    let repair = "it is left out, since `required` lists the names of properties";
    object.reader().repaired_type(value, &location, repair);
    Vec::new()
}

/// In version 3 of the specification `discriminator` is an object; the pass over families looks at its `mapping`.
fn take_discriminator(object: &mut ObjectReader<'_, '_, '_>) -> Option<String> {
    let value = object.present("discriminator")?;
    let Some(name) = value.get("propertyName") else {
        return String::read(value, &object.at("discriminator"), object.reader());
    };
    let location = object.at("discriminator");
    let message = "`discriminator` is an object as in OpenAPI 3; its `propertyName` is taken";
    let reader = object.reader();
    if reader.dialect == Dialect::Swagger2 {
        reader.report(code::INVALID_VALUE_REPAIRED, &location, message.to_owned());
    }
    String::read(name, &location.key("propertyName"), reader)
}

fn take_xml(object: &mut ObjectReader<'_, '_, '_>) -> Option<XmlObject> {
    let xml: Option<XmlObject> = object.optional("xml");
    // Some documents have the key beside `xml`, too.
    if object.flag("x-ms-text") {
        return Some(XmlObject {
            text: true,
            ..xml.unwrap_or_default()
        });
    }
    xml
}

impl Readable for AdditionalProperties {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Object(_) => Box::read(value, location, reader).map(Self::Schema),
            Value::Bool(_) | Value::String(_) => bool::read(value, location, reader).map(Self::Any),
            Value::Null | Value::Number(_) | Value::Array(_) => {
                reader.wrong_type("a boolean or a schema", value, location);
                None
            }
        }
    }
}

impl Readable for SchemaItems {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        if value.is_array() {
            return Vec::read(value, location, reader).map(Self::Tuple);
        }
        Box::read(value, location, reader).map(Self::One)
    }
}

impl Readable for XmlObject {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let xml = Self {
            name: take_xml_name(&mut object, "name"),
            namespace: object.optional("namespace"),
            prefix: take_xml_name(&mut object, "prefix"),
            attribute: object.flag("attribute"),
            wrapped: object.flag("wrapped"),
            text: object.flag("x-ms-text"),
        };
        object.finish();
        Some(xml)
    }
}

/// A name that can stand in markup. An empty one would fit any element that a service sends.
fn take_xml_name(object: &mut ObjectReader<'_, '_, '_>, key: &'static str) -> Option<String> {
    let name: String = object.optional(key)?;
    if is_xml_name(&name) {
        return Some(name);
    }
    let message = format!("the `{key}` is no name in XML; it is read as if it were absent");
    let location = object.at(key);
    object
        .reader()
        .report(code::INVALID_VALUE_REPAIRED, &location, message);
    None
}

/// Whether a text is a name (XML 1.0, section 2.3), perhaps with a prefix; beyond ASCII all is taken for letters.
fn is_xml_name(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    let is_part = |part: &str| {
        let mut rest = part.chars();
        rest.next().is_some_and(is_letter)
            && rest.all(|c| is_letter(c) || c.is_ascii_digit() || matches!(c, '-' | '.'))
            && part != "xmlns"
    };
    text.split(':').count() <= 2 && text.split(':').all(is_part)
}

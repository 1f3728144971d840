//! The Parameter Object and the Items Object.

use super::Schema;
use super::bounds::{Bounds, report_overflows};
use super::extensions::{EnumExtension, ParameterExtensions};
use super::object::ObjectReader;
use super::read::{Dialect, Readable, Reader, quoted};
use crate::diagnostics::code;
use crate::openapi::{self, MediaType, Serialization};
use crate::source::Location;
use serde_json::Value;

/// The Parameter Object.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Where it stands.
    pub location: Location,
    /// `name`: the name on the wire.
    pub name: String,
    /// `in`.
    pub place: ParameterIn,
    /// `description`.
    pub description: Option<String>,
    /// `required`.
    pub required: bool,
    /// `schema`, of a body parameter only; of every parameter in version 3.
    pub schema: Option<Schema>,
    /// Type and format, of every other parameter; in version 3 those of the schema, when they are known.
    pub simple: Option<SimpleType>,
    /// `style` and `explode` of version 3.
    pub serialization: Option<Serialization>,
    /// `content` of version 3, which is there instead of a schema.
    pub content: Vec<MediaType>,
    /// `allowEmptyValue`.
    pub allow_empty_value: bool,
    /// `x-ms-client-name`, `x-ms-parameter-location` and others.
    pub extensions: ParameterExtensions,
}

/// `in` of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterIn {
    /// In the path template.
    Path,
    /// In the query.
    Query,
    /// A header.
    Header,
    /// The body.
    Body,
    /// A field of a form body.
    FormData,
    /// A cookie (version 3).
    Cookie,
}

/// What the Parameter, Items and Header Objects have in common: a type that needs no schema.
#[derive(Clone, Debug)]
pub struct SimpleType {
    /// Where it stands.
    pub location: Location,
    /// `type`: `string`, `number`, `integer`, `boolean`, `array`, `file`, or what the document has.
    pub type_name: Option<String>,
    /// `format`.
    pub format: Option<String>,
    /// `items` of an array.
    pub items: Option<Box<Items>>,
    /// `collectionFormat`.
    pub collection_format: Option<CollectionFormat>,
    /// `default`.
    pub default: Option<Value>,
    /// `enum`, as written.
    pub enumeration: Vec<Value>,
    /// `x-ms-enum`.
    pub enum_extension: Option<EnumExtension>,
    /// `maximum` … `multipleOf`.
    pub bounds: Bounds,
    /// `x-ms-secret`, of itself or of the list that it is an element of.
    pub secret: bool,
}

/// The Items Object of a parameter or header: always a simple type.
pub type Items = SimpleType;

/// `collectionFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollectionFormat {
    /// Comma.
    Csv,
    /// Space.
    Ssv,
    /// Tab.
    Tsv,
    /// `|`.
    Pipes,
    /// The parameter repeated.
    Multi,
}

impl Readable for Parameter {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        if reader.dialect == Dialect::OpenApi3 {
            return openapi::read_parameter(value, location, reader);
        }
        let mut object = reader.object(value, location)?;
        let name = object.required("name");
        let place = take_place(&mut object)?;
        let (schema, simple) = match place {
            ParameterIn::Body => (take_body_schema(&mut object), None),
            ParameterIn::Path
            | ParameterIn::Query
            | ParameterIn::Header
            | ParameterIn::FormData
            | ParameterIn::Cookie => (None, Some(take_simple(&mut object))),
        };
        let parameter = Self {
            location: location.clone(),
            name: name?,
            place,
            description: object.prose("description"),
            required: object.flag("required"),
            schema,
            simple,
            serialization: None,
            content: Vec::new(),
            allow_empty_value: object.flag("allowEmptyValue"),
            extensions: ParameterExtensions::take(&mut object),
        };
        object.finish();
        Some(parameter)
    }
}

fn take_place(object: &mut ObjectReader<'_, '_, '_>) -> Option<ParameterIn> {
    let text: String = object.required_like("in", "query")?;
    let choices = [
        ("path", ParameterIn::Path),
        ("query", ParameterIn::Query),
        ("header", ParameterIn::Header),
        ("body", ParameterIn::Body),
        ("formData", ParameterIn::FormData),
    ];
    object.choose("in", &text, &choices, "the parameter is left out")
}

fn take_body_schema(object: &mut ObjectReader<'_, '_, '_>) -> Option<Schema> {
    let schema = object.optional("schema");
    if schema.is_none() {
        object.missing("schema", "the body is any JSON value");
    }
    schema
}

/// The type of a parameter outside the body; in documents on the way to version 3 it stands in a `schema`.
fn take_simple(object: &mut ObjectReader<'_, '_, '_>) -> SimpleType {
    let own = SimpleType::take(object);
    if own.type_name.is_some() {
        return own;
    }
    let Some(schema) = object.present("schema") else {
        return own;
    };
    let message = "only a body has a `schema` in Swagger 2.0; the type is taken from it";
    object.report_key(code::INVALID_VALUE_REPAIRED, "schema", message.to_owned());
    let location = object.at("schema");
    SimpleType::read(schema, &location, object.reader()).unwrap_or(own)
}

impl SimpleType {
    /// A text at `location`.
    pub(crate) fn text(location: &Location) -> Self {
        Self {
            location: location.clone(),
            type_name: Some("string".to_owned()),
            format: None,
            items: None,
            collection_format: None,
            default: None,
            enumeration: Vec::new(),
            enum_extension: None,
            bounds: Bounds::default(),
            secret: false,
        }
    }

    /// Makes a secret of all that it is made of.
    pub(crate) fn make_secret(&mut self) {
        let mut current = Some(self);
        while let Some(simple) = current {
            simple.secret = true;
            current = simple.items.as_deref_mut();
        }
    }

    /// Takes the type from the parameter, header or items that has it.
    pub(crate) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        report_reference(object);
        let mut simple = Self {
            location: object.location(),
            type_name: take_type(object),
            format: object.optional("format"),
            items: object.optional::<Items>("items").map(Box::new),
            collection_format: take_collection_format(object),
            default: object.raw("default").cloned(),
            enumeration: object.collection("enum"),
            enum_extension: object.optional("x-ms-enum"),
            bounds: Bounds::take(object),
            secret: object.flag("x-ms-secret"),
        };
        if simple.secret {
            simple.make_secret();
        }
        if simple.type_name.as_deref() == Some("integer") {
            report_overflows(
                simple.default.as_ref(),
                &simple.enumeration,
                simple.format.as_deref(),
                &simple.location,
                object.reader(),
            );
        }
        simple
    }
}

fn report_reference(object: &mut ObjectReader<'_, '_, '_>) {
    if object.present("$ref").is_some() {
        let message = "a `$ref` cannot stand here in Swagger 2.0; the type is read as a string";
        object.report_key(code::INVALID_VALUE_REPAIRED, "$ref", message.to_owned());
    }
}

fn take_type(object: &mut ObjectReader<'_, '_, '_>) -> Option<String> {
    let Some(value @ Value::Array(_)) = object.present("type") else {
        return object.optional("type");
    };
    let names: Vec<String> = object.collection("type");
    let name = names.into_iter().find(|name| name != "null")?;
    let repair = format!("it is read as {}", quoted(&name));
    let location = object.at("type");
    object.reader().repaired_type(value, &location, &repair);
    Some(name)
}

fn take_collection_format(object: &mut ObjectReader<'_, '_, '_>) -> Option<CollectionFormat> {
    const KEY: &str = "collectionFormat";
    let text: String = object.optional(KEY)?;
    let choices = [
        ("csv", CollectionFormat::Csv),
        ("ssv", CollectionFormat::Ssv),
        ("tsv", CollectionFormat::Tsv),
        ("pipes", CollectionFormat::Pipes),
        ("multi", CollectionFormat::Multi),
    ];
    let format = object.choose(KEY, &text, &choices, "it is read as `csv`");
    Some(format.unwrap_or(CollectionFormat::Csv))
}

impl Readable for SimpleType {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        object.ignore(&["description"]);
        let simple = Self::take(&mut object);
        object.finish();
        Some(simple)
    }
}

//! The Schema Object and the XML Object.

use super::extensions::SchemaExtensions;
use super::{ExternalDocs, Reference};
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::Value;

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
    /// `discriminator`: the name of a property.
    pub discriminator: Option<String>,
    /// `readOnly`.
    pub read_only: bool,
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

/// The constraints of JSON Schema that have no influence on a type; numbers as they are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bounds {
    /// `maximum`.
    pub maximum: Option<serde_json::Number>,
    /// `exclusiveMaximum`.
    pub exclusive_maximum: bool,
    /// `minimum`.
    pub minimum: Option<serde_json::Number>,
    /// `exclusiveMinimum`.
    pub exclusive_minimum: bool,
    /// `maxLength`.
    pub max_length: Option<u64>,
    /// `minLength`.
    pub min_length: Option<u64>,
    /// `pattern`: never compiled.
    pub pattern: Option<String>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `multipleOf`.
    pub multiple_of: Option<serde_json::Number>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
}

/// The XML Object, with AutoRest's `x-ms-text`.
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

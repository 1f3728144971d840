//! The Parameter Object and the Items Object.

use super::extensions::{EnumExtension, ParameterExtensions};
use super::{Bounds, Schema};
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
    /// `schema`, of a body parameter only.
    pub schema: Option<Schema>,
    /// Type and format, of every other parameter.
    pub simple: Option<SimpleType>,
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

//! What the `x-ms-*` vocabulary adds to the Parameter Object.
//!
//! Invariant: what is absent stays absent; the default of `x-ms-parameter-location` depends on where a parameter stands.

use crate::source::Location;
use crate::swagger::object::ObjectReader;
use crate::swagger::read::{Readable, Reader};
use serde_json::Value;

/// Extensions of the Parameter Object.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of the vocabulary"
)]
pub struct ParameterExtensions {
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-parameter-location`; `None` when absent.
    pub location: Option<ParameterLocation>,
    /// `x-ms-skip-url-encoding`.
    pub skip_url_encoding: bool,
    /// `x-ms-parameter-grouping`.
    pub grouping: Option<ParameterGrouping>,
    /// `x-ms-client-default`.
    pub client_default: Option<Value>,
    /// `x-ms-client-request-id`.
    pub client_request_id: bool,
    /// `x-ms-header-collection-prefix`.
    pub collection_prefix: Option<String>,
    /// `x-ms-secret`.
    pub secret: bool,
    /// `x-nullable`.
    pub nullable: bool,
}

/// `x-ms-parameter-location`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterLocation {
    /// An argument of the method.
    Method,
    /// A property of the client.
    Client,
}

/// `x-ms-parameter-grouping`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParameterGrouping {
    /// `name` of the group's type.
    pub name: Option<String>,
    /// `postfix` after the operation's name, when there is no `name`.
    pub postfix: Option<String>,
}

impl ParameterExtensions {
    /// Takes the extensions from the object they stand in.
    pub(crate) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        // A body is one argument, and its model says which of its properties are flattened.
        object.ignore(&["x-ms-client-flatten"]);
        Self {
            client_name: object.optional("x-ms-client-name"),
            location: take_location(object),
            skip_url_encoding: object.flag("x-ms-skip-url-encoding"),
            grouping: object.optional("x-ms-parameter-grouping"),
            client_default: object.raw("x-ms-client-default").cloned(),
            client_request_id: object.flag("x-ms-client-request-id"),
            collection_prefix: object.optional("x-ms-header-collection-prefix"),
            secret: object.flag("x-ms-secret"),
            nullable: object.flag("x-nullable"),
        }
    }
}

fn take_location(object: &mut ObjectReader<'_, '_, '_>) -> Option<ParameterLocation> {
    const KEY: &str = "x-ms-parameter-location";
    let text: String = object.optional(KEY)?;
    let choices = [
        ("client", ParameterLocation::Client),
        ("method", ParameterLocation::Method),
    ];
    object.choose(KEY, &text, &choices, "it is left out")
}

impl Readable for ParameterGrouping {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let grouping = Self {
            name: object.optional("name"),
            postfix: object.optional("postfix"),
        };
        object.finish();
        Some(grouping)
    }
}

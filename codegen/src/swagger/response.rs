//! The Response Object and the Header Object.

use super::extensions::ResponseExtensions;
use super::read::{Readable, Reader};
use super::{Schema, SimpleType};
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::Value;

/// The key of a reply under `responses`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusKey {
    /// A status code, 100 to 599.
    Code(u16),
    /// `default`.
    Default,
}

/// The Response Object.
#[derive(Clone, Debug)]
pub struct Response {
    /// Where it stands.
    pub location: Location,
    /// `description`.
    pub description: Option<String>,
    /// `schema`.
    pub schema: Option<Schema>,
    /// `headers`.
    pub headers: IndexMap<String, Header>,
    /// `examples` by media type.
    pub examples: IndexMap<String, Value>,
    /// `x-ms-error-response` and others.
    pub extensions: ResponseExtensions,
}

/// The Header Object.
#[derive(Clone, Debug)]
pub struct Header {
    /// Where it stands.
    pub location: Location,
    /// `description`.
    pub description: Option<String>,
    /// Type and format.
    pub simple: SimpleType,
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-header-collection-prefix`.
    pub collection_prefix: Option<String>,
}

impl StatusKey {
    /// The status that a key under `responses` names.
    pub(super) fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let is_three_digits = key.len() == 3 && key.bytes().all(|byte| byte.is_ascii_digit());
        let code = key.parse().ok().filter(|code| (100..600).contains(code));
        code.filter(|_| is_three_digits).map(Self::Code)
    }
}

impl Readable for Response {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let response = Self {
            location: location.clone(),
            description: object.prose("description"),
            schema: object.optional("schema"),
            headers: object.collection("headers"),
            examples: object.documentation("examples").unwrap_or_default(),
            extensions: ResponseExtensions::take(&mut object),
        };
        object.finish();
        Some(response)
    }
}

impl Readable for Header {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        object.ignore(&["x-ms-request-id", "x-ms-client-request-id", "x-nullable"]);
        let header = Self {
            location: location.clone(),
            description: object.prose("description"),
            simple: SimpleType::take(&mut object),
            client_name: object.optional("x-ms-client-name"),
            collection_prefix: object.optional("x-ms-header-collection-prefix"),
        };
        object.finish();
        Some(header)
    }
}

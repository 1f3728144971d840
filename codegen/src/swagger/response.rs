//! The Response Object and the Header Object.

use super::extensions::ResponseExtensions;
use super::object::ObjectReader;
use super::read::{Dialect, Readable, Reader};
use super::{RefOr, Schema, SimpleType};
use crate::openapi::{self, MediaType};
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::Value;

/// The key of a reply under `responses`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusKey {
    /// A status code, 100 to 599.
    Code(u16),
    /// `4XX`, by its first digit (version 3).
    Range(u16),
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
    /// `schema`; in version 3 that of the chosen media type, when it is chosen.
    pub schema: Option<Schema>,
    /// The media types of that schema, where they are not those of the operation.
    pub produces: Option<Vec<String>>,
    /// `content` of version 3.
    pub content: Vec<MediaType>,
    /// `headers`.
    pub headers: IndexMap<String, RefOr<Header>>,
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
    /// Type and format; in version 3 those of the schema, when they are known.
    pub simple: SimpleType,
    /// `schema` of version 3.
    pub schema: Option<Schema>,
    /// `content` of version 3 in document order.
    pub content: Vec<MediaType>,
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-header-collection-prefix`.
    pub collection_prefix: Option<String>,
}

impl StatusKey {
    /// The status that a key under `responses` names.
    pub(super) fn parse(key: &str, dialect: Dialect) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let is_range = dialect == Dialect::OpenApi3
            && key
                .get(1..)
                .is_some_and(|rest| rest.eq_ignore_ascii_case("XX"));
        if is_range {
            let digit = key.get(..1)?.parse().ok();
            return digit
                .filter(|digit| (1..6).contains(digit))
                .map(Self::Range);
        }
        let is_three_digits = key.len() == 3 && key.bytes().all(|byte| byte.is_ascii_digit());
        let code = key.parse().ok().filter(|code| (100..600).contains(code));
        code.filter(|_| is_three_digits).map(Self::Code)
    }
}

impl Readable for Response {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        if reader.dialect == Dialect::OpenApi3 {
            return openapi::read_response(value, location, reader);
        }
        let mut object = reader.object(value, location)?;
        let response = Self {
            location: location.clone(),
            description: object.prose("description"),
            schema: object.optional("schema"),
            produces: None,
            content: Vec::new(),
            headers: take_headers(&mut object),
            examples: object.documentation("examples").unwrap_or_default(),
            extensions: ResponseExtensions::take(&mut object),
        };
        object.finish();
        Some(response)
    }
}

/// The headers, none of which may be a `$ref` in Swagger 2.0.
fn take_headers(object: &mut ObjectReader<'_, '_, '_>) -> IndexMap<String, RefOr<Header>> {
    let headers: IndexMap<String, Header> = object.collection("headers");
    let headers = headers.into_iter();
    headers
        .map(|(name, header)| (name, RefOr::Item(header)))
        .collect()
}

impl Readable for Header {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        if reader.dialect == Dialect::OpenApi3 {
            return openapi::read_header(value, location, reader);
        }
        let mut object = reader.object(value, location)?;
        object.ignore(&["x-ms-request-id", "x-ms-client-request-id", "x-nullable"]);
        let header = Self {
            location: location.clone(),
            description: object.prose("description"),
            simple: SimpleType::take(&mut object),
            schema: None,
            content: Vec::new(),
            client_name: object.optional("x-ms-client-name"),
            collection_prefix: object.optional("x-ms-header-collection-prefix"),
        };
        object.finish();
        Some(header)
    }
}

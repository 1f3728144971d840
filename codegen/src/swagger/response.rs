//! The Response Object and the Header Object.

use super::extensions::ResponseExtensions;
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

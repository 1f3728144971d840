//! The Path Item Object and the Operation Object.

use super::extensions::OperationExtensions;
use super::{ExternalDocs, Parameter, RefOr, Reference, Response, SecurityRequirement, StatusKey};
use crate::source::Location;

/// One entry of `paths` or `x-ms-paths`.
#[derive(Clone, Debug)]
pub struct PathItem {
    /// Where it stands.
    pub location: Location,
    /// The key: a path template, in `x-ms-paths` with a query where the document has one.
    pub template: String,
    /// Whether it stands under `x-ms-paths`.
    pub is_extension: bool,
    /// `$ref` to a path item elsewhere.
    pub reference: Option<Reference>,
    /// `parameters` for all operations of this path.
    pub parameters: Vec<RefOr<Parameter>>,
    /// The operations in document order.
    pub operations: Vec<Operation>,
}

/// The HTTP methods of a path item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// `get`.
    Get,
    /// `put`.
    Put,
    /// `post`.
    Post,
    /// `delete`.
    Delete,
    /// `options`.
    Options,
    /// `head`.
    Head,
    /// `patch`.
    Patch,
}

/// The Operation Object.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Where it stands.
    pub location: Location,
    /// The key it stands under.
    pub method: Method,
    /// `tags`.
    pub tags: Vec<String>,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `operationId`.
    pub operation_id: Option<String>,
    /// `consumes`; `None` where the document's holds.
    pub consumes: Option<Vec<String>>,
    /// `produces`; `None` where the document's holds.
    pub produces: Option<Vec<String>>,
    /// `parameters`.
    pub parameters: Vec<RefOr<Parameter>>,
    /// `responses` in document order; keys that are no status were reported.
    pub responses: Vec<(StatusKey, RefOr<Response>)>,
    /// `schemes`; `None` where the document's hold.
    pub schemes: Option<Vec<String>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `security`; `None` where the document's holds, empty for none at all.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `x-ms-pageable`, `x-ms-long-running-operation` and others.
    pub extensions: OperationExtensions,
}

//! A document as it is written: one type per object of Swagger 2.0, one file per object. OpenAPI 3.0 has mostly the same
//! objects; what it has beside them is in [`openapi`](crate::openapi).
//!
//! Invariant: nothing here knows Rust, resolves a `$ref` or decides anything; each value keeps the [`Location`] it was
//! read from. Unknown keys become notes, not losses.

pub mod bounds;
pub mod document;
pub mod extensions;
pub(crate) mod object;
pub mod operation;
pub mod parameter;
mod parts;
pub mod read;
pub mod response;
pub mod schema;
pub mod security;
mod version;

pub use bounds::{Bounds, ExactNumber};
pub use document::{Contact, Document, ExternalDocs, Info, License, Tag};
pub use operation::{Method, Operation, PathItem};
pub use parameter::{CollectionFormat, Items, Parameter, ParameterIn, SimpleType};
pub use read::{Dialect, Readable, Reader};
pub use response::{Header, Response, StatusKey};
pub use schema::{AdditionalProperties, Schema, SchemaItems, XmlObject};
pub use security::{OAuth2Flow, SecurityRequirement, SecurityScheme, SecuritySchemeKind};

pub(crate) use document::{take_info, take_paths};

use crate::source::Location;

/// A `$ref` as written, with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The text, such as `#/definitions/Pet` or `../common.json#/parameters/ApiVersion`.
    pub target: String,
    /// Where the object with the `$ref` stands.
    pub location: Location,
}

/// An object, or a reference to one.
#[derive(Clone, Debug)]
pub enum RefOr<T> {
    /// `{"$ref": …}`.
    Ref(Reference),
    /// The object itself.
    Item(T),
}

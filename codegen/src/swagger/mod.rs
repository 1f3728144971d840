//! A Swagger 2.0 document as it is written: one type per object of the specification, one file per object.
//!
//! Invariant: nothing here knows Rust, resolves a `$ref` or decides anything; each value keeps the [`Location`] it was
//! read from. Unknown keys become notes, not losses.

pub mod bounds;
pub(crate) mod correction;
pub mod document;
pub mod extensions;
mod object;
pub mod operation;
pub mod parameter;
pub mod read;
pub mod response;
pub mod schema;
pub mod security;
mod version;

pub use bounds::{Bounds, ExactNumber};
pub use document::{Contact, Document, ExternalDocs, Info, License, Tag};
pub use operation::{Method, Operation, PathItem};
pub use parameter::{CollectionFormat, Items, Parameter, ParameterIn, SimpleType};
pub use read::{Readable, Reader};
pub use response::{Header, Response, StatusKey};
pub use schema::{AdditionalProperties, Schema, SchemaItems, XmlObject};
pub use security::{OAuth2Flow, SecurityRequirement, SecurityScheme, SecuritySchemeKind};

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

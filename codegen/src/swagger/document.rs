//! The Swagger Object (specification, section "Swagger Object") and its small parts.

use super::extensions::{DocumentExtensions, InfoExtensions};
use super::{Parameter, PathItem, Response, Schema, SecurityRequirement, SecurityScheme};
use crate::source::Location;
use indexmap::IndexMap;

/// The whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it stands: the root of the entry document.
    pub location: Location,
    /// `info`.
    pub info: Info,
    /// `host`, without scheme and path.
    pub host: Option<String>,
    /// `basePath`.
    pub base_path: Option<String>,
    /// `schemes`, in order.
    pub schemes: Vec<String>,
    /// `consumes` for operations without their own.
    pub consumes: Vec<String>,
    /// `produces` for operations without their own.
    pub produces: Vec<String>,
    /// `paths`, then `x-ms-paths`, each in document order. The key is the path template as written.
    pub paths: Vec<PathItem>,
    /// `definitions`.
    pub definitions: IndexMap<String, Schema>,
    /// `parameters`.
    pub parameters: IndexMap<String, Parameter>,
    /// `responses`.
    pub responses: IndexMap<String, Response>,
    /// `securityDefinitions`.
    pub security_definitions: IndexMap<String, SecurityScheme>,
    /// `security` for operations without their own.
    pub security: Vec<SecurityRequirement>,
    /// `tags`.
    pub tags: Vec<Tag>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `x-ms-parameterized-host` and others.
    pub extensions: DocumentExtensions,
}

/// The Info Object.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// `title`.
    pub title: String,
    /// `description`.
    pub description: Option<String>,
    /// `termsOfService`.
    pub terms_of_service: Option<String>,
    /// `contact`.
    pub contact: Option<Contact>,
    /// `license`.
    pub license: Option<License>,
    /// `version`: the version of the API.
    pub version: String,
    /// `x-ms-code-generation-settings` and others.
    pub extensions: InfoExtensions,
}

/// The Contact Object.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// `name`.
    pub name: Option<String>,
    /// `url`.
    pub url: Option<String>,
    /// `email`.
    pub email: Option<String>,
}

/// The License Object.
#[derive(Clone, Debug, Default)]
pub struct License {
    /// `name`.
    pub name: Option<String>,
    /// `url`.
    pub url: Option<String>,
}

/// The External Documentation Object.
#[derive(Clone, Debug)]
pub struct ExternalDocs {
    /// `url`.
    pub url: String,
    /// `description`.
    pub description: Option<String>,
}

/// The Tag Object.
#[derive(Clone, Debug)]
pub struct Tag {
    /// `name`.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
}

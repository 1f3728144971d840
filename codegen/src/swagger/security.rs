//! The Security Scheme Object and the Security Requirement Object.

use crate::source::Location;
use indexmap::IndexMap;

/// The Security Scheme Object.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Where it stands.
    pub location: Location,
    /// `description`.
    pub description: Option<String>,
    /// `type` and what belongs to it.
    pub kind: SecuritySchemeKind,
}

/// `type` of a security scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// `basic`.
    Basic,
    /// `apiKey` in a header.
    ApiKeyHeader(String),
    /// `apiKey` in the query.
    ApiKeyQuery(String),
    /// `oauth2`.
    OAuth2 {
        /// `flow`.
        flow: OAuth2Flow,
        /// `authorizationUrl`.
        authorization_url: Option<String>,
        /// `tokenUrl`.
        token_url: Option<String>,
        /// `scopes`: name and description.
        scopes: IndexMap<String, String>,
    },
}

/// `flow` of an OAuth 2 scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OAuth2Flow {
    /// `implicit`.
    Implicit,
    /// `password`.
    Password,
    /// `application`.
    Application,
    /// `accessCode`.
    AccessCode,
}

/// The Security Requirement Object: all of these schemes, each with its scopes.
#[derive(Clone, Debug)]
pub struct SecurityRequirement {
    /// Where it stands.
    pub location: Location,
    /// Scopes by scheme.
    pub schemes: IndexMap<String, Vec<String>>,
}

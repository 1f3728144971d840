//! Where requests go and what they need to be allowed.

use super::{Docs, Id, Param, WireName};
use crate::source::Location;

/// The place of a parameter in [`Api::client_params`](super::Api::client_params).
pub type ClientParamId = Id<Param>;

/// The place of a scheme in [`Api::security`](super::Api::security).
pub type SchemeId = Id<SecurityScheme>;

/// Where requests go. Whatever it is, the user of a client can give another endpoint.
#[derive(Clone, Debug)]
pub enum Server {
    /// The document names the endpoint: `https://api.example.com/v1`.
    Fixed(String),
    /// The user gives the whole endpoint: the document names no host, or its host template is one parameter that
    /// brings its scheme. The parameter, where there is one, gives the argument's name and docs.
    Given(Option<ClientParamId>),
    /// The endpoint is made of literals and client parameters.
    Template(Vec<HostSegment>),
}

/// A part of an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostSegment {
    /// Text that is taken as it is; the first one brings the scheme where the parameters do not.
    Literal(String),
    /// The value of a client parameter; it may not change what is scheme, host and path.
    Param(ClientParamId),
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Its key under `securityDefinitions` or `components/securitySchemes`.
    pub name: WireName,
    /// Where it stands.
    pub origin: Location,
    /// What it is.
    pub docs: Docs,
    /// How it is sent.
    pub kind: SecuritySchemeKind,
}

/// How a credential is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// `Authorization: Basic`.
    Basic,
    /// A header of this name.
    ApiKeyHeader(String),
    /// A query parameter of this name.
    ApiKeyQuery(String),
    /// A cookie of this name.
    ApiKeyCookie(String),
    /// `Authorization: Bearer`, by OAuth 2 or otherwise.
    OAuth2,
}

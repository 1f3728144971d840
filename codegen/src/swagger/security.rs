//! The Security Scheme Object and the Security Requirement Object.

use super::object::ObjectReader;
use super::read::{Dialect, Readable, Reader};
use crate::openapi;
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::Value;

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
    /// `apiKey` in a cookie (version 3).
    ApiKeyCookie(String),
    /// `oauth2` or `openIdConnect` of version 3.
    Bearer,
    /// `http` with the name of its scheme (version 3).
    Http(String),
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

impl Readable for SecurityScheme {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        if reader.dialect == Dialect::OpenApi3 {
            return openapi::read_scheme(value, location, reader);
        }
        let mut object = reader.object(value, location)?;
        let description = object.prose("description");
        let kind = take_kind(&mut object)?;
        object.finish();
        Some(Self {
            location: location.clone(),
            description,
            kind,
        })
    }
}

const LEFT_OUT: &str = "the security scheme is left out";

/// The three values of `type`.
#[derive(Clone, Copy)]
enum SchemeType {
    Basic,
    ApiKey,
    OAuth2,
}

/// The two values of `in`.
#[derive(Clone, Copy)]
enum ApiKeyPlace {
    Header,
    Query,
}

fn take_kind(object: &mut ObjectReader<'_, '_, '_>) -> Option<SecuritySchemeKind> {
    let text: String = object.required_like("type", "basic")?;
    let choices = [
        ("basic", SchemeType::Basic),
        ("apiKey", SchemeType::ApiKey),
        ("oauth2", SchemeType::OAuth2),
    ];
    match object.choose("type", &text, &choices, LEFT_OUT)? {
        SchemeType::Basic => Some(SecuritySchemeKind::Basic),
        SchemeType::ApiKey => take_api_key(object),
        SchemeType::OAuth2 => take_oauth2(object),
    }
}

fn take_api_key(object: &mut ObjectReader<'_, '_, '_>) -> Option<SecuritySchemeKind> {
    let name: Option<String> = object.required("name");
    let place: String = object.required_like("in", "header")?;
    let choices = [
        ("header", ApiKeyPlace::Header),
        ("query", ApiKeyPlace::Query),
    ];
    let place = object.choose("in", &place, &choices, LEFT_OUT)?;
    let name = name?;
    Some(match place {
        ApiKeyPlace::Header => SecuritySchemeKind::ApiKeyHeader(name),
        ApiKeyPlace::Query => SecuritySchemeKind::ApiKeyQuery(name),
    })
}

fn take_oauth2(object: &mut ObjectReader<'_, '_, '_>) -> Option<SecuritySchemeKind> {
    let authorization_url = object.optional("authorizationUrl");
    let token_url = object.optional("tokenUrl");
    let scopes = object.collection("scopes");
    let flow: String = object.required_like("flow", "implicit")?;
    let choices = [
        ("implicit", OAuth2Flow::Implicit),
        ("password", OAuth2Flow::Password),
        ("application", OAuth2Flow::Application),
        ("accessCode", OAuth2Flow::AccessCode),
    ];
    Some(SecuritySchemeKind::OAuth2 {
        flow: object.choose("flow", &flow, &choices, LEFT_OUT)?,
        authorization_url,
        token_url,
        scopes,
    })
}

impl Readable for SecurityRequirement {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            location: location.clone(),
            schemes: IndexMap::read(value, location, reader)?,
        })
    }
}

//! The Security Scheme Object of version 3.

use crate::source::Location;
use crate::swagger::read::Reader;
use crate::swagger::{SecurityScheme, SecuritySchemeKind};
use openapiv3::{APIKeyLocation, SecurityScheme as Written};
use serde_json::{Map, Value};

/// Reads a security scheme of version 3. Where the tokens of OAuth 2 come from is the credential's to know, so `flows`
/// are not looked at.
pub(crate) fn read_scheme(
    value: &Value,
    location: &Location,
    reader: &mut Reader<'_>,
) -> Option<SecurityScheme> {
    let mut object = reader.object(value, location)?;
    object.ignore(&["flows"]);
    let flows = Map::from_iter([("flows".to_owned(), Value::Object(Map::new()))]);
    let keys = [
        "type",
        "description",
        "name",
        "in",
        "scheme",
        "bearerFormat",
        "openIdConnectUrl",
    ];
    let written: Option<Written> = object.typed_with(flows, &keys);
    object.finish();
    let (kind, description) = match written? {
        Written::APIKey {
            location,
            name,
            description,
            ..
        } => (api_key(&location, name), description),
        Written::HTTP {
            scheme,
            description,
            ..
        } => (SecuritySchemeKind::Http(scheme), description),
        Written::OAuth2 { description, .. } | Written::OpenIDConnect { description, .. } => {
            (SecuritySchemeKind::Bearer, description)
        }
    };
    Some(SecurityScheme {
        location: location.clone(),
        description,
        kind,
    })
}

fn api_key(place: &APIKeyLocation, name: String) -> SecuritySchemeKind {
    match place {
        APIKeyLocation::Query => SecuritySchemeKind::ApiKeyQuery(name),
        APIKeyLocation::Header => SecuritySchemeKind::ApiKeyHeader(name),
        APIKeyLocation::Cookie => SecuritySchemeKind::ApiKeyCookie(name),
    }
}

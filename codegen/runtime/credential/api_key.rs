//! A key in a header, in a cookie or in the query.

use std::future::ready;

use http::HeaderName;

use super::super::operation::SecuritySchemeKind;
use super::super::secret::Secret;
use super::{Authorization, BoxFuture, Credential, CredentialError, Need};

/// A key, sent in the header, the cookie or the query parameter that the operation's scheme names.
#[derive(Clone, Debug)]
pub struct ApiKey(Secret);

impl ApiKey {
    /// A key.
    pub fn new(key: impl Into<Secret>) -> Self {
        Self(key.into())
    }

    fn authorization(&self, need: &Need<'_>) -> Result<Authorization, CredentialError> {
        let key = self.0.expose();
        match need.scheme(takes_key).map(|used| used.scheme.kind) {
            Some(SecuritySchemeKind::ApiKeyHeader(name)) => {
                let name = HeaderName::try_from(name).map_err(|error| {
                    CredentialError::new("the scheme names no header").caused_by(error)
                })?;
                Authorization::header(name, key)
            }
            Some(SecuritySchemeKind::ApiKeyQuery(name)) => Ok(Authorization::query(name, key)),
            Some(SecuritySchemeKind::ApiKeyCookie(name)) => Authorization::cookie(name, key),
            Some(SecuritySchemeKind::Basic | SecuritySchemeKind::OAuth2) | None => need.unmatched(),
        }
    }
}

fn takes_key(kind: SecuritySchemeKind) -> bool {
    match kind {
        SecuritySchemeKind::ApiKeyHeader(_)
        | SecuritySchemeKind::ApiKeyQuery(_)
        | SecuritySchemeKind::ApiKeyCookie(_) => true,
        SecuritySchemeKind::Basic | SecuritySchemeKind::OAuth2 => false,
    }
}

impl Credential for ApiKey {
    fn authorize<'a>(
        &'a self,
        need: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        Box::pin(ready(self.authorization(need)))
    }
}

//! A token that the user already has.

use std::future::ready;

use super::super::operation::SecuritySchemeKind;
use super::super::secret::Secret;
use super::{Authorization, BoxFuture, Credential, CredentialError, Need};

/// A token, sent as `Authorization: Bearer` (RFC 6750). It is not renewed.
///
/// It fits every operation that accepts an OAuth 2 scheme or a key in the header `Authorization`.
#[derive(Clone, Debug)]
pub struct BearerToken(Secret);

impl BearerToken {
    /// A token without the word `Bearer`.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self(token.into())
    }

    fn authorization(&self, need: &Need<'_>) -> Result<Authorization, CredentialError> {
        match need.scheme(takes_token) {
            Some(_) => Authorization::bearer(self.0.expose()),
            None => need.unmatched(),
        }
    }
}

fn takes_token(kind: SecuritySchemeKind) -> bool {
    match kind {
        SecuritySchemeKind::OAuth2 => true,
        SecuritySchemeKind::ApiKeyHeader(name) => name.eq_ignore_ascii_case("authorization"),
        SecuritySchemeKind::Basic
        | SecuritySchemeKind::ApiKeyQuery(_)
        | SecuritySchemeKind::ApiKeyCookie(_) => false,
    }
}

impl Credential for BearerToken {
    fn authorize<'a>(
        &'a self,
        need: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        Box::pin(ready(self.authorization(need)))
    }
}

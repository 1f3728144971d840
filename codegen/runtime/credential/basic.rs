//! User name and password.

use std::fmt;
use std::future::ready;

use http::header::AUTHORIZATION;

use super::super::binary::base64;
use super::super::operation::SecuritySchemeKind;
use super::super::secret::Secret;
use super::{Authorization, BoxFuture, Credential, CredentialError, Need};

/// User name and password, sent as `Authorization: Basic` (RFC 7617).
///
/// It fits every operation that accepts a `basic` scheme, be it together with another one that shares the header.
#[derive(Clone)]
pub struct BasicCredential {
    user: String,
    password: Secret,
}

impl BasicCredential {
    /// A user name, which cannot contain a colon, and a password.
    pub fn new(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            user: user.into(),
            password: password.into(),
        }
    }

    fn authorization(&self, need: &Need<'_>) -> Result<Authorization, CredentialError> {
        if need
            .scheme(|kind| kind == SecuritySchemeKind::Basic)
            .is_none()
        {
            return need.unmatched();
        }
        if self.user.contains(':') {
            return Err(CredentialError::new(
                "a user name with a colon cannot be sent (RFC 7617)",
            ));
        }
        let pair = format!("{}:{}", self.user, self.password.expose());
        Authorization::header(AUTHORIZATION, &format!("Basic {}", base64(pair.as_bytes())))
    }
}

impl Credential for BasicCredential {
    fn authorize<'a>(
        &'a self,
        need: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        Box::pin(ready(self.authorization(need)))
    }
}

impl fmt::Debug for BasicCredential {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("BasicCredential(…)")
    }
}

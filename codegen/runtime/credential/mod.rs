//! Proof of who is asking. Invariant: a credential is asked only for operations that declare a security requirement,
//! and what it gives is sent to the origin of the endpoint only.

mod api_key;
mod basic;
mod bearer;

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use url::Url;

pub use api_key::ApiKey;
pub use basic::BasicCredential;
pub use bearer::BearerToken;

use super::encode::{is_cookie_value, put_header};
use super::error::BoxError;
use super::operation::{Plan, SchemeUse, SecuritySchemeKind};

/// A future in a box.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something that can prove who is asking.
///
/// Its `Debug` must not show secrets.
pub trait Credential: fmt::Debug + Send + Sync {
    /// Gives what a request has to carry.
    ///
    /// # Errors
    ///
    /// The proof cannot be had; nothing is sent then.
    fn authorize<'a>(
        &'a self,
        need: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>>;

    /// Is called when the service refused a request with 401, at most once per request. The headers are those of the
    /// refusal, among them `WWW-Authenticate`. With an answer the request is sent once more; with `None`, which is the
    /// default, the refusal is the result.
    ///
    /// A request whose body is a stream cannot be sent again: its credential is asked all the same, so that it can
    /// forget what was refused, and the refusal is the result whatever it answers.
    ///
    /// # Errors
    ///
    /// The proof cannot be had; the request is not sent again then, and the error has the status and the headers of the
    /// refusal.
    fn challenged<'a>(
        &'a self,
        need: &'a Need<'a>,
        headers: &'a HeaderMap,
    ) -> BoxFuture<'a, Result<Option<Authorization>, CredentialError>> {
        let _ = (need, headers);
        Box::pin(ready(Ok(None)))
    }
}

/// Implements [`Credential`] for what points to one.
macro_rules! credential_by_pointer {
    ($($pointer:ident),+) => {$(
        impl<T: Credential + ?Sized> Credential for $pointer<T> {
            fn authorize<'a>(
                &'a self,
                need: &'a Need<'a>,
            ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
                (**self).authorize(need)
            }

            fn challenged<'a>(
                &'a self,
                need: &'a Need<'a>,
                headers: &'a HeaderMap,
            ) -> BoxFuture<'a, Result<Option<Authorization>, CredentialError>> {
                (**self).challenged(need, headers)
            }
        }
    )+};
}

credential_by_pointer!(Arc, Box);

/// What a request is, for a [`Credential`].
#[derive(Clone, Copy)]
pub struct Need<'a> {
    pub(super) plan: &'a Plan,
    pub(super) url: &'a Url,
}

impl Need<'_> {
    /// The `operationId`.
    pub fn operation(&self) -> &'static str {
        self.plan.id
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.plan.method
    }

    /// Where the request goes.
    pub fn url(&self) -> &Url {
        self.url
    }

    /// What the operation accepts: one of these, each all of its schemes. Never empty; an empty alternative means that it
    /// accepts requests without a credential.
    pub fn alternatives(&self) -> &'static [&'static [SchemeUse]] {
        self.plan.security
    }

    /// The first scheme that fulfills a condition and is enough for the operation: all others of its alternative are
    /// proven in the same place, so that there can be one of them only.
    pub fn scheme(&self, condition: fn(SecuritySchemeKind) -> bool) -> Option<&'static SchemeUse> {
        self.alternatives().iter().find_map(|alternative| {
            let used = alternative
                .iter()
                .find(|used| condition(used.scheme.kind))?;
            alternative
                .iter()
                .all(|other| same_place(used.scheme.kind, other.scheme.kind))
                .then_some(used)
        })
    }

    /// What a credential gives that fits none of the schemes: nothing where the operation accepts that, else the error
    /// of [`unsupported`](Self::unsupported).
    ///
    /// # Errors
    ///
    /// The operation does not accept requests without a credential.
    pub fn unmatched(&self) -> Result<Authorization, CredentialError> {
        if self.alternatives().iter().any(|schemes| schemes.is_empty()) {
            Ok(Authorization::none())
        } else {
            Err(self.unsupported())
        }
    }

    /// The error for a credential that fits none of the schemes.
    pub fn unsupported(&self) -> CredentialError {
        let mut message = "the credential fits none of the operation's schemes:".to_owned();
        for used in self.alternatives().concat() {
            message.push(' ');
            message.push_str(used.scheme.name);
        }
        CredentialError::new(message)
    }
}

/// Whether two schemes share the header or the query parameter of their proof.
fn same_place(one: SecuritySchemeKind, other: SecuritySchemeKind) -> bool {
    match (header_of(one), header_of(other)) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        (None, None) => one == other,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn header_of(kind: SecuritySchemeKind) -> Option<&'static str> {
    match kind {
        SecuritySchemeKind::Basic | SecuritySchemeKind::OAuth2 => Some("authorization"),
        SecuritySchemeKind::ApiKeyHeader(name) => Some(name),
        SecuritySchemeKind::ApiKeyQuery(_) | SecuritySchemeKind::ApiKeyCookie(_) => None,
    }
}

impl fmt::Debug for Need<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Need")
            .field("operation", &self.operation())
            .field("method", self.method())
            .field("path", &self.url.path())
            .field("alternatives", &self.alternatives())
            .finish_non_exhaustive()
    }
}

/// What a request has to carry.
#[derive(Clone, Default)]
pub struct Authorization {
    pub(super) headers: HeaderMap,
    pub(super) query: Vec<(String, String)>,
}

impl Authorization {
    /// Nothing: the request is sent as it is.
    pub fn none() -> Self {
        Self::default()
    }

    /// `Authorization: Bearer` with this token.
    ///
    /// # Errors
    ///
    /// The token has characters that a header cannot have.
    pub fn bearer(token: &str) -> Result<Self, CredentialError> {
        Self::header(AUTHORIZATION, &format!("Bearer {token}"))
    }

    /// A header. It is marked as sensitive, so that HTTP libraries do not log it.
    ///
    /// # Errors
    ///
    /// The value has characters that a header cannot have.
    pub fn header(name: HeaderName, value: &str) -> Result<Self, CredentialError> {
        let mut value = HeaderValue::from_str(value).map_err(|_| {
            CredentialError::new("the credential has characters that a header cannot have")
        })?;
        value.set_sensitive(true);
        let mut authorization = Self::none();
        authorization.headers.insert(name, value);
        Ok(authorization)
    }

    /// A cookie, as the service gave it: nothing of it is encoded. It is sent beside those that the request has.
    ///
    /// # Errors
    ///
    /// The name or the value has characters that a cookie cannot have.
    pub fn cookie(name: &str, value: &str) -> Result<Self, CredentialError> {
        if !is_cookie_value(value) {
            return Err(CredentialError::new(
                "the credential has characters that a cookie cannot have",
            ));
        }
        Self::header(COOKIE, &format!("{name}={value}"))
    }

    /// A query parameter, not encoded yet.
    pub fn query(name: impl Into<String>, value: impl Into<String>) -> Self {
        let mut authorization = Self::none();
        authorization.query.push((name.into(), value.into()));
        authorization
    }

    /// This and another one, for an operation that asks for several schemes at once. Of two with the same header or
    /// query parameter the other one is sent; cookies are sent side by side.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (name, value) in &other.headers {
            put_header(&mut self.headers, name, value);
        }
        self.query.extend(other.query);
        self
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Authorization(…)")
    }
}

/// Why a credential could not be had.
#[derive(Debug)]
pub struct CredentialError {
    message: String,
    source: Option<BoxError>,
}

impl CredentialError {
    /// An error with a message, which must not contain secrets.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    /// Adds what caused it.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for CredentialError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.source {
            Some(source) => Some(source.as_ref()),
            None => None,
        }
    }
}

//! An operation as data: all that a request of it always has. One static per operation is all that generated code keeps,
//! so that one more operation costs no code.

use http::{Method, StatusCode};

use super::credential::BoxFuture;
use super::error::Failure;
use super::send::{Outgoing, Raw};

/// An operation of the API.
pub struct Operation {
    /// `operationId`; it stands in front of every error message.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The value of `Accept`; empty to send none.
    pub accept: &'static str,
    /// The statuses that mean success; empty for any 2xx.
    pub success: &'static [u16],
    /// Whether a redirect is part of the operation.
    pub redirects: Redirects,
    /// What it needs to be allowed: one of these, each all of its schemes. Empty: a credential is never sent.
    pub security: &'static [&'static [SchemeUse]],
}

/// Reads the body of a failure, if it is one that the document describes.
///
/// It stands apart from [`Operation`] so that the types of error bodies are compiled where requests are sent, and not
/// into the client.
pub type ReadError<E> = fn(StatusCode, &[u8]) -> Option<E>;

/// Whether the redirects of an operation are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Redirects {
    /// A redirect of a `GET` or `HEAD` is followed, one of another method is not, unless the client's options say
    /// otherwise.
    Follow,
    /// A redirect is a failure.
    Fail,
}

/// A way to prove who is asking, as the API declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SecurityScheme {
    /// Its name in the document.
    pub name: &'static str,
    /// Where the proof is put.
    pub kind: SecuritySchemeKind,
}

impl SecurityScheme {
    /// A scheme with the name that the document gives it.
    pub const fn new(name: &'static str, kind: SecuritySchemeKind) -> Self {
        Self { name, kind }
    }
}

/// Where a [`SecurityScheme`] puts its proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecuritySchemeKind {
    /// User name and password in `Authorization` (RFC 7617).
    Basic,
    /// A key in this header.
    ApiKeyHeader(&'static str),
    /// A key in this query parameter.
    ApiKeyQuery(&'static str),
    /// A key in this cookie.
    ApiKeyCookie(&'static str),
    /// A bearer token in `Authorization` (RFC 6750).
    OAuth2,
}

/// A scheme with the scopes that an operation asks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SchemeUse {
    /// The scheme.
    pub scheme: &'static SecurityScheme,
    /// The scopes; empty for a scheme that knows none.
    pub scopes: &'static [&'static str],
}

impl SchemeUse {
    /// A use of a scheme.
    pub const fn new(scheme: &'static SecurityScheme, scopes: &'static [&'static str]) -> Self {
        Self { scheme, scopes }
    }
}

/// Where the result of a long-running operation stands when its service says that it has succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FinalState {
    /// Where the rules of Azure Resource Manager put it: `PUT` and `PATCH` are followed by a `GET` of the resource, a
    /// `POST` by one of its `Location` if it has one, and a `DELETE` by nothing.
    ByMethod,
    /// In the last reply that said how far the operation is (`azure-async-operation`, `operation-location`).
    StatusMonitor,
    /// Behind the `Location` of the first reply (`location`).
    Location,
    /// In the resource that the first request was sent to (`original-uri`).
    OriginalUri,
}

/// How a long-running operation is waited for, where the caller of a request asks for its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) wait: fn(Outgoing, FinalState) -> BoxFuture<'static, Result<Raw, Failure>>,
    pub(super) final_state: FinalState,
}

/// How a list is written where there is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Collection {
    /// Joined by a comma.
    Csv,
    /// Joined by a space.
    Ssv,
    /// Joined by a tab.
    Tsv,
    /// Joined by `|`.
    Pipes,
    /// The name repeated for each element.
    Multi,
}

/// What of an [`Operation`] a request needs until its end, and what was decided for this one request.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) id: &'static str,
    pub(super) method: Method,
    pub(super) accept: &'static str,
    pub(super) success: &'static [u16],
    pub(super) redirects: Redirects,
    pub(super) security: &'static [&'static [SchemeUse]],
    pub(super) ending: Option<Ending>,
    /// The header that names the request in the logs of the service.
    pub(super) request_id: Option<&'static str>,
    /// The parts of the URL that are secret.
    pub(super) secrets: Secrets,
}

/// What of a URL must not be written down.
#[derive(Clone, Debug, Default)]
pub(super) struct Secrets {
    /// The names of the pairs of the query whose values are secret.
    pub(super) query: Vec<String>,
    /// The names of the values that are secret and stand in the path.
    pub(super) path: Vec<&'static str>,
}

impl Plan {
    /// Whether the document calls this status a success.
    pub(super) fn is_success(&self, status: StatusCode) -> bool {
        match self.success {
            [] => status.is_success(),
            statuses => statuses.contains(&status.as_u16()),
        }
    }
}

impl Operation {
    pub(super) fn plan(&self) -> Plan {
        Plan {
            id: self.id,
            method: self.method.clone(),
            accept: self.accept,
            success: self.success,
            redirects: self.redirects,
            security: self.security,
            ending: None,
            request_id: None,
            secrets: Secrets::default(),
        }
    }
}

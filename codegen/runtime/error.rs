//! What went wrong. [`Failure`] holds everything that does not depend on the API's error type, [`Error`] adds the
//! decoded error body. Invariant: neither `Display` nor `Debug` shows a body, a header or the query of a URL.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::operation::ReadError;
use super::response::service_request_id;
use super::retry::is_passing;

/// A boxed error of any type.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// How much of the body of a reply that means failure [`Error::raw_body`] keeps.
const RAW_BODY_LIMIT: usize = 2048;

/// The failure of an operation. `E` is the error body that the document describes.
///
/// It is one pointer wide, so that `Result`s stay small. `Display` says which operation failed and how; it contains no
/// header, body or query string, and does not repeat [`source`](StdError::source).
pub struct Error<E>(Box<Inner<E>>);

struct Inner<E> {
    failure: Failure,
    service: Option<E>,
}

impl<E> Error<E> {
    /// What kind of failure it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.failure.0.kind
    }

    /// The status of the reply, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.failure.0.status
    }

    /// The error body of the service, if it sent one that the document describes.
    pub fn service(&self) -> Option<&E> {
        self.0.service.as_ref()
    }

    /// The error body of the service, for good.
    pub fn into_service(self) -> Option<E> {
        self.0.service
    }

    /// The first 2 KiB of the body of a reply that means failure, or the whole body of a successful one that could not
    /// be decoded; empty for every other failure. It may contain secrets; do not log it.
    pub fn raw_body(&self) -> &[u8] {
        &self.0.failure.0.body
    }

    /// The headers of the reply, if there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.failure.0.headers.as_ref()
    }

    /// What the service calls this request in its logs: `x-ms-request-id` or `x-request-id`.
    pub fn request_id(&self) -> Option<&str> {
        service_request_id(self.headers()?)
    }

    /// What the client called this request, where the operation has a header for that.
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.failure.0.request_id.as_ref()?.to_str().ok()
    }

    /// Whether the same request may succeed a little later: no connection, a connection that was lost, a time-out, or
    /// one of the statuses 408, 429, 500, 502, 503 and 504. The client has then tried again already, as often as its
    /// [`Retries`](super::retry::Retries) say.
    ///
    /// For an operation that is not idempotent, look at [`request_was_sent`](Self::request_was_sent) too.
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect
            | ErrorKind::Timeout
            | ErrorKind::Transport
            | ErrorKind::IncompleteBody => true,
            ErrorKind::Service => self.status().is_some_and(is_passing),
            ErrorKind::BadParameter
            | ErrorKind::Configuration
            | ErrorKind::Credential
            | ErrorKind::Tls
            | ErrorKind::RequestBody
            | ErrorKind::Redirect
            | ErrorKind::ResponseTooLarge
            | ErrorKind::Decode
            | ErrorKind::PageLoop
            | ErrorKind::LongRunning
            | ErrorKind::Untrusted => false,
        }
    }

    /// Whether the request, or a part of it, may have reached the service. `false` means that certainly nothing was
    /// sent.
    pub fn request_was_sent(&self) -> bool {
        self.0.failure.0.sent
    }

    /// The `operationId` of the operation that failed; `None` when a client could not be made.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.failure.0.operation
    }

    /// Where the service wanted to redirect to, as it wrote it: the `Location` of an [`ErrorKind::Redirect`].
    ///
    /// It may contain a signature that gives access to what it points to; do not log it.
    pub fn location(&self) -> Option<&str> {
        self.0.failure.0.location.as_deref()
    }

    /// Adds the error body of the service.
    pub(super) fn with_service(mut self, service: Option<E>) -> Self {
        self.0.service = service;
        self
    }
}

/// What kind of failure an [`Error`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument cannot be sent: the message names it. Nothing was sent.
    BadParameter,
    /// A client cannot be made of its options: the message says which one is wrong.
    Configuration,
    /// The credential failed, or none of the schemes that the operation accepts is its own.
    Credential,
    /// There is no connection to the service. Nothing was sent.
    Connect,
    /// There is no secure connection to the service: it does not speak TLS, or its certificate is not accepted. Nothing
    /// was sent.
    Tls,
    /// Nothing moved for longer than the time-out of the client's options.
    Timeout,
    /// The connection was lost before there was a reply, or the reply is no HTTP.
    Transport,
    /// The stream that the caller gave as a body failed, or did not have its announced length.
    RequestBody,
    /// The service answered with a status that means failure, or with a success that the document does not describe.
    Service,
    /// The service redirects to where the client does not follow.
    Redirect,
    /// The reply is longer than the limit of the client's options.
    ResponseTooLarge,
    /// The reply ended before its end.
    IncompleteBody,
    /// The reply is not what the document describes: the message names the place.
    Decode,
    /// The pages of a list come back to a page that was there before.
    PageLoop,
    /// The service says that a long-running operation has failed or was canceled.
    LongRunning,
    /// The service handed out a URL to which this client sends nothing.
    Untrusted,
}

/// A failure without the error body of the service.
pub struct Failure(Box<Details>);

struct Details {
    kind: ErrorKind,
    message: Cow<'static, str>,
    operation: Option<&'static str>,
    status: Option<StatusCode>,
    headers: Option<HeaderMap>,
    body: Bytes,
    error_part: Option<Bytes>,
    location: Option<String>,
    request_id: Option<HeaderValue>,
    source: Option<BoxError>,
    sent: bool,
}

impl Failure {
    pub(super) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        let sent = match kind {
            ErrorKind::BadParameter
            | ErrorKind::Configuration
            | ErrorKind::Connect
            | ErrorKind::Tls => false,
            ErrorKind::Credential
            | ErrorKind::Timeout
            | ErrorKind::Transport
            | ErrorKind::RequestBody
            | ErrorKind::Service
            | ErrorKind::Redirect
            | ErrorKind::ResponseTooLarge
            | ErrorKind::IncompleteBody
            | ErrorKind::Decode
            | ErrorKind::PageLoop
            | ErrorKind::LongRunning
            | ErrorKind::Untrusted => true,
        };
        Self(Box::new(Details {
            kind,
            message: message.into(),
            operation: None,
            status: None,
            headers: None,
            body: Bytes::new(),
            error_part: None,
            location: None,
            request_id: None,
            source: None,
            sent,
        }))
    }

    pub(super) fn bad_parameter(name: &str, problem: &str) -> Self {
        Self::new(
            ErrorKind::BadParameter,
            format!("the parameter `{name}` {problem}"),
        )
    }

    /// Says that nothing was sent, where the kind alone does not say so.
    pub(super) fn unsent(mut self) -> Self {
        self.0.sent = false;
        self
    }

    /// Says that something was sent, whatever the kind says: by an attempt before the last one.
    pub(super) fn sent(mut self) -> Self {
        self.0.sent = true;
        self
    }

    pub(super) fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    pub(super) fn was_sent(&self) -> bool {
        self.0.sent
    }

    pub(super) fn caused_by(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Names the operation, unless an inner layer has done so.
    pub(super) fn of(mut self, operation: &'static str) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

    pub(super) fn reply(mut self, status: StatusCode, headers: HeaderMap) -> Self {
        self.0.status = Some(status);
        self.0.headers = Some(headers);
        self
    }

    pub(super) fn body(mut self, body: Bytes) -> Self {
        self.0.body = body;
        self
    }

    /// The part of the body that may be an error body where the whole is none.
    pub(super) fn error_part(mut self, part: Option<Bytes>) -> Self {
        self.0.error_part = part;
        self
    }

    pub(super) fn location(mut self, location: Option<&str>) -> Self {
        self.0.location = location.map(str::to_owned);
        self
    }

    /// Says what the client called the request, unless an inner layer has done so.
    pub(super) fn request_id(mut self, id: Option<HeaderValue>) -> Self {
        self.0.request_id = self.0.request_id.or(id);
        self
    }

    /// The error body of the service, if it sent one that the document describes.
    pub(super) fn service<E>(&self, read: ReadError<E>) -> Option<E> {
        let is_from_service = matches!(self.kind(), ErrorKind::Service | ErrorKind::LongRunning);
        let status = self.0.status.filter(|_| is_from_service)?;
        let in_part = || read(status, self.0.error_part.as_deref()?);
        read(status, &self.0.body).or_else(in_part)
    }
}

impl<E> From<Failure> for Error<E> {
    fn from(mut failure: Failure) -> Self {
        // The body of a success is all that is left of it when it cannot be decoded: what was done may be in there.
        if failure.0.kind == ErrorKind::Service && failure.0.body.len() > RAW_BODY_LIMIT {
            // A copy, since a slice would keep the whole body in memory.
            failure.0.body = Bytes::copy_from_slice(&failure.0.body[..RAW_BODY_LIMIT]);
        }
        Self(Box::new(Inner {
            failure,
            service: None,
        }))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(formatter, "{operation}: ")?;
        }
        formatter.write_str(&self.0.message)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Failure")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("message", &self.0.message)
            .field("status", &self.0.status)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Failure {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.source {
            Some(source) => Some(source.as_ref()),
            None => None,
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.failure, formatter)
    }
}

impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Error")
            .field("failure", &self.0.failure)
            .field("has_service", &self.0.service.is_some())
            .finish()
    }
}

impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.failure.source()
    }
}

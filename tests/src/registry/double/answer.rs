//! Replies, and the error bodies of the distribution specification as Distribution 2.8.2 writes them.

use std::convert::Infallible;
use std::fmt::Display;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};
use http_body::Frame;
use serde_json::{Value, json};

pub(super) type Response = http::Response<Body>;

/// A reply in the making.
pub(super) struct Answer {
    status: StatusCode,
    /// Boxed, since an answer is often the error of a `Result`.
    headers: Box<HeaderMap>,
    body: Payload,
}

enum Payload {
    Bytes(Bytes),
    /// The headers promise a body, and the connection ends before it.
    BrokenPromise,
}

impl Answer {
    /// A reply without a body.
    pub(super) fn new(status: StatusCode) -> Self {
        Self {
            status,
            headers: Box::default(),
            body: Payload::Bytes(Bytes::new()),
        }
    }

    /// A JSON reply, with the line feed that Go's encoder ends with.
    pub(super) fn json(status: StatusCode, body: &Value) -> Self {
        Self::new(status)
            .header("content-type", "application/json; charset=utf-8")
            .body(format!("{body}\n"))
    }

    /// The reply of Go's own router: plain text.
    pub(super) fn plain(status: StatusCode, text: &str) -> Self {
        Self::new(status)
            .header("content-type", "text/plain; charset=utf-8")
            .header("x-content-type-options", "nosniff")
            .body(format!("{text}\n"))
    }

    /// The reply to a path that has no meaning.
    pub(super) fn page_not_found() -> Self {
        Self::plain(StatusCode::NOT_FOUND, "404 page not found")
    }

    /// The reply to a method that the resource does not have.
    pub(super) fn method_not_allowed(allowed: &str) -> Self {
        Self::plain(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed").header("allow", allowed)
    }

    pub(super) fn header(mut self, name: &'static str, value: impl Display) -> Self {
        let value = HeaderValue::try_from(value.to_string()).expect("a header value");
        self.headers.insert(name, value);
        self
    }

    pub(super) fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Payload::Bytes(body.into());
        self
    }

    /// Promises `length` bytes and sends none: Distribution's habit with 416.
    pub(super) fn broken_promise(mut self, length: usize) -> Self {
        self.body = Payload::BrokenPromise;
        self.header("content-length", length)
    }

    pub(super) fn status(&self) -> StatusCode {
        self.status
    }

    pub(super) fn into_response(self) -> Response {
        let body = match self.body {
            Payload::Bytes(bytes) => Body::from(bytes),
            Payload::BrokenPromise => Body::new(NoBody::default()),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = *self.headers;
        response
    }
}

/// An error of the distribution specification: its code, its text and the status it comes with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fault {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

impl Fault {
    const fn new(status: StatusCode, code: &'static str, message: &'static str) -> Self {
        Self {
            status,
            code,
            message,
        }
    }

    /// The same error with another text.
    pub(super) const fn message(self, message: &'static str) -> Self {
        Self { message, ..self }
    }

    /// The reply that holds this error, without a detail.
    pub(super) fn answer(self) -> Answer {
        Answer::json(self.status, &json!({"errors": [self.error()]}))
    }

    /// The reply that holds this error with a detail, which can be any JSON.
    pub(super) fn with_detail(self, detail: &Value) -> Answer {
        Answer::json(self.status, &json!({"errors": [self.error_about(detail)]}))
    }

    /// The entry in a list of errors.
    pub(super) fn error(self) -> Value {
        json!({"code": self.code, "message": self.message})
    }

    /// The entry in a list of errors, with a detail.
    pub(super) fn error_about(self, detail: &Value) -> Value {
        json!({"code": self.code, "message": self.message, "detail": detail})
    }
}

pub(super) const BLOB_UNKNOWN: Fault = Fault::new(
    StatusCode::NOT_FOUND,
    "BLOB_UNKNOWN",
    "blob unknown to registry",
);
pub(super) const BLOB_UPLOAD_INVALID: Fault = Fault::new(
    StatusCode::NOT_FOUND,
    "BLOB_UPLOAD_INVALID",
    "blob upload invalid",
);
pub(super) const BLOB_UPLOAD_UNKNOWN: Fault = Fault::new(
    StatusCode::NOT_FOUND,
    "BLOB_UPLOAD_UNKNOWN",
    "blob upload unknown to registry",
);
pub(super) const DIGEST_INVALID: Fault = Fault::new(
    StatusCode::BAD_REQUEST,
    "DIGEST_INVALID",
    "provided digest did not match uploaded content",
);
pub(super) const MANIFEST_BLOB_UNKNOWN: Fault = Fault::new(
    StatusCode::BAD_REQUEST,
    "MANIFEST_BLOB_UNKNOWN",
    "blob unknown to registry",
);
pub(super) const MANIFEST_INVALID: Fault = Fault::new(
    StatusCode::BAD_REQUEST,
    "MANIFEST_INVALID",
    "manifest invalid",
);
pub(super) const MANIFEST_UNKNOWN: Fault = Fault::new(
    StatusCode::NOT_FOUND,
    "MANIFEST_UNKNOWN",
    "manifest unknown",
);
pub(super) const NAME_UNKNOWN: Fault = Fault::new(
    StatusCode::NOT_FOUND,
    "NAME_UNKNOWN",
    "repository name not known to registry",
);
pub(super) const PAGINATION_NUMBER_INVALID: Fault = Fault::new(
    StatusCode::BAD_REQUEST,
    "PAGINATION_NUMBER_INVALID",
    "invalid number of results requested",
);
pub(super) const RANGE_INVALID: Fault = Fault::new(
    StatusCode::RANGE_NOT_SATISFIABLE,
    "RANGE_INVALID",
    "invalid content range",
);
pub(super) const TAG_UNKNOWN: Fault = Fault::new(
    StatusCode::NOT_FOUND,
    "TAG_UNKNOWN",
    "the specified tag does not exist",
);
pub(super) const UNAUTHORIZED: Fault = Fault::new(
    StatusCode::UNAUTHORIZED,
    "UNAUTHORIZED",
    "authentication required",
);
pub(super) const UNSUPPORTED: Fault = Fault::new(
    StatusCode::BAD_REQUEST,
    "UNSUPPORTED",
    "The operation is unsupported.",
);
pub(super) const UNKNOWN: Fault = Fault::new(
    StatusCode::INTERNAL_SERVER_ERROR,
    "UNKNOWN",
    "unknown error",
);

/// A body of unknown length that ends without a byte, once the headers are out.
#[derive(Default)]
struct NoBody {
    waited: bool,
}

impl http_body::Body for NoBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.waited {
            return Poll::Ready(None);
        }
        // A pause makes the server send the headers before it finds that the body is too short.
        self.waited = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

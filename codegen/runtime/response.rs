//! A successful reply as the caller gets it.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::reply::Whole;

/// A successful reply: its body and its typed headers.
#[derive(Clone)]
pub struct Response<B, H = ()> {
    pub(super) whole: Whole,
    pub(super) headers: H,
    pub(super) body: B,
}

impl<B, H> Response<B, H> {
    /// The status.
    pub fn status(&self) -> StatusCode {
        self.whole.status
    }

    /// The body.
    pub fn body(&self) -> &B {
        &self.body
    }

    /// The body, to have.
    pub fn into_body(self) -> B {
        self.body
    }

    /// The headers that the document describes.
    pub fn headers(&self) -> &H {
        &self.headers
    }

    /// All headers, as they came.
    pub fn raw_headers(&self) -> &HeaderMap {
        &self.whole.headers
    }

    /// The body of a JSON or text reply byte for byte, such as a digest is taken of; empty for a body that is streamed.
    pub fn bytes(&self) -> &Bytes {
        &self.whole.bytes
    }

    /// What the service calls this request in its logs: `x-ms-request-id` or `x-request-id`.
    pub fn request_id(&self) -> Option<&str> {
        service_request_id(&self.whole.headers)
    }

    /// What the client called this request, where the operation has a header for that.
    pub fn client_request_id(&self) -> Option<&str> {
        self.whole.request_id.as_ref()?.to_str().ok()
    }

    /// Changes the body.
    pub fn map<C>(self, change: impl FnOnce(B) -> C) -> Response<C, H> {
        Response {
            whole: self.whole,
            headers: self.headers,
            body: change(self.body),
        }
    }

    /// The body and the typed headers, to have.
    pub fn into_parts(self) -> (B, H) {
        (self.body, self.headers)
    }
}

/// What a service calls a request in its logs.
pub(super) fn service_request_id(headers: &HeaderMap) -> Option<&str> {
    let id = headers
        .get("x-ms-request-id")
        .or_else(|| headers.get("x-request-id"))?;
    id.to_str().ok()
}

impl<B: fmt::Debug, H> fmt::Debug for Response<B, H> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers contain cookies and URLs with signatures.
        formatter
            .debug_struct("Response")
            .field("status", &self.whole.status)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

//! One request as the handlers see it: read to its end, its path decoded, its query split.

use std::borrow::Cow;
use std::future::poll_fn;
use std::pin::Pin;

use axum::body::Body;
use axum::extract::Request;
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method, Uri};
use http_body::Body as _;
use percent_encoding::percent_decode_str;
use url::form_urlencoded;

/// A request.
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// Whether the body ended where its framing says.
    pub(super) end: BodyEnd,
}

/// How a request's body ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyEnd {
    /// All of it came.
    Complete,
    /// The connection broke; `body` is what came before.
    Cut,
}

impl Call {
    pub(super) async fn read(request: Request) -> Self {
        let (parts, body) = request.into_parts();
        let (body, end) = read_body(body).await;
        Self {
            method: parts.method,
            uri: parts.uri,
            headers: parts.headers,
            body,
            end,
        }
    }

    /// The decoded path: `%2F` is a slash like any other, as in Distribution.
    pub(super) fn path(&self) -> Cow<'_, str> {
        percent_decode_str(self.uri.path()).decode_utf8_lossy()
    }

    /// The path and the query as they were sent.
    pub(super) fn target(&self) -> &str {
        self.uri
            .path_and_query()
            .map_or("", http::uri::PathAndQuery::as_str)
    }

    /// The first value of a query parameter, decoded.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        let query = self.uri.query().unwrap_or_default();
        first_value(query.as_bytes(), name)
    }

    /// All values of a query parameter, decoded.
    pub(super) fn query_all(&self, name: &str) -> Vec<String> {
        let query = self.uri.query().unwrap_or_default();
        all_values(query.as_bytes(), name)
    }

    /// The first value of a form field.
    pub(super) fn form(&self, name: &str) -> Option<String> {
        first_value(&self.body, name)
    }

    /// All values of a form field.
    pub(super) fn form_all(&self, name: &str) -> Vec<String> {
        all_values(&self.body, name)
    }

    /// A header's value, when it is text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The media type of the body, without its parameters.
    pub(super) fn media_type(&self) -> &str {
        let value = self.header("content-type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim()
    }

    /// Whether the client has the version that `digest` names already.
    pub(super) fn has_version(&self, digest: &str) -> bool {
        self.header("if-none-match")
            .is_some_and(|etag| etag.trim_matches('"') == digest)
    }
}

fn first_value(encoded: &[u8], name: &str) -> Option<String> {
    form_urlencoded::parse(encoded)
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

fn all_values(encoded: &[u8], name: &str) -> Vec<String> {
    form_urlencoded::parse(encoded)
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .collect()
}

async fn read_body(mut body: Body) -> (Bytes, BodyEnd) {
    let mut bytes = BytesMut::new();
    loop {
        match poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            None => return (bytes.freeze(), BodyEnd::Complete),
            Some(Err(_)) => return (bytes.freeze(), BodyEnd::Cut),
            Some(Ok(frame)) => {
                if let Ok(data) = frame.into_data() {
                    bytes.extend_from_slice(&data);
                }
            }
        }
    }
}

//! The storage host behind a redirected blob: it takes the permission in the URL and refuses any other.

use http::{Method, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::answer::Answer;
use super::blobs::serve_bytes;
use super::call::Call;
use super::state::Registry;

/// The signature that a storage URL carries; `%3D` has to arrive as it was given.
const SIGNATURE: &str = "sv=2019-02-02&sig=bWVhZG93JTIwbGFyaw%3D%3D";

/// The path and query under which storage has a blob.
pub(super) fn path(name: &str, digest: &str) -> String {
    let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
    format!("/{name}/{digest}?{SIGNATURE}")
}

/// Answers one request to the storage host.
pub(super) fn answer(registry: &mut Registry, call: &Call) -> Answer {
    if call.headers.contains_key("authorization") {
        return refused("InvalidAuthenticationInfo");
    }
    if call.uri.query() != Some(SIGNATURE) {
        return refused("AuthenticationFailed");
    }
    if call.method != Method::GET && call.method != Method::HEAD {
        return Answer::method_not_allowed("GET, HEAD");
    }
    let path = call.path();
    let blob = path
        .trim_start_matches('/')
        .rsplit_once('/')
        .and_then(|(name, digest)| Some((registry.blob(name, digest)?, digest)));
    match blob {
        // No `Docker-Content-Digest` here: a client has to compare with the digest that it asked for.
        Some((blob, digest)) => serve_bytes(call, blob, digest)
            .header("x-ms-version", "2019-02-02")
            .header("x-ms-blob-type", "BlockBlob"),
        None => Answer::plain(StatusCode::NOT_FOUND, "BlobNotFound"),
    }
}

fn refused(code: &str) -> Answer {
    let body =
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code></Error>");
    Answer::new(StatusCode::BAD_REQUEST)
        .header("content-type", "application/xml")
        .body(body)
}

//! `/v2/{name}/blobs/{digest}`: GET, HEAD, ranges, DELETE, and the redirect to storage.

use bytes::Bytes;
use http::{Method, StatusCode};
use serde_json::json;

use super::BlobDelivery;
use super::answer::{Answer, BLOB_UNKNOWN};
use super::call::Call;
use super::state::Registry;

pub(super) fn answer(registry: &mut Registry, call: &Call, name: &str, digest: &str) -> Answer {
    match call.method {
        Method::GET | Method::HEAD => read(registry, call, name, digest),
        Method::DELETE => delete(registry, name, digest),
        _ => Answer::method_not_allowed("DELETE, GET, HEAD"),
    }
}

fn read(registry: &Registry, call: &Call, name: &str, digest: &str) -> Answer {
    let Some(blob) = registry.blob(name, digest) else {
        return BLOB_UNKNOWN.with_detail(&json!(digest));
    };
    match registry.options.blobs {
        BlobDelivery::Inline => serve_bytes(call, blob, digest)
            .header("cache-control", "max-age=31536000")
            .header("docker-content-digest", digest)
            .header("etag", format!("\"{digest}\"")),
        BlobDelivery::Redirected => redirect(registry, call, name, digest),
    }
}

/// The bytes, or the part of them that `Range` asks for, as Go's `http.ServeContent` sends them.
pub(super) fn serve_bytes(call: &Call, blob: &Bytes, digest: &str) -> Answer {
    if call.has_version(digest) {
        return Answer::new(StatusCode::NOT_MODIFIED);
    }
    let length = blob.len();
    match requested_range(call.header("range"), length) {
        Requested::All => content(StatusCode::OK, blob.clone()),
        Requested::Part { start, end } => {
            content(StatusCode::PARTIAL_CONTENT, blob.slice(start..end)).header(
                "content-range",
                format!("bytes {start}-{}/{length}", end - 1),
            )
        }
        Requested::Beyond => {
            unsatisfiable(length).header("content-range", format!("bytes */{length}"))
        }
        Requested::Malformed => unsatisfiable(length),
    }
}

fn content(status: StatusCode, bytes: Bytes) -> Answer {
    Answer::new(status)
        .header("accept-ranges", "bytes")
        .header("content-type", "application/octet-stream")
        .header("content-length", bytes.len())
        .body(bytes)
}

/// Distribution promises the whole blob with its 416, and then closes the connection.
fn unsatisfiable(length: usize) -> Answer {
    Answer::new(StatusCode::RANGE_NOT_SATISFIABLE)
        .header("content-type", "text/plain; charset=utf-8")
        .header("x-content-type-options", "nosniff")
        .broken_promise(length)
}

/// What a `Range` header asks for; `end` is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Requested {
    All,
    Part { start: usize, end: usize },
    Beyond,
    Malformed,
}

fn requested_range(header: Option<&str>, length: usize) -> Requested {
    let Some(header) = header else {
        return Requested::All;
    };
    let ends = header
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'));
    let Some((first, last)) = ends else {
        return Requested::Malformed;
    };
    match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(start), _) if start >= length => Requested::Beyond,
        (Ok(start), Ok(last)) if start <= last => Requested::Part {
            start,
            end: length.min(last.saturating_add(1)),
        },
        (Ok(start), Err(_)) if last.is_empty() => Requested::Part { start, end: length },
        (Err(_), Ok(count)) if first.is_empty() => Requested::Part {
            start: length.saturating_sub(count),
            end: length,
        },
        _ => Requested::Malformed,
    }
}

/// Azure sends blobs from storage, by a URL that carries its own permission.
fn redirect(registry: &Registry, call: &Call, name: &str, digest: &str) -> Answer {
    let path = super::storage::path(name, digest);
    let location = format!("{}{path}", registry.storage_url);
    let answer = Answer::new(StatusCode::TEMPORARY_REDIRECT).header("location", &location);
    if call.method == Method::GET {
        let href = location.replace('&', "&amp;");
        answer
            .header("content-type", "text/html; charset=utf-8")
            .body(format!("<a href=\"{href}\">Temporary Redirect</a>.\n\n"))
    } else {
        answer
    }
}

fn delete(registry: &mut Registry, name: &str, digest: &str) -> Answer {
    let repository = registry.repositories.get_mut(name);
    match repository.and_then(|repository| repository.blobs.remove(digest)) {
        Some(_) => Answer::new(StatusCode::ACCEPTED),
        None => BLOB_UNKNOWN.answer(),
    }
}

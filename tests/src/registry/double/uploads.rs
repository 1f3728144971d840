//! `/v2/{name}/blobs/uploads/…`: start and mount, chunks, status, finish, cancel.
//!
//! As in Distribution the state of an upload travels in the `_state` of its `Location`; it is new with every reply, and a
//! state whose offset is not the upload's size is refused.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::answer::{
    Answer, BLOB_UPLOAD_INVALID, BLOB_UPLOAD_UNKNOWN, DIGEST_INVALID, RANGE_INVALID, UNKNOWN,
};
use super::call::{BodyEnd, Call};
use super::state::{Registry, Upload};
use crate::digest::{is_digest, sha256};

/// Starts an upload, or mounts a blob of another repository in its place.
pub(super) fn start(registry: &mut Registry, call: &Call, name: &str) -> Answer {
    match call.method {
        Method::POST => mount(registry, call, name).unwrap_or_else(|| begin(registry, name)),
        Method::GET | Method::HEAD => BLOB_UPLOAD_UNKNOWN.answer(),
        _ => Answer::method_not_allowed("DELETE, GET, HEAD, PATCH, POST, PUT"),
    }
}

/// Serves an upload that was started.
pub(super) fn answer(registry: &mut Registry, call: &Call, name: &str, id: &str) -> Answer {
    if let Err(refusal) = check_state(registry, call, name, id) {
        return refusal;
    }
    match call.method {
        Method::GET | Method::HEAD => progress(registry, StatusCode::NO_CONTENT, name, id),
        Method::PATCH => append(registry, call, name, id),
        Method::PUT => finish(registry, call, name, id),
        Method::DELETE => {
            registry.uploads.remove(id);
            Answer::new(StatusCode::NO_CONTENT).header("docker-upload-uuid", id)
        }
        _ => Answer::method_not_allowed("DELETE, GET, HEAD, PATCH, POST, PUT"),
    }
}

/// 201 when the other repository has the blob; otherwise the caller starts an upload.
fn mount(registry: &mut Registry, call: &Call, name: &str) -> Option<Answer> {
    let (digest, source) = (call.query("mount")?, call.query("from")?);
    let blob = registry.blob(&source, &digest)?.clone();
    let repository = registry.repository_mut(name);
    repository.blobs.insert(digest.clone(), blob);
    Some(created(registry, name, &digest))
}

fn begin(registry: &mut Registry, name: &str) -> Answer {
    let id = registry.new_id();
    let upload = Upload {
        repository: name.to_owned(),
        bytes: bytes::BytesMut::new(),
    };
    registry.uploads.insert(id.clone(), upload);
    progress(registry, StatusCode::ACCEPTED, name, &id)
}

/// Where the upload goes on, and how far it is. `0-0` says that nothing or one byte is there.
fn progress(registry: &mut Registry, status: StatusCode, name: &str, id: &str) -> Answer {
    let size = registry
        .uploads
        .get(id)
        .map_or(0, |upload| upload.bytes.len());
    let state = seal(registry, name, id, size);
    let path = format!("/v2/{}/blobs/uploads/{id}?_state={state}", in_path(name));
    Answer::new(status)
        .header("docker-upload-uuid", id)
        .header("location", registry.location(&path))
        .header("range", format!("0-{}", size.saturating_sub(1)))
}

/// The name as a path holds it; only a space needs it.
fn in_path(name: &str) -> String {
    name.replace(' ', "%20")
}

/// The state of an upload as its `Location` carries it, ready for a query.
fn seal(registry: &mut Registry, name: &str, id: &str, size: usize) -> String {
    let serial = registry.next_serial();
    let state = json!({"Name": name, "UUID": id, "Offset": size, "Serial": serial});
    URL_SAFE.encode(state.to_string()).replace('=', "%3D")
}

/// Distribution's checks, in its order.
fn check_state(registry: &Registry, call: &Call, name: &str, id: &str) -> Result<(), Answer> {
    let state = call.query("_state").and_then(|state| unseal(&state));
    let Some(state) = state else {
        return Err(BLOB_UPLOAD_INVALID.with_detail(&json!({})));
    };
    if state["Name"] != name || state["UUID"] != id {
        return Err(BLOB_UPLOAD_INVALID.answer());
    }
    match registry.uploads.get(id) {
        Some(upload) if upload.repository != name || state["Offset"] != upload.bytes.len() => {
            Err(BLOB_UPLOAD_INVALID.answer())
        }
        Some(_) => Ok(()),
        None => Err(BLOB_UPLOAD_UNKNOWN.with_detail(&json!({}))),
    }
}

fn unseal(state: &str) -> Option<Value> {
    let bytes = URL_SAFE.decode(state).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn append(registry: &mut Registry, call: &Call, name: &str, id: &str) -> Answer {
    if !matches!(call.media_type(), "" | "application/octet-stream") {
        return UNKNOWN.with_detail(&json!({}));
    }
    let Some(upload) = registry.uploads.get_mut(id) else {
        return BLOB_UPLOAD_UNKNOWN.with_detail(&json!({}));
    };
    if !range_fits(call, upload.bytes.len()) {
        return RANGE_INVALID.answer();
    }
    // What came before the connection broke stays, as in Distribution.
    upload.bytes.extend_from_slice(&call.body);
    progress(registry, StatusCode::ACCEPTED, name, id)
}

/// Azure checks `Content-Range` and refuses the form of RFC 9110 (`bytes 0-9/*`); Distribution 2.8 does not look at it.
fn range_fits(call: &Call, size: usize) -> bool {
    let Some(range) = call.header("content-range") else {
        return true;
    };
    let Some((first, last)) = range.split_once('-') else {
        return false;
    };
    let (first, last) = (first.parse::<usize>(), last.parse::<usize>());
    first == Ok(size) && last.map(|last| last.saturating_add(1)) == Ok(size + call.body.len())
}

fn finish(registry: &mut Registry, call: &Call, name: &str, id: &str) -> Answer {
    let Some(digest) = call.query("digest").filter(|digest| !digest.is_empty()) else {
        return DIGEST_INVALID.with_detail(&json!("digest missing"));
    };
    if !is_digest(&digest) {
        return DIGEST_INVALID.with_detail(&json!("digest parsing failed"));
    }
    if call.end == BodyEnd::Cut {
        return UNKNOWN.with_detail(&json!({}));
    }
    let Some(upload) = registry.uploads.remove(id) else {
        return BLOB_UPLOAD_UNKNOWN.with_detail(&json!({}));
    };
    let mut bytes = upload.bytes;
    bytes.extend_from_slice(&call.body);
    if sha256(&bytes) != digest {
        return DIGEST_INVALID.with_detail(&json!({"Digest": digest, "Reason": {}}));
    }
    let repository = registry.repository_mut(name);
    repository.blobs.insert(digest.clone(), bytes.freeze());
    created(registry, name, &digest)
}

fn created(registry: &Registry, name: &str, digest: &str) -> Answer {
    let path = format!("/v2/{}/blobs/{digest}", in_path(name));
    Answer::new(StatusCode::CREATED)
        .header("docker-content-digest", digest)
        .header("location", registry.location(&path))
}

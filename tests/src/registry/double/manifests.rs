//! `/v2/{name}/manifests/{reference}`: PUT by media type, GET by `Accept`, HEAD, DELETE.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::acr::Attributes;
use super::answer::{
    Answer, DIGEST_INVALID, MANIFEST_BLOB_UNKNOWN, MANIFEST_INVALID, MANIFEST_UNKNOWN,
};
use super::call::Call;
use super::state::{Manifest, Registry, Repository, Tag};
use crate::digest::{is_digest, sha256};

const DOCKER_MANIFEST: &str = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_LIST: &str = "application/vnd.docker.distribution.manifest.list.v2+json";
const OCI_MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";
const OCI_INDEX: &str = "application/vnd.oci.image.index.v1+json";

pub(super) fn answer(registry: &mut Registry, call: &Call, name: &str, reference: &str) -> Answer {
    match call.method {
        Method::GET | Method::HEAD => read(registry, call, name, reference),
        Method::PUT => put(registry, call, name, reference),
        Method::DELETE => delete(registry, name, reference),
        _ => Answer::method_not_allowed("DELETE, GET, HEAD, PUT"),
    }
}

fn read(registry: &Registry, call: &Call, name: &str, reference: &str) -> Answer {
    let found = registry.repositories.get(name).and_then(|repository| {
        let digest = repository.resolve(reference)?;
        Some((digest, repository.manifests.get(digest)?))
    });
    let Some((digest, manifest)) = found else {
        return unknown(name, reference);
    };
    if call.has_version(digest) {
        return Answer::new(StatusCode::NOT_MODIFIED);
    }
    if let Some(refusal) = refuse_media_type(call, manifest, reference) {
        return refusal;
    }
    Answer::new(StatusCode::OK)
        .header("content-type", &manifest.media_type)
        .header("docker-content-digest", digest)
        .header("etag", format!("\"{digest}\""))
        .body(manifest.bytes.clone())
}

fn unknown(name: &str, reference: &str) -> Answer {
    let detail = if is_digest(reference) {
        json!({"Name": name, "Revision": reference})
    } else {
        json!({"Tag": reference})
    };
    MANIFEST_UNKNOWN.with_detail(&detail)
}

/// Distribution 2.8 sends OCI documents only to clients that name their media type, and turns Docker's into the first
/// schema when they are asked for by tag by a client that does not name theirs; that fails for all but old images.
fn refuse_media_type(call: &Call, manifest: &Manifest, reference: &str) -> Option<Answer> {
    if accepts(call, &manifest.media_type) {
        return None;
    }
    match manifest.media_type.as_str() {
        OCI_MANIFEST => Some(
            MANIFEST_UNKNOWN
                .message("OCI manifest found, but accept header does not support OCI manifests")
                .answer(),
        ),
        // An index that does not name its own kind goes to everybody.
        OCI_INDEX if manifest.document.get("mediaType").is_none() => None,
        OCI_INDEX => Some(
            MANIFEST_UNKNOWN
                .message("OCI index found, but accept header does not support OCI indexes")
                .answer(),
        ),
        _ if is_digest(reference) => None,
        DOCKER_LIST => Some(MANIFEST_UNKNOWN.answer()),
        _ => Some(MANIFEST_INVALID.with_detail(&json!({}))),
    }
}

/// Whether an `Accept` header names the media type; `*/*` does not count, as in Distribution.
fn accepts(call: &Call, media_type: &str) -> bool {
    call.headers
        .get_all("accept")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|range| range.split(';').next().unwrap_or_default().trim())
        .any(|range| range == media_type)
}

fn put(registry: &mut Registry, call: &Call, name: &str, reference: &str) -> Answer {
    let Some(document) = parse(call) else {
        return MANIFEST_INVALID.with_detail(&json!({}));
    };
    let digest = sha256(&call.body);
    if is_digest(reference) && reference != digest {
        return DIGEST_INVALID.answer();
    }
    let errors = missing_parts(registry.repositories.get(name), &document);
    if !errors.is_empty() {
        return Answer::json(StatusCode::BAD_REQUEST, &json!({"errors": errors}));
    }
    let now = registry.now();
    let repository = registry.repository_mut(name);
    let manifest = Manifest {
        media_type: call.media_type().to_owned(),
        bytes: call.body.clone(),
        document,
        attributes: Attributes::new(now.clone()),
    };
    repository
        .manifests
        .entry(digest.clone())
        .or_insert(manifest);
    if reference != digest {
        tag(repository, reference, &digest, now);
    }
    let path = format!("/v2/{}/manifests/{digest}", name.replace(' ', "%20"));
    Answer::new(StatusCode::CREATED)
        .header("docker-content-digest", &digest)
        .header("location", registry.location(&path))
}

/// Sets or moves a tag; its attributes stay when it moves.
fn tag(repository: &mut Repository, name: &str, digest: &str, now: String) {
    repository.was_tagged = true;
    let tag = repository.tags.entry(name.to_owned());
    let tag = tag.or_insert_with(|| Tag {
        digest: String::new(),
        attributes: Attributes::new(now.clone()),
    });
    digest.clone_into(&mut tag.digest);
    tag.attributes.touch(now);
}

/// The document, when it is of the kind that its media type says. Docker's kinds have to name themselves, OCI's can.
fn parse(call: &Call) -> Option<Value> {
    let media_type = call.media_type();
    let document: Value = serde_json::from_slice(&call.body).ok()?;
    let own = document.get("mediaType").and_then(Value::as_str);
    let named = match media_type {
        DOCKER_MANIFEST | DOCKER_LIST => own == Some(media_type),
        OCI_MANIFEST | OCI_INDEX => own.is_none_or(|own| own == media_type),
        _ => false,
    };
    (named && document["schemaVersion"] == 2).then_some(document)
}

/// An error for each blob or manifest that the document refers to and the repository does not have.
fn missing_parts(repository: Option<&Repository>, document: &Value) -> Vec<Value> {
    let list = |key: &str| document[key].as_array().cloned().unwrap_or_default();
    let mut blobs = list("layers");
    if document.get("manifests").is_none() {
        blobs.push(document["config"].clone());
    }
    // A layer with `urls` is fetched from elsewhere.
    blobs.retain(|part| part.get("urls").is_none());
    let has_blob = |digest: &str| repository.is_some_and(|r| r.blobs.contains_key(digest));
    let has_manifest = |digest: &str| repository.is_some_and(|r| r.manifests.contains_key(digest));
    let mut errors = Vec::new();
    for (parts, has) in [
        (blobs, &has_blob as &dyn Fn(&str) -> bool),
        (list("manifests"), &has_manifest),
    ] {
        for digest in parts.iter().map(digest_of).filter(|digest| !has(digest)) {
            if digest.is_empty() {
                errors.push(DIGEST_INVALID.error());
            }
            errors.push(MANIFEST_BLOB_UNKNOWN.error_about(&json!(digest)));
        }
    }
    errors
}

fn digest_of(part: &Value) -> &str {
    part["digest"].as_str().unwrap_or_default()
}

fn delete(registry: &mut Registry, name: &str, reference: &str) -> Answer {
    if !is_digest(reference) {
        return DIGEST_INVALID.answer();
    }
    let repository = registry.repositories.get_mut(name);
    let removed = repository.is_some_and(|repository| {
        repository.tags.retain(|_, tag| tag.digest != reference);
        repository.manifests.remove(reference).is_some()
    });
    if removed {
        Answer::new(StatusCode::ACCEPTED)
    } else {
        MANIFEST_UNKNOWN.answer()
    }
}

//! From a path to the resource it names, and from there to the handler.
//!
//! The path is decoded before it is split, as Distribution's router does: `prod%2Fbash` is `prod/bash`.

use http::{Method, StatusCode};
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::state::Registry;
use super::{access, acr, blobs, listings, manifests, oauth2, uploads};
use crate::digest::is_digest;

/// What a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route<'a> {
    /// `/v2/`
    Base,
    /// `/v2/_catalog`
    Catalog,
    /// `/v2/{name}/tags/list`
    Tags { name: &'a str },
    /// `/v2/{name}/manifests/{reference}`
    Manifest { name: &'a str, reference: &'a str },
    /// `/v2/{name}/blobs/{digest}`
    Blob { name: &'a str, digest: &'a str },
    /// `/v2/{name}/blobs/uploads/`
    Uploads { name: &'a str },
    /// `/v2/{name}/blobs/uploads/{id}`
    Upload { name: &'a str, id: &'a str },
    /// `/acr/v1/…`
    Acr(acr::Route<'a>),
    /// `/oauth2/exchange`
    Exchange,
    /// `/oauth2/token`
    Token,
}

/// Answers one request to the registry.
pub(super) fn answer(registry: &mut Registry, call: &Call) -> Answer {
    let path = call.path();
    let answer = match parse(&path) {
        Some(route) if has_upper_case_host(route) => internal_error(),
        Some(route) => match access::check(registry, call, route) {
            Ok(()) => dispatch(registry, call, route),
            Err(refusal) => refusal,
        },
        None => without_slash(&path, call).unwrap_or_else(Answer::page_not_found),
    };
    answer.header("docker-distribution-api-version", "registry/2.0")
}

fn dispatch(registry: &mut Registry, call: &Call, route: Route<'_>) -> Answer {
    match route {
        Route::Base => Answer::new(StatusCode::OK)
            .header("content-type", "application/json; charset=utf-8")
            .body("{}"),
        Route::Catalog => listings::catalog(registry, call),
        Route::Tags { name } => listings::tags(registry, call, name),
        Route::Manifest { name, reference } => manifests::answer(registry, call, name, reference),
        Route::Blob { name, digest } => blobs::answer(registry, call, name, digest),
        Route::Uploads { name } => uploads::start(registry, call, name),
        Route::Upload { name, id } => uploads::answer(registry, call, name, id),
        Route::Acr(route) => acr::answer(registry, call, route),
        Route::Exchange => oauth2::exchange(registry, call),
        Route::Token => oauth2::token(registry, call),
    }
}

/// The resource that a decoded path names.
pub(super) fn parse(path: &str) -> Option<Route<'_>> {
    match path {
        "/v2/" => return Some(Route::Base),
        "/v2/_catalog" => return Some(Route::Catalog),
        "/oauth2/exchange" => return Some(Route::Exchange),
        "/oauth2/token" => return Some(Route::Token),
        _ => {}
    }
    if let Some(rest) = path.strip_prefix("/acr/v1/") {
        return acr::Route::parse(rest).map(Route::Acr);
    }
    let rest = path.strip_prefix("/v2/")?;
    if let Some(name) = rest.strip_suffix("/tags/list") {
        return is_name(name).then_some(Route::Tags { name });
    }
    if let Some((name, id)) = rest.rsplit_once("/blobs/uploads/") {
        return match id {
            "" => is_name(name).then_some(Route::Uploads { name }),
            id => (is_name(name) && is_upload_id(id)).then_some(Route::Upload { name, id }),
        };
    }
    if let Some((name, digest)) = rest.rsplit_once("/blobs/") {
        return (is_name(name) && is_digest(digest)).then_some(Route::Blob { name, digest });
    }
    let (name, reference) = rest.rsplit_once("/manifests/")?;
    (is_name(name) && is_reference(reference)).then_some(Route::Manifest { name, reference })
}

/// Whether this can be a repository's name. Beyond Distribution's grammar a space is accepted, so that tests can see how
/// it travels.
pub(super) fn is_name(name: &str) -> bool {
    let mut components = name.split('/').peekable();
    let Some(first) = components.next() else {
        return false;
    };
    // The first of several components can be a host, which may have upper-case letters.
    let host = components.peek().is_some() && is_component(&first.to_ascii_lowercase());
    (host || is_component(first)) && components.all(is_component)
}

fn is_component(text: &str) -> bool {
    let ends = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let inside = |c: char| ends(c) || "._- ".contains(c);
    text.starts_with(ends) && text.ends_with(ends) && text.chars().all(inside)
}

pub(super) fn is_reference(text: &str) -> bool {
    is_digest(text) || is_tag(text)
}

fn is_tag(text: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.len() <= 128 && text.starts_with(word) && text.chars().all(|c| word(c) || ".-".contains(c))
}

fn is_upload_id(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || "-_.=".contains(c))
}

/// Distribution's router takes an upper-case first component for a host, and fails later: 500 with `{}`.
fn has_upper_case_host(route: Route<'_>) -> bool {
    let name = match route {
        Route::Tags { name }
        | Route::Manifest { name, .. }
        | Route::Blob { name, .. }
        | Route::Uploads { name }
        | Route::Upload { name, .. } => name,
        Route::Base | Route::Catalog | Route::Acr(_) | Route::Exchange | Route::Token => "",
    };
    name.contains(|c: char| c.is_ascii_uppercase())
}

fn internal_error() -> Answer {
    Answer::json(StatusCode::INTERNAL_SERVER_ERROR, &json!({}))
}

/// A path that lacks its last slash is redirected, whatever the method: clients turn the POST of an upload into a GET.
fn without_slash(path: &str, call: &Call) -> Option<Answer> {
    let complete = format!("{path}/");
    let known = matches!(parse(&complete), Some(Route::Base | Route::Uploads { .. }));
    known.then(|| {
        let answer =
            Answer::new(StatusCode::MOVED_PERMANENTLY).header("location", complete.as_str());
        if call.method == Method::GET {
            answer
                .header("content-type", "text/html; charset=utf-8")
                .body(format!("<a href=\"{complete}\">Moved Permanently</a>.\n\n"))
        } else {
            answer
        }
    })
}

//! What a media type says about the form of a body.

use crate::openapi::MediaType;
use crate::swagger::{Document, RefOr};

/// The form of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// JSON, or anything at all.
    Json,
    /// XML.
    Xml,
    /// Text of another kind.
    Text,
    /// `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// `multipart/…`.
    Multipart,
    /// Bytes.
    Bytes,
}

/// The form of a body of this media type.
pub(super) fn form(media_type: &str) -> Form {
    let essence = media_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    let subtype = essence.split('/').nth(1).unwrap_or_default();
    match essence.as_str() {
        "application/x-www-form-urlencoded" => Form::UrlEncoded,
        "*/*" | "application/*" => Form::Json,
        _ if is_json(subtype) => Form::Json,
        _ if subtype == "xml" || subtype.ends_with("+xml") => Form::Xml,
        _ if essence.starts_with("text/") => Form::Text,
        _ if essence.starts_with("multipart/") => Form::Multipart,
        _ => Form::Bytes,
    }
}

/// Whether texts of this subtype are JSON: by RFC 6839, by habit (`x-json`), or as a signed Docker manifest.
fn is_json(subtype: &str) -> bool {
    subtype == "json"
        || ["+json", "-json", "+prettyjws"]
            .iter()
            .any(|suffix| subtype.ends_with(suffix))
}

/// Those of `media_types` that are of the form `wanted`.
pub(super) fn of_form(media_types: &[String], wanted: Form) -> Vec<String> {
    let chosen = media_types.iter().filter(|name| form(name) == wanted);
    chosen.cloned().collect()
}

/// Whether there are media types and all of them are of the form `wanted`.
pub(super) fn all_of_form(media_types: &[String], wanted: Form) -> bool {
    !media_types.is_empty() && media_types.iter().all(|name| form(name) == wanted)
}

/// Whether there are media types of the form `wanted` among them.
pub(super) fn any_of_form(media_types: &[String], wanted: Form) -> bool {
    media_types.iter().any(|name| form(name) == wanted)
}

/// Whether a document may have bodies in XML: it names XML, or has operations that are not read yet.
pub(super) fn names_xml(document: &Document) -> bool {
    let operations = || document.paths.iter().flat_map(|item| &item.operations);
    let lists = [&document.consumes, &document.produces];
    let own =
        operations().flat_map(|operation| operation.consumes.iter().chain(&operation.produces));
    document.paths.iter().any(|item| item.reference.is_some())
        || lists
            .into_iter()
            .chain(own)
            .any(|list| any_of_form(list, Form::Xml))
        || content(document).any(|media| form(&media.name) == Form::Xml)
}

/// The media types of version 3, but those behind references to other documents.
fn content(document: &Document) -> impl Iterator<Item = &MediaType> {
    let operations = || document.paths.iter().flat_map(|item| &item.operations);
    let bodies = operations().filter_map(|operation| item(operation.request_body.as_ref()?));
    let responses = operations().flat_map(|operation| &operation.responses);
    let responses = responses.filter_map(|(_, response)| item(response));
    let bodies = bodies.chain(document.request_bodies.values());
    let responses = responses.chain(document.responses.values());
    bodies
        .flat_map(|body| &body.content)
        .chain(responses.flat_map(|response| &response.content))
}

fn item<T>(written: &RefOr<T>) -> Option<&T> {
    match written {
        RefOr::Item(item) => Some(item),
        RefOr::Ref(_) => None,
    }
}

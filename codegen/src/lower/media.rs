//! What a media type says about the form of a body.

use crate::swagger::Document;

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
}

//! Finds the external references of the documents and has each file that they name read once.

use super::parse::Input;
use super::{DocumentId, Location, Sources, names};
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What became of a request for a file.
pub(super) enum Fetched {
    /// It has been read, or found too large; the input says which.
    Found(Box<Input>),
    /// It is the document with this key, which has been read under another path.
    Again(String),
    /// It is not there, or cannot be read; with the reason.
    Missing(String),
    /// It must not be read; with the reason.
    Refused(String),
}

/// Loads what the documents refer to, and what that refers to, by `fetch`, which is asked for each key once.
pub(super) fn load(
    sources: &mut Sources,
    fetch: &mut dyn FnMut(&str) -> Fetched,
    diagnostics: &mut Diagnostics,
) {
    let mut asked_for = BTreeSet::new();
    let mut queue = vec![DocumentId::ENTRY];
    while let Some(id) = queue.pop() {
        for reference in external_references(sources, id) {
            let key = names::join(&sources.document(id).key, &reference.file);
            let handle = key.clone().unwrap_or_else(|_| reference.file.clone());
            if sources.by_key.contains_key(&handle) || !asked_for.insert(handle.clone()) {
                continue;
            }
            match key.map_or_else(Fetched::Refused, |key| fetch(&key)) {
                Fetched::Found(input) => {
                    let own_key = input.key.clone();
                    let loaded = sources.push(*input, diagnostics);
                    sources.by_key.insert(own_key, loaded);
                    sources.by_key.insert(handle, loaded);
                    queue.push(loaded);
                }
                Fetched::Again(own_key) => {
                    if let Some(loaded) = sources.by_key.get(&own_key).copied() {
                        sources.by_key.insert(handle, loaded);
                    }
                }
                Fetched::Missing(reason) => {
                    diagnostics.report(missing(sources, &reference, &reason));
                }
                Fetched::Refused(reason) => diagnostics.report(refused(&reference, &reason)),
            }
        }
    }
}

fn missing(sources: &Sources, reference: &Reference, reason: &str) -> Diagnostic {
    let Reference { location, file } = reference;
    let message = format!("the file `{file}` cannot be read: {reason}");
    let holder = Location {
        document: location.document,
        pointer: location.pointer.parent().unwrap_or_default(),
    };
    let target = sources.json_path(&holder);
    let help = format!(
        "put the file where the reference says, or correct `$ref` by an overlay action with the target `{target}`"
    );
    Diagnostic::at(code::DANGLING_REFERENCE, location, message).help(help)
}

fn refused(reference: &Reference, reason: &str) -> Diagnostic {
    let Reference { location, file } = reference;
    let message = format!("the external reference `{file}` is refused: {reason}");
    Diagnostic::at(code::REFERENCE_REFUSED, location, message)
        .help("only files below one folder are read; choose that folder by `--ref-root DIR`")
}

/// A `$ref` to another file.
struct Reference {
    location: Location,
    file: String,
}

/// How the keys of an object are to be understood.
#[derive(Clone, Copy)]
enum Keys {
    /// As the specification says.
    Fixed,
    /// As names that the document gives: a property may be called `$ref` or `example`.
    Names,
}

fn external_references(sources: &Sources, id: DocumentId) -> Vec<Reference> {
    let mut found = Vec::new();
    walk(
        &sources.document(id).value,
        Keys::Fixed,
        &Location::root(id),
        &mut found,
    );
    found
}

/// Recursion is bounded by the depth that the parsers allow.
fn walk(value: &Value, keys: Keys, at: &Location, found: &mut Vec<Reference>) {
    match value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                if holds_values(element) {
                    walk(element, Keys::Fixed, &at.index(index), found);
                }
            }
        }
        Value::Object(members) => walk_members(members, keys, at, found),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn walk_members(
    members: &Map<String, Value>,
    keys: Keys,
    at: &Location,
    found: &mut Vec<Reference>,
) {
    for (key, value) in members {
        let inner = match keys {
            Keys::Fixed if key == "$ref" => {
                found.extend(external(value, &at.key(key)));
                continue;
            }
            Keys::Fixed if is_data(key) => continue,
            Keys::Fixed if holds_names(key) => Keys::Names,
            Keys::Names | Keys::Fixed => Keys::Fixed,
        };
        if holds_values(value) {
            walk(value, inner, &at.key(key), found);
        }
    }
}

fn holds_values(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

fn external(value: &Value, location: &Location) -> Option<Reference> {
    let reference = value.as_str()?;
    let file = reference.split('#').next().unwrap_or_default();
    (!file.is_empty()).then(|| Reference {
        location: location.clone(),
        file: file.to_owned(),
    })
}

/// Whether what stands under this key is data of the API, in which `$ref` means nothing.
fn is_data(key: &str) -> bool {
    matches!(
        key,
        "x-ms-examples" | "example" | "examples" | "default" | "enum"
    )
}

/// Whether the keys of the object under this key are names of the document's own.
fn holds_names(key: &str) -> bool {
    matches!(
        key,
        "properties"
            | "patternProperties"
            | "definitions"
            | "parameters"
            | "responses"
            | "paths"
            | "x-ms-paths"
            | "headers"
            | "securityDefinitions"
            | "schemas"
            | "requestBodies"
            | "content"
            | "callbacks"
            | "links"
            | "encoding"
    )
}

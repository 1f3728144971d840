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
    let mut failed = BTreeSet::new();
    let mut queue = vec![DocumentId::ENTRY];
    while let Some(id) = queue.pop() {
        for reference in external_references(sources, id) {
            let base = &sources.document(id).key;
            let key = names::join(base, &reference.file);
            let handle = key.clone().unwrap_or_else(|| reference.file.clone());
            if sources.by_key.contains_key(&handle) || !failed.insert(handle) {
                continue;
            }
            let fetched = match (names::refusal(&reference.file), key) {
                (Some(reason), _) => Fetched::Refused(reason.to_owned()),
                (None, None) => Fetched::Refused("it leads out of the root folder".to_owned()),
                (None, Some(key)) => match fetch(&key) {
                    Fetched::Found(input) => {
                        let loaded = sources.push(*input, diagnostics);
                        sources.by_key.insert(key, loaded);
                        queue.push(loaded);
                        continue;
                    }
                    other => other,
                },
            };
            report(fetched, &reference, diagnostics);
        }
    }
}

fn report(fetched: Fetched, reference: &Reference, diagnostics: &mut Diagnostics) {
    let Reference { location, file } = reference;
    let finding = match fetched {
        Fetched::Found(_) => return,
        Fetched::Missing(reason) => Diagnostic::at(
            code::DANGLING_REFERENCE,
            location,
            format!("the file `{file}` cannot be read: {reason}"),
        )
        .help("put the file where the reference says, or correct the reference by an overlay"),
        Fetched::Refused(reason) => Diagnostic::at(
            code::REFERENCE_REFUSED,
            location,
            format!("the external reference `{file}` is refused: {reason}"),
        )
        .help("only files below one folder are read; choose that folder by `--ref-root DIR`"),
    };
    diagnostics.report(finding);
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

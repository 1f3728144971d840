//! From the bytes of one file to a [`Document`]; every fault is reported.

use super::fault::Fault;
use super::spans::SpanIndex;
use super::value::{MergeKeys, Watch};
use super::{Document, DocumentId, Location, Notation, json, text, yaml};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Target, code};
use serde_json::Value;
use std::ops::Range;

/// A file that has been read.
#[derive(Debug, Default)]
pub(super) struct Input {
    /// See [`Document::name`].
    pub(super) name: String,
    /// See [`Document::path`].
    pub(super) path: String,
    /// See `Document::key`.
    pub(super) key: String,
    pub(super) bytes: Vec<u8>,
    /// A finding of the reader, when there are no bytes.
    pub(super) fault: Option<Diagnostic>,
}

impl Input {
    /// A text that comes from no file system: one name serves all ends.
    pub(super) fn named(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            path: name.to_owned(),
            key: super::names::normalize(name).unwrap_or_else(|| name.to_owned()),
            bytes,
            fault: None,
        }
    }
}

/// The document that `input` holds; its value is `null` when there is none.
pub(super) fn document(input: Input, id: DocumentId, diagnostics: &mut Diagnostics) -> Document {
    let mut document = Document {
        name: input.name,
        path: input.path,
        key: input.key,
        ..Document::default()
    };
    if let Some(fault) = input.fault {
        diagnostics.report(fault);
        return document;
    }
    let (text, fault) = text::decode(input.bytes);
    document.notation = notation(&text);
    document.text = text;
    match fault.map_or_else(|| parse(&document), Err) {
        Ok((value, keys)) => {
            document.value = value;
            if keys == Keys::SomeTwice {
                report_duplicates(document.spans(), id, diagnostics);
            }
        }
        Err(fault) => diagnostics.report(fault.diagnostic(id)),
    }
    document
}

/// Whether a key stood twice in any object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Distinct,
    SomeTwice,
}

fn notation(text: &str) -> Notation {
    if text.trim_start().starts_with(['{', '[']) {
        Notation::Json
    } else {
        Notation::Yaml
    }
}

fn parse(document: &Document) -> Result<(Value, Keys), Fault> {
    let merge_keys = match document.notation {
        Notation::Json => MergeKeys::Names,
        Notation::Yaml => yaml::merge_keys(&document.text),
    };
    let watch = Watch::new(&document.text, merge_keys);
    let value = match document.notation {
        Notation::Json => json::parse(&document.text, &watch)?,
        Notation::Yaml => yaml::parse(&document.text, &watch)?,
    };
    match value {
        Value::Object(_) | Value::Array(_) => {
            let keys = if watch.duplicate_keys.get() {
                Keys::SomeTwice
            } else {
                Keys::Distinct
            };
            Ok((value, keys))
        }
        Value::Null => Err(no_object(
            document,
            "the file holds nothing but comments or `null`",
        )),
        // Any line of text is a document of YAML: a string.
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Err(no_object(document, "this is plain text"))
        }
    }
}

fn no_object(document: &Document, what: &str) -> Fault {
    let offset = document.text.len() - document.text.trim_start().len();
    let message = format!("{what}, where an object of JSON or YAML is expected");
    Fault::at(code::NOT_JSON_OR_YAML, offset, message)
}

fn report_duplicates(spans: &SpanIndex, id: DocumentId, diagnostics: &mut Diagnostics) {
    for duplicate in spans.duplicates() {
        let place = |bytes: &Range<usize>| Place {
            location: Location {
                document: id,
                pointer: duplicate.pointer.clone(),
            },
            target: Target::Text {
                start: bytes.start,
                end: bytes.end,
            },
        };
        let message = format!(
            "the key `{}` stands twice in one object: the last one that is not null counts",
            duplicate.name
        );
        let finding = Diagnostic::at_place(code::DUPLICATE_KEY, place(&duplicate.second), message)
            .related_at(place(&duplicate.first), "the first one")
            .help("remove one of them");
        diagnostics.report(finding);
    }
}

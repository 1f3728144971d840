//! The documents as JSON values, plus the text to look spans up in.
//!
//! Invariants: [`Loader`] is the only code that opens files, and it opens none outside its root. The entry document of
//! a [`Sources`] has its overlay applied already. A document that could not be parsed has the value `null`, and the
//! reason is in the diagnostics.

mod fault;
mod json;
mod lines;
mod loader;
mod names;
mod parse;
mod pointer;
mod provenance;
mod references;
mod resolve;
mod spans;
mod text;
mod value;
mod yaml;

pub use loader::{LoadOptions, Loader};
pub use pointer::Pointer;
pub use resolve::ResolveError;

use crate::diagnostics::{Diagnostics, Place, Target};
use crate::overlay;
use lines::LineIndex;
use parse::Input;
pub(crate) use provenance::Provenance;
use references::Fetched;
use serde_json::Value;
use spans::SpanIndex;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Which document of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(crate) u32);

impl DocumentId {
    /// The document that is generated from.
    pub const ENTRY: Self = Self(0);
}

/// A place in the sources: a document and a JSON pointer into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The document.
    pub document: DocumentId,
    /// The pointer (RFC 6901).
    pub pointer: Pointer,
}

impl Location {
    /// The whole of `document`.
    pub fn root(document: DocumentId) -> Self {
        Self {
            document,
            pointer: Pointer::root(),
        }
    }

    /// The member `key` of the object at this place.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        Self {
            document: self.document,
            pointer: self.pointer.key(key),
        }
    }

    /// The element `index` of the array at this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self {
            document: self.document,
            pointer: self.pointer.index(index),
        }
    }
}

/// The notation of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// RFC 8259.
    #[default]
    Json,
    /// YAML 1.2.
    Yaml,
}

/// One document: its text and what the text says.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The name that output may hold: relative to the root of references, with `/`, the same from any working folder.
    pub name: String,
    /// The path that a person can open, as diagnostics show it.
    pub path: String,
    /// The text without its byte order mark.
    pub text: String,
    /// JSON or YAML.
    pub notation: Notation,
    /// The value of the text, keys in the order of the text; for the entry document, after its overlay.
    pub value: Value,
    /// Where relative references start: a `/`-separated path that is unique among the documents.
    key: String,
    lines: OnceLock<LineIndex>,
    spans: OnceLock<SpanIndex>,
}

/// A piece of a document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The document whose text it is: the overlay, for a value that the overlay made.
    pub document: DocumentId,
    /// The offset of the first byte.
    pub start: usize,
    /// The offset behind the last byte.
    pub end: usize,
    /// The line of the first character, from 1.
    pub line: usize,
    /// The column of the first character, from 1, in characters.
    pub column: usize,
}

/// All documents of a run: the entry, the files it refers to, and the overlay.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    entry: Document,
    others: Vec<Document>,
    by_key: BTreeMap<String, DocumentId>,
    overlay: Option<DocumentId>,
    provenance: Provenance,
}

impl Sources {
    /// Sources from text alone, as in tests and build scripts. Pairs are name and text.
    pub fn from_text(
        name: &str,
        text: &str,
        overlay: Option<(&str, &str)>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        Self::from_texts((name, text), overlay, &[], diagnostics)
    }

    /// Like [`Sources::from_text`], with the documents that external references can reach by their relative names.
    pub fn from_texts(
        entry: (&str, &str),
        overlay: Option<(&str, &str)>,
        others: &[(&str, &str)],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let input = |(name, text): (&str, &str)| Input::named(name, text.as_bytes().to_vec());
        let by_name: BTreeMap<String, &str> = others
            .iter()
            .filter_map(|(name, text)| Some((names::normalize(name)?, *text)))
            .collect();
        let mut fetch = |key: &str| match by_name.get(key) {
            Some(text) => Fetched::Found(Box::new(input((key, *text)))),
            None => Fetched::Missing("there is no document of this name".to_owned()),
        };
        Self::assemble(input(entry), overlay.map(input), &mut fetch, diagnostics)
    }

    /// Parses the entry and its overlay, applies the overlay, and then follows the references that remain, so that an
    /// overlay can correct a reference.
    fn assemble(
        entry: Input,
        overlay: Option<Input>,
        fetch: &mut dyn FnMut(&str) -> Fetched,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let key = entry.key.clone();
        let mut sources = Self {
            entry: parse::document(entry, DocumentId::ENTRY, diagnostics),
            ..Self::default()
        };
        sources.by_key.insert(key, DocumentId::ENTRY);
        sources.overlay = overlay.map(|input| sources.push(input, diagnostics));
        overlay::apply(&mut sources, diagnostics);
        references::load(&mut sources, fetch, diagnostics);
        sources
    }

    /// The document that is generated from.
    pub fn entry(&self) -> &Document {
        &self.entry
    }

    /// The overlay, if there is one.
    pub fn overlay(&self) -> Option<&Document> {
        self.overlay.map(|id| self.document(id))
    }

    /// The document with this id; ids are made by the `Sources` that they are used with.
    pub fn document(&self, id: DocumentId) -> &Document {
        id.0.checked_sub(1)
            .and_then(|index| self.others.get(usize::try_from(index).ok()?))
            .unwrap_or(&self.entry)
    }

    /// All documents with their ids, the entry first.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &Document)> {
        (0..)
            .map(DocumentId)
            .zip(std::iter::once(&self.entry).chain(&self.others))
    }

    /// The value at `location`, if there is one.
    pub fn get(&self, location: &Location) -> Option<&Value> {
        self.document(location.document)
            .value
            .pointer(location.pointer.as_str())
    }

    /// What the keys `way` lead to from the object at `object`, or as much of the way as exists.
    pub fn part(&self, object: &Location, way: &[&str]) -> Location {
        let mut here = object.clone();
        for key in way {
            let next = here.key(key);
            if self.get(&next).is_none() {
                break;
            }
            here = next;
        }
        here
    }

    /// The text that `place` stands for, or that of the nearest value around it that the text has.
    pub fn span(&self, place: &Place) -> Option<Span> {
        let location = self.provenance.origin(&place.location);
        let document = self.document(location.document);
        let bytes = match place.target {
            Target::Value => document.spans().nearest(&location.pointer)?.value.clone(),
            Target::Key => document.spans().nearest(&location.pointer)?.key_or_value(),
            Target::Text { start, end } => start..end,
        };
        let (line, column) = document.lines().position(&document.text, bytes.start);
        Some(Span {
            document: location.document,
            start: bytes.start,
            end: bytes.end,
            line,
            column,
        })
    }

    /// The scalar at `location` as it is written, with its quotes: the exact digits of a number.
    pub fn raw_text(&self, location: &Location) -> Option<&str> {
        match self.get(location)? {
            Value::Object(_) | Value::Array(_) => None,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                let origin = self.provenance.origin(location);
                let document = self.document(origin.document);
                let node = document.spans().exact(&origin.pointer)?;
                document.text.get(node.value.clone())
            }
        }
    }

    /// Where the overlay's actions find and change the entry's value.
    pub(crate) fn overlaid(&mut self) -> Option<Overlaid<'_>> {
        let overlay = self.overlay?;
        let index = usize::try_from(overlay.0.checked_sub(1)?).ok()?;
        Some(Overlaid {
            value: &mut self.entry.value,
            provenance: &mut self.provenance,
            overlay,
            overlay_value: &self.others.get(index)?.value,
        })
    }

    fn push(&mut self, input: Input, diagnostics: &mut Diagnostics) -> DocumentId {
        let count = u32::try_from(self.others.len()).unwrap_or(u32::MAX - 1);
        let id = DocumentId(count + 1);
        self.others.push(parse::document(input, id, diagnostics));
        id
    }
}

/// The parts of [`Sources`] that the overlay works on.
pub(crate) struct Overlaid<'a> {
    pub(crate) value: &'a mut Value,
    pub(crate) provenance: &'a mut Provenance,
    pub(crate) overlay: DocumentId,
    pub(crate) overlay_value: &'a Value,
}

impl Document {
    fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    fn spans(&self) -> &SpanIndex {
        self.spans.get_or_init(|| match self.notation {
            Notation::Json => json::spans(&self.text),
            Notation::Yaml => yaml::spans(&self.text),
        })
    }
}

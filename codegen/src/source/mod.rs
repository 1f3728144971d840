//! The documents as JSON values, plus the text to look spans up in.
//!
//! Invariant: [`Loader`] is the only code that opens files, and it opens none outside its root.

mod loader;
mod pointer;

pub use loader::{LoadOptions, Loader};
pub use pointer::Pointer;

use serde_json::Value;

/// Which document of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(crate) u32);

/// A place in the sources: a document and a JSON pointer into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The document.
    pub document: DocumentId,
    /// The pointer (RFC 6901).
    pub pointer: Pointer,
}

/// The notation of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// RFC 8259.
    Json,
    /// YAML 1.2.
    Yaml,
}

/// One document: its text and what the text says.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name under which diagnostics and headers speak of it: the path as given, or relative to the entry document, with `/`.
    pub name: String,
    /// The text without its byte order mark.
    pub text: String,
    /// JSON or YAML.
    pub notation: Notation,
    /// The value of the text, keys in the order of the text.
    pub value: Value,
}

/// All documents of a run: the entry, the files it refers to, and the overlay.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    documents: Vec<Document>,
    overlay: Option<DocumentId>,
}

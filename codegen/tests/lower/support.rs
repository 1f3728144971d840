//! What the tests of lowering share.

use codegen::config::Config;
use codegen::diagnostics::{Diagnostics, Level};
use codegen::ir::Api;
use codegen::lower::lower;
use codegen::source::{DocumentId, LoadOptions, Loader, Location, Sources};
use codegen::swagger::Document;
use codegen::swagger::read::{Readable, Reader};
use std::path::Path;

/// A lowered document.
pub(crate) struct Lowered {
    pub(crate) api: Api,
    pub(crate) diagnostics: Diagnostics,
}

impl Lowered {
    /// The findings of lowering and of what went before, without notes: level, code, pointer and message.
    pub(crate) fn findings(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.level > Level::Note)
            .map(|diagnostic| {
                let place = diagnostic.place.as_ref();
                let pointer = place.map_or("", |place| place.location.pointer.as_str());
                let (id, message) = (diagnostic.code.id, &diagnostic.message);
                format!("{:?} {id} {pointer}: {message}", diagnostic.level)
            })
            .collect()
    }
}

/// A document that has been read.
pub(crate) struct Read {
    sources: Sources,
    document: Document,
    diagnostics: Diagnostics,
}

impl Read {
    fn of(sources: Sources, mut diagnostics: Diagnostics) -> Option<Self> {
        let root = Location::root(DocumentId::ENTRY);
        let mut reader = Reader::new(&sources, &mut diagnostics);
        let document = Document::read(sources.get(&root)?, &root, &mut reader)?;
        Some(Self {
            sources,
            document,
            diagnostics,
        })
    }

    /// Lowers the document.
    pub(crate) fn lower(self) -> Lowered {
        let mut diagnostics = self.diagnostics;
        let config = Config::default();
        let api = lower(&self.sources, &self.document, &config, &mut diagnostics);
        Lowered { api, diagnostics }
    }
}

/// Reads the document `text`.
pub(crate) fn read_text(text: &str) -> Read {
    try_read_text(text).expect("the document can be read")
}

/// Reads the document `text`, which may refer to `others` by their names.
pub(crate) fn read_texts(text: &str, others: &[(&str, &str)]) -> Read {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_texts(("api.yaml", text), None, others, &mut diagnostics);
    Read::of(sources, diagnostics).expect("the document can be read")
}

/// Reads the document `text`; `None` when it cannot be read at all.
pub(crate) fn try_read_text(text: &str) -> Option<Read> {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("api.yaml", text, None, &mut diagnostics);
    Read::of(sources, diagnostics)
}

/// Reads and lowers the document at `path`; `None` when it cannot be read at all.
pub(crate) fn lower_file(path: &Path) -> Option<Lowered> {
    let mut diagnostics = Diagnostics::default();
    let loader = Loader::new(LoadOptions {
        ref_root: None,
        max_bytes: 64 << 20,
    });
    let sources = loader.load(path, None, &mut diagnostics);
    Read::of(sources, diagnostics).map(Read::lower)
}

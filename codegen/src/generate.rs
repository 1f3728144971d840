//! The pure entry of the library: the stages in their order.

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::emit::{self, EmittedFile};
use crate::files::{Files, MARK};
use crate::source::{Document, Location, Sources};
use crate::swagger::{self, Readable, Reader};
use crate::{format, lower, naming};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A client in memory.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Its files.
    pub files: Files,
    /// Its size.
    pub statistics: Statistics,
}

/// The size of a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The operations that can be called.
    pub operations: usize,
    /// The named types.
    pub models: usize,
}

/// Generates the client of the entry document of `sources`.
///
/// Everything there is to say about the document is reported to `diagnostics`, which may hold findings of the loader
/// already. `None` when any of them is an error.
pub fn generate(
    sources: &Sources,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Option<Generated> {
    let entry = sources.entry();
    // The reason is reported already; that an empty document lacks everything would only hide it.
    if entry.value.is_null() && diagnostics.has_errors() {
        return None;
    }
    let root = Location::root(crate::source::DocumentId::ENTRY);
    let document =
        swagger::Document::read(&entry.value, &root, &mut Reader::new(sources, diagnostics))?;
    let api = lower::lower(sources, &document, config, diagnostics);
    let names = naming::name(&api, config, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let mut files = Files::default();
    let runtime = emit::emit(&api, &names, |file| {
        add_formatted(&mut files, file, sources, diagnostics);
    });
    for (path, text) in runtime.files() {
        let header = header("from the generator's run-time");
        files.add_generated(&format!("runtime/{path}"), format!("{header}\n{text}"));
    }
    for file in emit::scaffold(&api, config, &runtime) {
        files.add_scaffold(file.path, file.text);
    }
    let statistics = Statistics {
        operations: api.operations.len(),
        models: api.models.len(),
    };
    (!diagnostics.has_errors()).then_some(Generated { files, statistics })
}

fn add_formatted(
    files: &mut Files,
    file: EmittedFile,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let origin = match file.path.as_str() {
        "mod.rs" => fingerprint(sources),
        _ => format!("from {}", shown_name(sources.entry())),
    };
    match format::format_file(file.tokens, &header(&origin)) {
        Ok(text) => files.add_generated(&file.path, text),
        Err(error) => diagnostics.report(Diagnostic::general(
            code::UNPRINTABLE_CODE,
            format!("{}: {error}", file.path),
        )),
    }
}

/// The comment on top of a file.
fn header(origin: &str) -> String {
    format!("{MARK} by `cargo xtask codegen` {origin}; do not edit.\n")
}

/// The document and its overlay with their digests. They stand in one file only, so that a change of the document
/// changes no file but those that it is about.
fn fingerprint(sources: &Sources) -> String {
    let entry = digest_of(sources.entry());
    match sources.overlay() {
        Some(overlay) => format!("from {entry}\n// and {}", digest_of(overlay)),
        None => format!("from {entry}"),
    }
}

/// Name and digest of a document; with line ends as published, whatever the checkout made of them.
fn digest_of(document: &Document) -> String {
    let text = document.text.replace("\r\n", "\n");
    let digest = Sha256::digest(text.as_bytes());
    let mut shown = format!("{} sha256:", shown_name(document));
    for byte in digest {
        // Writing to a `String` cannot fail.
        let _ = write!(shown, "{byte:02x}");
    }
    shown
}

/// The name as it may stand in a comment of one line.
fn shown_name(document: &Document) -> String {
    document
        .name
        .chars()
        .filter(|character| !character.is_control())
        .collect()
}

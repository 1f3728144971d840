//! The pure entry of the library: the stages in their order.

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::emit::{self, EmittedFile, Emitter, FileJob};
use crate::files::{Files, MARK};
use crate::format::{self, FormatError};
use crate::source::{Document, Location, Sources};
use crate::swagger::{self, Readable, Reader};
use crate::{lower, naming, parallel};
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
    let emitter = Emitter::new(&api, &names);
    let origin = format!("from {}", shown_name(sources.entry()));
    let print = |job: &FileJob<'_>| Printed::new(emitter.file(*job), &emitter, &origin);
    let printed = parallel::map(&emitter.jobs(), print);
    let used = printed.iter().flat_map(|file| &file.runtime_names);
    let runtime = emitter.runtime(used.cloned());
    let root = Printed::new(emitter.root(&runtime), &emitter, &fingerprint(sources));
    let mut files = Files::default();
    for file in printed.into_iter().chain([root]) {
        file.add_to(&mut files, diagnostics);
    }
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

/// A file of which only text is left, so that any thread can pass it on.
struct Printed {
    path: String,
    text: Result<String, FormatError>,
    /// The names of the run-time that it imports.
    runtime_names: Vec<String>,
}

impl Printed {
    fn new(file: EmittedFile, emitter: &Emitter<'_>, origin: &str) -> Self {
        let head = format!("{}\n//! {}\n", header(origin), file.docs);
        let (text, runtime_names) = match format::format_items(file.tokens) {
            Ok(items) => {
                let imports = emitter.imports(&file.references, &items);
                let mut parts = vec![head, imports.to_string(), items];
                parts.retain(|part| !part.is_empty());
                let runtime_names = imports.of_runtime().map(str::to_owned).collect();
                (Ok(parts.join("\n")), runtime_names)
            }
            Err(error) => (Err(error), Vec::new()),
        };
        Self {
            path: file.path,
            text,
            runtime_names,
        }
    }

    fn add_to(self, files: &mut Files, diagnostics: &mut Diagnostics) {
        match self.text {
            Ok(text) => files.add_generated(&self.path, text),
            Err(error) => diagnostics.report(unprintable(&self.path, &error)),
        }
    }
}

/// The finding that the file at `path` is no Rust.
fn unprintable(path: &str, error: &FormatError) -> Diagnostic {
    let message = format!("`{path}`: {error}");
    Diagnostic::general(code::UNPRINTABLE_CODE, message)
        .help("this is a mistake in the generator: please report it with the document")
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
    let digest = if document.text.contains('\r') {
        Sha256::digest(document.text.replace("\r\n", "\n"))
    } else {
        Sha256::digest(&document.text)
    };
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

#[cfg(test)]
mod tests {
    use super::Printed;
    use crate::diagnostics::{Diagnostics, code};
    use crate::files::Files;
    use crate::format;

    #[test]
    fn code_that_is_no_rust_is_reported_with_its_file() {
        let printed = Printed {
            path: "models/pet.rs".to_owned(),
            text: format::format_items(quote::quote!(struct struct)),
            runtime_names: Vec::new(),
        };
        let mut diagnostics = Diagnostics::default();
        let mut files = Files::default();
        printed.add_to(&mut files, &mut diagnostics);
        let finding = diagnostics.iter().next().unwrap();
        assert_eq!(finding.code, code::UNPRINTABLE_CODE);
        assert!(finding.message.starts_with("`models/pet.rs`: "));
        assert_eq!(files.len(), 0);
    }
}

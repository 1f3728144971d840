//! The stages in their order, from documents to files in memory.

use crate::config::{Config, CrateName};
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::files::{Files, MARK};
use crate::format::format_file;
use crate::ir::Api;
use crate::source::{Document, DocumentId, Location, Sources};
use crate::swagger::{self, Readable as _, Reader};
use crate::{emit, lower, naming};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// A client in memory.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The files of the crate.
    pub files: Files,
    /// The number of operations that the client has.
    pub operations: usize,
    /// The number of its models.
    pub models: usize,
}

/// Generates the client that `sources` describe; `None` when a finding, of this run or reported before, is an error.
pub fn generate(
    sources: &Sources,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Option<Generated> {
    // What is wrong with the text is reported; there is nothing to find in it.
    if sources.entry().value.is_null() {
        return None;
    }
    let location = Location::root(DocumentId::ENTRY);
    let mut reader = Reader::new(sources, diagnostics);
    let document = swagger::Document::read(&sources.entry().value, &location, &mut reader)?;
    let api = lower::lower(sources, &document, config, diagnostics);
    let config = with_crate_name(config, &api);
    let names = naming::name(&api, &config, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let mut files = Files::default();
    add_generated(
        &mut files,
        &emit::emit(&api, &names, &config),
        sources,
        diagnostics,
    );
    for (path, text) in emit::runtime_files() {
        let text =
            format!("{MARK} by codegen: the run-time of every client. Do not edit.\n\n{text}");
        files.add_generated(&format!("runtime/{path}"), text);
    }
    for file in emit::scaffold(&api, &config) {
        files.add_scaffold(file.path, file.text);
    }
    (!diagnostics.has_errors()).then(|| Generated {
        files,
        operations: api.operations.len(),
        models: api.models.len(),
    })
}

/// The configuration with the crate's name that the title suggests, when nobody chose one.
fn with_crate_name(config: &Config, api: &Api) -> Config {
    let mut config = config.clone();
    if config.crate_name.is_empty() {
        config.crate_name = CrateName::from_title(&api.title).to_string();
    }
    config
}

fn add_generated(
    files: &mut Files,
    emitted: &[emit::EmittedFile],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    for file in emitted {
        match format_file(file.tokens.clone(), &header(&file.path, sources)) {
            Ok(text) => files.add_generated(&file.path, text),
            Err(error) => diagnostics.report(
                Diagnostic::general(code::OUTPUT_MALFORMED, format!("`{}`: {error}", file.path))
                    .help("this is a mistake in the generator: please report it with the document"),
            ),
        }
    }
}

/// What a file begins with. Only the root names the exact texts that it was made of, so that a change of the document
/// changes the files that it is about and the root.
fn header(path: &str, sources: &Sources) -> String {
    let spec = &sources.entry().name;
    let mut header = format!("{MARK} by codegen from {spec}. Do not edit.\n");
    if path == ROOT {
        header.push_str(&fingerprint(sources.entry()));
        header.extend(sources.overlay().map(fingerprint));
    }
    header
}

const ROOT: &str = "mod.rs";

fn fingerprint(document: &Document) -> String {
    let mut line = format!("// {} sha256:", document.name);
    for byte in Sha256::digest(&document.text) {
        // Writing to a string cannot fail.
        let _ = write!(line, "{byte:02x}");
    }
    line.push('\n');
    line
}

//! From a document to the printed files of its client.

use codegen::config::Config;
use codegen::diagnostics::{Diagnostics, Level, Levels};
use codegen::emit::{EmittedFile, Emitter, RuntimeParts};
use codegen::format::format_items;
use codegen::ir::Api;
use codegen::lower::lower;
use codegen::naming::{self, Names};
use codegen::source::{DocumentId, Location, Sources};
use codegen::swagger::{Document, Readable, Reader};
use std::collections::BTreeMap;

/// The files that a document makes, by their paths.
pub(crate) fn emitted(document: &str) -> BTreeMap<String, String> {
    emitted_with_overlay(document, None)
}

/// The files that a document makes with its corrections.
pub(crate) fn emitted_with_overlay(
    document: &str,
    overlay: Option<&str>,
) -> BTreeMap<String, String> {
    let (api, names) = named(document, overlay);
    let emitter = Emitter::new(&api, &names);
    let (files, _) = emitted_files(&api, &names);
    files
        .into_iter()
        .map(|file| {
            let items = format_items(file.tokens).expect("the tokens are items");
            let imports = emitter.imports(&file.references, &items);
            (file.path, format!("//! {}\n{imports}{items}", file.docs))
        })
        .collect()
}

/// The files as tokens, and the parts of the run-time that they need.
pub(crate) fn emitted_files(api: &Api, names: &Names) -> (Vec<EmittedFile>, RuntimeParts) {
    let emitter = Emitter::new(api, names);
    let jobs = emitter.jobs().into_iter();
    let mut files: Vec<EmittedFile> = jobs.map(|job| emitter.file(job)).collect();
    let imported = files.iter().flat_map(|file| {
        let items = format_items(file.tokens.clone()).expect("the tokens are items");
        let imports = emitter.imports(&file.references, &items);
        imports.of_runtime().map(str::to_owned).collect::<Vec<_>>()
    });
    let runtime = emitter.runtime(imported);
    files.push(emitter.root(&runtime));
    (files, runtime)
}

/// The API of a document with its names.
pub(crate) fn named(document: &str, overlay: Option<&str>) -> (Api, Names) {
    let mut diagnostics = Diagnostics::new(Levels::default());
    let overlay = overlay.map(|text| ("overlay.yaml", text));
    let sources = Sources::from_text("api.yaml", document, overlay, &mut diagnostics);
    let mut reader = Reader::new(&sources, &mut diagnostics);
    let root = Location::root(DocumentId::ENTRY);
    let document = Document::read(&sources.entry().value, &root, &mut reader)
        .expect("the fixture is an object");
    let config = Config::default();
    let api = lower(&sources, &document, &config, &mut diagnostics);
    let names = naming::name(&api, &config, &mut diagnostics);
    let errors: Vec<_> = diagnostics
        .iter()
        .filter(|finding| finding.level == Level::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    (api, names)
}

/// One of the files.
pub(crate) fn text<'a>(files: &'a BTreeMap<String, String>, path: &str) -> &'a str {
    let paths: Vec<&String> = files.keys().collect();
    files
        .get(path)
        .unwrap_or_else(|| panic!("there is no {path} among {paths:?}"))
}

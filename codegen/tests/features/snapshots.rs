//! What the generator says about each document, and the files that tell.

use crate::document::{Document, Outcome, folder};
use codegen::files::Files;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

#[test]
fn each_document_becomes_what_was_reviewed() {
    for document in Document::all() {
        let outcome = document.generate();
        assert_snapshot(&document.name, &told(&document, &outcome));
    }
}

#[test]
fn a_document_shows_nothing_exactly_when_it_is_refused() {
    for document in Document::all() {
        let refused = document.generate().files.is_none();
        assert_eq!(document.shows().is_empty(), refused, "{}", document.name);
    }
}

#[test]
fn what_is_reviewed_is_small() {
    for document in Document::all() {
        let lines = document.text.lines().count();
        assert!(lines <= 40, "{}: {lines} lines", document.name);
        let lines = told(&document, &document.generate()).lines().count();
        assert!(lines <= 200, "{}: {lines} lines to review", document.name);
    }
}

#[test]
fn each_snapshot_has_its_document() {
    let documents: BTreeSet<String> = Document::all()
        .into_iter()
        .map(|document| format!("{}.snap", document.name))
        .collect();
    let snapshots: BTreeSet<String> = fs::read_dir(folder("snapshots"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.contains(".snap."))
        .collect();
    assert_eq!(documents, snapshots);
}

/// Findings and files as text.
fn told(document: &Document, outcome: &Outcome) -> String {
    let mut text = outcome.findings.clone();
    if let Some(files) = &outcome.files {
        for path in document.shows() {
            let items = items_of(files, path)
                .unwrap_or_else(|| panic!("{}: no {path}: {:?}", document.name, paths(files)));
            writeln!(text, "==> {path} <==\n{items}").unwrap();
        }
    }
    text
}

/// The text of a generated file without its header.
fn items_of<'a>(files: &'a Files, path: &str) -> Option<&'a str> {
    let path = format!("src/generated/{path}");
    let (_, text) = files.iter().find(|(other, _)| *other == path)?;
    Some(text.split_once("\n\n")?.1)
}

fn paths(files: &Files) -> Vec<&str> {
    files
        .iter()
        .map(|(path, _)| path)
        .filter(|path| !path.contains("/runtime/"))
        .collect()
}

fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

//! What fuzzing has found stays mended: each text in `fuzz/findings` and `fuzz/seeds`, by the target it was found with.

#[path = "../fuzz/src/lib.rs"]
pub mod targets;

use std::fs;
use std::path::Path;

/// Runs `target` on all texts that were found with it or that it begins with, at least `least` of them.
fn run_all(name: &str, least: usize, target: fn(&str)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let folders = ["findings", "seeds"].map(|kind| folder.join(kind).join(name));
    let files = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten();
    let texts: Vec<_> = files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect();
    assert!(texts.len() >= least, "{name} has {} texts", texts.len());
    for text in texts {
        target(&String::from_utf8_lossy(&text));
    }
}

#[test]
fn documents_are_clients_or_errors() {
    run_all("document", 0, targets::document);
}

#[test]
fn texts_are_values_with_places() {
    run_all("source", 0, targets::source);
}

#[test]
fn overlays_are_applied_or_refused() {
    run_all("overlay", 1, targets::overlay);
}

#[test]
fn names_are_distinct() {
    run_all("naming", 2, targets::naming);
}

#[test]
fn doc_comments_are_prose() {
    run_all("docs", 1, targets::docs);
}

//! What fuzzing has found stays mended: each text in `fuzz/findings` and `fuzz/seeds`, by the target it was found with.

#[path = "../fuzz/src/lib.rs"]
pub mod targets;

use std::fs;
use std::path::Path;

/// Documents that many targets begin with.
const DOCUMENTS: &str = "tests/features/documents";

/// Runs the target `name` on all texts that were found with it, and on those in `seeds` that it begins with.
fn run_all(name: &str, seeds: &str, target: fn(&str)) {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = |folder: &str| -> Vec<Vec<u8>> {
        let files = fs::read_dir(package.join(folder));
        let files = files.into_iter().flatten();
        files
            .map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect()
    };
    let seeds = texts(seeds);
    assert!(!seeds.is_empty());
    for text in texts(&format!("fuzz/findings/{name}")).iter().chain(&seeds) {
        target(&String::from_utf8_lossy(text));
    }
}

#[test]
fn documents_are_clients_or_errors() {
    run_all("document", DOCUMENTS, targets::document);
}

#[test]
fn texts_are_values_with_places() {
    run_all("source", DOCUMENTS, targets::source);
}

#[test]
fn overlays_are_applied_or_refused() {
    run_all("overlay", "fuzz/seeds/overlay", targets::overlay);
}

#[test]
fn names_are_distinct() {
    run_all("naming", "fuzz/seeds/naming", targets::naming);
}

#[test]
fn doc_comments_are_prose() {
    run_all("docs", "fuzz/seeds/docs", targets::docs);
}

//! Every real document of the corpus is lowered: the same each time, with the promises of the IR kept, and without an
//! error unless the document is known to be invalid. Skipped where the corpus is not there.

use crate::invariants;
use crate::support::lower_file;
use codegen::ir::Dump;
use std::path::Path;

/// What a document in use may have: a reference out of the folder that it is read from.
const EXPECTED: &str = "Error SW0021";

#[test]
fn every_document_is_lowered() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let corpus = std::env::var_os("CORPUS").map_or(beside, Into::into);
    let Ok(manifest) = std::fs::read_to_string(corpus.join("MANIFEST.tsv")) else {
        println!("skipped: there is no corpus at {}", corpus.display());
        return;
    };
    for line in manifest.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (path, is_invalid) = match columns.as_slice() {
            [path, "entry", .., markers] => (*path, !markers.is_empty()),
            _ => continue,
        };
        let Some(first) = lower_file(&corpus.join(path)) else {
            continue;
        };
        println!(
            "{path}: {} operations, {} models",
            first.api.operations.len(),
            first.api.models.len()
        );
        invariants::check(&first.api);
        let second = lower_file(&corpus.join(path)).expect("it was read before");
        assert_eq!(Dump(&first.api).to_string(), Dump(&second.api).to_string());
        for finding in first.findings() {
            println!("    {finding}");
            let expected = finding.starts_with(EXPECTED);
            assert!(
                is_invalid || expected || !finding.starts_with("Error"),
                "{path}: {finding}"
            );
        }
    }
}

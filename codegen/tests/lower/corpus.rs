//! Every real document of the corpus is lowered without a panic. Skipped where the corpus is not there.

use crate::support::lower_file;
use std::path::Path;

#[test]
fn every_document_is_lowered() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let corpus = std::env::var_os("CORPUS").map_or(corpus, Into::into);
    let Ok(manifest) = std::fs::read_to_string(corpus.join("MANIFEST.tsv")) else {
        println!("skipped: there is no corpus at {}", corpus.display());
        return;
    };
    for line in manifest.lines().skip(1) {
        let mut columns = line.split('\t');
        let (Some(path), Some("entry")) = (columns.next(), columns.next()) else {
            continue;
        };
        let started = std::time::Instant::now();
        let Some(lowered) = lower_file(&corpus.join(path)) else {
            continue;
        };
        println!(
            "{path}: {} operations, {} models, {:?}",
            lowered.api.operations.len(),
            lowered.api.models.len(),
            started.elapsed(),
        );
        for finding in lowered.findings() {
            println!("    {finding}");
        }
    }
}

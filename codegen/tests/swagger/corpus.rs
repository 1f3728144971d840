//! Real documents: the one of the registry, and those of the corpus where it is at hand (`CORPUS` names another
//! folder).

use crate::findings;
use codegen::diagnostics::Diagnostics;
use codegen::source::{DocumentId, Location, Sources};
use codegen::swagger::{Document, Readable, Reader};
use std::fs;
use std::path::{Path, PathBuf};

fn read_file(path: &Path) -> (Option<Document>, Vec<String>) {
    let text = fs::read_to_string(path).expect("the document is UTF-8");
    let mut diagnostics = Diagnostics::default();
    let name = path.to_string_lossy();
    let sources = Sources::from_text(&name, &text, None, &mut Diagnostics::default());
    let mut reader = Reader::new(&sources, &mut diagnostics);
    let root = Location::root(DocumentId::ENTRY);
    let document = Document::read(&sources.entry().value, &root, &mut reader);
    (document, findings(&diagnostics))
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn document_of_the_registry() {
    let (document, findings) = read_file(&workspace().join("spec/containerregistry.json"));
    let document = document.expect("the document is read");
    let operations = |is_extension| -> usize {
        let paths = document.paths.iter();
        paths
            .filter(|path| path.is_extension == is_extension)
            .map(|path| path.operations.len())
            .sum()
    };
    assert_eq!(operations(false), 26);
    assert_eq!(operations(true), 3);
    assert_eq!(document.definitions.len(), 35);
    assert_eq!(document.parameters.len(), 29);
    assert_eq!(document.security_definitions.len(), 2);
    let host = document
        .extensions
        .parameterized_host
        .expect("the host is a parameter");
    assert_eq!(host.host_template, "{url}");
    assert_eq!(findings, Vec::<String>::new());
}

/// The documents of the corpus that are Swagger 2.0 and have no known fault.
fn sound_entries(corpus: &Path) -> Vec<PathBuf> {
    let manifest =
        fs::read_to_string(corpus.join("MANIFEST.tsv")).expect("the corpus has a manifest");
    let mut lines = manifest
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().expect("the manifest has a header");
    let column = |name| {
        header
            .iter()
            .position(|title| *title == name)
            .expect("the column exists")
    };
    let (path, role, markers) = (column("path"), column("role"), column("invalid_markers"));
    lines
        .filter(|row| row[role] == "entry" && row[path].starts_with("swagger2/"))
        .filter(|row| row.get(markers).is_none_or(|markers| markers.is_empty()))
        .map(|row| corpus.join(row[path]))
        .collect()
}

#[test]
fn sound_documents_are_read_without_errors() {
    let corpus = std::env::var_os("CORPUS")
        .map_or_else(|| workspace().join("../shared/corpus"), PathBuf::from);
    if !corpus.exists() {
        println!("skipped: there is no corpus at {}", corpus.display());
        return;
    }
    let mut errors = Vec::new();
    for path in sound_entries(&corpus) {
        let (document, findings) = read_file(&path);
        assert!(document.is_some(), "{} is read", path.display());
        let of_this = findings
            .into_iter()
            .filter(|finding| finding.starts_with("error"));
        errors.extend(of_this.map(|finding| format!("{}: {finding}", path.display())));
    }
    assert_eq!(errors, Vec::<String>::new());
}

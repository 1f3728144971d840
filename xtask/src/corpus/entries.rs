//! Which files below a folder are the documents of a corpus.
//!
//! A corpus with a `MANIFEST.tsv` lists them, and says of some that they are invalid; elsewhere every file that says so
//! of itself is one.

use codegen::diagnostics::Diagnostics;
use codegen::source::Sources;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{fs, io};

const MANIFEST: &str = "MANIFEST.tsv";

/// A document of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The path below the corpus, with `/`.
    pub(super) path: String,
    /// The faults that the manifest knows of; empty when the document is to be taken for valid.
    pub(super) markers: String,
}

/// The documents of the corpus `folder`, by path.
pub(super) fn find(folder: &Path) -> Result<Vec<Entry>, String> {
    let manifest = folder.join(MANIFEST);
    let mut entries = if manifest.is_file() {
        let text = fs::read_to_string(&manifest)
            .map_err(|error| format!("cannot read `{}`: {error}", manifest.display()))?;
        listed(&text)
            .ok_or_else(|| format!("`{}` has no columns `path` and `role`", manifest.display()))?
    } else {
        let mut found = Vec::new();
        walk(folder, "", &mut found)
            .map_err(|error| format!("cannot read `{}`: {error}", folder.display()))?;
        found
    };
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(entries)
}

/// The folder below which the documents of `folder` may refer to files: the corpus that it is a part of, or itself.
pub(super) fn root_of_references(folder: &Path) -> PathBuf {
    let corpus = folder
        .ancestors()
        .find(|above| above.join(MANIFEST).is_file());
    corpus.unwrap_or(folder).to_owned()
}

fn listed(manifest: &str) -> Option<Vec<Entry>> {
    let mut rows = manifest
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let header = rows.next()?;
    let column = |name| header.iter().position(|title| *title == name);
    let (path, role) = (column("path")?, column("role")?);
    let markers = column("invalid_markers");
    let cell =
        |row: &[&str], column: usize| row.get(column).copied().unwrap_or_default().to_owned();
    let entries = rows
        .filter(|row| cell(row, role) == "entry")
        .map(|row| Entry {
            path: cell(&row, path),
            markers: markers.map_or_else(String::new, |markers| cell(&row, markers)),
        });
    Some(entries.collect())
}

/// Adds the documents below `folder`, whose path below the corpus is `prefix`. Hidden folders hold no documents.
fn walk(folder: &Path, prefix: &str, found: &mut Vec<Entry>) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let item = item?;
        let name = item.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = item.file_type()?;
        if kind.is_dir() && !name.starts_with('.') {
            walk(&item.path(), &format!("{path}/"), found)?;
        } else if kind.is_file() && is_document(&item.path())? {
            found.push(Entry {
                path,
                markers: String::new(),
            });
        }
    }
    Ok(())
}

fn is_document(path: &Path) -> io::Result<bool> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    if !matches!(extension, Some("json" | "yaml" | "yml")) {
        return Ok(false);
    }
    let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    // Most files can be told by their text, without reading what they say.
    if !text.contains("swagger") && !text.contains("openapi") {
        return Ok(false);
    }
    let sources = Sources::from_text("document", &text, None, &mut Diagnostics::default());
    Ok(match &sources.entry().value {
        Value::Null => says_its_version(&text),
        value => is_supported(value),
    })
}

/// Whether a text that cannot be read was to be a document.
fn says_its_version(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start_matches(['\u{feff}', ' ', '{', '"', '\t']);
        ["swagger", "openapi"].iter().any(|key| {
            let rest = line.strip_prefix(key);
            rest.is_some_and(|rest| rest.trim_start_matches(['"', ' ']).starts_with(':'))
        })
    })
}

fn is_supported(value: &Value) -> bool {
    let version = |key: &str| match value.get(key) {
        Some(Value::String(version)) => version.clone(),
        Some(Value::Number(version)) => version.to_string(),
        _ => String::new(),
    };
    version("swagger").starts_with('2') || version("openapi").starts_with("3.0")
}

#[cfg(test)]
mod tests {
    use super::{Entry, find, listed, root_of_references};
    use std::fs;

    fn entry(path: &str, markers: &str) -> Entry {
        Entry {
            path: path.to_owned(),
            markers: markers.to_owned(),
        }
    }

    #[test]
    fn a_manifest_lists_entries_and_their_faults() {
        let manifest = "role\tpath\tinvalid_markers\nentry\ta.json\t\nentry\tb.json\tdangling-ref=1\ndependency\tc.json";
        let entries = [entry("a.json", ""), entry("b.json", "dangling-ref=1")];
        assert_eq!(listed(manifest).unwrap(), entries);
        assert!(listed("a\tb\n").is_none());
    }

    #[test]
    fn without_a_manifest_every_document_of_a_known_version_is_an_entry() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("b/two.yaml", "swagger: 2.0\n");
        write("a.json", "\u{feff}{\"info\": {}, \"openapi\": \"3.0.1\"}");
        write("broken.json", "{\n  \"swagger\": \"2.0\",\n  oops");
        write("newer.json", "{\"openapi\": \"3.1.0\"}");
        write("notes.json", "{\"about\": \"swagger\"}");
        write("notes.md", "swagger: \"2.0\"");
        write(".git/two.yaml", "swagger: \"2.0\"\n");
        let entries = find(folder.path()).unwrap();
        assert_eq!(
            entries,
            [
                entry("a.json", ""),
                entry("b/two.yaml", ""),
                entry("broken.json", "")
            ]
        );
    }

    #[test]
    fn references_stay_below_the_corpus() {
        let folder = tempfile::tempdir().unwrap();
        let part = folder.path().join("a/b");
        fs::create_dir_all(&part).unwrap();
        assert_eq!(root_of_references(&part), part);
        fs::write(folder.path().join("MANIFEST.tsv"), "path\trole\n").unwrap();
        assert_eq!(root_of_references(&part), folder.path());
    }
}

//! A folder with a document, and the command that is run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A document that nothing is wrong with.
pub(crate) const GOOD: &str = r##"{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "host": "pets.example",
  "paths": {"/pets": {"get": {
    "operationId": "Pets_List",
    "responses": {"200": {"description": "All.", "schema": {"$ref": "#/definitions/Pet"}}}
  }}},
  "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}
}
"##;

/// What stands in front of the parts of a document that a test is about; one line.
pub(crate) const HEAD: &str = r#"{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "#;

/// Path below the output folder, and bytes.
pub(crate) type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// A folder of its own for one test.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.path().join("out")
    }

    /// Writes a file, in folders as needed.
    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// The command that generates `out` from `spec`.
    pub(crate) fn command(&self, spec: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .args(["codegen", "--name", "pets", "--spec", spec, "--out", "out"])
            .current_dir(self.path());
        command
    }

    pub(crate) fn run(&self, spec: &str) -> Finished {
        Finished::of(&self.command(spec).output().unwrap())
    }

    /// The files below the output folder.
    pub(crate) fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        add_files(&self.out(), Path::new(""), &mut tree);
        tree
    }
}

fn add_files(root: &Path, below: &Path, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(root.join(below)) else {
        return;
    };
    for entry in entries {
        let entry = entry.unwrap();
        let path = below.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            add_files(root, &path, tree);
        } else {
            tree.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Finished {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            status: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Whether the code is reported as an error with its place on a line of its own.
    #[track_caller]
    pub(crate) fn says(&self, code: &str, place: &str) -> &Self {
        let title = format!("error[{code}]: ");
        let place = format!("--> {place}");
        let said = self.err.split("\n\n").any(|finding| {
            finding.contains(&title) && finding.lines().any(|line| line.trim_start() == place)
        });
        assert!(said, "no {code} at {place}:\n{}", self.err);
        self
    }

    /// Whether `text` stands in what was said.
    #[track_caller]
    pub(crate) fn mentions(&self, text: &str) -> &Self {
        assert!(self.err.contains(text), "no {text:?}:\n{}", self.err);
        self
    }
}

/// Runs the command on a document that must be refused: status 3, and the output stays as an earlier run left it, or
/// absent.
#[track_caller]
pub(crate) fn refuse(name: &str, content: impl AsRef<[u8]>) -> Finished {
    let folder = Folder::new();
    folder.put(name, content);
    refuse_in(&folder, name)
}

/// As [`refuse`], in a folder with more than the document.
#[track_caller]
pub(crate) fn refuse_in(folder: &Folder, name: &str) -> Finished {
    let first = folder.run(name);
    assert_eq!(first.status, Some(3), "{first:?}");
    assert!(!folder.out().exists(), "something was written");
    folder.put("good.json", GOOD);
    assert_eq!(folder.run("good.json").status, Some(0));
    let before = folder.tree();
    let second = folder.run(name);
    assert_eq!(second.status, Some(3), "{second:?}");
    assert_eq!(folder.tree(), before, "the old output was touched");
    assert!(!second.err.contains("panicked"), "{}", second.err);
    second
}

/// Runs the command on a document that must be accepted, and gives what it made.
#[track_caller]
pub(crate) fn accept(name: &str, content: impl AsRef<[u8]>) -> Client {
    let folder = Folder::new();
    folder.put(name, content);
    let finished = folder.run(name);
    assert_eq!(finished.status, Some(0), "{finished:?}");
    let files = folder
        .tree()
        .into_iter()
        .map(|(path, bytes)| {
            let path = path.to_str().unwrap().to_owned();
            (path, String::from_utf8(bytes).unwrap())
        })
        .collect();
    Client { files, finished }
}

/// What was generated.
pub(crate) struct Client {
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) finished: Finished,
}

impl Client {
    /// A generated file, by its path below `src/generated`.
    #[track_caller]
    pub(crate) fn file(&self, path: &str) -> &str {
        let path = format!("src/generated/{path}");
        let file = self.files.get(&path);
        file.unwrap_or_else(|| panic!("no {path}: {:?}", self.files.keys()))
    }

    /// All lines of docs.
    pub(crate) fn doc_lines(&self) -> impl Iterator<Item = &str> {
        self.own_files().flat_map(str::lines).filter_map(|line| {
            let line = line.trim_start();
            line.strip_prefix("///").or(line.strip_prefix("//!"))
        })
    }

    /// The code without comments: what the compiler sees but for docs.
    pub(crate) fn code(&self) -> String {
        let lines = self.own_files().flat_map(str::lines);
        let code: Vec<&str> = lines
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        code.join("\n")
    }

    /// The files that come of the document.
    fn own_files(&self) -> impl Iterator<Item = &str> {
        let own = |path: &&String| path.contains(".rs") && !path.contains("/runtime/");
        let files = self.files.iter().filter(move |(path, _)| own(path));
        files.map(|(_, text)| text.as_str())
    }
}

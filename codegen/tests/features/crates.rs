//! The clients of all documents: they compile without a warning, so do their docs, nothing in them runs as a test, and
//! the formatter leaves them alone.
//!
//! The run-time is most of a client and the same in each, so that a crate for each would compile it sixty times. The
//! clients are modules of one crate instead, which has the run-time once; a few are crates of their own as well.

use crate::document::Document;
use crate::well_shaped::well_shaped_document;
use codegen::config::Config;
use codegen::diagnostics::Diagnostics;
use codegen::files::{self, Files};
use codegen::source::Sources;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{SystemTime, UNIX_EPOCH};

#[test]
fn the_generated_crates_are_clean() {
    let workspace = Workspace::write();
    workspace.formatting();
    workspace.lints();
    workspace.docs();
    workspace.doctests();
}

/// The documents whose clients are crates of their own: with no operation, nothing uses the run-time; with security and
/// pages, much does.
const ALONE: &[&str] = &["nothing_at_all", "paging_by_field"];

/// The document whose client depends on all that any client depends on.
const WITH_ALL_DEPENDENCIES: &str = "xml_bodies";

/// The crate that has all clients.
const JOINED: &str = "joined";

/// Lints beyond the default that the crates keep as well, as the project does.
const PEDANTIC: &[&str] = &[
    "--keep-going",
    "--",
    "-Dwarnings",
    "-Dclippy::pedantic",
    "-Aclippy::must_use_candidate",
    "-Aclippy::module_name_repetitions",
    // What the document says is sent as it is.
    "-Aclippy::unicode_not_nfc",
];

/// Clients of documents in which nothing is odd but the names, the same ones each time.
fn odd_clients() -> Vec<Files> {
    const COUNT: usize = 6;
    let mut runner = TestRunner::deterministic();
    let documents = well_shaped_document();
    let files = (0..COUNT).map(|_| {
        let document = documents.new_tree(&mut runner).unwrap().current();
        let mut diagnostics = Diagnostics::default();
        let text = document.to_string();
        let sources = Sources::from_text("api.json", &text, None, &mut diagnostics);
        let generated = codegen::generate(&sources, &Config::default(), &mut diagnostics);
        generated.expect("it is well-shaped").files
    });
    files.collect()
}

/// The folder with all crates. It stays below `target/`, so that what did not change is not compiled again.
struct Workspace {
    folder: PathBuf,
    /// The root of each client, as it is generated.
    roots: Vec<PathBuf>,
    members: usize,
}

impl Workspace {
    fn write() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("features");
        let mut joined = Joined::new(folder.join(JOINED));
        let mut roots = Vec::new();
        for document in Document::all() {
            let Some(files) = document.generate().files else {
                continue;
            };
            let member = folder.join(&document.name);
            files::write(&files, &member).unwrap();
            join_workspace(&files, &member);
            roots.push(member.join("src/lib.rs"));
            joined.add(&document.name, &files);
        }
        for (number, files) in odd_clients().iter().enumerate() {
            let name = format!("odd_{number}");
            files::write(files, &folder.join(&name)).unwrap();
            roots.push(folder.join(&name).join("src/lib.rs"));
            joined.add(&name, files);
        }
        joined.finish(&folder.join(WITH_ALL_DEPENDENCIES));
        let mut members = vec![JOINED];
        members.extend(ALONE);
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        write_changed(&folder.join("Cargo.toml"), &manifest);
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).unwrap();
        let members = members.len();
        Self {
            folder,
            roots,
            members,
        }
    }

    fn formatting(&self) {
        let mut rustfmt = Command::new("rustfmt");
        rustfmt.args(["--check", "--edition", "2024"]);
        succeed("rustfmt", rustfmt.args(&self.roots));
    }

    fn lints(&self) {
        succeed("clippy", self.cargo("clippy").args(PEDANTIC));
    }

    fn docs(&self) {
        let mut doc = self.cargo("doc");
        let doc = doc.arg("--no-deps").env("RUSTDOCFLAGS", "-Dwarnings");
        succeed("cargo doc", doc);
    }

    /// Asks rustdoc what it would run, which needs no code of the dependencies. Cargo does not repeat what was listed
    /// in an earlier run, so each run has flags of its own.
    fn doctests(&self) {
        let run = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let flags = format!("--test --test-args=--list --cfg run_{}", run.as_nanos());
        let mut doc = self.cargo("doc");
        let doc = doc.arg("--no-deps").env("RUSTDOCFLAGS", flags);
        let output = succeed("rustdoc --test", doc);
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        let tests: Vec<&str> = listed
            .lines()
            .filter(|line| line.ends_with(": test"))
            .collect();
        assert!(tests.is_empty(), "{listed}");
        let crates = listed.matches("0 tests, 0 benchmarks").count();
        assert_eq!(crates, self.members, "{listed}");
    }

    /// TLS changes nothing in the code of a client, and is long to compile.
    fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            .arg(command)
            .args(["--workspace", "--offline", "--no-default-features"])
            .arg("--target-dir")
            .arg(self.folder.join("target"));
        cargo
    }
}

fn succeed(what: &str, command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{what}:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// Brings the scaffold up to date, which the generator leaves alone once it is there, without the `[workspace]` that
/// lets a crate stand alone.
fn join_workspace(files: &Files, member: &Path) {
    for (path, text) in files.iter() {
        if !path.starts_with(files::GENERATED) {
            let text = text.trim_end().trim_end_matches("[workspace]");
            write_changed(&member.join(path), &format!("{}\n", text.trim_end()));
        }
    }
}

/// The lines of the table of dependencies, and where they begin.
fn table_of_dependencies(manifest: &str) -> (usize, &str) {
    let header = "[dependencies]\n";
    let start = manifest.find(header).unwrap() + header.len();
    let length = manifest[start..].find("\n\n").unwrap() + 1;
    (start, &manifest[start..start + length])
}

/// The crate whose modules are all clients.
struct Joined {
    folder: PathBuf,
    root: String,
    /// What any of them depends on, as lines of the table.
    dependencies: BTreeSet<String>,
}

impl Joined {
    fn new(folder: PathBuf) -> Self {
        let root = "//! All clients.\n\n#[allow(dead_code, unreachable_pub, unused_imports)]\nmod runtime;\n";
        Self {
            folder,
            root: root.to_owned(),
            dependencies: BTreeSet::new(),
        }
    }

    /// Adds a client, whose paths get one more segment and whose run-time is everyone's.
    fn add(&mut self, name: &str, files: &Files) {
        writeln!(self.root, "pub mod {name};").unwrap();
        let generated = format!("crate::{name}::generated");
        for (path, text) in files.iter() {
            if path == "Cargo.toml" {
                let (_, table) = table_of_dependencies(text);
                self.dependencies.extend(table.lines().map(str::to_owned));
            }
            let text = text
                .replace("crate::generated", &generated)
                .replace("pub(crate) mod runtime;", "use crate::runtime;");
            let path = match path.strip_prefix("src/") {
                Some("lib.rs") => format!("src/{name}/mod.rs"),
                // Not each has all of it.
                Some(path) if path.starts_with("generated/runtime/") => continue,
                Some(path) => format!("src/{name}/{path}"),
                None => continue,
            };
            self.write(&path, &text);
        }
    }

    /// Writes the root, that of the whole run-time, and the manifest of one of the clients, with the dependencies of all.
    fn finish(&self, client: &Path) {
        self.write("src/lib.rs", &self.root);
        self.copy_runtime(Path::new(""));
        let manifest = fs::read_to_string(client.join("Cargo.toml")).unwrap();
        let (_, manifest) = manifest.split_once("description").unwrap();
        let (start, table) = table_of_dependencies(manifest);
        let end = &manifest[start + table.len()..];
        let dependencies: Vec<&str> = self.dependencies.iter().map(String::as_str).collect();
        let dependencies = dependencies.join(
            "
",
        );
        let start = &manifest[..start];
        let manifest =
            format!("[package]\nname = \"{JOINED}\"\ndescription{start}{dependencies}\n{end}");
        self.write("Cargo.toml", &manifest);
    }

    /// Copies the run-time as it is before any client takes its parts of it.
    fn copy_runtime(&self, below: &Path) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
        for entry in fs::read_dir(folder.join(below)).unwrap() {
            let path = below.join(entry.unwrap().file_name());
            if folder.join(&path).is_dir() {
                self.copy_runtime(&path);
            } else {
                let text = fs::read_to_string(folder.join(&path)).unwrap();
                let target = Path::new("src/runtime").join(&path);
                self.write(target.to_str().unwrap(), &text);
            }
        }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        write_changed(&path, text);
    }
}

/// Leaves an equal file alone, so that cargo sees no change.
fn write_changed(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap();
}

//! The crates of all documents, in a workspace of their own: they compile without a warning, so do their docs, nothing
//! in them runs as a test, and the formatter leaves them alone.

use crate::document::Document;
use codegen::files::{self, Files};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[test]
fn the_generated_crates_are_clean() {
    let workspace = Workspace::write();
    workspace.formatting();
    workspace.lints();
    workspace.docs();
    workspace.doctests();
}

/// Lints beyond the default that the crates keep as well, as the project does. Whether names in prose stand between
/// backticks is up to the document.
const PEDANTIC: &[&str] = &[
    "--keep-going",
    "--",
    "-Dwarnings",
    "-Dclippy::pedantic",
    "-Aclippy::doc_markdown",
    "-Aclippy::must_use_candidate",
    "-Aclippy::module_name_repetitions",
];

/// The folder with all crates. It stays below `target/`, so that what did not change is not compiled again.
struct Workspace {
    folder: PathBuf,
    members: usize,
}

impl Workspace {
    fn write() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("features");
        let mut members = Vec::new();
        for document in Document::all() {
            let Some(files) = document.generate().files else {
                continue;
            };
            let member = folder.join(&document.name);
            files::write(&files, &member).unwrap();
            join_workspace(&files, &member);
            members.push(document.name);
        }
        remove_others(&folder, &members);
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        write_changed(&folder.join("Cargo.toml"), &manifest);
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).unwrap();
        let members = members.len();
        Self { folder, members }
    }

    fn formatting(&self) {
        succeed("cargo fmt", self.cargo("fmt").args(["--all", "--check"]));
    }

    fn lints(&self) {
        let mut clippy = self.cargo("clippy");
        succeed("clippy", self.offline(&mut clippy).args(PEDANTIC));
    }

    fn docs(&self) {
        let mut doc = self.cargo("doc");
        let doc = self.offline(&mut doc).arg("--no-deps");
        succeed("cargo doc", doc.env("RUSTDOCFLAGS", "-Dwarnings"));
    }

    /// Asks rustdoc what it would run, which needs no code of the dependencies.
    fn doctests(&self) {
        let mut doc = self.cargo("doc");
        let doc = self.offline(&mut doc).arg("--no-deps");
        let flags = "--test --test-args=--list";
        let output = succeed("rustdoc --test", doc.env("RUSTDOCFLAGS", flags));
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        let tests: Vec<&str> = listed
            .lines()
            .filter(|line| line.ends_with(": test"))
            .collect();
        assert!(tests.is_empty(), "{listed}");
        let crates = listed.matches("0 tests, 0 benchmarks").count();
        assert_eq!(crates, self.members, "{listed}");
    }

    fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.arg(command).current_dir(&self.folder);
        cargo
    }

    /// TLS changes nothing in the code of a client, and is long to compile.
    fn offline<'a>(&self, cargo: &'a mut Command) -> &'a mut Command {
        cargo
            .args([
                "--workspace",
                "--offline",
                "--no-default-features",
                "--target-dir",
            ])
            .arg(self.folder.join("target"))
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

fn remove_others(folder: &Path, members: &[String]) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().join("src").is_dir() && !members.contains(&name) {
            fs::remove_dir_all(entry.path()).unwrap();
        }
    }
}

/// Leaves an equal file alone, so that cargo sees no change.
fn write_changed(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap();
}

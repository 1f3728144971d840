//! Compiles the generated crates, all in one workspace, so that what they depend on is compiled once.

use super::messages::{Finding, Message, Severity};
use super::record::{Outcome, Record};
use super::{child, names, progress};
use crate::crates::cannot;
use crate::workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the crates.
#[derive(Debug)]
pub(super) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    pub(super) fn new(target: &Path) -> Self {
        Self {
            folder: target.join("crates"),
        }
    }

    /// The folder of the crate of the document at `path`.
    pub(super) fn member(&self, path: &str) -> PathBuf {
        self.folder.join(names::crate_name(path).to_string())
    }

    /// Compiles the crates of those documents that have one, and adds to their records what the compiler says.
    pub(super) fn compile(&self, records: &mut [Record], jobs: NonZeroUsize) -> Result<(), String> {
        let mut crates: BTreeMap<PathBuf, &mut Record> = records
            .iter_mut()
            .filter(|record| record.is_generated())
            .map(|record| (self.member(&record.path), record))
            .collect();
        if crates.is_empty() {
            return Ok(());
        }
        self.write_manifest(crates.keys())?;
        for record in crates.values_mut() {
            record.compiler_warnings = Some(0);
        }
        let mut cargo = self.cargo(jobs);
        let bar = progress::bar("compile", crates.len());
        let mut compiled = BTreeSet::new();
        let told = run(&mut cargo, |message| match message {
            Message::Compiled(folder) => {
                bar.inc(u64::from(crates.contains_key(&folder)));
                compiled.insert(folder);
            }
            Message::Finding(finding) => {
                if let Some(record) = crates.get_mut(&finding.folder) {
                    note(record, finding);
                }
            }
        })?;
        bar.finish_and_clear();
        let has_error = crates
            .values()
            .any(|record| record.status == Outcome::CompileError);
        match told {
            Some(reason) if !has_error => Err(format!("the crates cannot be compiled:\n{reason}")),
            told => {
                note_missing(&mut crates, &compiled, told.as_deref().unwrap_or_default());
                Ok(())
            }
        }
    }

    /// The manifest of the workspace; the versions of the packages are those that this project is tested with.
    fn write_manifest<'a>(&self, members: impl Iterator<Item = &'a PathBuf>) -> Result<(), String> {
        let members: Vec<_> = members.filter_map(|folder| folder.file_name()).collect();
        let text = format!(
            "[workspace]\nresolver = \"3\"\nmembers = {members:#?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
        );
        let path = self.folder.join("Cargo.toml");
        fs::write(&path, text).map_err(cannot("write", &path))?;
        let lock = self.folder.join("Cargo.lock");
        fs::copy(workspace::root().join("Cargo.lock"), &lock).map_err(cannot("write", &lock))?;
        Ok(())
    }

    /// Clippy tells what rustc tells, and more. TLS changes nothing in the code of a client, and is long to compile.
    fn cargo(&self, jobs: NonZeroUsize) -> Command {
        let has_clippy = workspace::cargo(&["clippy", "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        let command = if has_clippy { "clippy" } else { "check" };
        let mut cargo = workspace::cargo(&[command, "--workspace", "--keep-going"]);
        cargo
            .args(["--no-default-features", "--message-format=json"])
            .args(["--jobs", &jobs.to_string()])
            .arg("--target-dir")
            .arg(self.folder.join("target"))
            .current_dir(&self.folder);
        cargo
    }
}

fn note(record: &mut Record, finding: Finding) {
    match finding.severity {
        Severity::Warning => {
            *record.compiler_warnings.get_or_insert(0) += 1;
            record.first_warning.get_or_insert(finding.text);
        }
        Severity::Error => {
            record.status = Outcome::CompileError;
            record.first_error.get_or_insert(finding.text);
        }
    }
}

/// Calls a crate faulty that was not compiled, though the compiler found nothing in it. `told` is what cargo says of
/// its own failure.
fn note_missing(
    crates: &mut BTreeMap<PathBuf, &mut Record>,
    compiled: &BTreeSet<PathBuf>,
    told: &str,
) {
    let reason = told.lines().rfind(|line| !line.trim().is_empty());
    for (folder, record) in crates {
        if !compiled.contains(folder) {
            record.status = Outcome::CompileError;
            let reason = reason.unwrap_or("it is not compiled");
            record.first_error.get_or_insert_with(|| reason.to_owned());
        }
    }
}

/// Runs cargo, and hands out what it says of crates. Gives what it says on standard error when it fails.
fn run(cargo: &mut Command, mut heard: impl FnMut(Message)) -> Result<Option<String>, String> {
    let cannot = |error| format!("cargo cannot be run: {error}");
    let mut child = cargo
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(cannot)?;
    let errors = child::read(child.stderr.take());
    let lines = child.stdout.take().map(BufReader::new).into_iter();
    for line in lines.flat_map(BufReader::lines).map_while(Result::ok) {
        if let Some(message) = Message::parse(&line) {
            heard(message);
        }
    }
    let status = child.wait().map_err(cannot)?;
    let told = errors.join().unwrap_or_default();
    Ok((!status.success()).then_some(told))
}

#[cfg(test)]
mod tests {
    use super::note_missing;
    use crate::corpus::record::{Outcome, Record};
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn a_crate_that_was_not_compiled_is_not_good() {
        let mut records = ["a", "b", "c"].map(|path| Record::new(path, Outcome::Ok));
        records[2].first_error = Some("c.rs:1:1: error: bad".to_owned());
        let [a, b, c] = &mut records;
        let folders = ["/w/a", "/w/b", "/w/c"].map(Into::into);
        let mut crates: BTreeMap<_, _> = folders.into_iter().zip([a, b, c]).collect();
        let compiled = BTreeSet::from(["/w/a".into(), "/w/other".into()]);
        note_missing(&mut crates, &compiled, "Compiling\nerror: killed\n\n");
        let found = records.map(|record| (record.status, record.first_error));
        let faulty = |error: &str| (Outcome::CompileError, Some(error.to_owned()));
        assert_eq!(
            found,
            [
                (Outcome::Ok, None),
                faulty("error: killed"),
                faulty("c.rs:1:1: error: bad"),
            ]
        );
    }
}

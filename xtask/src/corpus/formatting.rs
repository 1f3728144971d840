//! Asks rustfmt which files of the generated crates it would change.

use super::compile::Workspace;
use super::record::Record;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Adds to the record of each crate how many of its files rustfmt would change. Without rustfmt nothing is known.
pub(super) fn compare(workspace: &Workspace, records: &mut [Record]) -> Result<(), String> {
    let members: Vec<(PathBuf, &mut Record)> = records
        .iter_mut()
        .filter(|record| record.is_generated())
        .map(|record| (workspace.member(&record.path), record))
        .collect();
    let is_there = Command::new("rustfmt")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !is_there || members.is_empty() {
        return Ok(());
    }
    let output = Command::new("rustfmt")
        .args(["--check", "--files-with-diff", "--edition", "2024"])
        .args(members.iter().map(|(folder, _)| folder.join("src/lib.rs")))
        .output()
        .map_err(|error| format!("rustfmt cannot be run: {error}"))?;
    let listed = String::from_utf8_lossy(&output.stdout);
    let files: Vec<PathBuf> = listed.lines().map(PathBuf::from).collect();
    for (folder, record) in members {
        let changed = files.iter().filter(|file| file.starts_with(&folder));
        record.unformatted = Some(changed.count());
    }
    Ok(())
}

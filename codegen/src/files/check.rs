//! Tells how the output folder differs from the plan, and writes nothing.

use super::Files;
use super::error::FileError;
use super::plan::{Plan, Write};
use super::tree::Tree;
use similar::TextDiff;
use std::fmt;
use std::path::Path;

/// How a folder differs from what the generator would write. Paths are relative to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Files with another text.
    pub changed: Vec<Change>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files below `src/generated/` that do not belong there.
    pub stale: Vec<String>,
}

/// A file with another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: String,
    /// What a run would change, as a unified diff.
    pub diff: String,
}

/// Compares the folder `out` with `files`. Ends of lines as Windows has them are no difference.
///
/// # Errors
///
/// When the folder cannot be read, or leads through a symbolic link.
pub fn check(files: &Files, out: &Path) -> Result<Drift, FileError> {
    let tree = Tree::read(files, out)?;
    let plan = Plan::new(files, &tree)?;
    let mut drift = Drift {
        stale: plan.stale.iter().map(|&path| path.to_owned()).collect(),
        ..Drift::default()
    };
    for write in &plan.writes {
        drift.compare(write);
    }
    Ok(drift)
}

impl Drift {
    /// Whether the folder is as the generator would leave it.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.stale.is_empty()
    }

    fn compare(&mut self, write: &Write<'_>) {
        let Some(before) = write.before else {
            self.missing.push(write.path.to_owned());
            return;
        };
        let before = String::from_utf8_lossy(before).replace("\r\n", "\n");
        if before != write.text {
            self.changed.push(Change {
                path: write.path.to_owned(),
                diff: unified_diff(write.path, &before, write.text),
            });
        }
    }
}

fn unified_diff(path: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after)
        .unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

impl fmt::Display for Drift {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changed {
            writeln!(formatter, "{}", change.diff.trim_end())?;
        }
        for change in &self.changed {
            writeln!(formatter, "changed: {}", change.path)?;
        }
        for path in &self.missing {
            writeln!(formatter, "missing: {path}")?;
        }
        for path in &self.stale {
            writeln!(formatter, "stale:   {path}")?;
        }
        Ok(())
    }
}

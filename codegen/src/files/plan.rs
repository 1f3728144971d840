//! What has to change on disk. Pure: a comparison of two maps.

use super::error::{FileError, Problem};
use super::tree::Tree;
use super::{Files, MARK, Owner};

/// The differences between what shall be and what is.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// Files to be created or replaced, by path.
    pub(super) writes: Vec<Write<'a>>,
    /// Files below `src/generated/` that no longer belong there.
    pub(super) stale: Vec<&'a str>,
    /// The number of files that are as they shall be.
    pub(super) unchanged: usize,
    /// Files that would be replaced or removed but were not made by the generator.
    pub(super) in_the_way: Vec<&'a str>,
}

/// A file to be created or replaced.
#[derive(Clone, Copy, Debug)]
pub(super) struct Write<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    /// What stands there now.
    pub(super) before: Option<&'a [u8]>,
}

impl<'a> Plan<'a> {
    /// Compares `files` with `tree`.
    pub(super) fn new(files: &'a Files, tree: &'a Tree) -> Result<Self, FileError> {
        let mut plan = Self::default();
        for (path, entry) in &files.entries {
            let before = tree.files.get(path).map(Vec::as_slice);
            match entry.owner {
                Owner::Generator if !entry.text.starts_with(MARK) => {
                    return Err(FileError::new(path, Problem::Unplanned));
                }
                Owner::Generator => plan.compare(Write {
                    path,
                    text: &entry.text,
                    before,
                }),
                Owner::User if before.is_some() => plan.unchanged += 1,
                Owner::User => plan.writes.push(Write {
                    path,
                    text: &entry.text,
                    before,
                }),
            }
        }
        for (path, content) in &tree.files {
            if !files.entries.contains_key(path) {
                plan.stale.push(path);
                plan.note_if_foreign(path, content);
            }
        }
        Ok(plan)
    }

    fn compare(&mut self, write: Write<'a>) {
        if write.before == Some(write.text.as_bytes()) {
            self.unchanged += 1;
            return;
        }
        if let Some(content) = write.before {
            self.note_if_foreign(write.path, content);
        }
        self.writes.push(write);
    }

    fn note_if_foreign(&mut self, path: &'a str, content: &[u8]) {
        let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
        if !content.starts_with(MARK.as_bytes()) {
            self.in_the_way.push(path);
        }
    }
}

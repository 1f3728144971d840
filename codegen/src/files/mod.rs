//! Text to disk, or text compared with the disk.
//!
//! What has to happen is planned without touching anything (`plan`, over a picture of the disk), then done
//! by [`write()`] or told by [`check`]. Invariant: only files below `src/generated/` that carry the [`MARK`] are ever
//! replaced or removed, nothing is written through a symbolic link, and a run that is killed leaves each file old or new.

mod check;
mod error;
mod manifest;
mod plan;
mod tree;
mod write;

pub use check::{Change, Drift, check};
pub use error::{FileError, Problem};
pub use manifest::check_manifest;
pub use write::{Summary, write};

use std::collections::BTreeMap;

/// How each generated file begins. A file without it was not made by the generator, so it is somebody's work.
pub const MARK: &str = "// @generated";

/// The folder of an output crate that belongs to the generator.
pub const GENERATED: &str = "src/generated";

/// The files of a client: path relative to the crate's folder, with `/`, and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    entries: BTreeMap<String, Entry>,
}

/// One file to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) text: String,
    pub(crate) owner: Owner,
}

/// Whose a file is once it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The generator's: kept equal to what it says.
    Generator,
    /// The user's: written once when absent, then left alone.
    User,
}

impl Files {
    /// Adds a file that the generator owns, at `path` below `src/generated/`. Its text begins with the [`MARK`].
    pub fn add_generated(&mut self, path: &str, text: impl Into<String>) {
        self.add(format!("{GENERATED}/{path}"), text.into(), Owner::Generator);
    }

    /// Adds a file that is written only when there is none at `path` in the crate's folder.
    pub fn add_scaffold(&mut self, path: &str, text: impl Into<String>) {
        self.add(path.to_owned(), text.into(), Owner::User);
    }

    /// Path and text of each file, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .iter()
            .map(|(path, entry)| (path.as_str(), entry.text.as_str()))
    }

    /// The number of files.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn add(&mut self, path: String, mut text: String, owner: Owner) {
        // The run-time is compiled in as the checkout has it, and Windows checks out other line ends.
        if text.contains('\r') {
            text = text.replace("\r\n", "\n");
        }
        self.entries.insert(path, Entry { text, owner });
    }
}

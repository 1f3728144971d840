//! Makes the output folder equal to the plan.
//!
//! All new contents are on disk under temporary names before the first file is replaced, so a full disk changes nothing;
//! a rename replaces a file whole, so a killed run leaves each file old or new.

use super::Files;
use super::error::{FileError, Problem};
use super::plan::{Plan, Write};
use super::tree::{Tree, temporary};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files created or replaced.
    pub written: usize,
    /// Files that were equal already, or the user's.
    pub unchanged: usize,
    /// Files removed because they no longer belong there.
    pub removed: usize,
}

/// Makes the folder `out` hold `files`.
///
/// # Errors
///
/// The first file or folder that is in the way: nothing is replaced then, unless a rename itself fails.
pub fn write(files: &Files, out: &Path) -> Result<Summary, FileError> {
    let tree = Tree::read(files, out)?;
    let plan = Plan::new(files, &tree)?;
    if let Some(path) = plan.in_the_way.first() {
        return Err(FileError::new(out.join(path), Problem::NotGenerated));
    }
    for path in &tree.leftovers {
        remove_file(path)?;
    }
    let mut staged = Staged::default();
    for write in &plan.writes {
        staged.add(write, out)?;
    }
    staged.commit()?;
    for path in &plan.stale {
        remove(&out.join(path), out)?;
    }
    Ok(Summary {
        written: plan.writes.len(),
        unchanged: plan.unchanged,
        removed: plan.stale.len(),
    })
}

/// New contents under temporary names. What was not committed is removed on drop.
#[derive(Default)]
struct Staged {
    /// Temporary and final path.
    renames: Vec<(PathBuf, PathBuf)>,
}

impl Staged {
    fn add(&mut self, write: &Write<'_>, out: &Path) -> Result<(), FileError> {
        let path = out.join(write.path);
        let last = self.renames.last().and_then(|(_, last)| last.parent());
        if let Some(folder) = path.parent().filter(|folder| last != Some(*folder)) {
            fs::create_dir_all(folder).map_err(FileError::io(folder))?;
        }
        let beside = temporary(&path);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)
            .map_err(FileError::io(&beside))?;
        self.renames.push((beside, path.clone()));
        file.write_all(write.text.as_bytes())
            .map_err(FileError::io(&path))
    }

    fn commit(mut self) -> Result<(), FileError> {
        for (beside, path) in &self.renames {
            fs::rename(beside, path).map_err(FileError::io(path))?;
        }
        self.renames.clear();
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (beside, _) in &self.renames {
            // The error that led here is the one to report; the next run cleans up what stays.
            let _ = fs::remove_file(beside);
        }
    }
}

/// Removes a file, and the folders that are empty without it.
fn remove(path: &Path, out: &Path) -> Result<(), FileError> {
    remove_file(path)?;
    for folder in path.ancestors().skip(1) {
        if folder == out || fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Removes a file, unless another run did.
fn remove_file(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(FileError::new(path, Problem::Io(error)))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

//! The text files of the repository.

use std::path::Path;
use std::process::Command;
use std::{fs, io};

/// A text file.
#[derive(Debug)]
pub(super) struct File {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl File {
    pub(super) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| found == extension)
    }

    /// Whether it is Rust written by a person.
    pub(super) fn is_written_rust(&self) -> bool {
        self.has_extension("rs") && !self.path.contains("src/generated/")
    }

    /// Whether some folder above it has this name.
    pub(super) fn is_below(&self, folder: &str) -> bool {
        Path::new(&self.path)
            .parent()
            .is_some_and(|parent| parent.components().any(|part| part.as_os_str() == folder))
    }
}

/// Every text file below `root` that git tracks or would track, or every file when this is no checkout.
pub(super) fn files(root: &Path) -> io::Result<Vec<File>> {
    let paths = match tracked(root) {
        Some(paths) => paths,
        None => walked(root)?,
    };
    let mut files: Vec<File> = paths
        .into_iter()
        .filter_map(|path| read(root, path))
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn tracked(root: &Path) -> Option<Vec<String>> {
    let output = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root)
        .output()
        .ok()?;
    let listing = String::from_utf8(output.stdout).ok()?;
    let paths = listing.split('\0').filter(|path| !path.is_empty());
    output
        .status
        .success()
        .then(|| paths.map(str::to_owned).collect())
}

fn walked(root: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut open = vec![String::new()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root.join(&folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() {
                name.clone()
            } else {
                format!("{folder}/{name}")
            };
            if !entry.file_type()?.is_dir() {
                paths.push(path);
            } else if name != "target" && name != ".git" {
                open.push(path);
            }
        }
    }
    Ok(paths)
}

/// The file, unless it is gone, a link, or not text.
fn read(root: &Path, path: String) -> Option<File> {
    let place = root.join(&path);
    if !fs::symlink_metadata(&place).ok()?.is_file() {
        return None;
    }
    let text = fs::read_to_string(place).ok()?;
    (!text.contains('\0')).then_some(File { path, text })
}

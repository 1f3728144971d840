//! A picture of the output folder as it is on disk, taken without following any symbolic link.

use super::error::{FileError, Problem};
use super::{Files, GENERATED};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{self, AtomicU64};
use std::time::Duration;
use std::{fs, io};

/// How the name of a file ends that a run writes beside the real one; see [`temporary`].
const TEMPORARY: &str = ".codegen.tmp";

/// How old a temporary file is whose run was certainly killed: files are written in seconds.
const ABANDONED: Duration = Duration::from_secs(60);

/// What is on disk: the planned paths, everything below `src/generated/`, and what a killed run left.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Content by path relative to the output folder, with `/`.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// Temporary files of a run that was killed.
    pub(super) leftovers: Vec<PathBuf>,
}

impl Tree {
    /// Looks at `out`, which need not exist.
    pub(super) fn read(files: &Files, out: &Path) -> Result<Self, FileError> {
        let mut tree = Self::default();
        // Without this, a trailing `/` would make the system follow a link before it is seen.
        let out: &Path = &out.components().collect::<PathBuf>();
        refuse_symlink(out)?;
        let mut folders = BTreeSet::from([PathBuf::new()]);
        for (path, _) in files.iter() {
            check_plain(path)?;
            for folder in Path::new(path).ancestors().skip(1) {
                folders.insert(folder.to_owned());
            }
            if let Some(content) = read_if_there(out, path)? {
                tree.files.insert(path.to_owned(), content);
            }
        }
        tree.read_generated(out, GENERATED)?;
        for folder in folders {
            if !folder.starts_with(GENERATED) {
                tree.find_leftovers(&out.join(folder))?;
            }
        }
        Ok(tree)
    }

    fn read_generated(&mut self, out: &Path, folder: &str) -> Result<(), FileError> {
        let path = out.join(folder);
        for entry in entries(&path)? {
            let name = entry.file_name();
            let kind = entry.file_type().map_err(FileError::io(&entry.path()))?;
            if is_temporary(&name) {
                self.note_leftover(&entry);
                continue;
            }
            let Some(name) = name.to_str() else {
                return Err(FileError::new(entry.path(), Problem::NotGenerated));
            };
            // Editors and file managers leave hidden files everywhere; none of them can be a module.
            if name.starts_with('.') {
                continue;
            }
            let relative = format!("{folder}/{name}");
            if self.files.contains_key(&relative) {
                continue;
            }
            if kind.is_dir() {
                self.read_generated(out, &relative)?;
            } else if let Some(content) = read_if_there(out, &relative)? {
                self.files.insert(relative, content);
            }
        }
        Ok(())
    }

    fn find_leftovers(&mut self, folder: &Path) -> Result<(), FileError> {
        for entry in entries(folder)? {
            if is_temporary(&entry.file_name()) {
                self.note_leftover(&entry);
            }
        }
        Ok(())
    }

    /// A file that is young may belong to another run that is at work in the folder.
    fn note_leftover(&mut self, entry: &fs::DirEntry) {
        let written = entry.metadata().and_then(|metadata| metadata.modified());
        let age = written.map(|written| written.elapsed().unwrap_or_default());
        if age.is_ok_and(|age| age >= ABANDONED) {
            self.leftovers.push(entry.path());
        }
    }
}

/// How many temporary names this process has taken.
static TAKEN: AtomicU64 = AtomicU64::new(0);

/// The name beside `path` under which its new content is written before it takes the place of the old; no other run
/// takes the same.
pub(super) fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let process = std::process::id();
    let number = TAKEN.fetch_add(1, atomic::Ordering::Relaxed);
    path.with_file_name(format!(".{name}.{process}-{number}{TEMPORARY}"))
}

fn is_temporary(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') && name.ends_with(TEMPORARY)
}

/// Refuses a path that could lead out of the output folder: names come from documents.
fn check_plain(path: &str) -> Result<(), FileError> {
    let plain = !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && Path::new(path)
            .components()
            .all(|component| matches!(component, Component::Normal(_)));
    if plain {
        Ok(())
    } else {
        Err(FileError::new(path, Problem::Unplanned))
    }
}

/// The content of `out/path`, or `None` when it does not exist.
pub(super) fn read_if_there(out: &Path, path: &str) -> Result<Option<Vec<u8>>, FileError> {
    let mut place = out.to_owned();
    for name in path.split('/') {
        place.push(name);
        refuse_symlink(&place)?;
    }
    match read_file(&place) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::new(place, Problem::Io(error))),
    }
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    // To open a pipe would be to wait for who writes to it.
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    fs::read(path)
}

fn refuse_symlink(path: &Path) -> Result<(), FileError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => Err(FileError::new(path, Problem::Symlink)),
        _ => Ok(()),
    }
}

/// The entries of a folder, none when it does not exist.
fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>, FileError> {
    match fs::read_dir(folder) {
        Ok(entries) => entries
            .collect::<io::Result<_>>()
            .map_err(FileError::io(folder)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(FileError::new(folder, Problem::Io(error))),
    }
}

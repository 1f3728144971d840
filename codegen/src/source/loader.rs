//! Reads the entry document and, below one root only, the files that it refers to.

use super::parse::Input;
use super::references::Fetched;
use super::{Sources, names};
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// What may be read.
#[derive(Clone, Debug)]
pub struct LoadOptions {
    /// External references are read only below this folder; without it, below the nearest folder above the document
    /// that holds a `.git`, or else below the document's own folder.
    pub ref_root: Option<PathBuf>,
    /// The largest file, in bytes.
    pub max_bytes: u64,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            ref_root: None,
            max_bytes: 64 << 20,
        }
    }
}

/// Reads documents from the file system.
#[derive(Clone, Debug)]
pub struct Loader {
    options: LoadOptions,
}

impl Loader {
    /// A loader that reads what `options` allow.
    pub fn new(options: LoadOptions) -> Self {
        Self { options }
    }

    /// Reads `spec`, `overlay` and every file they refer to; the overlay is applied before references are followed.
    /// A file that cannot be read is reported as `SW0001` and leaves a document with the value `null`.
    pub fn load(
        &self,
        spec: &Path,
        overlay: Option<&Path>,
        diagnostics: &mut Diagnostics,
    ) -> Sources {
        let folders = Folders::of(spec, self.options.ref_root.as_deref());
        let entry = self.named_file(spec, &folders);
        let overlay = overlay.map(|path| self.named_file(path, &folders));
        let mut known = BTreeSet::from([entry.key.clone()]);
        let mut fetch = |key: &str| self.fetch(key, &folders, &mut known);
        Sources::assemble(entry, overlay, &mut fetch, diagnostics)
    }

    /// A file that the caller named; it may be anywhere.
    fn named_file(&self, path: &Path, folders: &Folders) -> Input {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        self.input(&real, slashed(path), folders)
    }

    /// A file that a document named.
    fn fetch(&self, key: &str, folders: &Folders, known: &mut BTreeSet<String>) -> Fetched {
        let path = Path::new(key);
        let Some(root) = &folders.root else {
            return Fetched::Refused("the folder of references does not exist".to_owned());
        };
        let outside = || format!("it leads out of `{}`", slashed(root));
        // Nothing is asked of the file system for a path that is outside by its text alone.
        if !path.starts_with(root) {
            return Fetched::Refused(outside());
        }
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) => return Fetched::Missing(error.to_string()),
        };
        if !real.starts_with(root) {
            return Fetched::Refused(format!("by a symbolic link, {}", outside()));
        }
        if !real.is_file() {
            return Fetched::Missing("it is not a file".to_owned());
        }
        if !known.insert(slashed(&real)) {
            return Fetched::Again(slashed(&real));
        }
        let input = self.input(&real, folders.shown(&real), folders);
        Fetched::Found(Box::new(input))
    }

    fn input(&self, real: &Path, path: String, folders: &Folders) -> Input {
        let mut input = Input {
            name: folders.name(real),
            key: slashed(real),
            ..Input::default()
        };
        match read_at_most(real, self.options.max_bytes) {
            Ok(Some(bytes)) => input.bytes = bytes,
            Ok(None) => input.fault = Some(self.too_large(&path)),
            Err(error) => {
                let message = format!("`{path}` cannot be read: {error}");
                input.fault = Some(Diagnostic::general(code::UNREADABLE_FILE, message));
            }
        }
        input.path = path;
        input
    }

    fn too_large(&self, path: &str) -> Diagnostic {
        let limit = self.options.max_bytes;
        let message = format!("`{path}` is larger than {limit} bytes");
        Diagnostic::general(code::TOO_LARGE, message).help("raise the limit by `--max-bytes`")
    }
}

/// The folders that names are relative to.
struct Folders {
    /// The root of references, without symbolic links; `None` when it does not exist.
    root: Option<PathBuf>,
    /// The folder of the entry document, as given and without symbolic links.
    entry: (PathBuf, PathBuf),
}

impl Folders {
    fn of(spec: &Path, ref_root: Option<&Path>) -> Self {
        let given = spec.parent().unwrap_or(Path::new("")).to_owned();
        let real = spec.canonicalize().unwrap_or_else(|_| spec.to_owned());
        let real = real.parent().unwrap_or(Path::new("")).to_owned();
        let root = match ref_root {
            Some(root) => root.canonicalize().ok(),
            None => Some(repository(&real).unwrap_or(&real).to_owned()),
        };
        Self {
            root,
            entry: (given, real),
        }
    }

    /// The name for output: the same from any working folder.
    fn name(&self, real: &Path) -> String {
        let below = self
            .root
            .as_ref()
            .and_then(|root| real.strip_prefix(root).ok());
        match below {
            Some(below) => slashed(below),
            None => names::file_name(&slashed(real)).to_owned(),
        }
    }

    /// The path for people: relative to where they said the entry is.
    fn shown(&self, real: &Path) -> String {
        let (given, entry) = &self.entry;
        let mut shown = given.clone();
        let common = entry.ancestors().find(|folder| real.starts_with(folder));
        let common = common.unwrap_or(Path::new(""));
        let steps_up = entry
            .strip_prefix(common)
            .map_or(0, |steps| steps.components().count());
        for _ in 0..steps_up {
            match shown.components().next_back() {
                Some(Component::Normal(_)) => {
                    shown.pop();
                }
                _ => shown.push(".."),
            }
        }
        slashed(&shown.join(real.strip_prefix(common).unwrap_or(real)))
    }
}

fn repository(folder: &Path) -> Option<&Path> {
    folder
        .ancestors()
        .find(|folder| folder.join(".git").exists())
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy()
        .replace(std::path::MAIN_SEPARATOR, "/")
}

/// The bytes of the file, or `None` when there are more than `limit`.
fn read_at_most(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    // To open a pipe would be to wait for who writes to it.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let file = File::open(path)?;
    if file.metadata()?.len() > limit {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok((length <= limit).then_some(bytes))
}

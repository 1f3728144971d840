//! Generated crates that nobody owns: many of them, in one workspace below `target/`.

use codegen::files::{self, Files, Summary};
use std::path::Path;
use std::{fs, io};

/// Writes the crate `files` into `out` as it is generated, its manifest and root too, which `codegen` writes only once.
pub(crate) fn write(files: &Files, out: &Path) -> Result<Summary, String> {
    for (path, text) in scaffold(files) {
        let path = out.join(path);
        if fs::read_to_string(&path).is_ok_and(|old| old != text) {
            fs::remove_file(&path).map_err(cannot("remove", &path))?;
        }
    }
    files::write(files, out).map_err(|error| error.to_string())
}

/// Writes the crate as a member of the workspace around it, which is all that changes in it.
pub(crate) fn write_member(files: &Files, out: &Path) -> Result<(), String> {
    let mut member = Files::default();
    for (path, text) in files.iter() {
        match path.strip_prefix(files::GENERATED) {
            Some(below) => member.add_generated(below.trim_start_matches('/'), text),
            None if path == MANIFEST => member.add_scaffold(path, text.replace(ALONE, "")),
            None => member.add_scaffold(path, text),
        }
    }
    write(&member, out).map(drop)
}

/// Words for an error of the operating system.
pub(crate) fn cannot(what: &str, path: &Path) -> impl FnOnce(io::Error) -> String {
    move |error| format!("cannot {what} `{}`: {error}", path.display())
}

const MANIFEST: &str = "Cargo.toml";

/// What makes a crate a workspace of its own.
const ALONE: &str = "\n[workspace]\n";

fn scaffold(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| !path.starts_with(files::GENERATED))
}

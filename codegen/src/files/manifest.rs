//! What the `Cargo.toml` that a folder has already lacks for the generated part to compile.

use super::Files;
use super::error::FileError;
use super::tree::read_if_there;
use crate::diagnostics::{Diagnostic, code};
use std::path::Path;
use toml::Table;

/// The name of the file.
const MANIFEST: &str = "Cargo.toml";

/// A warning when `files` are for a folder whose manifest does not have what the manifest among them would have.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn check_manifest(files: &Files, out: &Path) -> Result<Option<Diagnostic>, FileError> {
    let present = read_if_there(out, MANIFEST)?;
    // What is no manifest at all is told by cargo.
    let present = present.and_then(|bytes| String::from_utf8(bytes).ok()?.parse::<Table>().ok());
    let wanted = files.iter().find(|(path, _)| *path == MANIFEST);
    let (Some(present), Some((_, wanted))) = (present, wanted) else {
        return Ok(None);
    };
    let lacking = lacking(&present, wanted);
    if lacking.is_empty() {
        return Ok(None);
    }
    let manifest = out.join(MANIFEST);
    let message = format!(
        "`{}` lacks dependencies of the generated code",
        manifest.display()
    );
    let mut help = format!("add to its `[dependencies]`:\n{}", lacking.join("\n"));
    if lacking.iter().any(|line| line.starts_with("reqwest ")) {
        help.push_str("\nand, for https, give `reqwest` the feature \"rustls\"");
    }
    Ok(Some(
        Diagnostic::general(code::DEPENDENCY_MISSING, message).help(help),
    ))
}

/// The lines of the dependencies of `wanted` that `present` does not have.
fn lacking<'a>(present: &Table, wanted: &'a str) -> Vec<&'a str> {
    let present = present.get("dependencies").and_then(toml::Value::as_table);
    let is_lacking = |line: &&str| {
        let name = line.split_once(" = ").map(|(name, _)| name);
        name.is_some_and(|name| !present.is_some_and(|present| present.contains_key(name)))
    };
    let lines = wanted
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(is_lacking)
        .collect()
}

#[cfg(test)]
mod tests {
    const WANTED: &str = "[package]\nname = \"a\"\n\n[dependencies]\nbytes = \"1\"\nserde = { version = \"1\" }\n\n[lints.rust]\nx = 1\n";

    #[test]
    fn what_is_lacking_is_told_as_lines_to_add() {
        let lacking = |present: &str| super::lacking(&present.parse().unwrap(), WANTED);
        assert_eq!(
            lacking("[package]\nname = \"b\""),
            ["bytes = \"1\"", "serde = { version = \"1\" }"]
        );
        assert_eq!(
            lacking("[dependencies]\nserde.workspace = true"),
            ["bytes = \"1\""]
        );
        assert_eq!(
            lacking("[dependencies.bytes]\nversion = \"1\"\n[dependencies.serde]\nversion = \"1\""),
            [""; 0]
        );
    }
}

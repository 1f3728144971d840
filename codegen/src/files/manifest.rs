//! What the `Cargo.toml` that a folder has already lacks for the generated part to compile.

use super::Files;
use super::error::FileError;
use super::tree::read_if_there;
use crate::diagnostics::{Diagnostic, code};
use std::path::Path;
use toml::{Table, Value};

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
        "`{}` lacks dependencies of the generated code, or features of them",
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

/// The lines of the dependencies of `wanted` that `present` does not have, or not with all their features.
fn lacking<'a>(present: &Table, wanted: &'a str) -> Vec<&'a str> {
    let dependencies = |manifest: &Table| manifest.get("dependencies")?.as_table().cloned();
    let present = dependencies(present).unwrap_or_default();
    let wanted_table: Table = wanted.parse().unwrap_or_default();
    let needed = dependencies(&wanted_table).unwrap_or_default();
    let is_lacking = |line: &&str| {
        let name = line.split_once(" = ").map_or("", |(name, _)| name);
        let Some(needed) = needed.get(name) else {
            return false;
        };
        present
            .get(name)
            .is_none_or(|present| !has_features(present, needed))
    };
    wanted.lines().filter(is_lacking).collect()
}

/// Whether a dependency has all features of `needed`; of one that a workspace describes it is taken on trust.
fn has_features(present: &Value, needed: &Value) -> bool {
    let features = |dependency: &Value| dependency.get("features")?.as_array().cloned();
    let has = features(present).unwrap_or_default();
    let mut needs = features(needed).unwrap_or_default().into_iter();
    present.get("workspace").is_some() || needs.all(|feature| has.contains(&feature))
}

#[cfg(test)]
mod tests {
    const WANTED: &str = "[package]\nname = \"a\"\n\n[dependencies]\nbytes = \"1\"\nserde = { version = \"1\", features = [\"derive\"] }\n\n[lints.rust]\nx = 1\n";

    const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }";

    #[test]
    fn what_is_lacking_is_told_as_lines_to_add() {
        let lacking = |present: &str| super::lacking(&present.parse().unwrap(), WANTED);
        assert_eq!(lacking("[package]\nname = \"b\""), ["bytes = \"1\"", SERDE]);
        assert_eq!(
            lacking("[dependencies]\nserde.workspace = true"),
            ["bytes = \"1\""]
        );
        assert_eq!(
            lacking("[dependencies]\nbytes = \"1\"\nserde = \"1\""),
            [SERDE]
        );
        assert_eq!(
            lacking(
                "[dependencies]\nbytes = \"1\"\nserde = { version = \"1\", features = [\"rc\", \"derive\"] }"
            ),
            [""; 0]
        );
    }
}

//! Where the workspace is, and how to run cargo in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of this workspace: the nearest one above the current folder, so that a copied binary works in the checkout
/// it is called in, else the one it was built from.
pub(crate) fn root() -> PathBuf {
    env::current_dir()
        .ok()
        .and_then(|folder| {
            folder
                .ancestors()
                .find(|above| is_root(above))
                .map(Path::to_owned)
        })
        .unwrap_or_else(built_from)
}

/// Cargo, in the workspace.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments);
    command
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Documents of all kinds that lie beside the checkout, or where `CORPUS` says.
pub(crate) fn corpus() -> Option<PathBuf> {
    let beside = || root().join("../shared/corpus");
    let folder = env::var_os("CORPUS").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// The packages that `package` is compiled with, itself included, each as `name version`.
pub(crate) fn packages(package: &str, arguments: &[&str]) -> Result<Vec<String>, String> {
    let output = cargo(&[
        "tree",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--package",
        package,
    ])
    .args(["--format", "{p}"])
    .args(arguments)
    .output()
    .map_err(|error| format!("cargo cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let mut packages: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some(format!("{} {}", words.next()?, words.next()?))
        })
        .collect();
    packages.sort();
    packages.dedup();
    Ok(packages)
}

fn is_root(folder: &Path) -> bool {
    folder.join("spec").is_dir()
        && std::fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|manifest| manifest.contains("[workspace]"))
}

fn built_from() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}

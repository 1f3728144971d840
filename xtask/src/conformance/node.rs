//! Node.js and the packages of the server.

use super::cannot;
use super::report::Scenarios;
use crate::terminal;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package that holds the server and its documents.
pub(super) const SERVER_PACKAGE: &str = "node_modules/@microsoft.azure/autorest.testserver";

/// npm's own record of what it has installed, written when it is done.
const INSTALLED: &str = "node_modules/.package-lock.json";

const OLDEST_NODE: u32 = 18;

/// Fails with what to do when the server cannot be run on this machine.
pub(super) fn require() -> Result<(), String> {
    let version = version_of("node");
    let major = version.as_deref().and_then(major);
    match major {
        Some(major) if major >= OLDEST_NODE && version_of(npm()).is_some() => Ok(()),
        Some(_) => Err(format!(
            "the server needs Node.js {OLDEST_NODE} or newer with npm; `node --version` says {}. {HOW_TO_GET}",
            version.as_deref().unwrap_or_default().trim()
        )),
        None => Err(format!(
            "the server needs Node.js {OLDEST_NODE} or newer with npm, and `node` is not in the path. {HOW_TO_GET}"
        )),
    }
}

const HOW_TO_GET: &str = "Get it from https://nodejs.org, or by `apt-get install nodejs npm`, `brew install node` or `winget install OpenJS.NodeJS`.";

/// Installs the packages of the lock file, unless they are there.
pub(super) fn install(package: &Path) -> Result<(), String> {
    if is_installed(package)? {
        terminal::out("installed already");
        return Ok(());
    }
    // Nothing of the tree has to be built, so no package gets to run a script.
    let status = Command::new(npm())
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        // The lock file names them by digest, so those that an earlier run has fetched will do.
        .arg("--prefer-offline")
        .current_dir(package)
        .status()
        .map_err(|error| format!("npm cannot be run: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("`npm ci` failed, see above".to_owned())
    }
}

/// Whether each package of the lock file is recorded as installed in the same version.
fn is_installed(package: &Path) -> Result<bool, String> {
    let locked = package.join("package-lock.json");
    let locked = fs::read_to_string(&locked).map_err(cannot("read", &locked))?;
    let Ok(installed) = fs::read_to_string(package.join(INSTALLED)) else {
        return Ok(false);
    };
    Ok(digests(&locked) == digests(&installed))
}

/// The digest of each package of a lock file.
fn digests(lock: &str) -> Vec<(String, String)> {
    let lock: serde_json::Value = serde_json::from_str(lock).unwrap_or_default();
    let packages = lock["packages"].as_object();
    packages
        .into_iter()
        .flatten()
        .filter_map(|(place, package)| Some((place.clone(), package["integrity"].as_str()?.into())))
        .collect()
}

/// Fails when a scenario is given up for what the server's own text does not say.
pub(super) fn supports(package: &Path, scenarios: &Scenarios) -> Result<(), String> {
    for (name, why) in scenarios.values().flatten() {
        let Some(why) = why else { continue };
        let file = package.join(SERVER_PACKAGE).join(&why.file);
        let text = fs::read_to_string(&file).map_err(cannot("read", &file))?;
        if !text.contains(&why.says) {
            return Err(format!(
                "`scenarios.json` gives up {name} because `{}` says `{}`, and it does not say so",
                why.file, why.says
            ));
        }
    }
    Ok(())
}

/// The documents of the server: the name without `.json`, and the file.
pub(super) fn documents(package: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let folder = package.join(SERVER_PACKAGE).join("swagger");
    let mut documents = Vec::new();
    for entry in fs::read_dir(&folder).map_err(cannot("read", &folder))? {
        let path = entry.map_err(cannot("read", &folder))?.path();
        if let (Some(name), Some("json")) = (
            path.file_stem().and_then(|name| name.to_str()),
            path.extension().and_then(|extension| extension.to_str()),
        ) {
            documents.push((name.to_owned(), path.clone()));
        }
    }
    documents.sort();
    Ok(documents)
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn version_of(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::{digests, major};

    #[test]
    fn the_major_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("command not found"), None);
    }

    #[test]
    fn links_have_no_digest_to_compare() {
        let lock = r#"{"packages": {"": {}, "a": {"integrity": "x"}, "a/a": {"link": true}}}"#;
        assert_eq!(digests(lock), [("a".to_owned(), "x".to_owned())]);
    }
}

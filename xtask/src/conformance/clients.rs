//! The clients of the server's documents, generated as `cargo xtask codegen --spec … --out … --name …` does.

use super::node;
use crate::codegen::{self, Document};
use crate::crates;
use crate::terminal::{self, counted};
use ::codegen::config::CrateName;
use ::codegen::files::Files;
use std::path::{Path, PathBuf};

/// Generates one crate per document into `clients/`. `settings/` has what a user of the document would add: `NAME.toml`, the
/// configuration where a scenario is about a setting, and `NAME.overlay.yaml`, what the document says of the server and is
/// not so.
pub(super) fn generate(package: &Path) -> Result<(), String> {
    let documents = node::documents(package)?;
    let mut failed = Vec::new();
    for (name, spec) in &documents {
        let document = Document {
            spec,
            overlay: setting(package, &format!("{name}.overlay.yaml")),
            config: setting(package, &format!("{name}.toml")),
        };
        let out = package.join("clients").join(name);
        let crate_name = CrateName::new(&crate_name(name)).map_err(|error| error.to_string())?;
        match codegen::crate_files(document, crate_name) {
            Some(files) => write(&files, &out)?,
            None => failed.push(name.as_str()),
        }
    }
    if failed.is_empty() {
        terminal::out(counted(documents.len(), "document"));
        Ok(())
    } else {
        Err(format!("no client for {}", failed.join(", ")))
    }
}

/// A file of `settings/`, if it is there.
fn setting(package: &Path, file: &str) -> Option<PathBuf> {
    Some(package.join("settings").join(file)).filter(|path| path.exists())
}

fn write(files: &Files, out: &Path) -> Result<(), String> {
    let written = crates::write(files, out)?;
    if written.written + written.removed > 0 {
        let count = counted(written.written, "file");
        terminal::out(format_args!("{}: {count} written", out.display()));
    }
    Ok(())
}

/// The name of the crate of a document; the ending keeps `url` and its like apart from crates of that name.
fn crate_name(document: &str) -> String {
    let name = document.to_ascii_lowercase().replace(['.', '_'], "-");
    format!("{name}-client")
}

#[cfg(test)]
mod tests {
    use super::crate_name;

    #[test]
    fn a_crate_is_named_after_its_document() {
        assert_eq!(
            crate_name("body-number.quirks"),
            "body-number-quirks-client"
        );
        assert_eq!(crate_name("media_types"), "media-types-client");
        assert_eq!(crate_name("custom-baseUrl"), "custom-baseurl-client");
    }
}

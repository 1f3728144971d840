//! The documents in `documents/`, and what becomes of them.

use codegen::config::Config;
use codegen::diagnostics::{Color, Diagnostics, render_human, render_notes};
use codegen::files::Files;
use codegen::source::Sources;
use std::fs;
use std::path::PathBuf;

/// One document.
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// What the generator made of a document.
pub(crate) struct Outcome {
    /// What was said about it: errors and warnings, then notes.
    pub(crate) findings: String,
    /// `None` for a document with errors.
    pub(crate) files: Option<Files>,
}

impl Document {
    /// All of them, by name.
    pub(crate) fn all() -> Vec<Self> {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder("documents"))
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        paths.sort();
        paths
            .into_iter()
            .map(|path| Self {
                name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
                text: fs::read_to_string(&path).unwrap(),
            })
            .collect()
    }

    /// The files that tell, below `src/generated`; none of a document that is refused.
    pub(crate) fn shows(&self) -> Vec<&str> {
        let line = self.text.lines().nth(1).unwrap_or_default();
        let list = line.strip_prefix("# Shows: ");
        let list = list.unwrap_or_else(|| panic!("{}: line 2 is no `# Shows: `", self.name));
        match list {
            "nothing" => Vec::new(),
            _ => list.split(' ').collect(),
        }
    }

    /// What its `codegen.toml` says: the line `# Settings: ` below, for the few documents that have one.
    fn settings(&self) -> &str {
        let line = self.text.lines().nth(2).unwrap_or_default();
        line.strip_prefix("# Settings: ").unwrap_or_default()
    }

    /// The name of the crate that is generated from it.
    pub(crate) fn crate_name(&self) -> String {
        format!("feature-{}", self.name.replace('_', "-"))
    }

    pub(crate) fn generate(&self) -> Outcome {
        let config = Config {
            crate_name: self.crate_name(),
            ..Config::from_toml(self.settings()).unwrap()
        };
        let mut diagnostics = Diagnostics::default();
        let name = format!("{}.yaml", self.name);
        let sources = Sources::from_text(&name, &self.text, None, &mut diagnostics);
        let generated = codegen::generate(&sources, &config, &mut diagnostics);
        let grave = render_human(&diagnostics, &sources, Color::Never);
        let notes = render_notes(&diagnostics, &sources, Color::Never);
        Outcome {
            findings: grave + &notes,
            files: generated.map(|generated| generated.files),
        }
    }
}

/// A folder beside this file.
pub(crate) fn folder(name: &str) -> PathBuf {
    let here: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "features"]
        .iter()
        .collect();
    here.join(name)
}

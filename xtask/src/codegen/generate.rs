//! The stages of the generator, from the paths of a job to files in memory.

use super::job::Job;
use codegen::config::{Config, CrateName};
use codegen::diagnostics::Diagnostics;
use codegen::files::Files;
use codegen::source::{Loader, Sources};

/// What came of a job.
pub(super) struct Run {
    pub(super) sources: Sources,
    pub(super) diagnostics: Diagnostics,
    /// `None` when a diagnostic is an error.
    pub(super) generated: Option<Generated>,
}

/// A client in memory.
pub(super) struct Generated {
    pub(super) files: Files,
    pub(super) statistics: Statistics,
}

/// The size of a client.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Statistics {
    pub(super) operations: usize,
    pub(super) models: usize,
}

/// Reads the documents of `job` and generates the client.
pub(super) fn run(job: &Job, mut config: Config) -> Run {
    let mut diagnostics = Diagnostics::new(config.levels.clone());
    let loader = Loader::new(job.load.clone());
    let sources = loader.load(&job.spec, job.overlay.as_deref(), &mut diagnostics);
    if config.crate_name.is_empty() {
        config.crate_name = CrateName::from_title(title(&sources)).to_string();
    }
    let generated = None;
    Run {
        sources,
        diagnostics,
        generated,
    }
}

fn title(sources: &Sources) -> &str {
    let _ = sources;
    ""
}

//! From the paths of a job to a client in memory.

use super::job::Job;
use codegen::Generated;
use codegen::config::Config;
use codegen::diagnostics::Diagnostics;
use codegen::source::{Loader, Sources};

/// What came of a job.
pub(super) struct Run {
    pub(super) sources: Sources,
    pub(super) diagnostics: Diagnostics,
    /// `None` when a diagnostic is an error.
    pub(super) generated: Option<Generated>,
}

/// Reads the documents of `job` and generates the client.
pub(super) fn run(job: &Job, config: &Config) -> Run {
    let mut diagnostics = Diagnostics::new(config.levels.clone());
    let loader = Loader::new(job.load.clone());
    let sources = loader.load(&job.spec, job.overlay.as_deref(), &mut diagnostics);
    let generated = codegen::generate(&sources, config, &mut diagnostics);
    Run {
        sources,
        diagnostics,
        generated,
    }
}

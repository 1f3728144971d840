//! The stages of the generator, from the paths of a job to files in memory.

use super::job::Job;
use codegen::Generated;
use codegen::config::{Config, CrateName};
use codegen::diagnostics::Diagnostics;
use codegen::source::{Loader, Sources};

/// What came of a job.
pub(crate) struct Run {
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Diagnostics,
    /// `None` when a diagnostic is an error.
    pub(crate) generated: Option<Generated>,
}

/// Reads the documents of `job` and generates the client.
pub(super) fn run(job: &Job, mut config: Config) -> Run {
    let mut diagnostics = Diagnostics::new(config.levels.clone());
    let loader = Loader::new(job.load.clone());
    let sources = loader.load(&job.spec, job.overlay.as_deref(), &mut diagnostics);
    if config.crate_name.is_empty() {
        config.crate_name = CrateName::from_title(title(&sources)).to_string();
    }
    let generated = codegen::generate(&sources, &config, &mut diagnostics);
    Run {
        sources,
        diagnostics,
        generated,
    }
}

fn title(sources: &Sources) -> &str {
    let title = sources.entry().value.pointer("/info/title");
    title.and_then(|title| title.as_str()).unwrap_or_default()
}

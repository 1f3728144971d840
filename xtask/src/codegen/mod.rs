//! `cargo xtask codegen`: a document to a crate, or a crate compared with its document.
//!
//! Diagnostics go to standard error, the summary and what `--check` finds to standard output. Nothing is written when the
//! document has an error.

mod args;
pub(crate) mod explain;
mod generate;
mod job;
mod report;

pub(crate) use args::Args;
pub(crate) use generate::Run;

use crate::status::Status;
use crate::terminal::{self, counted};
use codegen::config::{Config, CrateName};
use codegen::diagnostics::Level;
use codegen::files::{self, Files};
use job::{Job, Mode};
use report::Report;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub(crate) fn run(args: &Args) -> Status {
    if let Some(code) = args.explain {
        terminal::out(explain::page(code).trim_end());
        return Status::Done;
    }
    let started = Instant::now();
    let report = Report::new(args);
    execute(&Job::new(args), &report, started).unwrap_or_else(|status| status)
}

/// A document that another command wants a client of, with what its user adds to it.
pub(crate) struct Document<'a> {
    pub(crate) spec: &'a Path,
    pub(crate) overlay: Option<PathBuf>,
    pub(crate) config: Option<PathBuf>,
}

/// The files of the crate that `cargo xtask codegen --spec … --overlay … --config … --name …` writes, for another command.
/// Errors in the document are reported, warnings are not; `None` when there are errors.
pub(crate) fn crate_files(document: Document<'_>, name: CrateName) -> Option<Files> {
    let args = Args::for_crate(document, name);
    let (job, report) = (Job::new(&args), Report::new(&args));
    let config = configuration(&job, &report).ok()?;
    let run = generate::run(&job, config);
    if run.generated.is_none() {
        report.diagnostics(&run.diagnostics, &run.sources);
    }
    Some(run.generated?.files)
}

/// What comes of the document `spec` without overlay and configuration, when it may refer to files below `ref_root`.
pub(crate) fn generate_crate(spec: &Path, ref_root: &Path, name: &CrateName) -> Run {
    let document = Document {
        spec,
        overlay: None,
        config: None,
    };
    let mut args = Args::for_crate(document, name.clone());
    args.ref_root = Some(ref_root.to_owned());
    let config = Config {
        crate_name: name.to_string(),
        ..Config::default()
    };
    generate::run(&Job::new(&args), config)
}

/// The run; `Err` holds the status of a run whose reason is reported already.
fn execute(job: &Job, report: &Report, started: Instant) -> Result<Status, Status> {
    let config = configuration(job, report)?;
    let mut run = generate::run(job, config);
    if let Some(generated) = &run.generated {
        let lacking = files::check_manifest(&generated.files, &job.out);
        let lacking = lacking.map_err(|error| report.file_error(&error))?;
        if let Some(finding) = lacking {
            run.diagnostics.report(finding);
        }
    }
    report.diagnostics(&run.diagnostics, &run.sources);
    let Some(generated) = run.generated.filter(|_| !run.diagnostics.has_errors()) else {
        return Err(report.nothing_written(&run.diagnostics));
    };
    let (status, done) = match job.mode {
        Mode::Write => (Status::Done, write(&generated.files, job, report)?),
        Mode::Check => check(&generated.files, job, report)?,
    };
    let size = generated.statistics;
    terminal::out(format_args!(
        "{done}; {}, {}, {}, {:.2} s",
        counted(size.operations, "operation"),
        counted(size.models, "model"),
        counted(run.diagnostics.count(Level::Warning), "warning"),
        started.elapsed().as_secs_f64()
    ));
    Ok(status)
}

/// The settings of the configuration file, over which go those of the command line.
fn configuration(job: &Job, report: &Report) -> Result<Config, Status> {
    let mut config = match &job.config {
        None => Config::default(),
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|error| report.unreadable(path, &error))?;
            Config::from_toml(&text).map_err(|error| report.config_error(&error, path, &text))?
        }
    };
    job.levels.apply(&mut config);
    if let Some(name) = &job.name {
        config.crate_name = name.to_string();
    }
    Ok(config)
}

fn write(files: &Files, job: &Job, report: &Report) -> Result<String, Status> {
    let summary = files::write(files, &job.out).map_err(|error| report.file_error(&error))?;
    Ok(format!(
        "{}: {} ({} written, {} unchanged, {} removed)",
        job.out.display(),
        counted(files.len(), "file"),
        summary.written,
        summary.unchanged,
        summary.removed
    ))
}

fn check(files: &Files, job: &Job, report: &Report) -> Result<(Status, String), Status> {
    let drift = files::check(files, &job.out).map_err(|error| report.file_error(&error))?;
    let all = format!("{}: {}", job.out.display(), counted(files.len(), "file"));
    if drift.is_empty() {
        return Ok((Status::Done, format!("{all}, all up to date")));
    }
    terminal::out(&drift);
    let command = Job::command_to_write();
    terminal::out(format_args!(
        "run `{command}` to bring the files up to date"
    ));
    let differences = drift.changed.len() + drift.missing.len() + drift.stale.len();
    Ok((
        Status::Failed,
        format!("{all}, {}", counted(differences, "difference")),
    ))
}

//! One document in a process of its own: both ends of it.
//!
//! The process tells what it knows line by line, so that a crash loses only what came after. Each line is a whole
//! [`Record`], the last one counts.

use super::record::{Outcome, Record};
use super::{child, count};
use crate::status::Status;
use crate::{codegen, crates, terminal};
use ::codegen::config::CrateName;
use ::codegen::diagnostics::{self, Diagnostics, Level};
use ::codegen::source::Sources;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{env, io};

/// The arguments of the process.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct EntryArgs {
    /// The document, relative to the current folder.
    spec: PathBuf,
    /// The folder below which it may refer to files.
    #[arg(long)]
    ref_root: PathBuf,
    /// The name of the crate.
    #[arg(long, value_parser = CrateName::new)]
    name: CrateName,
    /// Where the crate is written; it is not written anywhere otherwise.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Where the document of a process stands, and where it may take files from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task<'a> {
    pub(super) corpus: &'a Path,
    pub(super) ref_root: &'a Path,
    pub(super) path: &'a str,
    pub(super) name: &'a CrateName,
    pub(super) out: Option<&'a Path>,
    pub(super) limit: Duration,
}

/// The end that generates.
pub(crate) fn run_entry(args: &EntryArgs) -> Status {
    let mut record = Record::new(&args.spec.to_string_lossy(), Outcome::Crash);
    let run = codegen::generate_crate(&args.spec, &args.ref_root, &args.name);
    record.operations_in_document = count::operations(&run.sources.entry().value);
    terminal::out(record.to_line());
    record.warnings = run.diagnostics.count(Level::Warning);
    match run.generated {
        None => {
            record.status = Outcome::Error;
            record.first_error = first_error(&run.diagnostics, &run.sources);
        }
        Some(generated) => {
            record.operations = generated.statistics.operations;
            record.models = generated.statistics.models;
            if let Some(Err(error)) = args
                .out
                .as_ref()
                .map(|out| crates::write_member(&generated.files, out))
            {
                terminal::err(error);
                return Status::InputOutput;
            }
            record.status = Outcome::Ok;
        }
    }
    terminal::out(record.to_line());
    Status::Done
}

/// The end that looks after it.
pub(super) fn run(task: Task<'_>) -> io::Result<Record> {
    let mut command = Command::new(env::current_exe()?);
    command
        .current_dir(task.corpus)
        .env("RUST_BACKTRACE", "0")
        .args(["corpus-entry", "--name", &task.name.to_string()])
        .arg("--ref-root")
        .arg(task.ref_root);
    if let Some(out) = task.out {
        command.arg("--out").arg(out);
    }
    // A path may begin with a dash.
    command.arg("--").arg(task.path);
    let ended = child::run(&mut command, task.limit)?;
    Ok(record(task.path, &ended, task.limit))
}

fn record(path: &str, ended: &child::Ended, limit: Duration) -> Record {
    let mut told = ended.out.lines().rev();
    let mut record = told
        .find_map(|line| serde_json::from_str(line).ok())
        .unwrap_or_else(|| Record::new(path, Outcome::Crash));
    path.clone_into(&mut record.path);
    record.seconds = ended.elapsed.as_secs_f64();
    match ended.status {
        None => {
            record.status = Outcome::Timeout;
            record.first_error = Some(format!("it takes longer than {} s", limit.as_secs()));
        }
        Some(status) if !status.success() => {
            record.status = Outcome::Crash;
            record.first_error = Some(match last_words(&ended.err) {
                Some(words) => format!("{status}: {words}"),
                None => status.to_string(),
            });
        }
        Some(_) => {}
    }
    record
}

/// Why a process crashed: the message of its panic, which notes of the run-time follow, else its last line.
fn last_words(err: &str) -> Option<&str> {
    let mut lines = err.lines().filter(|line| !line.trim().is_empty());
    let message = lines
        .clone()
        .skip_while(|line| !line.contains(" panicked at "))
        .nth(1);
    message.or_else(|| lines.next_back())
}

/// `file:line:column: error[SW0020]: what is wrong`.
fn first_error(found: &Diagnostics, sources: &Sources) -> Option<String> {
    let lines = diagnostics::render_json(found, sources);
    let error = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|finding| finding["level"] == "error")?;
    let fault = format!(
        "error[{}]: {}",
        error["code"].as_str()?,
        error["message"].as_str()?
    );
    let Some(file) = error["file"].as_str() else {
        return Some(fault);
    };
    Some(match (&error["line"], &error["column"]) {
        (Value::Number(line), Value::Number(column)) => format!("{file}:{line}:{column}: {fault}"),
        _ => format!("{file}: {fault}"),
    })
}

#[cfg(test)]
mod tests {
    use super::last_words;

    #[test]
    fn a_panic_is_told_by_its_message() {
        let panic = "thread 'main' (7) panicked at codegen/src/a.rs:1:2:\nindex out of bounds\nnote: run with \
                     `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        assert_eq!(last_words(panic), Some("index out of bounds"));
        let overflow =
            "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow\n\n";
        assert_eq!(
            last_words(overflow),
            Some("fatal runtime error: stack overflow")
        );
        assert_eq!(last_words("\n"), None);
    }
}

//! `cargo xtask bench`: what the generator and its output cost, as whole processes and as medians.
//!
//! Costs inside the generator are measured by the benches of package `tests`; here is what a person or a build waits for.

mod process;
mod series;

use crate::status::Status;
use crate::{terminal, workspace};
use process::{Cost, Meter};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The package that is compiled.
const CLIENT: &str = "generated-client";

/// Its example that calls every operation: what a user of the whole client compiles.
const CONSUMER: &str = "all_operations";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How often the generator runs.
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,
    /// How often the client is compiled; 0 leaves compilation out.
    #[arg(long, default_value_t = 3)]
    builds: u16,
    /// The document that is generated in several sizes; without it, Kubernetes 1.13 of the corpus where that is at hand
    /// (beside the checkout, or where the variable `CORPUS` says).
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Status {
    match measure(args) {
        Ok(()) => Status::Done,
        Err(error) => {
            terminal::err(error);
            Status::Failed
        }
    }
}

fn measure(args: &Args) -> Result<(), String> {
    let meter = Meter::find();
    terminal::out(meter.description());
    terminal::out(Cost::HEADER);
    succeed(&mut workspace::cargo(&[
        "build",
        "--quiet",
        "--release",
        "--package",
        "xtask",
    ]))?;
    let spec_folder = || generate(&[]);
    let generation = meter.median(args.runs, spec_folder, &|| Ok(()))?;
    terminal::out(generation.row("generate spec/ into a new folder"));
    match args.spec.clone().or_else(kubernetes) {
        Some(spec) => series::measure(meter, args.runs.div_ceil(3), &spec)?,
        None => terminal::out("no series: there is no corpus, and no --spec"),
    }
    if args.builds > 0 {
        compile(meter, args.builds)?;
    }
    packages()
}

/// The large document of the corpus.
fn kubernetes() -> Option<PathBuf> {
    let corpus = workspace::corpus()?;
    let spec = corpus.join("swagger2/npm__kubernetes-client/lib/specs/swagger-1.13.json");
    spec.is_file().then_some(spec)
}

/// One run of the release build of this program, into a folder that is not there yet.
fn generate(arguments: &[&OsStr]) -> Result<Command, String> {
    let out = workspace::target().join("bench/generated");
    if out.exists() {
        fs::remove_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    }
    let program = format!("release/xtask{}", std::env::consts::EXE_SUFFIX);
    let mut command = Command::new(workspace::target().join(program));
    command
        .current_dir(workspace::root())
        .args(["codegen", "--out"])
        .arg(out)
        .args(arguments);
    Ok(command)
}

/// Compiles the client, then its consumer, alone: what they depend on is there already.
fn compile(meter: Meter, builds: u16) -> Result<(), String> {
    let client = || Ok(build(&[]));
    succeed(&mut build(&[]))?;
    let clean = || {
        succeed(&mut workspace::cargo(&[
            "clean",
            "--quiet",
            "--release",
            "--package",
            CLIENT,
        ]))
    };
    terminal::out(
        meter
            .median(builds, client, &clean)?
            .row("compile the client, release, one job"),
    );
    let source = consumer();
    if !source.exists() {
        terminal::out(format_args!(
            "no consumer: {} is not there",
            source.display()
        ));
        return Ok(());
    }
    let example = || Ok(build(&["--example", CONSUMER]));
    // Examples may need more packages than the library does.
    succeed(&mut build(&["--example", CONSUMER]))?;
    let consumer = meter.median(builds, example, &|| touch(&source))?;
    terminal::out(consumer.row("compile a consumer of every operation"));
    Ok(())
}

fn build(arguments: &[&str]) -> Command {
    let mut command = workspace::cargo(&[
        "build",
        "--quiet",
        "--release",
        "--jobs=1",
        "--package",
        CLIENT,
    ]);
    command.args(arguments);
    command
}

fn packages() -> Result<(), String> {
    for (features, arguments) in [
        ("default features", &[][..]),
        ("no features", &["--no-default-features"][..]),
    ] {
        // The client itself is in the list.
        let count = workspace::packages(CLIENT, arguments)?
            .len()
            .saturating_sub(1);
        terminal::out(format_args!(
            "{count} packages below the client with {features}"
        ));
    }
    Ok(())
}

fn consumer() -> PathBuf {
    workspace::root()
        .join(CLIENT)
        .join("examples")
        .join(CONSUMER)
        .with_extension("rs")
}

/// Makes cargo take `source` for changed.
fn touch(source: &Path) -> Result<(), String> {
    File::options()
        .append(true)
        .open(source)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .map_err(|error| format!("{}: {error}", source.display()))
}

fn succeed(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}")),
        Err(error) => Err(format!("{command:?}: {error}")),
    }
}

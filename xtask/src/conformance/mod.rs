//! `cargo xtask conformance`: the clients of all documents of `AutoRest`'s conformance server, against that server.
//!
//! The counts are the server's own. The run is good when every scenario is either hit by a passing test or, unless it is
//! mandatory, given up by name with a reason that the server's own text supports. Everything that is written is below
//! `target/` and in ignored folders, but for the table `SCENARIOS.md`.

mod clients;
mod node;
#[path = "../../../tests/conformance/src/report.rs"]
#[allow(unreachable_pub, reason = "it is public where it lives")]
mod report;
mod results;
mod server;
mod summary;
mod table;

use crate::crates::cannot;
use crate::status::Status;
use crate::{terminal, workspace};
use report::{Category, Scenarios};
use results::Results;
use server::Server;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;
use std::{fs, io};
use summary::Summary;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Use the server that runs there, such as `http://127.0.0.1:3000`, and leave it running.
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// Write the counts and the scenarios that were missed as one JSON object.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// The folders of a run.
struct Folders {
    /// The package with the scenarios.
    package: PathBuf,
    /// What is built, and what the run leaves behind.
    target: PathBuf,
}

impl Folders {
    fn new() -> Self {
        Self {
            package: workspace::root().join("tests/conformance"),
            target: workspace::target().join("conformance"),
        }
    }
}

pub(crate) fn run(args: &Args) -> Status {
    let server = args.server.as_deref();
    let folders = Folders::new();
    let run = conformance(server, &folders).and_then(|summary| {
        table::write(&folders.package, &summary)?;
        if let Some(path) = &args.json {
            let text = format!("{:#}\n", summary.to_json());
            fs::write(path, text).map_err(cannot("write", path))?;
        }
        Ok(summary)
    });
    match run {
        Ok(summary) if summary.is_good() => Status::Done,
        Ok(_) => Status::Failed,
        Err(problem) => {
            terminal::err(format_args!("conformance: {problem}"));
            Status::Failed
        }
    }
}

/// What the machine lacks for a run, and how to get it.
pub(crate) fn missing() -> Option<String> {
    node::require().err()
}

/// A run that changes nothing in the checkout: the table has to be what it would write. `Ok` holds the counts, `Err` what
/// is wrong.
pub(crate) fn check() -> Result<String, String> {
    let folders = Folders::new();
    let summary = conformance(None, &folders)?;
    if !summary.is_good() {
        return Err("see above".to_owned());
    }
    table::compare(&folders.package, &summary)?;
    Ok(summary.line())
}

/// The whole run; `Err` says in words why it could not be made.
fn conformance(server: Option<&str>, folders: &Folders) -> Result<Summary, String> {
    node::require()?;
    terminal::heading("the server and its documents");
    node::install(&folders.package)?;
    let scenarios = table::scenarios(&folders.package)?;
    node::supports(&folders.package, &scenarios)?;
    terminal::heading("clients");
    clients::generate(&folders.package)?;
    terminal::heading("compilation");
    compile(folders)?;
    terminal::heading("scenarios");
    let server = match server {
        Some(address) => Server::running(address),
        None => Server::start(&folders.package, &folders.target)?,
    };
    let summary = test(folders, &server, scenarios)?;
    drop(server);
    summary.print();
    Ok(summary)
}

fn compile(folders: &Folders) -> Result<(), String> {
    let started = Instant::now();
    let status = cargo_test(folders, &["--no-run"])
        .status()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    if !status.success() {
        return Err("the clients or the scenarios do not compile".to_owned());
    }
    let seconds = started.elapsed().as_secs();
    terminal::out(format_args!("compiled in {seconds} s"));
    Ok(())
}

/// Runs the tests, and reads what they and the server have to say.
fn test(folders: &Folders, server: &Server, scenarios: Scenarios) -> Result<Summary, String> {
    let results = folders.target.join("results.jsonl");
    match fs::remove_file(&results) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(cannot("remove", &results)(error));
        }
        Ok(()) | Err(_) => {}
    }
    // Failing tests are told by their results; a test that is none of a scenario by the status.
    let status = cargo_test(folders, &["--", "--test-threads=1"])
        .env("CONFORMANCE_SERVER", server.address())
        .env("CONFORMANCE_RESULTS", &results)
        .status()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    Ok(Summary {
        counts: read(server)?,
        results: Results::read(&results)?,
        scenarios,
        tests_passed: status.success(),
    })
}

fn read(server: &Server) -> Result<BTreeMap<Category, report::Counts>, String> {
    let address = server.address();
    report::read_all(address).map_err(|error| format!("cannot read the reports: {error}"))
}

/// `cargo test` in the package, which is a workspace of its own.
fn cargo_test(folders: &Folders, arguments: &[&str]) -> Command {
    let mut command = workspace::cargo(&["test", "--target-dir"]);
    command
        .current_dir(&folders.package)
        .arg(&folders.target)
        .args(arguments);
    command
}

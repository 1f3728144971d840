//! `cargo xtask corpus`: the client of every document below a folder, and what came of each.
//!
//! Each document has a process of its own, so that one which crashes or never ends is told as such and hurts no other.

mod child;
mod compile;
pub(crate) mod count;
mod entries;
mod entry;
mod formatting;
mod messages;
mod names;
mod pool;
mod progress;
mod record;
mod summary;

pub(crate) use entry::{EntryArgs, run_entry};

use crate::crates::cannot;
use crate::status::Status;
use crate::{terminal, workspace};
use compile::Workspace;
use entries::Entry;
use record::Record;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use summary::Summary;

#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct Args {
    /// The folder with the documents.
    dir: PathBuf,
    /// Compile the clients, with warnings of clippy where it is installed, and compare them with their formatted form.
    #[arg(long)]
    compile: bool,
    /// How many documents are in work at once; as many as there are processors when not given.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Write one object per document, each on a line of its own.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// How long a document may take, in seconds; a day at most.
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(..=86_400))]
    time_limit: u64,
    /// Take only documents whose path has this text in it; may be given several times.
    #[arg(long, value_name = "TEXT")]
    only: Vec<String>,
}

const HELP: &str = "\
The documents are the rows of DIR/MANIFEST.tsv with the role `entry`; without that file, all documents below DIR that say \
they are Swagger 2.0 or OpenAPI 3.0. They may refer to files below the nearest folder that has a manifest, else below DIR.

Exit status: 0 when every document without `invalid_markers` in the manifest has its client, and none crashed, took too \
long or did not compile; 1 otherwise; 2 usage; 4 input or output.";

/// How a run goes about its documents.
#[derive(Clone, Copy, Debug)]
struct Plan<'a> {
    corpus: &'a Path,
    ref_root: &'a Path,
    jobs: NonZeroUsize,
    limit: Duration,
    workspace: Option<&'a Workspace>,
}

pub(crate) fn run(args: &Args) -> Status {
    corpus(args).unwrap_or_else(|problem| {
        terminal::err(format_args!("corpus: {problem}"));
        Status::InputOutput
    })
}

/// The whole run; `Err` says in words why it could not be made.
fn corpus(args: &Args) -> Result<Status, String> {
    let folder = args.dir.canonicalize().map_err(cannot("read", &args.dir))?;
    let mut entries = entries::find(&folder)?;
    if !args.only.is_empty() {
        entries.retain(|entry| args.only.iter().any(|text| entry.path.contains(text)));
    }
    if entries.is_empty() {
        return Err(format!(
            "`{}` has no documents of Swagger 2.0 or OpenAPI 3.0",
            args.dir.display()
        ));
    }
    let target = workspace::target().join("corpus");
    let workspace = args.compile.then(|| Workspace::new(&target));
    let root = entries::root_of_references(&folder);
    let plan = Plan {
        corpus: &folder,
        ref_root: &root,
        jobs: args.jobs.unwrap_or_else(processors),
        limit: Duration::from_secs(args.time_limit),
        workspace: workspace.as_ref(),
    };
    let records = records(&plan, &entries)?;
    if let Some(path) = &args.json {
        let lines: String = records
            .iter()
            .map(|record| record.to_line() + "\n")
            .collect();
        fs::write(path, lines).map_err(cannot("write", path))?;
    }
    let summary = Summary::new(&entries, &records);
    terminal::out(&summary);
    Ok(if summary.is_good() {
        Status::Done
    } else {
        Status::Failed
    })
}

/// What came of each document, in their order.
fn records(plan: &Plan<'_>, entries: &[Entry]) -> Result<Vec<Record>, String> {
    let mut records = pool::run(plan, entries)?;
    if let Some(workspace) = plan.workspace {
        workspace.compile(&mut records, plan.jobs)?;
        formatting::compare(workspace, &mut records)?;
    }
    Ok(records)
}

fn processors() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

//! The arguments of `cargo xtask codegen`.

use super::Document;
use clap::ValueEnum;
use codegen::config::{Config, CrateName};
use codegen::diagnostics::{Code, Level, UnknownCode};
use std::path::PathBuf;

const MAX_BYTES: u64 = 64 << 20;

const HELP: &str = "\
With --spec, nothing of spec/ is used: --out and --name say where the crate goes and what it is called, --overlay and
--config what else it is made from. --allow, --warn and --deny may be repeated.

  cargo xtask codegen --spec petstore.yaml --out ../petstore --name petstore

Exit status: 0 done, 1 --check found a difference, 2 usage, 3 errors in the document, 4 input or output.";

/// Without arguments: `spec/` of this workspace to `generated-client/`. Paths given here are relative to the current
/// folder.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct Args {
    /// Write nothing; tell with status 1 how the output differs from what the document gives.
    #[arg(long)]
    pub(super) check: bool,
    /// The document, JSON or YAML; the overlay and the configuration of this workspace are then left aside.
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(super) spec: Option<PathBuf>,
    /// Corrections of the document, as an overlay (Overlay Specification 1.0).
    #[arg(long, value_name = "FILE")]
    pub(super) overlay: Option<PathBuf>,
    /// Settings: crate name, pinned names, levels of diagnostics.
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// The folder of the crate.
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// The name of the crate; made of the document's title when nobody chooses one.
    #[arg(long, value_name = "CRATE", value_parser = CrateName::new)]
    pub(super) name: Option<CrateName>,
    /// The folder below which the document may refer to other files.
    #[arg(long, value_name = "DIR")]
    pub(super) ref_root: Option<PathBuf>,
    /// How diagnostics are written.
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
    /// The largest document that is read, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = MAX_BYTES)]
    pub(super) max_bytes: u64,
    /// Show notes as well.
    #[arg(long)]
    pub(super) verbose: bool,
    /// Tell what a code of diagnostics means, and do nothing else.
    #[arg(long, value_name = "CODE", value_parser = Code::find, exclusive = true)]
    pub(super) explain: Option<Code>,
    #[command(flatten)]
    pub(super) levels: LevelArgs,
}

/// Levels of diagnostics. When a code is given several times, the strictest level counts.
#[derive(clap::Args, Clone, Debug, Default)]
pub(super) struct LevelArgs {
    /// Silence a diagnostic.
    #[arg(long, value_name = "CODE", value_parser = parse_code)]
    allow: Vec<String>,
    /// Report a diagnostic as a warning and go on with the documented repair.
    #[arg(long, value_name = "CODE", value_parser = parse_code)]
    warn: Vec<String>,
    /// Report a diagnostic as an error; `warnings` stands for all warnings.
    #[arg(long, value_name = "CODE|warnings", value_parser = parse_denied)]
    deny: Vec<Denied>,
}

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// With the excerpt of the source.
    Human,
    /// One object a line.
    Json,
}

/// What `--deny` names.
#[derive(Clone, Debug)]
enum Denied {
    Code(String),
    Warnings,
}

impl Args {
    /// The arguments `--spec`, `--overlay`, `--config` and `--name`, and nothing but defaults otherwise.
    pub(super) fn for_crate(document: Document<'_>, name: CrateName) -> Self {
        Self {
            check: false,
            spec: Some(document.spec.to_owned()),
            overlay: document.overlay,
            config: document.config,
            out: None,
            name: Some(name),
            ref_root: None,
            message_format: MessageFormat::Human,
            max_bytes: MAX_BYTES,
            verbose: false,
            explain: None,
            levels: LevelArgs::default(),
        }
    }
}

impl LevelArgs {
    /// Sets these levels over those that `config` has.
    pub(super) fn apply(&self, config: &mut Config) {
        let levels = &mut config.levels;
        for id in &self.allow {
            levels.by_code.insert(id.clone(), Level::Allow);
        }
        for id in &self.warn {
            levels.by_code.insert(id.clone(), Level::Warning);
        }
        for denied in &self.deny {
            match denied {
                Denied::Warnings => levels.deny_warnings = true,
                Denied::Code(id) => {
                    levels.by_code.insert(id.clone(), Level::Error);
                }
            }
        }
    }
}

fn parse_denied(text: &str) -> Result<Denied, UnknownCode> {
    if text == "warnings" {
        Ok(Denied::Warnings)
    } else {
        parse_code(text).map(Denied::Code)
    }
}

fn parse_code(text: &str) -> Result<String, UnknownCode> {
    Code::find(text).map(|code| code.id.to_owned())
}

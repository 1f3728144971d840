//! What one run reads and writes, after defaults.

use super::args::{Args, LevelArgs};
use crate::workspace;
use codegen::config::CrateName;
use codegen::source::LoadOptions;
use std::env;
use std::path::{Path, PathBuf};

/// One run.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) mode: Mode,
    pub(super) spec: PathBuf,
    pub(super) overlay: Option<PathBuf>,
    pub(super) config: Option<PathBuf>,
    pub(super) out: PathBuf,
    pub(super) name: Option<CrateName>,
    pub(super) load: LoadOptions,
    pub(super) levels: LevelArgs,
}

/// What is done with the generated files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Write,
    Check,
}

impl Job {
    /// The run that `args` ask for. The overlay and the configuration beside the workspace's own document belong to it
    /// alone, so a document that is given stands without them.
    pub(super) fn new(args: &Args) -> Self {
        let root = from_here(workspace::root());
        let beside = |given: &Option<PathBuf>, name: &str| match (given, &args.spec) {
            (Some(path), _) => Some(path.clone()),
            (None, Some(_)) => None,
            (None, None) => Some(root.join("spec").join(name)).filter(|path| path.exists()),
        };
        let default_spec = || root.join("spec/containerregistry.json");
        let default_out = || root.join("generated-client");
        Self {
            mode: if args.check { Mode::Check } else { Mode::Write },
            overlay: beside(&args.overlay, "overlay.yaml"),
            config: beside(&args.config, "codegen.toml"),
            spec: args.spec.clone().unwrap_or_else(default_spec),
            out: args.out.clone().unwrap_or_else(default_out),
            name: args.name.clone(),
            load: LoadOptions {
                ref_root: args.ref_root.clone(),
                max_bytes: args.max_bytes,
            },
            levels: args.levels.clone(),
        }
    }

    /// The command that writes what this one compares.
    pub(super) fn command_to_write() -> String {
        let arguments = env::args().skip(1).filter(|argument| argument != "--check");
        ["cargo".to_owned(), "xtask".to_owned()]
            .into_iter()
            .chain(arguments.map(quote))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The path as short as it can be, since people read it.
fn from_here(path: PathBuf) -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    path.strip_prefix(here).map(Path::to_owned).unwrap_or(path)
}

/// An argument as a shell takes it.
fn quote(argument: String) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=\\".contains(c);
    if argument.chars().all(plain) {
        argument
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

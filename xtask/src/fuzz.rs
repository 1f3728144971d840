//! `cargo xtask fuzz`: lets libFuzzer look for texts that the generator does not stand, by the targets in `codegen/fuzz`.
//!
//! The targets are compiled without a sanitizer: the workspace has no unsafe code, and so any Rust will do. What is found
//! stays in `target/fuzz/findings`; it belongs into `codegen/fuzz/findings`, where the tests of `codegen` run it from then on.

use crate::status::Status;
use crate::{terminal, workspace};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The version that is installed where there is none.
const CARGO_FUZZ: &str = "cargo-fuzz@0.13.2";

/// The targets: what is fuzzed, and the folders below `codegen` whose files it begins with.
const TARGETS: &[(&str, &[&str])] = &[
    ("source", &["tests/features/documents"]),
    ("overlay", &["fuzz/seeds/overlay"]),
    ("naming", &["fuzz/seeds/naming"]),
    ("docs", &["fuzz/seeds/docs", "tests/features/documents"]),
    ("document", &["tests/features/documents"]),
];

/// An input that takes longer is a finding, as one that needs more memory is.
const SECONDS_PER_INPUT: u32 = 20;
const MEBIBYTES: u32 = 2048;

/// Longer texts say the same more slowly.
const LONGEST_TEXT: u32 = 8192;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How long to look, all targets together.
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
    /// Fuzz one target alone.
    #[arg(long, value_name = "NAME", value_parser = TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>())]
    target: Option<String>,
}

pub(crate) fn run(args: &Args) -> Status {
    match fuzz(args) {
        Ok(0) => Status::Done,
        Ok(findings) => {
            terminal::err(format_args!(
                "{}: put it into codegen/fuzz/findings/TARGET, so that `cargo test -p codegen` runs it, and mend the generator",
                terminal::counted(findings, "finding")
            ));
            Status::Failed
        }
        Err(problem) => {
            terminal::err(format_args!("error: {problem}"));
            Status::Failed
        }
    }
}

/// The number of findings.
fn fuzz(args: &Args) -> Result<usize, String> {
    let tool = tool()?;
    terminal::heading("cargo fuzz build");
    let built = tool.command("build").status();
    if !built
        .map_err(|error| format!("cargo-fuzz cannot be run: {error}"))?
        .success()
    {
        return Err(
            "the targets do not compile, see above; libFuzzer needs a C++ compiler".to_owned(),
        );
    }
    let is_chosen = |name: &str| args.target.as_ref().is_none_or(|only| only == name);
    let chosen: Vec<_> = TARGETS.iter().filter(|(name, _)| is_chosen(name)).collect();
    let count = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    let seconds = (args.seconds / count).max(1);
    terminal::heading(&format!("fuzzing, {seconds} s for each target"));
    let mut findings = 0;
    for (name, seeds) in chosen {
        findings += usize::from(tool.fuzz(name, seeds, seconds)?);
    }
    Ok(findings)
}

/// `cargo-fuzz`, and where it works.
struct Tool {
    program: PathBuf,
    /// What is found and learned; kept from run to run.
    folder: PathBuf,
}

/// The one in the path, or one below `target/`, where it is installed unless it is there.
fn tool() -> Result<Tool, String> {
    let folder = workspace::target().join("fuzz");
    let answers = |program: &Path| {
        let output = Command::new(program).args(["fuzz", "--version"]).output();
        output.is_ok_and(|output| output.status.success())
    };
    let in_path = PathBuf::from("cargo-fuzz");
    if answers(&in_path) {
        return Ok(Tool {
            program: in_path,
            folder,
        });
    }
    let tools = folder.join("tools");
    let program = tools.join("bin").join("cargo-fuzz");
    if !answers(&program) {
        terminal::heading(&format!("cargo install {CARGO_FUZZ}"));
        let status = workspace::cargo(&["install", CARGO_FUZZ, "--locked", "--root"])
            .arg(&tools)
            .status()
            .map_err(|error| format!("cargo cannot be run: {error}"))?;
        if !status.success() {
            return Err(format!("`cargo install {CARGO_FUZZ}` failed, see above"));
        }
    }
    Ok(Tool { program, folder })
}

impl Tool {
    fn command(&self, action: &str) -> Command {
        let mut command = Command::new(&self.program);
        command
            .current_dir(workspace::root())
            .args(["fuzz", action, "--sanitizer", "none"])
            .args([OsStr::new("--fuzz-dir"), OsStr::new("codegen/fuzz")])
            .arg("--target-dir")
            .arg(self.folder.join("build"));
        command
    }

    /// Fuzzes one target, and whether something was found.
    fn fuzz(&self, name: &str, seeds: &[&str], seconds: u32) -> Result<bool, String> {
        let learned = self.folder.join("corpus").join(name);
        let findings = self.folder.join("findings");
        for folder in [&learned, &findings] {
            fs::create_dir_all(folder)
                .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        }
        let prefix = findings.join(format!("{name}-"));
        let own = workspace::root().join("codegen");
        let output = self
            .command("run")
            .arg(name)
            .arg(learned)
            .args(seeds.iter().map(|folder| own.join(folder)))
            .arg("--")
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-timeout={SECONDS_PER_INPUT}"))
            .arg(format!("-rss_limit_mb={MEBIBYTES}"))
            .arg(format!("-max_len={LONGEST_TEXT}"))
            .arg(format!("-artifact_prefix={}", prefix.display()))
            .arg(format!(
                "-dict={}",
                own.join("fuzz/document.dict").display()
            ))
            .output()
            .map_err(|error| format!("cargo-fuzz cannot be run: {error}"))?;
        Ok(report(name, &output))
    }
}

/// Says how a target fared, and whether something was found.
fn report(name: &str, output: &Output) -> bool {
    let log = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        let runs = log
            .lines()
            .rfind(|line| line.starts_with("Done "))
            .unwrap_or("done");
        terminal::out(format_args!("{name:9} no finding; {runs}"));
        return false;
    }
    terminal::out(format_args!("{name:9} FOUND something:"));
    for line in telling(&log) {
        terminal::out(format_args!("    {line}"));
    }
    true
}

/// Of the log of a finding, what happened and where the text is; all of it when nothing in it says so.
fn telling(log: &str) -> Vec<&str> {
    let panic = log.lines().skip_while(|line| !line.contains("panicked at"));
    let panic = panic.take_while(|line| !line.starts_with("stack backtrace"));
    let artifact = log
        .lines()
        .filter(|line| line.contains("Test unit written to") || line.contains("ERROR: libFuzzer"));
    let telling: Vec<&str> = panic.take(12).chain(artifact).collect();
    if telling.is_empty() {
        log.lines().collect()
    } else {
        telling
    }
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn a_finding_is_told_by_its_panic_and_its_file() {
        let log = "#1 INITED\nthread 'main' panicked at a.rs:1:2:\ntwo runs differ\nstack backtrace:\n   0: x\n==1== ERROR: libFuzzer: deadly signal\nTest unit written to target/fuzz/findings/document-crash-1\nBase64: ";
        assert_eq!(
            telling(log),
            [
                "thread 'main' panicked at a.rs:1:2:",
                "two runs differ",
                "==1== ERROR: libFuzzer: deadly signal",
                "Test unit written to target/fuzz/findings/document-crash-1"
            ]
        );
        assert_eq!(telling("cannot start"), ["cannot start"]);
    }
}

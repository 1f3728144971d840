//! `cargo xtask test`: every test of the workspace, then the properties of the build that no test inside it can see.
//!
//! Tests against a real registry need `docker-registry`, and those against the conformance server Node.js. Whether they are
//! there is decided here and told at the end, because cargo hides what a passing test prints. Where `CI` is `true` nothing
//! may be skipped.

use crate::status::Status;
use crate::{conformance, terminal, workspace};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The program that plays the registry, and how to get it.
const REGISTRY: &str = "docker-registry";
const INSTALL_REGISTRY: &str = "apt-get install docker-registry";

/// The tests of package `tests` that talk to it: target, and what their names have in common.
const REGISTRY_TESTS: &[(&str, &str)] =
    &[("registry_real", ""), ("registry_wire", "real_registry")];

/// Packages that speak to the network. The generator needs none, and gets none by accident.
const NETWORK: &[&str] = &[
    "async-std",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "mio",
    "native-tls",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "tokio",
    "ureq",
];

/// What the inputs of property tests are made of: the same each time, so that a change is refused for what it does and
/// not by chance. Give another number to explore.
const SEED: &str = "PROPTEST_RNG_SEED";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Arguments for the test programs, such as a filter.
    #[arg(last = true)]
    arguments: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Status {
    let mut sections = vec![
        (
            "the generator is built without a network crate",
            no_network(),
        ),
        ("tests", tests("--all-targets", args)),
        ("documentation tests", tests("--doc", args)),
        (
            "no documentation test comes from a document",
            no_foreign_doctests(),
        ),
        ("tests against a real registry", real_registry()),
    ];
    // A filter asks for some tests, and these are of another workspace.
    if args.arguments.is_empty() {
        sections.push(("scenarios of the conformance server", scenarios()));
    }
    terminal::heading("summary");
    for (title, result) in &sections {
        match result {
            Outcome::Passed(detail) => terminal::out(format_args!("ok       {title}{detail}")),
            Outcome::Skipped(how) => terminal::out(format_args!("SKIPPED: {title}: {how}")),
            Outcome::Failed(why) => terminal::out(format_args!("FAILED   {title}: {why}")),
        }
    }
    let failed = sections.iter().any(|(_, result)| result.is_failure());
    if failed { Status::Failed } else { Status::Done }
}

/// How a section ended.
enum Outcome {
    /// With what there is to add to its title.
    Passed(String),
    /// With the way to have it run.
    Skipped(String),
    /// With the reason.
    Failed(String),
}

impl Outcome {
    fn is_failure(&self) -> bool {
        match self {
            Self::Passed(_) => false,
            Self::Skipped(_) => env::var("CI").is_ok_and(|value| value == "true"),
            Self::Failed(_) => true,
        }
    }
}

fn no_network() -> Outcome {
    terminal::heading("the generator is built without a network crate");
    match workspace::packages("codegen", &[]) {
        Err(error) => Outcome::Failed(error),
        Ok(packages) => network_among(&packages).map_or_else(
            || Outcome::Passed(format!(" ({} packages)", packages.len())),
            |package| Outcome::Failed(format!("it depends on {package}")),
        ),
    }
}

fn network_among(packages: &[String]) -> Option<&String> {
    packages.iter().find(|package| {
        NETWORK
            .iter()
            .any(|name| package.split(' ').next() == Some(name))
    })
}

fn tests(kind: &str, args: &Args) -> Outcome {
    terminal::heading(&format!("cargo test --workspace {kind}"));
    let mut command = workspace::cargo(&["test", "--workspace", "--no-fail-fast", kind, "--"]);
    if env::var_os(SEED).is_none() {
        command.env(SEED, "1");
    }
    succeed(command.args(&args.arguments))
}

fn succeed(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Outcome::Passed(String::new()),
        Ok(_) => Outcome::Failed("see above".to_owned()),
        Err(error) => Outcome::Failed(format!("cargo cannot be run: {error}")),
    }
}

/// Descriptions of a document are text; rustdoc would compile and run what looks like code in them.
fn no_foreign_doctests() -> Outcome {
    terminal::heading("documentation tests of the generated client");
    match list(&["--doc", "--package", "generated-client"]) {
        Err(error) => Outcome::Failed(error),
        Ok(tests) => foreign_among(&tests).map_or_else(
            || Outcome::Passed(String::new()),
            |test| Outcome::Failed(format!("rustdoc would run {test}")),
        ),
    }
}

/// The run-time below `src/generated/` is written by hand, so what it shows is its own.
fn foreign_among(tests: &[String]) -> Option<&String> {
    tests.iter().find(|test| {
        let path = test.replace('\\', "/");
        path.contains("src/generated/") && !path.contains("src/generated/runtime/")
    })
}

fn real_registry() -> Outcome {
    let Some(program) = in_path(REGISTRY) else {
        return Outcome::Skipped(INSTALL_REGISTRY.to_owned());
    };
    let program = program.display();
    match registry_tests() {
        Err(error) => Outcome::Failed(error),
        Ok(tests) if tests.is_empty() => Outcome::Failed("there are none".to_owned()),
        Ok(tests) => {
            let names = tests.join("\n           ");
            Outcome::Passed(format!(": run above with {program}\n           {names}"))
        }
    }
}

fn scenarios() -> Outcome {
    if let Some(how) = conformance::missing() {
        return Outcome::Skipped(how);
    }
    match conformance::check() {
        Ok(counts) => Outcome::Passed(format!(": {counts}")),
        Err(problem) => Outcome::Failed(problem),
    }
}

fn registry_tests() -> Result<Vec<String>, String> {
    let mut tests = Vec::new();
    for (target, part) in REGISTRY_TESTS {
        let names = list(&["--package", "tests", "--test", target])?;
        let chosen = names.into_iter().filter(|name| name.contains(part));
        tests.extend(chosen.map(|name| format!("{target}: {name}")));
    }
    Ok(tests)
}

/// The names of the tests that `cargo test` with these arguments would run.
fn list(arguments: &[&str]) -> Result<Vec<String>, String> {
    let output = workspace::cargo(&["test"])
        .args(arguments)
        .args(["--", "--list", "--format", "terse"])
        .output()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .map(str::to_owned)
        .collect())
}

fn in_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::{foreign_among, network_among};

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn a_network_crate_is_found_by_its_whole_name() {
        assert!(network_among(&owned(&["serde v1.0.0", "hyper v1.0.0"])).is_some());
        assert!(network_among(&owned(&["serde v1.0.0", "hyperlink v1.0.0"])).is_none());
    }

    #[test]
    fn a_doctest_is_foreign_below_generated_but_for_the_runtime() {
        assert!(foreign_among(&owned(&["c/src/generated/models/x.rs - X (line 3)"])).is_some());
        assert!(
            foreign_among(&owned(&[
                "c/src/generated/runtime/x.rs - X (line 3)",
                "c/src/lib.rs - (line 1)"
            ]))
            .is_none()
        );
    }
}

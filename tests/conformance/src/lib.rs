//! Runs one test for one scenario of the conformance server.
//!
//! A test gives [`scenario`] the name of its scenario and what to do. It passes when what it does succeeds, and when of all
//! that the server counts exactly this scenario was counted meanwhile. Tests take turns, so that no other one interferes.
//!
//! `cargo xtask conformance` starts the server, generates the clients and runs the tests; see [`SERVER`] for how to run
//! one of them by hand.

pub mod report;

use futures_core::Stream;
use report::{Category, Counts, Scenarios};
use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::future::Future;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{env, error, thread};
use tokio::runtime::Runtime;

/// The variable with the address of a running server:
/// `CONFORMANCE_SERVER=http://127.0.0.1:3000 cargo test --manifest-path tests/conformance/Cargo.toml url::`.
pub const SERVER: &str = "CONFORMANCE_SERVER";

/// The variable with the file to which each test appends what came of it, one JSON object a line.
pub const RESULTS: &str = "CONFORMANCE_RESULTS";

/// What the body of a test ends with, so that it can use `?`.
pub type Outcome = Result<(), Box<dyn error::Error>>;

/// Only one test at a time may have the server.
static TURN: Mutex<()> = Mutex::new(());

/// One for all tests, since the connections of a client live in the runtime that made them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// The scenarios of the server.
static SCENARIOS: LazyLock<Scenarios> = LazyLock::new(|| {
    report::scenarios(include_str!("../scenarios.json")).expect("a list of scenarios")
});

/// The address of the server.
pub fn server() -> String {
    env::var(SERVER).unwrap_or_else(|_| {
        panic!("{SERVER} is not set: run `cargo xtask conformance`, which starts a server")
    })
}

/// Runs `test`, and asserts that the server counted the scenario `name` and no other.
///
/// # Panics
///
/// When the test fails, or the server counted something else.
pub fn scenario(name: &str, test: impl Future<Output = Outcome>) {
    scenarios(&[name], test);
}

/// Like [`scenario`], for an operation whose requests the server counts as several scenarios.
///
/// # Panics
///
/// When the test fails, or the server did not count exactly these.
pub fn scenarios(names: &[&str], test: impl Future<Output = Outcome>) {
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let result = catch_unwind(AssertUnwindSafe(|| run(names, test)));
    for name in names {
        record(name, result.is_ok());
    }
    drop(turn);
    if let Err(panic) = result {
        fail(names, panic);
    }
}

/// Like [`scenario`], for a request that is answered as it should be, and never counted.
///
/// # Panics
///
/// When the test fails, or the server did count something.
pub fn uncounted(test: impl Future<Output = Outcome>) {
    scenarios(&[], test);
}

fn run(names: &[&str], test: impl Future<Output = Outcome>) {
    for name in names {
        let known = SCENARIOS.values().any(|names| names.contains_key(*name));
        assert!(known, "the server has no scenario `{name}`");
    }
    let before = counts();
    let outcome = RUNTIME.block_on(test);
    let counted = risen(&before, &counts());
    if let Err(error) = outcome {
        panic!("{error}\n{error:#?}\nthe server counted {counted:?}");
    }
    let expected: BTreeSet<&str> = names.iter().copied().collect();
    let counted: BTreeSet<&str> = counted.iter().map(String::as_str).collect();
    assert_eq!(counted, expected, "what the server counted");
}

fn counts() -> BTreeMap<Category, Counts> {
    report::read_all(&server()).unwrap_or_else(|error| panic!("the reports: {error}"))
}

/// The scenarios that were counted between two readings.
fn risen(before: &BTreeMap<Category, Counts>, after: &BTreeMap<Category, Counts>) -> Vec<String> {
    let count = |counts: &BTreeMap<Category, Counts>, category, name: &String| {
        let count = counts.get(category).and_then(|counts| counts.get(name));
        count.copied().unwrap_or_default()
    };
    let mut risen = Vec::new();
    for (category, names) in SCENARIOS.iter() {
        let names = names.keys();
        let counted =
            names.filter(|name| count(before, category, name) < count(after, category, name));
        risen.extend(counted.cloned());
    }
    risen
}

/// Tells the command what came of the test; by hand there is nobody to tell.
fn record(name: &str, hit: bool) {
    let Some(path) = env::var_os(RESULTS) else {
        return;
    };
    let test = thread::current().name().unwrap_or_default().to_owned();
    let line = serde_json::json!({ "scenario": name, "test": test, "hit": hit });
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    writeln!(file, "{line}").expect("a line of results");
}

fn fail(names: &[&str], panic: Box<dyn Any + Send>) -> ! {
    if !names.is_empty() {
        eprintln!("scenario `{}` is not hit", names.join("`, `"));
    }
    resume_unwind(panic)
}

/// Collects what a stream of pages or items gives, up to its first error.
///
/// # Errors
///
/// The error of the stream.
pub async fn collect<T, E>(stream: impl Stream<Item = Result<T, E>>) -> Result<Vec<T>, E> {
    let mut stream = Box::pin(stream);
    let mut all = Vec::new();
    while let Some(next) = next(stream.as_mut()).await {
        all.push(next?);
    }
    Ok(all)
}

async fn next<S: Stream>(mut stream: Pin<&mut S>) -> Option<S::Item> {
    std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await
}

//! What a run amounts to.

use super::report::{Category, Counts, Scenarios};
use super::results::Results;
use crate::terminal;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// How many optional scenarios there have to be. The pinned server never counts four of them, so it gives 39 at most.
const LEAST_OPTIONAL: usize = 40;

/// Everything that is known after a run.
pub(super) struct Summary {
    /// The server's counts after the tests.
    pub(super) counts: BTreeMap<Category, Counts>,
    /// What the tests say.
    pub(super) results: Results,
    /// All scenarios, and why some are not hit.
    pub(super) scenarios: Scenarios,
    /// Whether every test passed.
    pub(super) tests_passed: bool,
}

/// What there is to say about a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State<'a> {
    /// A test hits it.
    Hit,
    /// Its test failed.
    Failed,
    /// It is not hit, for this reason.
    Excused(&'a str),
    /// No test is there for it, and no reason.
    Missing,
}

impl Summary {
    /// The scenarios of a category, by name.
    pub(super) fn scenarios(&self, category: Category) -> impl Iterator<Item = (&str, State<'_>)> {
        let names = self.scenarios.get(&category).into_iter().flatten();
        names.map(move |(name, reason)| {
            let state = self.state(category, name, reason.as_deref());
            (name.as_str(), state)
        })
    }

    fn state<'a>(&self, category: Category, name: &str, reason: Option<&'a str>) -> State<'a> {
        let tests = self.results.of(name);
        match reason {
            _ if tests.iter().any(|test| !test.hit) => State::Failed,
            _ if !tests.is_empty() && self.is_counted(category, name) => State::Hit,
            _ if !tests.is_empty() => State::Failed,
            Some(reason) => State::Excused(reason),
            None => State::Missing,
        }
    }

    fn is_counted(&self, category: Category, name: &str) -> bool {
        let count = self
            .counts
            .get(&category)
            .and_then(|counts| counts.get(name));
        count.is_some_and(|&count| count > 0)
    }

    /// The scenarios that the server has counted, or has not.
    fn counted(&self, category: Category) -> (Vec<&str>, Vec<&str>) {
        let names = self.scenarios.get(&category).into_iter().flatten();
        names
            .map(|(name, _)| name.as_str())
            .partition(|name| self.is_counted(category, name))
    }

    /// The number of scenarios that the server has counted.
    fn hits(&self, category: Category) -> usize {
        self.counted(category).0.len()
    }

    /// Whether the run proves what it is there to prove.
    pub(super) fn is_good(&self) -> bool {
        let complete = |category: Category| self.hits(category) == category.total();
        self.tests_passed
            && complete(Category::Vanilla)
            && complete(Category::Azure)
            && self.hits(Category::Optional) >= LEAST_OPTIONAL
            && Category::ALL
                .into_iter()
                .flat_map(|category| self.scenarios(category))
                .all(|(_, state)| matches!(state, State::Hit | State::Excused(_)))
    }

    /// The line that says it all.
    pub(super) fn line(&self) -> String {
        let counts = Category::ALL.map(|category| {
            let (hits, total) = (self.hits(category), category.total());
            format!("{} {hits}/{total}", category.name())
        });
        counts.join(" ")
    }

    /// Tells it to people.
    pub(super) fn print(&self) {
        terminal::heading("summary");
        for category in Category::ALL {
            for (name, state) in self.scenarios(category) {
                let category = category.name();
                let what = match state {
                    State::Hit => continue,
                    State::Failed => "the test failed",
                    State::Excused(reason) => reason,
                    State::Missing => "no test",
                };
                terminal::out(format_args!("{category} {name}: {what}"));
            }
        }
        terminal::out(self.line());
    }

    /// Tells it to programs.
    pub(super) fn to_json(&self) -> Value {
        let mut counts = Map::new();
        let mut missed = Map::new();
        for category in Category::ALL {
            let count = json!({ "hit": self.hits(category), "total": category.total() });
            counts.insert(category.name().to_owned(), count);
            let (_, names) = self.counted(category);
            missed.insert(category.name().to_owned(), json!(names));
        }
        json!({ "counts": counts, "missed": missed, "failed_tests": self.results.failed(), "good": self.is_good() })
    }
}

#[cfg(test)]
mod tests;

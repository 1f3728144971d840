//! What a run amounts to.

use super::report::{Category, Counts, GivenUp, Scenarios};
use super::results::Results;
use crate::terminal;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt;

/// How many optional scenarios there have to be: all but four, which the server never counts.
const LEAST_OPTIONAL: usize = 39;

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
    /// It is given up, for this reason.
    GivenUp(&'a GivenUp),
    /// It is given up, and hit nevertheless.
    Revived,
    /// No test is there for it, and no reason.
    Missing,
}

impl State<'_> {
    fn is_good(self) -> bool {
        match self {
            Self::Hit | Self::GivenUp(_) => true,
            Self::Failed | Self::Revived | Self::Missing => false,
        }
    }
}

impl fmt::Display for State<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hit => f.write_str("hit"),
            Self::Failed => f.write_str("the test fails"),
            Self::GivenUp(why) => why.fmt(f),
            Self::Revived => f.write_str("hit, though `scenarios.json` gives it up"),
            Self::Missing => f.write_str("no test"),
        }
    }
}

impl Summary {
    /// The scenarios of a category, by name.
    pub(super) fn scenarios(&self, category: Category) -> impl Iterator<Item = (&str, State<'_>)> {
        let names = self.scenarios.get(&category).into_iter().flatten();
        names.map(move |(name, why)| {
            let state = self.state(category, name, why.as_ref());
            (name.as_str(), state)
        })
    }

    fn state<'a>(&self, category: Category, name: &str, why: Option<&'a GivenUp>) -> State<'a> {
        let tests = self.results.of(name);
        let counted = self.is_counted(category, name);
        match why {
            _ if tests.iter().any(|test| !test.hit) => State::Failed,
            Some(_) if counted => State::Revived,
            Some(why) => State::GivenUp(why),
            None if tests.is_empty() => State::Missing,
            None if counted => State::Hit,
            None => State::Failed,
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

    /// Whether the run proves what it is there to prove: each scenario is hit, or given up by name where not all are
    /// mandatory.
    pub(super) fn is_good(&self) -> bool {
        let complete = |category: Category| self.hits(category) == category.total();
        let mut scenarios = Category::ALL
            .into_iter()
            .flat_map(|category| self.scenarios(category));
        self.tests_passed
            && complete(Category::Vanilla)
            && complete(Category::Azure)
            && self.hits(Category::Optional) >= LEAST_OPTIONAL
            && scenarios.all(|(_, state)| state.is_good())
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
                if state != State::Hit {
                    terminal::out(format_args!("{} {name}: {state}", category.name()));
                }
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

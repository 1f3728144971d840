//! What the tests say came of them.

use super::cannot;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// The tests of each scenario.
#[derive(Debug, Default)]
pub(super) struct Results {
    by_scenario: BTreeMap<String, Vec<Outcome>>,
}

/// What came of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The path of the test.
    pub(super) test: String,
    /// Whether it passed, which includes that the server counted the scenario.
    pub(super) hit: bool,
}

impl Results {
    /// Reads the file that the tests append to. When no test has run, there is none.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).ok_or_else(|| format!("`{}` is broken", path.display())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(cannot("read", path)(error)),
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut results = Self::default();
        for line in text.lines() {
            let line: serde_json::Value = serde_json::from_str(line).ok()?;
            let outcome = Outcome {
                test: line["test"].as_str()?.to_owned(),
                hit: line["hit"].as_bool()?,
            };
            let scenario = line["scenario"].as_str()?.to_owned();
            results
                .by_scenario
                .entry(scenario)
                .or_default()
                .push(outcome);
        }
        Some(results)
    }

    /// What came of the tests of `scenario`.
    pub(super) fn of(&self, scenario: &str) -> &[Outcome] {
        self.by_scenario.get(scenario).map_or(&[], Vec::as_slice)
    }

    /// The tests that did not pass.
    pub(super) fn failed(&self) -> Vec<&str> {
        let all = self.by_scenario.values().flatten();
        let failed = all.filter(|outcome| !outcome.hit);
        failed.map(|outcome| outcome.test.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Results;

    #[test]
    fn each_line_is_the_outcome_of_a_test() {
        let results = Results::parse(
            "{\"scenario\": \"a\", \"test\": \"x::a\", \"hit\": true}\n\
             {\"scenario\": \"b\", \"test\": \"x::b\", \"hit\": false}\n",
        )
        .expect("results");
        assert!(results.of("a").iter().all(|outcome| outcome.hit));
        assert!(results.of("c").is_empty());
        assert_eq!(results.failed(), ["x::b"]);
        assert!(Results::parse("half a li").is_none());
    }
}

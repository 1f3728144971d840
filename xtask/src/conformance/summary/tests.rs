//! What makes a run good.

use super::{State, Summary};
use crate::conformance::report::{self, Category, Counts, Scenarios};
use crate::conformance::results::Results;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The names that the reports of these tests have: `vanilla 0`, `vanilla 1`, …
fn names(category: Category) -> impl Iterator<Item = String> {
    (0..category.total()).map(move |number| format!("{} {number}", category.name()))
}

/// A run in which everything is hit but the optional and dpg scenarios `unhit`, which have a reason.
fn run(unhit: &[&str]) -> Summary {
    let mut counts = BTreeMap::new();
    let mut scenarios = Scenarios::new();
    let mut lines = String::new();
    for category in Category::ALL {
        let mut report = Counts::new();
        let mut list = BTreeMap::new();
        for name in names(category) {
            let hit = !unhit.contains(&name.as_str());
            if hit {
                let _ = writeln!(
                    lines,
                    r#"{{"scenario": "{name}", "test": "x", "hit": true}}"#
                );
            }
            list.insert(name.clone(), (!hit).then(|| "because".to_owned()));
            report.insert(name, u64::from(hit));
        }
        counts.insert(category, report);
        scenarios.insert(category, list);
    }
    Summary {
        counts,
        results: Results::parse(&lines).expect("results"),
        scenarios,
        tests_passed: true,
    }
}

#[test]
fn everything_hit_is_good() {
    let summary = run(&[]);
    assert!(summary.is_good());
    assert_eq!(
        summary.line(),
        "vanilla 631/631 azure 145/145 optional 43/43 dpg 18/18"
    );
}

#[test]
fn a_reason_excuses_optional_scenarios_up_to_a_number() {
    let three = ["optional 1", "optional 2", "optional 3"];
    assert!(run(&three).is_good());
    assert!(!run(&[&three[..], &["optional 4"]].concat()).is_good());
    assert!(run(&["dpg 1"]).is_good());
    assert!(!run(&["vanilla 1"]).is_good());
    assert!(!run(&["azure 1"]).is_good());
}

#[test]
fn a_scenario_without_test_and_reason_is_not_good_even_if_the_server_counts_enough() {
    let mut summary = run(&["optional 1"]);
    forget_reasons(&mut summary);
    let state = summary
        .scenarios(Category::Optional)
        .find(|(name, _)| *name == "optional 1");
    assert_eq!(state, Some(("optional 1", State::Missing)));
    assert!(!summary.is_good());
}

#[test]
fn a_scenario_that_only_an_earlier_run_has_hit_is_not_good() {
    let mut summary = run(&["vanilla 1"]);
    forget_reasons(&mut summary);
    let counts = summary
        .counts
        .get_mut(&Category::Vanilla)
        .expect("a report");
    counts.insert("vanilla 1".to_owned(), 1);
    assert!(!summary.is_good());
}

#[test]
fn a_failed_test_is_not_good() {
    let mut summary = run(&[]);
    summary.tests_passed = false;
    assert!(!summary.is_good());
}

#[test]
fn what_a_used_server_has_more_is_not_counted() {
    let mut summary = run(&[]);
    let counts = summary
        .counts
        .get_mut(&Category::Vanilla)
        .expect("a report");
    counts.insert("vanilla of a pattern".to_owned(), 1);
    assert!(summary.line().starts_with("vanilla 631/631 "));
}

#[test]
fn the_list_of_scenarios_is_complete() {
    let list = include_str!("../../../../tests/conformance/scenarios.json");
    for (category, names) in report::scenarios(list).expect("a list") {
        assert_eq!(names.len(), category.total(), "{}", category.name());
    }
}

fn forget_reasons(summary: &mut Summary) {
    let names = summary.scenarios.values_mut();
    names
        .flat_map(BTreeMap::values_mut)
        .for_each(|reason| *reason = None);
}

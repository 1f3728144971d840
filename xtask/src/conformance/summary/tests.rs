//! What makes a run good.

use super::{State, Summary};
use crate::conformance::report::{self, Category, Counts, GivenUp, Scenarios};
use crate::conformance::results::Results;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The names that the reports of these tests have: `vanilla 0`, `vanilla 1`, …
fn names(category: Category) -> impl Iterator<Item = String> {
    (0..category.total()).map(move |number| format!("{} {number}", category.name()))
}

/// A run in which everything is hit but the scenarios `unhit`, which are given up.
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
            list.insert(name.clone(), (!hit).then(why));
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

fn why() -> GivenUp {
    GivenUp {
        because: "It is not counted.".to_owned(),
        file: "routes.js".to_owned(),
        says: "nothing".to_owned(),
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
fn what_is_given_up_by_name_is_good() {
    let summary = run(&["optional 1", "optional 2", "dpg 1"]);
    assert!(summary.is_good());
    assert_eq!(
        summary.line(),
        "vanilla 631/631 azure 145/145 optional 41/43 dpg 17/18"
    );
    assert_eq!(
        state(&summary, Category::Optional, "optional 1").to_string(),
        "It is not counted. `routes.js` says `nothing`."
    );
}

#[test]
fn no_reason_excuses_what_is_mandatory_or_too_much_of_what_is_not() {
    assert!(!run(&["vanilla 1"]).is_good());
    assert!(!run(&["azure 1"]).is_good());
    let four = ["optional 1", "optional 2", "optional 3", "optional 4"];
    assert!(run(&four).is_good());
    assert!(!run(&[&four[..], &["optional 5"]].concat()).is_good());
}

#[test]
fn what_is_given_up_and_hit_is_not_good() {
    let mut summary = run(&["dpg 1"]);
    count(&mut summary, Category::Dpg, "dpg 1");
    assert_eq!(state(&summary, Category::Dpg, "dpg 1"), State::Revived);
    assert!(!summary.is_good());
}

#[test]
fn a_scenario_without_test_and_reason_is_not_good() {
    let mut summary = run(&["optional 1"]);
    forget_reasons(&mut summary);
    let state = state(&summary, Category::Optional, "optional 1");
    assert_eq!(state, State::Missing);
    assert!(!summary.is_good());
}

#[test]
fn a_scenario_that_only_an_earlier_run_has_hit_is_not_good() {
    let mut summary = run(&["vanilla 1"]);
    forget_reasons(&mut summary);
    count(&mut summary, Category::Vanilla, "vanilla 1");
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
    count(&mut summary, Category::Vanilla, "vanilla of a pattern");
    assert!(summary.line().starts_with("vanilla 631/631 "));
}

#[test]
fn the_list_of_scenarios_is_complete() {
    let list = include_str!("../../../../tests/conformance/scenarios.json");
    for (category, names) in report::scenarios(list).expect("a list") {
        assert_eq!(names.len(), category.total(), "{}", category.name());
    }
}

fn state<'a>(summary: &'a Summary, category: Category, name: &str) -> State<'a> {
    let mut scenarios = summary.scenarios(category);
    let scenario = scenarios.find(|(other, _)| *other == name);
    scenario.expect("a scenario").1
}

fn count(summary: &mut Summary, category: Category, name: &str) {
    let counts = summary.counts.get_mut(&category).expect("a report");
    counts.insert(name.to_owned(), 1);
}

fn forget_reasons(summary: &mut Summary) {
    let names = summary.scenarios.values_mut();
    names
        .flat_map(BTreeMap::values_mut)
        .for_each(|reason| *reason = None);
}

#[test]
fn who_gives_up_a_scenario_has_to_say_why() {
    let bare = r#"{"dpg": {"x": {"because": "no", "file": "a.js", "says": " "}}}"#;
    let error = report::scenarios(bare).expect_err("a text is missing");
    assert_eq!(error.to_string(), "x: there is no text `says`");
}

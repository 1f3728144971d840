//! The overlay action in the help line of an error corrects the example.

use codegen::diagnostics::{Code, Example, Level, code};
use serde_json::{Value, json};

/// The errors whose help can be no overlay action.
const WITHOUT_ACTION: [(Code, &str); 10] = [
    (code::NOT_JSON_OR_YAML, "there are no values to change"),
    (code::TOO_DEEP, "there are no values to change"),
    (code::TOO_LARGE, "there are no values to change"),
    (code::NUMBER_OUT_OF_RANGE, "there are no values to change"),
    (code::OVERLAY_MALFORMED, "the overlay is at fault"),
    (code::OVERLAY_NO_MATCH, "the overlay is at fault"),
    (code::OVERLAY_BAD_TARGET, "the overlay is at fault"),
    (code::CONFIG_MALFORMED, "the configuration is at fault"),
    (code::REFERENCE_REFUSED, "the file has to be put elsewhere"),
    (code::PINNED_NAME_UNUSABLE, "the configuration is at fault"),
];

/// The overlay action that ends the help line of the first finding about `example`.
fn action(example: &Example<'_>) -> Option<Value> {
    let json = example.findings().json;
    let finding: Value = serde_json::from_str(json.lines().next()?).unwrap();
    let (_, action) = finding["help"].as_str()?.split_once("overlay action ")?;
    Some(serde_json::from_str(action).expect("the help line ends in an action"))
}

#[test]
fn an_error_has_an_action_unless_none_can_help() {
    let errors = code::ALL.iter().filter(|code| code.level == Level::Error);
    let without = errors
        .filter_map(|code| Some((code, code.example()?)))
        .filter(|(_, example)| action(example).is_none());
    let without: Vec<&str> = without.map(|(code, _)| code.id).collect();
    assert_eq!(without, WITHOUT_ACTION.map(|(code, _)| code.id));
}

#[test]
fn the_action_makes_the_error_go_away() {
    for code in code::ALL {
        let Some(example) = code.example() else {
            continue;
        };
        let Some(action) = action(&example) else {
            continue;
        };
        let overlay = json!({
            "overlay": "1.0.0",
            "info": {"title": "Corrections", "version": "1"},
            "actions": [action],
        });
        let corrected = Example {
            overlay: Some(&overlay.to_string()),
            ..example
        };
        let findings = corrected.findings();
        assert!(
            !findings.diagnostics.has_errors() && !findings.json.contains(code.id),
            "{action}\n{}",
            findings.human
        );
    }
}

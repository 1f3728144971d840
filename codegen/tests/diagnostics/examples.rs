//! The example in each explanation raises its code, and the terminal shows what stands in the snapshot.

use codegen::diagnostics::{Code, code};
use serde_json::Value;
use std::collections::BTreeSet;

/// The codes that no document can raise, and where they are pinned instead.
const WITHOUT_EXAMPLE: [(Code, &str); 7] = [
    (
        code::UNREADABLE_FILE,
        "a file that is not there: tests/source_loader.rs",
    ),
    (
        code::UNPRINTABLE_CODE,
        "a bug of the generator: src/generate.rs",
    ),
    (code::OUTPUT_FAILED, "the file system: tests/files.rs"),
    (
        code::OUTPUT_NOT_GENERATED,
        "the file system: tests/files.rs",
    ),
    (code::OUTPUT_SYMLINK, "the file system: tests/files.rs"),
    (
        code::OUTPUT_UNPLANNED,
        "a bug of the generator: tests/files.rs",
    ),
    (
        code::DEPENDENCY_MISSING,
        "a manifest in the output: xtask/tests/codegen.rs",
    ),
];

/// The lines of JSON for the example of `code`.
fn findings(code: &Code) -> Vec<Value> {
    let shown = code.example().map(|example| example.findings().json);
    let shown = shown.unwrap_or_default();
    let lines = shown.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_code_has_an_example_unless_no_document_can_raise_it() {
    let without = code::ALL.iter().filter(|code| code.example().is_none());
    let without: Vec<&str> = without.map(|code| code.id).collect();
    let expected = WITHOUT_EXAMPLE.map(|(code, _)| code.id);
    assert_eq!(without, expected);
}

#[test]
fn an_example_raises_its_code_and_no_other() {
    for code in code::ALL.iter().filter(|code| code.example().is_some()) {
        let raised: BTreeSet<String> = findings(code)
            .iter()
            .map(|finding| finding["code"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(raised, BTreeSet::from([code.id.to_owned()]));
    }
}

#[test]
fn the_terminal_shows_the_example_of_each_code() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        for code in code::ALL {
            if let Some(example) = code.example() {
                insta::assert_snapshot!(code.id, example.findings().human);
            }
        }
    });
}

#[test]
fn a_line_of_json_has_these_fields_and_a_place_that_can_be_opened() {
    let fields = [
        "level", "code", "message", "file", "line", "column", "pointer", "help",
    ];
    for code in code::ALL {
        for finding in findings(code) {
            let members = finding.as_object().unwrap();
            let keys: Vec<&str> = members.keys().map(String::as_str).collect();
            assert_eq!(keys, fields, "{}", code.id);
            let level = finding["level"].as_str();
            assert!(["error", "warning", "note"].map(Some).contains(&level));
            assert!(finding["message"].is_string());
            let is_placed = finding["file"].is_string();
            assert_eq!(is_placed, finding["line"].is_u64(), "{finding}");
            assert_eq!(is_placed, finding["column"].is_u64(), "{finding}");
        }
    }
}

#[test]
fn a_pointer_leads_to_what_the_document_has() {
    for code in code::ALL {
        for finding in findings(code) {
            let Some(pointer) = finding["pointer"].as_str() else {
                continue;
            };
            let example = code.example().unwrap();
            let text = match finding["file"].as_str() {
                Some("overlay.yaml") => example.overlay.unwrap(),
                _ => example.document.1,
            };
            // What cannot be read has no pointers but that to the whole.
            let value: Value = serde_yaml::from_str(text).unwrap_or_default();
            let is_there = pointer.is_empty() || value.pointer(pointer).is_some();
            assert!(is_there || value.is_null(), "{}: {pointer}", code.id);
        }
    }
}

#[test]
fn an_explanation_is_prose_of_some_lines_that_are_not_too_long() {
    for code in code::ALL {
        let prose = code.explanation.split("```").next().unwrap();
        assert!(prose.lines().count() >= 3, "{}", code.id);
        let longest = prose.lines().map(|line| line.chars().count()).max();
        assert!(longest.is_some_and(|longest| longest <= 130), "{}", code.id);
        assert!(code.explanation.ends_with('\n'), "{}", code.id);
    }
}

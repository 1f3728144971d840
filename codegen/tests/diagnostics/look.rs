//! How findings look to people and to programs.

use codegen::diagnostics::{
    Color, Diagnostic, Diagnostics, Level, Levels, code, render_human, render_json,
};
use codegen::source::{DocumentId, Location, Pointer, Sources};

fn at(pointer: &str) -> Location {
    Location {
        document: DocumentId::ENTRY,
        pointer: Pointer::parse(pointer).unwrap(),
    }
}

fn human(text: &str, findings: impl IntoIterator<Item = Diagnostic>) -> String {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("api.json", text, None, &mut diagnostics);
    for finding in findings {
        diagnostics.report(finding);
    }
    render_human(&diagnostics, &sources, Color::Never)
}

const DOCUMENT: &str = r##"{
  "swagger": "2.0",
  "paths": {
    "/täg/{name}": {
      "get": { "operationId": "ß", "schema": { "$ref": "#/definitions/Tagg" } }
    }
  },
  "definitions": {
    "Tag": { "type": "object" }
  }
}"##;

#[test]
fn a_value_is_shown_in_its_line() {
    let finding = Diagnostic::at(
        code::DANGLING_REFERENCE,
        &at("/paths/~1täg~1{name}/get/schema/$ref"),
        "there is no `Tagg` in `/definitions`",
    )
    .related(&at("/definitions"), "the definitions are here")
    .help("did you mean `#/definitions/Tag`?");
    insta::assert_snapshot!(human(DOCUMENT, [finding]));
}

#[test]
fn a_value_of_many_lines_is_shown_by_its_key() {
    let finding = Diagnostic::at(
        code::MISSING_KEY,
        &at("/paths/~1täg~1{name}"),
        "no parameter `name`",
    );
    insta::assert_snapshot!(human(DOCUMENT, [finding]));
}

#[test]
fn a_place_that_does_not_exist_is_shown_by_the_nearest_that_does() {
    let finding = Diagnostic::at(
        code::MISSING_KEY,
        &at("/definitions/Tag/properties/x"),
        "no `type`",
    );
    insta::assert_snapshot!(human(DOCUMENT, [finding]));
}

#[test]
fn a_minified_document_is_cut_around_the_place() {
    let many = (0..50_000)
        .map(|n| format!("\"key{n}\":{n},"))
        .collect::<Vec<_>>()
        .concat();
    let text = format!("{{{many}\"last\":true}}");
    assert!(text.len() > 600_000);
    let finding = Diagnostic::at(code::WRONG_TYPE, &at("/key25000"), "a string is expected");
    insta::assert_snapshot!(human(&text, [finding]));
}

#[test]
fn notes_are_left_to_the_caller() {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("api.json", DOCUMENT, None, &mut diagnostics);
    diagnostics.report(Diagnostic::at_key(
        code::UNKNOWN_KEY,
        &at("/paths"),
        "unknown",
    ));
    assert_eq!(render_human(&diagnostics, &sources, Color::Never), "");
    assert_eq!(diagnostics.count(Level::Note), 1);
    assert_eq!(render_json(&diagnostics, &sources).lines().count(), 1);
}

#[test]
fn json_is_one_object_a_line_with_these_fields_in_this_order() {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("api.json", DOCUMENT, None, &mut diagnostics);
    let place = at("/paths/~1täg~1{name}/get/operationId");
    diagnostics
        .report(Diagnostic::at(code::INVALID_VALUE, &place, "not \"ASCII\"").help("rename it"));
    diagnostics.report(Diagnostic::general(code::UNREADABLE_FILE, "no such file"));
    insta::assert_snapshot!(render_json(&diagnostics, &sources));
}

#[test]
fn color_is_added_only_when_asked_for() {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("api.json", DOCUMENT, None, &mut diagnostics);
    diagnostics.report(Diagnostic::at(code::WRONG_TYPE, &at("/paths"), "wrong"));
    assert!(!render_human(&diagnostics, &sources, Color::Never).contains('\u{1b}'));
    assert!(render_human(&diagnostics, &sources, Color::Always).contains('\u{1b}'));
}

#[test]
fn equal_findings_are_kept_once_and_in_the_order_of_reporting() {
    let mut diagnostics = Diagnostics::default();
    for pointer in ["/b", "/a", "/b"] {
        diagnostics.report(Diagnostic::at(code::WRONG_TYPE, &at(pointer), "wrong"));
    }
    diagnostics.report(Diagnostic::at(code::WRONG_TYPE, &at("/b"), "also wrong"));
    let reported: Vec<String> = diagnostics
        .iter()
        .map(|finding| {
            let place = finding.place.as_ref().unwrap();
            format!("{} {}", place.location.pointer, finding.message)
        })
        .collect();
    assert_eq!(reported, ["/b wrong", "/a wrong", "/b also wrong"]);
}

#[test]
fn levels_can_be_set_for_a_code() {
    let mut levels = Levels::default();
    levels.by_code.insert("SW0030".to_owned(), Level::Warning);
    levels.by_code.insert("SW0031".to_owned(), Level::Allow);
    let mut diagnostics = Diagnostics::new(levels);
    diagnostics.report(Diagnostic::at(code::WRONG_TYPE, &at("/a"), "wrong"));
    diagnostics.report(Diagnostic::at(code::MISSING_KEY, &at("/a"), "missing"));
    assert!(!diagnostics.has_errors());
    assert_eq!(diagnostics.iter().count(), 1);
}

#[test]
fn every_code_is_registered_once_and_in_order() {
    let ids: Vec<&str> = code::ALL.iter().map(|code| code.id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted);
}

#[test]
fn what_a_terminal_would_obey_is_escaped() {
    let document = "{\"swagger\": \"2.0\", \"a\\u001b[2J\": {\"b\": 1}}";
    let place = Location {
        document: DocumentId::ENTRY,
        pointer: Pointer::root().key("a\u{1b}[2J").key("b"),
    };
    let finding = Diagnostic::at(code::WRONG_TYPE, &place, "a \u{1b}[31mred\u{202e} message")
        .related(&place, "a \u{7} label")
        .help("a \u{9b}2J help");
    let shown = human(document, [finding]);
    let is_obeyed = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
    assert!(!shown.contains(is_obeyed), "{shown:?}");
    assert!(
        shown.contains(r"a \u{1b}[31mred\u{202e} message"),
        "{shown}"
    );
    assert!(shown.contains(r"pointer: /a\u{1b}[2J/b"), "{shown}");
}

//! The merge keys of YAML: what they stand for, where that is found in the text, and what they cannot be.

use codegen::diagnostics::{Color, Diagnostics, Place, Target, render_human};
use codegen::source::{DocumentId, Location, Pointer, Sources};
use serde_json::json;
use std::fmt::Write;

fn read(name: &str, text: &str) -> (Sources, Vec<&'static str>) {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text(name, text, None, &mut diagnostics);
    let codes = diagnostics.iter().map(|finding| finding.code.id).collect();
    (sources, codes)
}

fn at(pointer: &str) -> Location {
    Location {
        document: DocumentId::ENTRY,
        pointer: Pointer::parse(pointer).unwrap(),
    }
}

/// The text of the value and its line and column.
fn text_at<'a>(sources: &'a Sources, pointer: &str) -> (&'a str, usize, usize) {
    let place = Place {
        location: at(pointer),
        target: Target::Value,
    };
    let span = sources.span(&place).unwrap();
    let text = &sources.document(span.document).text;
    (&text[span.start..span.end], span.line, span.column)
}

#[test]
fn merge_keys_of_yaml_are_applied() {
    let text = "a: &a {t: string, u: 1}\nb: &b {t: number, v: 1.10}\n\
        one: {first: 1, <<: *a, t: own}\nlist: {<<: [*a, *b]}\nwritten:\n  <<: {<<: *b, w: 2}\n";
    let (sources, codes) = read("a.yaml", text);
    assert!(codes.is_empty(), "{codes:?}");
    let value = &sources.entry().value;
    assert_eq!(
        value["one"].to_string(),
        r#"{"first":1,"u":1,"t":"own"}"#,
        "own members go before"
    );
    assert_eq!(value["list"], json!({"t": "string", "u": 1, "v": 1.1}));
    assert_eq!(value["written"], json!({"t": "number", "v": 1.1, "w": 2}));
    for (pointer, span) in [
        ("/one/t", ("own", 3, 28)),
        ("/one/u", ("1", 1, 22)),
        ("/list/v", ("1.10", 2, 22)),
        ("/written/w", ("2", 6, 19)),
        ("/written/v", ("1.10", 2, 22)),
    ] {
        assert_eq!(text_at(&sources, pointer), span, "{pointer}");
    }
    assert_eq!(sources.raw_text(&at("/list/v")), Some("1.10"));
}

#[test]
fn a_merge_key_in_quotes_or_in_json_is_a_name() {
    for text in [
        "a: {\"<<\": {b: 1}}",
        "a: {'<<': {b: 1}}",
        r#"{"a": {"<<": {"b": 1}}}"#,
    ] {
        let (sources, codes) = read("a.yaml", text);
        assert!(codes.is_empty(), "{codes:?}");
        assert_eq!(sources.entry().value, json!({"a": {"<<": {"b": 1}}}));
    }
}

#[test]
fn a_merge_of_what_is_no_object_is_refused() {
    for text in [
        "a:\n  b: 1\n  <<: text\n",
        "a:\n  <<: [{b: 1}, 2]\n",
        "a:\n  <<:\n",
    ] {
        let mut diagnostics = Diagnostics::default();
        let sources = Sources::from_text("a.yaml", text, None, &mut diagnostics);
        let said = render_human(&diagnostics, &sources, Color::Never);
        assert!(
            said.starts_with("error[SW0002]") && said.contains("a.yaml:2:3"),
            "{said}"
        );
        assert!(said.contains("merge key"), "{said}");
    }
}

#[test]
fn g18_a_bomb_of_merges_ends_cleanly() {
    let mut text = "a0: &a0 {x: {y: 1}}\n".to_owned();
    for level in 1..12 {
        let item = format!("*a{}", level - 1);
        let members = (0..9).map(|index| format!("k{index}: {{<<: {item}}}"));
        let members = members.collect::<Vec<_>>().join(", ");
        writeln!(
            text,
            "a{level}: &a{level} {{<<: [{item}, {item}], {members}}}"
        )
        .unwrap();
    }
    assert_eq!(read("bomb.yaml", &text).1, ["SW0005"]);
    // An object that is part of itself has no end.
    assert_eq!(read("cycle.yaml", "a: &a {<<: *a}\n").1.len(), 1);
}

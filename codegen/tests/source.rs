//! Reading documents: what is accepted, what is refused, and that every finding points into the text.

use codegen::diagnostics::{Color, Diagnostics, Place, Target, render_human};
use codegen::source::{DocumentId, Location, Pointer, ResolveError, Sources};
use serde_json::{Value, json};

fn read(name: &str, text: &str) -> (Sources, Vec<&'static str>) {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text(name, text, None, &mut diagnostics);
    let codes = diagnostics.iter().map(|finding| finding.code.id).collect();
    (sources, codes)
}

fn rendered(name: &str, text: &str) -> String {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text(name, text, None, &mut diagnostics);
    render_human(&diagnostics, &sources, Color::Never)
}

/// In as little stack as a small thread has, so that recursion without a bound would be noticed. 127 levels, which are
/// allowed, take more than half of 512 KiB without optimization.
fn on_a_small_stack(kilobytes: usize, run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(kilobytes << 10);
    thread.spawn(run).unwrap().join().unwrap();
}

fn at(pointer: &str) -> Location {
    Location {
        document: DocumentId::ENTRY,
        pointer: Pointer::parse(pointer).unwrap(),
    }
}

/// The text of the value and its line and column.
fn text_at<'a>(sources: &'a Sources, pointer: &str, target: Target) -> (&'a str, usize, usize) {
    let location = at(pointer);
    let span = sources.span(&Place { location, target }).unwrap();
    let text = &sources.document(span.document).text;
    (&text[span.start..span.end], span.line, span.column)
}

#[test]
fn json_keeps_the_order_of_keys() {
    let (sources, codes) = read("a.json", r#"{"b": 1, "a": [true, null], "c": "ä\n"}"#);
    assert!(codes.is_empty());
    let keys: Vec<&String> = sources.entry().value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["b", "a", "c"]);
    assert_eq!(sources.entry().value["c"], "ä\n");
}

#[test]
fn yaml_gives_the_same_value_as_json() {
    let (yaml, codes) = read("a.yaml", "b: 1\na:\n  - true\n  - ~\nc: \"ä\\n\"\n");
    assert!(codes.is_empty());
    assert_eq!(
        yaml.entry().value,
        json!({"b": 1, "a": [true, null], "c": "ä\n"})
    );
}

#[test]
fn spans_of_json_are_found_by_pointer() {
    let text = "{\n  \"ä\": { \"x/y\": [ 1e2, \"s\" ] },\n  \"e\\u0041\": {}\n}";
    let (sources, _) = read("a.json", text);
    assert_eq!(
        text_at(&sources, "/ä/x~1y/0", Target::Value),
        ("1e2", 2, 19)
    );
    assert_eq!(
        text_at(&sources, "/ä/x~1y", Target::Key),
        ("\"x/y\"", 2, 10)
    );
    assert_eq!(text_at(&sources, "/eA", Target::Value), ("{}", 3, 14));
    assert_eq!(
        text_at(&sources, "/ä/none/deeper", Target::Value).0,
        "{ \"x/y\": [ 1e2, \"s\" ] }"
    );
}

#[test]
fn spans_of_yaml_are_found_by_pointer() {
    let text = "# ä\nä:\n  x/y:\n    - 1e2\n    - 's'\n  after: plain text\n200: |\n  block\n";
    let (sources, codes) = read("a.yaml", text);
    assert!(codes.is_empty());
    assert_eq!(text_at(&sources, "/ä/x~1y/0", Target::Value), ("1e2", 4, 7));
    assert_eq!(text_at(&sources, "/ä/x~1y/1", Target::Value), ("'s'", 5, 7));
    assert_eq!(text_at(&sources, "/ä/x~1y", Target::Key), ("x/y", 3, 3));
    assert_eq!(
        text_at(&sources, "/ä/after", Target::Value),
        ("plain text", 6, 10)
    );
    assert_eq!(text_at(&sources, "/200", Target::Key), ("200", 7, 1));
    assert_eq!(
        text_at(&sources, "/ä", Target::Value).0,
        "x/y:\n    - 1e2\n    - 's'\n  after: plain text"
    );
}

#[test]
fn raw_text_keeps_the_digits_of_numbers() {
    let digits = "123456789012345678901234567890";
    let (sources, codes) = read(
        "a.json",
        &format!("{{\"n\": {digits}, \"m\": 18446744073709551616}}"),
    );
    assert!(codes.is_empty());
    assert_eq!(sources.raw_text(&at("/n")), Some(digits));
    assert_eq!(sources.raw_text(&at("/m")), Some("18446744073709551616"));
    assert_eq!(sources.raw_text(&at("")), None);
    let (sources, _) = read(
        "a.yaml",
        "version: 1.10\nbig: 123456789012345678901234567890\n",
    );
    assert_eq!(sources.raw_text(&at("/version")), Some("1.10"));
    assert_eq!(sources.raw_text(&at("/big")), Some(digits));
}

#[test]
fn g13_pointers_are_decoded_and_both_ends_are_named() {
    let text = r#"{"definitions": {"a/b~c d": {"x": [1]}, "Tag": {}}}"#;
    let (sources, _) = read("a.json", text);
    let from = at("");
    let target = sources
        .resolve(&from, "#/definitions/a~1b~0c%20d/x/0")
        .unwrap();
    assert_eq!(sources.get(&target), Some(&json!(1)));
    let error = sources
        .resolve(&from, "#/definitions/Tagg/properties")
        .unwrap_err();
    assert_eq!(error.to_string(), "there is no `Tagg` in `/definitions`");
    let ResolveError::NoSuchValue {
        deepest,
        missing,
        similar,
    } = error
    else {
        panic!("{error:?}");
    };
    assert_eq!(
        (deepest, missing.as_str(), similar.as_deref()),
        (at("/definitions"), "Tagg", Some("Tag"))
    );
    assert!(matches!(
        sources.resolve(&from, "#Tag"),
        Err(ResolveError::NotAPointer { .. })
    ));
    assert!(matches!(
        sources.resolve(&from, "x.json#/a"),
        Err(ResolveError::NotLoaded { .. })
    ));
    assert_eq!(sources.resolve(&from, "#"), Ok(at("")));
}

#[test]
fn g17_depth_129_and_100_000_are_refused_without_recursion() {
    on_a_small_stack(256, || {
        for depth in [128, 129, 100_000] {
            for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
                let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
                assert_eq!(read("a.json", &text).1, ["SW0004"], "{open} {depth}");
            }
        }
    });
    on_a_small_stack(512, || {
        for depth in [129, 100_000] {
            for text in [
                format!("a: {}", "[".repeat(depth)),
                format!("a:\n {}1", "- ".repeat(depth)),
            ] {
                assert_eq!(read("a.yaml", &text).1, ["SW0004"], "{depth}");
            }
        }
    });
    insta::assert_snapshot!(rendered(
        "a.json",
        &format!("{{\"a\": {}", "[".repeat(1000))
    ));
}

#[test]
fn g17_the_deepest_document_that_is_allowed_is_read_on_a_small_stack() {
    let deepest = || at(&"/0".repeat(127));
    let nested = || format!("{}1{}", "[".repeat(127), "]".repeat(127));
    on_a_small_stack(512, move || {
        let (sources, codes) = read("a.json", &nested());
        assert!(codes.is_empty());
        assert_eq!(sources.get(&deepest()), Some(&json!(1)));
        assert_eq!(sources.raw_text(&deepest()), Some("1"));
    });
    on_a_small_stack(512, move || {
        let (sources, codes) = read("a.yaml", &format!("# YAML\n{}", nested()));
        assert!(codes.is_empty());
        assert_eq!(sources.raw_text(&deepest()), Some("1"));
    });
}

#[test]
fn g18_an_alias_bomb_ends_cleanly() {
    let lines = (0..9).map(|level: usize| {
        let item = level
            .checked_sub(1)
            .map_or("lol".to_owned(), |below| format!("*a{below}"));
        format!("a{level}: &a{level} [{}]\n", vec![item; 9].join(", "))
    });
    let text = lines.collect::<Vec<_>>().concat();
    assert_eq!(read("bomb.yaml", &text).1, ["SW0005"]);
    let long = "x".repeat(1 << 20);
    let text = format!("a: &a {long}\nb: [{}]\n", vec!["*a"; 10_000].join(", "));
    assert_eq!(read("long.yaml", &text).1, ["SW0005"]);
}

#[test]
fn g18_a_few_aliases_are_expanded() {
    let (sources, codes) = read("a.yaml", "a: &a {t: string}\nb: *a\n");
    assert!(codes.is_empty());
    assert_eq!(sources.entry().value["b"], json!({"t": "string"}));
    assert_eq!(text_at(&sources, "/b", Target::Value).0, "*a");
    assert_eq!(text_at(&sources, "/b/t", Target::Value).0, "string");
}

#[test]
fn g19_words_of_yaml_that_are_not_true_or_false_stay_strings() {
    let text = "name: n\non: on\nno: no\noff: off\noctal: 010\ngroups: 1_000\nversion: 1.10\n200: {}\nnull: {}\n1.5: {}\ntrue: {}\n";
    let (sources, codes) = read("a.yaml", text);
    assert!(codes.is_empty());
    let expected = json!({
        "name": "n", "on": "on", "no": "no", "off": "off", "octal": "010", "groups": "1_000",
        "version": 1.1, "200": {}, "null": {}, "1.5": {}, "true": {}
    });
    assert_eq!(sources.entry().value, expected);
}

#[test]
fn brackets_in_the_strings_of_yaml_do_not_nest() {
    let text = (0..2_000)
        .map(|n| format!("key{n}: in the range [0, {n})\n"))
        .collect::<Vec<_>>()
        .concat();
    assert!(read("a.yaml", &text).1.is_empty());
}

#[test]
fn a_tag_of_yaml_is_dropped() {
    let (sources, codes) = read("a.yaml", "a: !mine {b: !!str 10}\n");
    assert!(codes.is_empty(), "{codes:?}");
    assert_eq!(sources.entry().value, json!({"a": {"b": "10"}}));
}

#[test]
fn g20_duplicate_keys_are_shown_at_both_places() {
    let json = "{\n  \"paths\": { \"/a\": 1 },\n  \"info\": {},\n  \"paths\": { \"/b\": 2, \"\\/b\": 3 }\n}";
    insta::assert_snapshot!(rendered("a.json", json));
    insta::assert_snapshot!(rendered("a.yaml", "paths:\n  /a: 1\ninfo: {}\npaths: 2\n"));
}

#[test]
fn g20_the_last_of_two_equal_keys_counts_unless_it_is_empty() {
    let (sources, codes) = read("a.json", "{\"a\": 1, \"a\": [2]}");
    assert_eq!(sources.entry().value, json!({"a": [2]}));
    assert_eq!(text_at(&sources, "/a/0", Target::Value).0, "2");
    assert_eq!(codes, ["SW0003"]);
    let (sources, codes) = read("a.yaml", "a: 1\nb: 2\na:\n");
    assert_eq!(sources.entry().value, json!({"a": 1, "b": 2}));
    assert_eq!(text_at(&sources, "/a", Target::Value).0, "1");
    assert_eq!(codes, ["SW0003"]);
}

#[test]
fn g21_a_byte_order_mark_is_accepted() {
    for text in [
        "\u{FEFF}{\"a\": 1}",
        "\u{FEFF}a: 1\n",
        "\u{FEFF}\n---\na: 1\n",
    ] {
        let (sources, codes) = read("a", text);
        assert!(codes.is_empty(), "{text:?}");
        assert_eq!(sources.entry().value, json!({"a": 1}));
    }
}

#[test]
fn g21_what_is_no_document_is_called_by_its_name() {
    let cases = [
        "",
        " \n\t",
        "<!DOCTYPE html>\n<html></html>",
        "\n<?xml version='1.0'?>",
        "Not found",
        "{\"a\": 1,}",
        "{\n  // a comment\n  \"a\": 1\n}",
        "{\"a\": 1}\n{\"b\": 2}",
        "a: 1\n---\nb: 2\n",
        "{\"a\": [1, 2",
        "{\"a\": ä}",
        "a: [1\nb: 2\n",
        "# only a comment\n",
    ];
    let all: Vec<String> = cases
        .iter()
        .map(|text| format!("{text:?}\n{}", rendered("api", text)))
        .collect();
    insta::assert_snapshot!(all.join(""));
}

#[test]
fn g22_numbers_that_no_float_can_hold_are_refused() {
    assert_eq!(read("a.json", "{\"a\": [1, 1e999, 2]}").1, ["SW0006"]);
    assert_eq!(read("a.json", "{\"a\": -1e999}").1, ["SW0006"]);
    assert_eq!(read("a.yaml", "a: .inf\n").1, ["SW0006"]);
    insta::assert_snapshot!(rendered("a.json", "{\"maximum\": [1, 1e999, 2]}"));
    let (sources, codes) = read("a.json", "{\"a\": 9223372036854775807}");
    assert!(codes.is_empty());
    assert_eq!(sources.entry().value["a"].as_i64(), Some(i64::MAX));
}

#[test]
fn loading_is_linear_in_duplicates_and_spans() {
    let members = (0..100_000)
        .map(|n| format!("\"k{}\":{n},", n % 50_000))
        .collect::<Vec<_>>()
        .concat();
    let (sources, codes) = read("a.json", &format!("{{{members}\"z\":0}}"));
    assert_eq!(codes.len(), 100, "the first of them are enough");
    for index in 0..10_000 {
        let pointer = format!("/k{index}");
        assert_eq!(
            text_at(&sources, &pointer, Target::Value).0,
            (index + 50_000).to_string()
        );
    }
    let value: &Value = &sources.entry().value;
    assert_eq!(value["k0"], 50_000);
}

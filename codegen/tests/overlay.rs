//! What an overlay does to a document, and what it says when it does not fit.

use codegen::diagnostics::{Color, Diagnostic, Diagnostics, Place, Target, code, render_human};
use codegen::source::{DocumentId, Location, Pointer, Sources};
use serde_json::{Value, json};

const DOCUMENT: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Pets", "tags": ["a"] },
  "paths": {
    "/pets": {
      "get": {
        "operationId": "list",
        "parameters": [
          { "name": "first" },
          { "name": "second", "in": "query" },
          { "name": "third" }
        ]
      }
    }
  }
}"#;

fn overlaid(actions: &str) -> (Sources, Diagnostics) {
    let overlay =
        format!("overlay: 1.0.0\ninfo: {{title: Corrections, version: '1'}}\nactions:\n{actions}");
    with_overlay(&overlay)
}

fn with_overlay(overlay: &str) -> (Sources, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let overlay = Some(("overlay.yaml", overlay));
    let sources = Sources::from_text("api.json", DOCUMENT, overlay, &mut diagnostics);
    (sources, diagnostics)
}

fn applied(actions: &str) -> Value {
    let (sources, diagnostics) = overlaid(actions);
    assert_eq!(
        diagnostics.iter().count(),
        0,
        "{:?}",
        diagnostics.iter().next()
    );
    sources.entry().value.clone()
}

fn complaints(overlay: &str) -> String {
    let (sources, diagnostics) = with_overlay(overlay);
    render_human(&diagnostics, &sources, Color::Never)
}

fn complaints_about(actions: &str) -> String {
    let (sources, diagnostics) = overlaid(actions);
    render_human(&diagnostics, &sources, Color::Never)
}

/// Document, line and text of what a finding at `pointer` would show.
fn shown(sources: &Sources, pointer: &str) -> (String, usize, String) {
    let location = Location {
        document: DocumentId::ENTRY,
        pointer: Pointer::parse(pointer).unwrap(),
    };
    let target = Target::Value;
    let span = sources.span(&Place { location, target }).unwrap();
    let document = sources.document(span.document);
    let text = document.text[span.start..span.end].to_owned();
    (document.name.clone(), span.line, text)
}

#[test]
fn an_update_merges_objects_concatenates_arrays_and_replaces_the_rest() {
    let value = applied(
        "- target: $\n  update: {info: {title: Dogs, license: MIT, tags: [b, c]}, paths: {/pets: {get: {parameters: none}}}}\n",
    );
    assert_eq!(
        value["info"],
        json!({"title": "Dogs", "tags": ["a", "b", "c"], "license": "MIT"})
    );
    assert_eq!(
        value["paths"]["/pets"]["get"],
        json!({"operationId": "list", "parameters": "none"})
    );
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["swagger", "info", "paths"]);
}

#[test]
fn an_update_of_an_array_appends_one_entry() {
    let value = applied("- target: $.paths['/pets'].get.parameters\n  update: {name: fourth}\n");
    let parameters = value.pointer("/paths/~1pets/get/parameters").unwrap();
    assert_eq!(parameters.as_array().unwrap().len(), 4);
    assert_eq!(parameters[3], json!({"name": "fourth"}));
}

#[test]
fn several_elements_are_removed_by_one_action() {
    for target in [
        "$..parameters[0,2]",
        "$..parameters[2,0]",
        "$..parameters[2,0,2]",
    ] {
        let value = applied(&format!("- target: {target}\n  remove: true\n"));
        let parameters = value.pointer("/paths/~1pets/get/parameters").unwrap();
        assert_eq!(
            parameters,
            &json!([{"name": "second", "in": "query"}]),
            "{target}"
        );
    }
}

#[test]
fn a_removed_key_leaves_the_order_of_the_others() {
    let value = applied("- target: $.info\n  remove: true\n");
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["swagger", "paths"]);
}

#[test]
fn what_lies_inside_a_removed_value_goes_with_it() {
    let value = applied("- target: $.paths..*\n  remove: true\n");
    assert_eq!(value["paths"], json!({}));
}

#[test]
fn each_action_sees_the_result_of_the_one_before() {
    let value = applied(
        "- target: $.info.title\n  remove: true\n- target: $.info\n  update: {x-new: {a: 1}}\n- target: $.info['x-new']\n  update: {b: 2}\n",
    );
    assert_eq!(
        value["info"],
        json!({"tags": ["a"], "x-new": {"a": 1, "b": 2}})
    );
}

#[test]
fn a_target_that_matches_nothing_is_an_error_with_a_hint() {
    insta::assert_snapshot!(complaints_about(
        "- target: $.paths['/pet'].get\n  update: {deprecated: true}\n- target: $.paths['/pets'].get.parameters[7]\n  remove: true\n- target: $.paths['/pets'].get.responses\n  remove: true\n- target: $.definitions.*\n  remove: true\n"
    ));
}

#[test]
fn a_target_that_is_no_query_is_an_error() {
    let deep = format!("'$[?{}@.a{}]'", "(".repeat(5_000), ")".repeat(5_000));
    let text = complaints_about(&format!("- target: {deep}\n  remove: true\n"));
    assert!(text.starts_with("error[SW0012]"), "{text}");
    insta::assert_snapshot!(complaints_about(
        "- target: paths./pets\n  remove: true\n- target: $.paths[\n  remove: true\n"
    ));
}

#[test]
fn a_malformed_overlay_is_an_error_at_its_place() {
    insta::assert_snapshot!(complaints(
        "overlay: 1.1.0\ninfo: {title: x}\nextend: api.json\nactions:\n- target: $\n- targt: $\n  remove: true\n- target: $\n  remove: yes\n- target: $\n  remove: true\n- target: $.info\n  update: 7\n- target: $.info.title\n  update: x\n"
    ));
    insta::assert_snapshot!(complaints("[]"));
}

#[test]
fn a_finding_about_an_inserted_value_points_into_the_overlay() {
    let (sources, _) = overlaid(
        "- target: $.info\n  update:\n    title: Dogs\n    contact: {name: nobody}\n- target: $..parameters\n  update: {name: fourth}\n",
    );
    let overlay = |line, text: &str| ("overlay.yaml".to_owned(), line, text.to_owned());
    assert_eq!(shown(&sources, "/info/title"), overlay(6, "Dogs"));
    assert_eq!(shown(&sources, "/info/contact/name"), overlay(7, "nobody"));
    assert_eq!(
        shown(&sources, "/paths/~1pets/get/parameters/3/name"),
        overlay(9, "fourth")
    );
    let entry = ("api.json".to_owned(), 3, "[\"a\"]".to_owned());
    assert_eq!(shown(&sources, "/info/tags"), entry);
}

#[test]
fn a_finding_behind_a_removed_element_points_to_its_own_text() {
    let (sources, _) = overlaid(
        "- target: $..parameters[0]\n  update: {in: path}\n- target: $..parameters[0]\n  remove: true\n- target: $..parameters[1]\n  update: {in: header}\n",
    );
    let entry = |line, text: &str| ("api.json".to_owned(), line, text.to_owned());
    let pointer = "/paths/~1pets/get/parameters";
    assert_eq!(
        shown(&sources, &format!("{pointer}/0/name")),
        entry(10, "\"second\"")
    );
    assert_eq!(
        shown(&sources, &format!("{pointer}/0/in")),
        entry(10, "\"query\"")
    );
    assert_eq!(
        shown(&sources, &format!("{pointer}/1/name")),
        entry(11, "\"third\"")
    );
    assert_eq!(
        shown(&sources, &format!("{pointer}/1/in")),
        ("overlay.yaml".to_owned(), 9, "header".to_owned())
    );
}

#[test]
fn an_overlay_can_correct_a_reference_to_a_missing_file() {
    let mut diagnostics = Diagnostics::default();
    let document = r#"{"definitions": {"A": {"$ref": "missing.json"}}}"#;
    let overlay = "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions:\n- target: $.definitions.A\n  update: {$ref: there.json}\n";
    let sources = Sources::from_texts(
        ("api.json", document),
        Some(("overlay.yaml", overlay)),
        &[("there.json", "{}")],
        &mut diagnostics,
    );
    assert_eq!(diagnostics.iter().count(), 0);
    let reference = Location::root(DocumentId::ENTRY)
        .key("definitions")
        .key("A")
        .key("$ref");
    assert!(sources.resolve(&reference, "there.json").is_ok());
}

#[test]
fn actions_cannot_nest_values_without_end() {
    let deep = format!("{}1{}", "{a: ".repeat(60), "}".repeat(60));
    let actions = (0..4)
        .map(|n| {
            format!(
                "- target: $.info{}\n  update: {deep}\n",
                ".a".repeat(59 * n)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let text = complaints_about(&actions);
    assert!(text.starts_with("error[SW0004]"), "{text}");
}

#[test]
fn a_finding_about_the_overlay_shows_the_overlay() {
    let (sources, mut diagnostics) = overlaid("- target: $.info\n  update: {version: 1.10}\n");
    let place = Location::root(DocumentId::ENTRY).key("info").key("version");
    assert_eq!(sources.raw_text(&place), Some("1.10"));
    diagnostics.report(Diagnostic::at(
        code::WRONG_TYPE,
        &place,
        "a string is expected",
    ));
    insta::assert_snapshot!(render_human(&diagnostics, &sources, Color::Never));
}

#[test]
fn the_whole_document_is_called_so() {
    let text = complaints_about("- target: $\n  update: 5\n");
    let message = "the whole document is an object, and the update is none";
    assert!(text.contains(message), "{text}");
}

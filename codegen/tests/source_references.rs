//! References between documents: which are followed, and what a place is called.

use codegen::diagnostics::Diagnostics;
use codegen::source::{DocumentId, Location, Pointer, Sources};
use serde_json::json;

fn at(pointer: &str) -> Location {
    Location {
        document: DocumentId::ENTRY,
        pointer: Pointer::parse(pointer).unwrap(),
    }
}

#[test]
fn external_documents_are_found_by_relative_name() {
    let mut diagnostics = Diagnostics::default();
    let entry =
        r#"{"a": {"$ref": "../common/types.json#/definitions/T"}, "b": {"$ref": "same.yaml"}}"#;
    let others = [
        (
            "common/types.json",
            r#"{"definitions": {"T": {"$ref": "./more.json#/x"}, "U": {"$ref": "../spec/api.json#/a"}}}"#,
        ),
        ("common/more.json", r#"{"x": 7}"#),
        ("spec/same.yaml", "y: 8\n"),
        ("spec/never.json", "not read, so not complained about"),
    ];
    let sources = Sources::from_texts(("spec/api.json", entry), None, &others, &mut diagnostics);
    assert_eq!(diagnostics.iter().count(), 0);
    assert_eq!(sources.documents().count(), 4);
    let target = sources
        .resolve(&at(""), "../common/types.json#/definitions/T")
        .unwrap();
    assert_eq!(sources.document(target.document).name, "common/types.json");
    let next = sources.resolve(&target, "./more.json#/x").unwrap();
    assert_eq!(sources.get(&next), Some(&json!(7)));
    assert_eq!(
        sources.resolve(&target, "../spec/api.json#/a"),
        Ok(at("/a"))
    );
    let whole = sources.resolve(&at(""), "same.yaml").unwrap();
    assert_eq!(sources.get(&whole), Some(&json!({"y": 8})));
}

#[test]
fn a_place_is_named_as_the_target_of_an_overlay_names_it() {
    let text = r#"{"paths": {"/it's": {"get": {"responses": {"200": {"x-a": [{"b_1": 0}]}}}}}}"#;
    let pointer = at("/paths/~1it's/get/responses/200/x-a/0/b_1");
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("a.json", text, None, &mut diagnostics);
    let target = sources.json_path(&pointer);
    assert_eq!(
        target,
        r"$.paths['/it\'s'].get.responses['200']['x-a'][0].b_1"
    );
    let overlay = json!({
        "overlay": "1.0.0", "info": {"title": "x", "version": "1"},
        "actions": [{"target": target, "remove": true}],
    });
    let overlay = overlay.to_string();
    let overlay = Some(("overlay.json", overlay.as_str()));
    let sources = Sources::from_text("a.json", text, overlay, &mut diagnostics);
    assert_eq!(diagnostics.iter().count(), 0);
    assert_eq!(sources.get(&pointer), None);
}

#[test]
fn references_in_data_and_names_are_not_followed() {
    let entry = r#"{
        "paths": {"/x": {"get": {
            "x-ms-examples": {"one": {"$ref": "examples/one.json"}},
            "responses": {"default": {"$ref": "in-responses.json"}}
        }}},
        "definitions": {"T": {
            "properties": {"$ref": {"type": "string"}, "example": {"$ref": "in-properties.json"}},
            "example": {"$ref": "data.json"}, "default": {"$ref": "data.json"}, "enum": [{"$ref": "data.json"}]
        }}
    }"#;
    let mut diagnostics = Diagnostics::default();
    Sources::from_text("api.json", entry, None, &mut diagnostics);
    let messages: Vec<&str> = diagnostics
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "the file `in-responses.json` cannot be read: there is no document of this name",
            "the file `in-properties.json` cannot be read: there is no document of this name",
        ]
    );
}

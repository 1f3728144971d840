//! Input that is meant to exhaust the stack or the memory.

use crate::invariants;
use crate::support::{read_text, try_read_text};
use codegen::diagnostics::code;
use codegen::ir::Shape;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::thread;

/// What is said about `text` when it is lowered on a stack of 256 KiB.
fn lower_on_small_stack(text: &str) -> Vec<String> {
    let read = read_text(text);
    thread::scope(|scope| {
        let small = thread::Builder::new().stack_size(256 << 10);
        let lowered = small.spawn_scoped(scope, || read.lower().findings());
        let lowered = lowered.expect("a thread can be started").join();
        lowered.expect("the stack is large enough")
    })
}

/// A document of `count` definitions, each made of its number and the next one.
fn chain(count: usize, definition: impl Fn(usize) -> String) -> String {
    let mut text = String::from(
        r#"{"swagger":"2.0","info":{"title":"T","version":"1"},"paths":{},"definitions":{"#,
    );
    for number in 0..count {
        let _ = write!(text, r#""D{number}":{},"#, definition(number + 1));
    }
    let _ = write!(text, r#""D{count}":{{"type":"string"}}}}}}"#);
    text
}

fn assert_too_deep(findings: &[String]) {
    let is_said = findings.iter().any(|finding| finding.contains("SW0004"));
    assert!(is_said, "{findings:?}");
}

#[test]
fn g16_chain_of_references() {
    let text = chain(10_000, |next| {
        format!(r##"{{"$ref":"#/definitions/D{next}"}}"##)
    });
    assert_too_deep(&lower_on_small_stack(&text));
}

#[test]
fn g16_chain_of_lists() {
    let text = chain(10_000, |next| {
        format!(r##"{{"type":"array","items":{{"$ref":"#/definitions/D{next}"}}}}"##)
    });
    assert_too_deep(&lower_on_small_stack(&text));
}

#[test]
fn g16_chain_of_parents() {
    let text = chain(10_000, |next| {
        let property = format!(r#""properties":{{"p{next}":{{"type":"string"}}}}"#);
        format!(r##"{{"allOf":[{{"$ref":"#/definitions/D{next}"}}],{property}}}"##)
    });
    assert_too_deep(&lower_on_small_stack(&text));
}

#[test]
fn a_chain_of_fields_is_no_problem() {
    let text = chain(10_000, |next| {
        format!(r##"{{"properties":{{"p":{{"$ref":"#/definitions/D{next}"}}}}}}"##)
    });
    assert_eq!(lower_on_small_stack(&text), Vec::<String>::new());
}

#[test]
fn a_chain_of_flattened_objects_is_no_problem() {
    let text = chain(10_000, |next| {
        let property = format!(r##""$ref":"#/definitions/D{next}","x-ms-client-flatten":true"##);
        format!(r#"{{"properties":{{"p":{{{property}}}}}}}"#)
    });
    assert_eq!(lower_on_small_stack(&text), Vec::<String>::new());
}

#[test]
fn flattened_objects_in_flattened_objects_do_not_multiply() {
    let text = chain(100, |next| {
        let property =
            format!(r##"{{"$ref":"#/definitions/D{next}","x-ms-client-flatten":true}}"##);
        format!(r#"{{"properties":{{"a":{property},"b":{property}}}}}"#)
    });
    let (most, is_said) = most_reached(&text);
    assert_eq!(most, 4 + 8 + 16 + 32);
    assert!(is_said);
}

#[test]
fn no_object_is_flattened_beside_hundreds_of_properties() {
    let inner = json!({ "properties": { "inmost": {} }, "x-ms-client-flatten": true });
    let properties = (0..600).map(|number| (format!("p{number}"), json!({})));
    let properties: serde_json::Map<_, _> =
        properties.chain([("inner".to_owned(), inner)]).collect();
    let outer = json!({ "properties": properties, "x-ms-client-flatten": true });
    let document = json!({
        "swagger": "2.0",
        "info": { "title": "T", "version": "1" },
        "paths": {},
        "definitions": { "D": { "properties": { "outer": outer } } },
    });
    assert_eq!(most_reached(&document.to_string()), (601, true));
}

/// How many properties the struct of `text` reaches that reaches most, and whether some were left out.
fn most_reached(text: &str) -> (usize, bool) {
    let lowered = read_text(text).lower();
    invariants::check(&lowered.api);
    let reached = lowered.api.models.values().map(|model| match &model.shape {
        Shape::Struct(object) => object.reached.len(),
        Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => 0,
    });
    let mut found = lowered.diagnostics.iter();
    let is_said = found.any(|diagnostic| diagnostic.code == code::FLATTENED_TOO_FAR);
    (reached.max().unwrap_or_default(), is_said)
}

#[test]
fn nesting_up_to_the_limit_of_json_is_no_problem() {
    for (depth, open, close) in [
        // A type of Rust cannot be as deep as JSON.
        (31, r#"{"type":"array","items":"#, "}"),
        (31, r#"{"additionalProperties":"#, "}"),
        (58, r#"{"properties":{"a":"#, "}}"),
        (58, r#"{"allOf":["#, "]}"),
    ] {
        let schema = format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
        let text = format!(
            r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"paths":{{}},"definitions":{{"D":{schema}}}}}"#
        );
        assert_eq!(read_text(&text).lower().findings(), Vec::<String>::new());
    }
}

/// The document of Azure Container Registry with one value after another replaced by what does not belong there.
#[test]
fn a_value_out_of_place_is_no_reason_to_panic() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/containerregistry.json");
    let text = fs::read_to_string(path).expect("the document is there");
    let document: Value = serde_json::from_str(&text).expect("the document is JSON");
    let replacements = [
        json!(null),
        json!(7),
        json!("{"),
        json!([[]]),
        json!({ "$ref": "#/definitions/AcrErrors" }),
        json!({ "$ref": "#/paths" }),
        json!({ "allOf": [{ "$ref": "#" }], "type": "array" }),
    ];
    let mut pointers = Vec::new();
    collect_pointers(&document, String::new(), &mut pointers);
    for (number, pointer) in pointers.iter().enumerate().step_by(29) {
        let mut changed = document.clone();
        let value = changed
            .pointer_mut(pointer)
            .expect("the pointer is of the document");
        let replacement = replacements.iter().cycle().nth(number / 29);
        *value = replacement.expect("there are replacements").clone();
        if let Some(read) = try_read_text(&changed.to_string()) {
            invariants::check(&read.lower().api);
        }
    }
}

fn collect_pointers(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
            members
                .iter()
                .map(|(key, value)| (escaped(key), value))
                .collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    for (key, child) in children.iter().filter(|(key, _)| key != "x-ms-examples") {
        collect_pointers(child, format!("{pointer}/{key}"), pointers);
    }
    pointers.push(pointer);
}

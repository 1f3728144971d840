//! Bad input, by the row of the project's list of cases: what is said, and that the rest is lowered all the same.

use crate::invariants;
use crate::support::{Lowered, read_text};
use codegen::diagnostics::Level;
use serde_json::{Value, json};

/// The codes of the warnings and errors about a document with `parts`, which is lowered.
fn codes(parts: Value) -> Vec<&'static str> {
    let lowered = lowered(parts);
    let findings = lowered.diagnostics.iter();
    let grave = findings.filter(|finding| finding.level > Level::Note);
    grave.map(|finding| finding.code.id).collect()
}

fn lowered(parts: Value) -> Lowered {
    let mut document =
        json!({ "swagger": "2.0", "info": { "title": "T", "version": "1" }, "paths": {} });
    let (Some(all), Value::Object(parts)) = (document.as_object_mut(), parts) else {
        panic!("both are objects");
    };
    all.extend(parts);
    let lowered = read_text(&document.to_string()).lower();
    invariants::check(&lowered.api);
    lowered
}

/// One GET operation on `path` with `parameters`.
fn operation(path: &str, parameters: Value) -> Value {
    let mut get = json!({ "operationId": "get", "responses": { "200": { "description": "" } } });
    get["parameters"] = parameters;
    json!({ "paths": { path: { "get": get } } })
}

fn responses(responses: Value) -> Value {
    let mut get = json!({ "operationId": "get" });
    get["responses"] = responses;
    json!({ "paths": { "/a": { "get": get } } })
}

fn definitions(definitions: Value) -> Value {
    let mut parts = json!({});
    parts["definitions"] = definitions;
    parts
}

fn host(template: &str, parameters: &Value) -> Value {
    json!({ "x-ms-parameterized-host": {
        "hostTemplate": template, "useSchemePrefix": false, "parameters": parameters
    } })
}

#[test]
fn g13_dangling_reference() {
    let parts = definitions(json!({ "A": { "$ref": "#/definitions/Missing" } }));
    assert_eq!(codes(parts), ["SW0020"]);
}

#[test]
fn g13_reference_to_the_wrong_kind() {
    let parameters = json!([{ "$ref": "#/definitions/A" }]);
    let mut parts = operation("/a", parameters);
    parts["definitions"] = json!({ "A": { "type": "string" } });
    assert_eq!(codes(parts), ["SW0023"]);
}

#[test]
fn g13_escaped_pointer() {
    let parts = definitions(json!({
        "a/b~c d": { "type": "string" },
        "A": { "$ref": "#/definitions/a~1b~0c%20d" },
    }));
    assert_eq!(codes(parts), [""; 0]);
}

#[test]
fn g15_alias_cycle() {
    let parts = definitions(json!({
        "A": { "$ref": "#/definitions/B" },
        "B": { "$ref": "#/definitions/A" },
        "C": { "$ref": "#/definitions/C" },
    }));
    assert_eq!(codes(parts), ["SW0022", "SW0022"]);
}

#[test]
fn g15_all_of_cycle() {
    let parts = definitions(json!({
        "A": { "allOf": [{ "$ref": "#/definitions/B" }] },
        "B": { "allOf": [{ "$ref": "#/definitions/A" }] },
        "C": { "allOf": [{ "$ref": "#/definitions/C" }], "properties": { "a": {} } },
    }));
    assert_eq!(codes(parts), ["SW0022", "SW0022"]);
}

#[test]
fn g15_required_property_of_itself() {
    let parts = definitions(json!({
        "A": { "properties": { "a": { "$ref": "#/definitions/A" } }, "required": ["a"] },
    }));
    assert_eq!(codes(parts), [""; 0]);
}

#[test]
fn g24_undeclared_path_parameter() {
    assert_eq!(codes(operation("/{a}", json!([]))), ["SW0070"]);
}

#[test]
fn g24_path_that_no_request_keeps() {
    for path in [
        "/a/../b",
        "/./b",
        "/a/..",
        "/a/%2E%2e/b",
        "/a%5C../b",
        "//x",
    ] {
        assert_eq!(codes(operation(path, json!([]))), ["SW0087"], "{path}");
    }
    for path in ["/", "/a..b/...", "/a//b", "/a/"] {
        assert_eq!(codes(operation(path, json!([]))), [""; 0], "{path}");
    }
}

#[test]
fn g24_parameter_that_the_path_lacks() {
    let parameters = json!([{ "in": "path", "name": "a", "required": true, "type": "string" }]);
    assert_eq!(codes(operation("/", parameters)), ["SW0072"]);
}

#[test]
fn g24_optional_path_parameter() {
    let parameters = json!([{ "in": "path", "name": "a", "required": false, "type": "string" }]);
    assert_eq!(codes(operation("/{a}", parameters)), ["SW0071"]);
}

#[test]
fn g24_duplicate_parameter() {
    let parameter = |ty: &str| json!({ "in": "query", "name": "a", "type": ty });
    let twice = |first, second| operation("/", json!([parameter(first), parameter(second)]));
    assert_eq!(codes(twice("string", "integer")), ["SW0073"]);
    assert_eq!(codes(twice("string", "string")), ["SW0094"]);
}

#[test]
fn g24_two_bodies() {
    let body = |name: &str| json!({ "in": "body", "name": name, "schema": {} });
    assert_eq!(
        codes(operation("/", json!([body("a"), body("b")]))),
        ["SW0074"]
    );
}

#[test]
fn g24_body_and_form() {
    let parameters = json!([
        { "in": "formData", "name": "a", "type": "string" },
        { "in": "body", "name": "b", "schema": {} },
    ]);
    assert_eq!(codes(operation("/", parameters)), ["SW0074"]);
}

#[test]
fn g25_paths_that_differ_in_query_or_fragment() {
    let item = json!({ "get": { "responses": { "200": { "description": "" } } } });
    let lowered = lowered(json!({
        "paths": { "/a": item, "/a#b": item },
        "x-ms-paths": { "/a?b=c": item, "/a?b=d": item, "?e": item },
    }));
    assert_eq!(lowered.api.operations.len(), 5);
}

#[test]
fn g25_same_path_twice() {
    let item =
        json!({ "get": { "operationId": "a", "responses": { "200": { "description": "" } } } });
    let parts = json!({ "paths": { "/a": item }, "x-ms-paths": { "/a": item } });
    assert_eq!(codes(parts), ["SW0067"]);
}

#[test]
fn g26_undeclared_host_parameter() {
    assert_eq!(codes(host("https://{p}", &json!([]))), ["SW0081"]);
}

#[test]
fn g26_host_with_user() {
    let parameters = json!([{ "in": "path", "name": "host", "required": true, "type": "string" }]);
    assert_eq!(codes(host("https://evil@{host}", &parameters)), ["SW0081"]);
    assert_eq!(codes(json!({ "host": "good@evil" })), ["SW0082"]);
}

#[test]
fn g26_unbalanced_host_template() {
    assert_eq!(codes(host("https://{p", &json!([]))), ["SW0081"]);
}

#[test]
fn g27_only_default() {
    assert_eq!(
        codes(responses(json!({ "default": { "description": "" } }))),
        [""; 0]
    );
}

#[test]
fn g27_body_on_204() {
    let parts = responses(json!({ "204": { "description": "", "schema": { "type": "string" } } }));
    let lowered = lowered(parts);
    assert!(
        lowered
            .diagnostics
            .iter()
            .any(|finding| finding.code.id == "SW0078")
    );
    assert!(!lowered.diagnostics.has_errors());
}

#[test]
fn g28_operation_ids() {
    let named = json!({ "operationId": "same", "responses": { "200": { "description": "" } } });
    let nameless = json!({ "responses": { "200": { "description": "" } } });
    let parts = json!({ "paths": { "/a": { "get": named, "put": named, "post": nameless } } });
    assert_eq!(codes(parts), ["SW0066", "SW0065"]);
}

#[test]
fn g29_odd_schemas() {
    for (schema, expected) in [
        (json!({ "type": "array" }), "SW0052"),
        (json!({ "type": ["string", "integer"] }), "SW0053"),
        (json!({ "type": "file" }), "SW0064"),
        (json!({ "type": "made-up" }), "SW0051"),
        (json!({ "type": "string", "enum": [] }), "SW0055"),
    ] {
        assert_eq!(codes(definitions(json!({ "A": schema }))), [expected]);
    }
}

#[test]
fn g30_patterns_are_never_compiled() {
    let parts = definitions(json!({ "A": { "type": "string", "pattern": "(((a+)+" } }));
    assert_eq!(codes(parts), [""; 0]);
}

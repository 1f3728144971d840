//! Rows G1 to G7 and G11: text of the document that tries to become something else than text.

use crate::command::{Client, accept, refuse};
use serde_json::json;

/// The client of a document that has `text` in every place that is described.
fn described(text: &str) -> Client {
    let document = json!({
        "swagger": "2.0",
        "info": {"title": text, "version": text, "description": text},
        "host": "pets.example",
        "paths": {"/pets": {"get": {
            "operationId": "Pets_List",
            "summary": text,
            "description": text,
            "parameters": [
                {"name": "a", "in": "query", "type": "string", "description": text},
                {"name": "b", "in": "query", "type": "string", "enum": ["x", "y"], "x-ms-enum": {
                    "name": "B", "values": [{"value": "x", "description": text}, {"value": "y"}]
                }}
            ],
            "responses": {"200": {
                "description": text,
                "headers": {"X-H": {"type": "string", "description": text}},
                "schema": {"$ref": "#/definitions/Pet"}
            }}
        }}},
        "definitions": {"Pet": {
            "description": text, "properties": {"name": {"type": "string", "description": text}}
        }}
    });
    accept("api.json", document.to_string())
}

/// Asserts that a client whose docs say `text` has the same code as one that says something harmless.
#[track_caller]
fn assert_only_text(text: &str) -> Client {
    let client = described(text);
    assert_eq!(client.code(), described("Harmless").code());
    client
}

#[test]
fn g01_ends_of_comments() {
    for text in [
        "*/ pub fn evil(){} /*",
        "a\n*/\npub fn evil() {}\n/*",
        "/* /* */",
        "\"#)] pub fn evil() {}",
    ] {
        let client = assert_only_text(text);
        let first = text.lines().next().unwrap().replace(']', "\\]");
        // What looks like code is shown as such.
        let kept = client
            .doc_lines()
            .filter(|line| line.replace('`', "").trim() == first);
        assert!(kept.count() >= 4, "{text:?} is lost");
    }
}

#[test]
fn g02_code_that_would_be_a_doctest() {
    for text in [
        "```\npanic!()\n```",
        "~~~\npanic!()\n~~~",
        "```rust\npanic!()",
        "Text\n\n    panic!()\n\nText",
        "- list\n\n  ```\n  panic!()\n  ```",
        "> ```\n> panic!()\n> ```",
        "\tpanic!()",
    ] {
        let client = assert_only_text(text);
        assert!(client.doc_lines().any(|line| line.contains("panic!()")));
        for line in client.doc_lines() {
            let line = line.strip_prefix(' ').unwrap_or(line);
            let is_code = line.starts_with("    ") || line.starts_with('\t');
            let content = line.trim_start_matches(|c: char| " -*>".contains(c));
            let is_fence = content.starts_with("~~~") || content.starts_with("```");
            let is_harmless = ["```text", "```"].contains(&content.trim_end());
            assert!(!is_code && (!is_fence || is_harmless), "{text:?}: {line:?}");
        }
    }
}

#[test]
fn g03_characters_that_hide_or_break() {
    let client = assert_only_text("a\rb\r\nc\0d\u{202e}e\u{2028}f\u{feff}g\u{1b}[31m");
    for (path, text) in &client.files {
        let odd = text
            .chars()
            .find(|&c| (c.is_control() && c != '\n') || "\u{202e}\u{2028}\u{feff}".contains(c));
        assert_eq!(odd, None, "{path}");
    }
}

#[test]
fn g04_html_links_and_images() {
    let text =
        "<script>x</script> <start> [a::b] ![i](https://evil.example/i.png) http://evil.example/";
    let client = assert_only_text(text);
    for line in client.doc_lines() {
        // Every second part stands between backticks.
        let line: String = line.split('`').step_by(2).collect();
        for raw in ["<script>", "<start>", " [a::b]", "![i]"] {
            assert!(!line.contains(raw), "{raw} in {line:?}");
        }
    }
}

#[test]
fn g05_paths_that_look_like_code() {
    let document = |path: &str| {
        json!({
            "swagger": "2.0", "info": {"title": "T", "version": "1"},
            "paths": {path: {"get": {"operationId": "Get", "responses": {"204": {"description": "Done."}}}}}
        })
        .to_string()
    };
    let client = accept("api.json", document("/x\"); evil(); (\"/%"));
    let code = client.file("operations/ungrouped/get.rs");
    assert!(
        code.contains(r#"request.path("/x%22);%20evil();%20(%22/%"#),
        "{code}"
    );
    for unbalanced in ["/a/{{b}", "/a/b}", "/a/{", "/a/{b}}"] {
        refuse("api.json", document(unbalanced)).says("SW0068", "api.json:1:62");
    }
}

#[test]
fn g06_names_of_operations() {
    let ids = [
        "x(){} fn evil",
        "",
        "😀",
        "self",
        "new",
        "type",
        "1a",
        "Self_Self",
        "_",
    ];
    let mut document = json!({
        "swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}
    });
    for (number, id) in ids.iter().enumerate() {
        document["paths"][format!("/{number}")] = json!({
            "get": {"operationId": id, "responses": {"204": {"description": "Done."}}}
        });
    }
    let client = accept("api.json", document.to_string());
    let operations = client.files.iter().filter(|(path, text)| {
        path.contains("/operations/") && text.contains("static OPERATION: ")
    });
    assert_eq!(operations.count(), ids.len());
    let all: String = client.files.values().map(String::as_str).collect();
    for id in ids.iter().filter(|id| !id.is_empty()) {
        assert!(all.contains(&format!("id: {id:?}")), "{id:?} is lost");
    }
    let code = client.code().replace("\"x(){} fn evil\"", "");
    assert!(!code.contains("fn evil"));
}

#[test]
fn g07_names_of_types_that_collide() {
    let names = [
        "a-b", "a_b", "A B", "String", "Option", "Self", "Box", "Vec", "Client", "Error",
    ];
    let mut document = json!({
        "swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}, "definitions": {}
    });
    for name in names {
        document["definitions"][name] = json!({"properties": {"x": {"type": "string"}}});
    }
    let client = accept("api.json", document.to_string());
    let types = client.code().matches("pub struct ").count();
    // The client, and its builder.
    assert_eq!(types, names.len() + 2);
    let models = client.file("models/mod.rs");
    for name in ["AB", "AB2", "AB3"] {
        assert!(models.contains(&format!("::{name};")), "{models}");
    }
    for name in ["::String;", "::Option;", "::Self;", "::Box;", "::Vec;"] {
        assert!(!models.contains(name), "{models}");
    }
    let again = accept("api.json", document.to_string());
    assert_eq!(client.files, again.files);
}

#[test]
fn g11_values_that_look_like_code() {
    let value = "\"+evil()+\"#\\";
    let document = json!({
        "swagger": "2.0", "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"get": {
            "operationId": "Get",
            "parameters": [
                {"name": "a", "in": "query", "type": "string", "default": value, "pattern": value},
                {"name": "b", "in": "query", "type": "string", "x-ms-client-default": value},
                {"name": "c", "in": "query", "type": "string", "required": true, "enum": [value]}
            ],
            "responses": {"200": {"description": "It.", "examples": {"text/plain": value}}}
        }}},
        "definitions": {"A": {"type": "string", "enum": [value, "x"], "example": value, "default": value}}
    });
    let code = accept("api.json", document.to_string()).code();
    let literal = format!("{value:?}");
    assert_eq!(code.replace(&literal, "").matches("evil").count(), 0);
    assert!(code.matches(&literal).count() >= 4, "{code}");
}

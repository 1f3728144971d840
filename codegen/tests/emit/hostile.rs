//! Documents that try to become code.

use crate::support::emitted;
use std::collections::BTreeMap;

/// The document with `text` wherever a document may have text of its own.
fn document(text: &str) -> String {
    let text = serde_json::Value::from(text);
    format!(
        r#"{{"swagger": "2.0", "info": {{"title": {text}, "version": {text}, "description": {text}}},
        "host": "example.com", "schemes": ["https"],
        "paths": {{"/things": {{"get": {{"operationId": "Thing_Get", "summary": {text}, "description": {text},
            "produces": ["application/json"],
            "parameters": [
                {{"name": {text}, "in": "query", "type": "string", "description": {text}, "default": {text}}},
                {{"name": "only", "in": "query", "type": "string", "required": true, "enum": [{text}]}}],
            "responses": {{"200": {{"description": {text}, "schema": {{"$ref": "\#/definitions/Thing"}}}}}}}}}}}},
        "definitions": {{"Thing": {{"type": "object", "description": {text}, "properties": {{
            {text}: {{"type": "string", "description": {text}, "pattern": {text}}},
            "kind": {{"type": "string", "enum": [{text}, "other"], "x-evil": {text}}}}}}}}}}}"#
    )
    .replace("\\#", "#")
}

/// How many items and impl members each file has.
fn shape(files: &BTreeMap<String, String>) -> Vec<(usize, usize)> {
    files
        .values()
        .map(|text| {
            let file = syn::parse_file(text).expect("printed files parse");
            let members = file.items.iter().map(|item| match item {
                syn::Item::Impl(item) => item.items.len(),
                _ => 0,
            });
            (file.items.len(), members.sum())
        })
        .collect()
}

#[test]
fn g1_g11_text_of_a_document_never_becomes_code() {
    let mut harmless = shape(&emitted(&document("evil")));
    harmless.sort_unstable();
    for text in [
        "*/ pub fn evil() {} /*",
        "*/\npub fn evil() {}\n/*",
        "\"); evil(); (\"",
        "\"+evil()+\"",
        "\"# ; fn evil() {} r#\"",
        "{{evil}} {}",
        "evil\\",
        "```\nfn evil() {}\n```",
        "evil\r\n\u{202e}\u{2028}\0",
    ] {
        let files = emitted(&document(text));
        let mut shape = shape(&files);
        shape.sort_unstable();
        assert_eq!(shape, harmless, "{text:?}");
    }
}

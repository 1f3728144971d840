//! One sound document, and any of its values replaced by something else.

use serde_json::{Value, json};

/// A document that uses much of the language and has nothing wrong.
pub(crate) fn with_everything() -> Value {
    json!({
        "swagger": "2.0", "info": {"title": "All", "version": "1", "description": "Everything."},
        "host": "example.com", "basePath": "/v1", "schemes": ["https"],
        "consumes": ["application/json"], "produces": ["application/json"],
        "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        "security": [{"key": []}],
        "paths": {"/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "type": "string"}],
            "get": {
                "operationId": "Pets_List",
                "x-ms-pageable": {"nextLinkName": "nextLink", "itemName": "value"},
                "parameters": [
                    {"name": "kinds", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
                    {"$ref": "#/parameters/Version"}
                ],
                "responses": {
                    "200": {"description": "A page.", "schema": {"$ref": "#/definitions/Page"}, "headers": {"ETag": {"type": "string"}}},
                    "default": {"description": "Failed.", "schema": {"$ref": "#/definitions/Failed"}}
                }
            },
            "put": {
                "operationId": "Pets_Put",
                "parameters": [{"name": "pet", "in": "body", "required": true, "schema": {"$ref": "#/definitions/Pet"}}],
                "responses": {"200": {"description": "It.", "schema": {"$ref": "#/definitions/Pet"}}, "204": {"description": "Done."}}
            },
            "post": {
                "operationId": "Pets_Feed", "consumes": ["application/x-www-form-urlencoded"], "security": [],
                "parameters": [{"name": "food", "in": "formData", "type": "string", "enum": ["hay", "fish"]}],
                "responses": {"202": {"description": "Fed."}}
            }
        }},
        "x-ms-paths": {"/pets?comp=all": {"delete": {"operationId": "Pets_Delete", "responses": {"204": {"description": "Done."}}}}},
        "parameters": {"Version": {"name": "api-version", "in": "query", "required": true, "type": "string"}},
        "definitions": {
            "Pet": {
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"}, "kind": {"type": "string", "enum": ["a", "b"], "x-ms-enum": {"name": "Kind"}},
                    "parent": {"$ref": "#/definitions/Pet"}, "born": {"type": "string", "format": "date-time", "readOnly": true}
                },
                "additionalProperties": {"type": "integer"}
            },
            "Cat": {"allOf": [{"$ref": "#/definitions/Pet"}], "properties": {"meows": {"type": "boolean"}}},
            "Page": {"properties": {"value": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}, "nextLink": {"type": "string"}}},
            "Failed": {"properties": {"code": {"type": "string", "x-nullable": true}}}
        }
    })
}

/// Puts `value` in the place of one of the values of `document`.
pub(crate) fn replace(document: &mut Value, place: usize, value: Value) {
    let mut pointers = Vec::new();
    collect(document, String::new(), &mut pointers);
    let chosen = &pointers[place % pointers.len()];
    *document.pointer_mut(chosen).unwrap() = value;
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{pointer}/{key}"), pointers);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{pointer}/{index}"), pointers);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    pointers.push(pointer);
}

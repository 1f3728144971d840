//! One sound document of each version, and any of its values replaced by something else.

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

/// The same of version 3.
pub(crate) fn openapi_with_everything() -> Value {
    let schema = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let json = |schema: Value| json!({"application/json": {"schema": schema}});
    json!({
        "openapi": "3.0.3", "info": {"title": "All", "version": "1", "description": "Everything."},
        "servers": [{"url": "https://{region}.example.com/v1", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}],
        "security": [{"key": [], "session": []}, {"token": ["read"]}],
        "paths": {"/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "get": {
                "operationId": "Pets_List",
                "x-ms-pageable": {"nextLinkName": "nextLink", "itemName": "value"},
                "parameters": [
                    {"name": "kinds", "in": "query", "style": "pipeDelimited", "explode": false, "schema": {"type": "array", "items": schema("Kind")}},
                    {"name": "filter", "in": "query", "style": "deepObject", "schema": schema("Cat")},
                    {"name": "query", "in": "query", "content": json(schema("Pet"))},
                    {"name": "theme", "in": "cookie", "schema": {"type": "string"}},
                    {"$ref": "#/components/parameters/Limit"}
                ],
                "responses": {
                    "2XX": {"description": "A page.", "content": json(schema("Page")), "headers": {"ETag": {"$ref": "#/components/headers/Tag"}}},
                    "4XX": {"description": "Failed.", "content": json(schema("Failed"))}
                }
            },
            "put": {
                "operationId": "Pets_Put", "requestBody": {"$ref": "#/components/requestBodies/Pet"},
                "responses": {"200": {"description": "It.", "content": {"application/xml": {"schema": schema("Cat")}, "text/plain": {}}}, "204": {"$ref": "#/components/responses/Done"}}
            },
            "post": {
                "operationId": "Pets_Paint", "security": [], "deprecated": true,
                "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": {"required": ["picture"], "properties": {"picture": {"type": "string", "format": "binary"}, "names": {"type": "array", "items": {"type": "string"}}}}, "encoding": {"names": {"style": "form", "explode": true}}}}},
                "responses": {"202": {"description": "Painted."}}
            }
        }},
        "components": {
            "parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 9}}},
            "headers": {"Tag": {"schema": {"type": "string"}}},
            "requestBodies": {"Pet": {"description": "It.", "required": true, "content": json(schema("Pet"))}},
            "responses": {"Done": {"description": "Done."}},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
                "token": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://example.com", "scopes": {"read": "Reads."}}}}
            },
            "schemas": {
                "Kind": {"type": "string", "enum": ["a", "b"]},
                "Pet": {"oneOf": [schema("Cat"), schema("Dog")], "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}}},
                "Cat": {"type": "object", "properties": {"kind": {"type": "string"}, "lives": {"type": "integer", "nullable": true}}},
                "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "friend": {"allOf": [schema("Pet")]}, "secret": {"type": "string", "writeOnly": true}}},
                "Page": {"type": "object", "properties": {"value": {"type": "array", "items": schema("Pet")}, "nextLink": {"type": "string"}}},
                "Either": {"anyOf": [{"type": "string"}, schema("Kind")]}, "Any": {"anyOf": [{"type": "string"}, schema("Cat")]},
                "Failed": {"type": "object", "properties": {"code": {"type": "string"}, "more": {"type": "object", "additionalProperties": true}}}
            }
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

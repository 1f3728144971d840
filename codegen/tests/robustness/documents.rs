//! Documents of all kinds: some that could be, with names that could not.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Any document that has the skeleton of one.
pub(crate) fn any_document() -> impl Strategy<Value = Value> {
    let paths = vec((path(), select(METHODS), or_garbage(operation())), 0..5);
    let definitions = vec((name(), or_garbage(schema())), 0..6);
    let more = vec((select(TOP_KEYS), any_value()), 0..2);
    (text(), paths, definitions, more).prop_map(|(title, paths, definitions, more)| {
        let mut document =
            json!({"swagger": "2.0", "info": {"title": title, "version": "1"}, "paths": {}});
        for (path, method, operation) in paths {
            document["paths"][path][method] = operation;
        }
        document["definitions"] = object(definitions);
        for (key, value) in more {
            document[key] = value;
        }
        document
    })
}

const METHODS: &[&str] = &["get", "put", "post", "delete", "head", "options", "patch"];
const TOP_KEYS: &[&str] = &[
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "parameters",
    "security",
    "securityDefinitions",
    "x-ms-paths",
    "x-ms-parameterized-host",
    "tags",
    "x-odd",
    "odd",
];
const NAMES: &[&str] = &[
    "",
    "a",
    "A",
    "a-b",
    "a_b",
    "A B",
    "self",
    "Self",
    "type",
    "Option",
    "String",
    "Vec",
    "Result",
    "new",
    "send",
    "client",
    "1",
    "😀",
    "_",
    "x(){} fn evil",
    "\"",
    "a\nb",
    "Error",
    "é",
    "r#type",
    "Pets_List",
    "Pets_",
    "_List",
    "value",
    "nextLink",
    "Accept",
    "a/b~c d",
];
const TEXTS: &[&str] = &[
    "",
    "A text.",
    "*/ fn evil() {}",
    "```\nfn evil() {}",
    "    code",
    "<a> [b] `c",
    "a\rb\u{202e}c\0",
    "- a\n  - b\n\n# c",
    "| a | b |\n|---|---|\n| c | d |",
    "\\",
    "\"#",
    "https://example.com/<x>",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => select(NAMES).prop_map(str::to_owned), 1 => ".{0,6}"]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => select(TEXTS).prop_map(str::to_owned), 1 => ".{0,40}"]
}

fn path() -> impl Strategy<Value = String> {
    let literal = select(
        &[
            "a", "", "%41", "é b", "x=y", "{", "}", ".", "..", "\"", "?q=1", "#f",
        ][..],
    );
    let segment = prop_oneof![
        literal.prop_map(str::to_owned),
        name().prop_map(|name| format!("{{{name}}}"))
    ];
    vec(segment, 0..4).prop_map(|segments| format!("/{}", segments.join("/")))
}

fn reference() -> impl Strategy<Value = Value> {
    let sections = select(&["definitions", "parameters", "responses", "paths", "info"][..]);
    let local = (sections, name()).prop_map(|(section, name)| {
        let name = name.replace('~', "~0").replace('/', "~1");
        json!({"$ref": format!("#/{section}/{name}")})
    });
    let odd = select(
        &[
            "",
            "#",
            "other.json",
            "http://x/",
            "#/definitions/a/properties/b",
        ][..],
    );
    prop_oneof![5 => local, 1 => odd.prop_map(|text| json!({"$ref": text}))]
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![2 => plain(), 1 => enumeration(), 2 => reference()];
    leaf.prop_recursive(4, 16, 4, |inner| {
        let properties = vec((name(), inner.clone()), 0..4);
        let record = (properties, vec(name(), 0..3), option::of(inner.clone())).prop_map(
            |(properties, required, more)| {
                let mut schema = json!({"properties": object(properties), "required": required});
                if let Some(more) = more {
                    schema["additionalProperties"] = more;
                }
                schema
            },
        );
        let list = inner
            .clone()
            .prop_map(|items| json!({"type": "array", "items": items}));
        let all_of = vec(inner, 0..3).prop_map(|parts| json!({"allOf": parts}));
        (prop_oneof![3 => record, 1 => list, 1 => all_of], extras()).prop_map(with_extras)
    })
}

fn plain() -> impl Strategy<Value = Value> {
    let types = select(
        &[
            "string", "integer", "number", "boolean", "object", "array", "file", "null", "odd",
        ][..],
    );
    let formats = select(
        &[
            "int32",
            "int64",
            "float",
            "byte",
            "base64url",
            "date",
            "date-time",
            "date-time-rfc1123",
            "unixtime",
            "password",
            "uuid",
            "binary",
            "decimal",
            "odd",
        ][..],
    );
    (types, option::of(formats), extras()).prop_map(|(kind, format, extras)| {
        let mut schema = json!({"type": kind});
        if let Some(format) = format {
            schema["format"] = json!(format);
        }
        with_extras((schema, extras))
    })
}

fn enumeration() -> impl Strategy<Value = Value> {
    let values = vec(
        prop_oneof![3 => name().prop_map(Value::from), 1 => any_value()],
        0..5,
    );
    let types = select(&["string", "integer", "number", "boolean"][..]);
    let named =
        (name(), any::<bool>(), vec((name(), text()), 0..3)).prop_map(|(name, open, values)| {
            let values: Vec<Value> = values
                .into_iter()
                .map(|(value, text)| json!({"value": value, "name": value, "description": text}))
                .collect();
            json!({"name": name, "modelAsString": open, "values": values})
        });
    (types, values, option::of(named)).prop_map(|(kind, values, named)| {
        let mut schema = json!({"type": kind, "enum": values});
        if let Some(named) = named {
            schema["x-ms-enum"] = named;
        }
        schema
    })
}

/// Keys that most objects may have.
fn extras() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let keys = select(
        &[
            "readOnly",
            "x-nullable",
            "x-ms-secret",
            "deprecated",
            "default",
            "example",
            "discriminator",
            "x-ms-client-flatten",
            "x-ms-mutability",
            "minimum",
            "pattern",
            "required",
            "x-odd",
            "x-ms-discriminator-value",
            "title",
        ][..],
    );
    let described = text().prop_map(|text| ("description", Value::from(text)));
    let renamed = name().prop_map(|name| ("x-ms-client-name", Value::from(name)));
    let flag = (
        keys,
        prop_oneof![any::<bool>().prop_map(Value::from), any_value()],
    );
    vec(prop_oneof![2 => described, 1 => renamed, 2 => flag], 0..3)
}

fn with_extras((mut schema, extras): (Value, Vec<(&'static str, Value)>)) -> Value {
    for (key, value) in extras {
        schema[key] = value;
    }
    schema
}

fn parameter() -> impl Strategy<Value = Value> {
    let places = select(&["query", "path", "header", "formData", "body", "odd"][..]);
    let schemas = prop_oneof![plain(), enumeration(), schema()];
    let formats = select(&["csv", "ssv", "tsv", "pipes", "multi", "odd"][..]);
    let flat = (
        name(),
        places,
        schemas,
        any::<bool>(),
        formats,
        any::<bool>(),
    )
        .prop_map(|(name, place, schema, required, format, raw)| {
            if place == "body" {
                return json!({"name": name, "in": place, "required": required, "schema": schema});
            }
            let mut parameter = schema;
            parameter["name"] = json!(name);
            parameter["in"] = json!(place);
            parameter["required"] = json!(required || place == "path");
            parameter["collectionFormat"] = json!(format);
            parameter["x-ms-skip-url-encoding"] = json!(raw);
            parameter
        });
    prop_oneof![5 => flat, 1 => reference()]
}

fn operation() -> impl Strategy<Value = Value> {
    let media_types = select(
        &[
            "application/json",
            "text/plain",
            "application/octet-stream",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/xml",
            "odd",
        ][..],
    );
    let statuses = select(
        &[
            "200", "201", "204", "206", "307", "400", "404", "default", "2xx", "x-odd",
        ][..],
    );
    let headers = vec((name(), or_garbage(plain())), 0..3);
    let reply = (option::of(schema()), headers).prop_map(|(schema, headers)| {
        let mut reply = json!({"description": "It.", "headers": object(headers)});
        if let Some(schema) = schema {
            reply["schema"] = schema;
        }
        reply
    });
    let replies = vec((statuses.prop_map(str::to_owned), or_garbage(reply)), 0..4);
    let parameters = vec(or_garbage(parameter()), 0..4);
    let media = vec(media_types, 0..3);
    (
        option::of(name()),
        parameters,
        replies,
        media,
        extras(),
        option::of(paging()),
    )
        .prop_map(|(id, parameters, replies, media, extras, paging)| {
            let mut operation = json!({
                "parameters": parameters, "responses": object(replies),
                "consumes": media, "produces": media, "summary": "Does it.",
            });
            if let Some(id) = id {
                operation["operationId"] = json!(id);
            }
            if let Some((key, paging)) = paging {
                operation[key] = paging;
            }
            with_extras((operation, extras))
        })
}

fn paging() -> impl Strategy<Value = (&'static str, Value)> {
    let by_field = (name(), name()).prop_map(|(items, next)| {
        (
            "x-ms-pageable",
            json!({"itemName": items, "nextLinkName": next}),
        )
    });
    let by_link = name().prop_map(|items| {
        (
            "x-codegen-pageable",
            json!({"items": items, "nextLink": {"header": "Link"}}),
        )
    });
    prop_oneof![by_field, by_link]
}

/// Mostly what is meant, and now and then anything else.
fn or_garbage(strategy: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop_oneof![20 => strategy, 1 => any_value()]
}

/// Any JSON, small.
pub(crate) fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(|number: f64| json!(number)),
        name().prop_map(Value::from),
        reference(),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((name(), inner), 0..3).prop_map(object),
        ]
    })
}

fn object(entries: Vec<(String, Value)>) -> Value {
    Value::Object(entries.into_iter().collect::<Map<_, _>>())
}

//! Whatever stands in a document, reading it ends with findings and not with a panic.

use codegen::diagnostics::Diagnostics;
use codegen::source::{DocumentId, Location, Sources};
use codegen::swagger::{Document, Parameter, PathItem, Readable, Reader, Response, Schema};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const KEYS: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "basePath",
    "collectionFormat",
    "default",
    "definitions",
    "description",
    "discriminator",
    "enum",
    "externalDocs",
    "format",
    "get",
    "headers",
    "host",
    "in",
    "info",
    "items",
    "maxLength",
    "maximum",
    "minLength",
    "minimum",
    "name",
    "nextLinkName",
    "parameters",
    "paths",
    "properties",
    "propertyName",
    "required",
    "responses",
    "schema",
    "security",
    "securityDefinitions",
    "tags",
    "type",
    "xml",
    "x-codegen-pageable",
    "x-ms-enum",
    "x-ms-mutability",
    "x-ms-pageable",
    "x-ms-parameter-location",
    "x-ms-parameterized-host",
    "x-ms-paths",
    "x-other",
    "200",
    "/a",
];

fn values() -> impl Strategy<Value = Value> {
    let texts = select(
        &[
            "",
            "array",
            "body",
            "integer",
            "int32",
            "query",
            "string",
            "\u{202e}é",
        ][..],
    );
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        texts.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        let members = vec((select(KEYS), inner.clone()), 0..6);
        let object = |members: Vec<(&str, Value)>| -> Map<String, Value> {
            let named = members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value));
            named.collect()
        };
        prop_oneof![
            members.prop_map(move |members| Value::from(object(members))),
            vec(inner, 0..4).prop_map(Value::from),
        ]
    })
}

fn read_as<T: Readable>(value: &Value) {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::default();
    let mut reader = Reader::new(&sources, &mut diagnostics);
    let read = T::read(value, &Location::root(DocumentId::ENTRY), &mut reader);
    assert!(read.is_some() || diagnostics.iter().count() > 0, "{value}");
}

proptest! {
    #[test]
    fn any_value_is_read_or_reported(value in values()) {
        read_as::<Schema>(&value);
        read_as::<Parameter>(&value);
        read_as::<Response>(&value);
        read_as::<PathItem>(&value);
        let mut document = json!({"swagger": "2.0"});
        if let (Some(document), Value::Object(members)) = (document.as_object_mut(), value) {
            document.extend(members);
        }
        read_as::<Document>(&document);
    }
}

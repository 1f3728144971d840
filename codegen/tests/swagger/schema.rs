//! The Schema Object and the XML Object.

use crate::{read, read_clean};
use codegen::swagger::{AdditionalProperties, Schema, SchemaItems};

#[test]
fn everything_of_the_specification_is_kept() {
    let schema: Schema = read_clean(
        "
        title: T
        description: d
        type: object
        required: [a]
        properties:
          z: {type: string, format: uuid, pattern: '(((a+)+', readOnly: true, example: e}
          a: {type: array, items: {$ref: '#/definitions/B'}, minItems: 1, uniqueItems: true}
        additionalProperties: {type: integer, maximum: 9223372036854775808}
        allOf: [{$ref: '#/definitions/C'}]
        discriminator: a
        externalDocs: {url: https://example.org}
        default: null
        xml: {name: n, namespace: s, prefix: p, attribute: true, wrapped: true}
        ",
    );
    assert_eq!(schema.properties.keys().collect::<Vec<_>>(), ["z", "a"]);
    assert!(schema.properties["z"].read_only);
    assert_eq!(
        schema.properties["a"].location.pointer.as_str(),
        "/properties/a"
    );
    let Some(SchemaItems::One(items)) = &schema.properties["a"].items else {
        panic!("`items` is one schema");
    };
    let reference = items.reference.as_ref().expect("`items` has a `$ref`");
    assert_eq!(reference.target, "#/definitions/B");
    assert_eq!(reference.location.pointer.as_str(), "/properties/a/items");
    let Some(AdditionalProperties::Schema(additional)) = &schema.additional_properties else {
        panic!("`additionalProperties` is a schema");
    };
    let maximum = additional
        .bounds
        .maximum
        .as_ref()
        .expect("there is a maximum");
    assert_eq!(maximum.as_str(), "9223372036854775808");
    assert_eq!(schema.all_of.len(), 1);
    assert_eq!(schema.required, ["a"]);
    assert_eq!(schema.discriminator.as_deref(), Some("a"));
    assert_eq!(schema.default, Some(serde_json::Value::Null));
    assert!(schema.xml.expect("there is `xml`").wrapped);
}

#[test]
fn g29_lists_of_types_and_of_items_are_kept() {
    let schema: Schema = read_clean(
        "{type: [string, 'null'], items: [{type: string}, {}], additionalProperties: false}",
    );
    assert_eq!(schema.types, ["string", "null"]);
    assert!(matches!(schema.items, Some(SchemaItems::Tuple(items)) if items.len() == 2));
    assert!(matches!(
        schema.additional_properties,
        Some(AdditionalProperties::Any(false))
    ));
    let file: Schema = read_clean("type: file");
    assert_eq!(file.types, ["file"]);
}

#[test]
fn siblings_of_a_reference_are_kept() {
    let schema: Schema = read_clean("{$ref: '#/definitions/A', description: d, x-nullable: true}");
    assert!(schema.reference.is_some());
    assert_eq!(schema.description.as_deref(), Some("d"));
    assert_eq!(schema.extensions.nullable, Some(true));
}

#[test]
fn other_dialects_are_read_with_a_warning() {
    let (schema, findings) = read::<Schema>(
        "
        properties: {a: {type: string, required: true, nullable: true}}
        discriminator: {propertyName: a}
        required: a
        readOnly: 'true'
        maxLength: '10'
        ",
    );
    let schema = schema.expect("it is read");
    assert_eq!(schema.properties["a"].extensions.nullable, Some(true));
    assert_eq!(schema.discriminator.as_deref(), Some("a"));
    assert_eq!(schema.required, ["a"]);
    assert!(schema.read_only);
    assert_eq!(schema.bounds.max_length, Some(10));
    assert_eq!(
        findings,
        [
            "warning[SW0036] /properties/a/required: `required` is a boolean; it is left out, since `required` lists the names of properties",
            "warning[SW0038] /properties/a/nullable: `nullable` is OpenAPI 3; it is read as `x-nullable`",
            "warning[SW0036] /required: `required` is a string; it is read as a list of one",
            "warning[SW0038] /discriminator: `discriminator` is an object as in OpenAPI 3; its `propertyName` is taken",
            "warning[SW0036] /readOnly: `readOnly` is a string; it is read as the boolean `true`",
            "warning[SW0036] /maxLength: `maxLength` is a string; it is read as the number `10`",
        ]
    );
}

#[test]
fn what_cannot_be_right_is_an_error() {
    let (_, findings) = read::<Schema>(
        "
        $ref: [a]
        type: 7
        enum: a
        properties: {a: [x], b: true}
        additionalProperties: 1
        items: true
        allOf: {a: b}
        uniqueItems: 1
        oneOf: []
        propertys: {}
        discriminator: {mapping: {}}
        ",
    );
    assert_eq!(
        findings,
        [
            "error[SW0030] /properties/a: `a` must be an object, but it is a list",
            "error[SW0030] /properties/b: `b` must be an object, but it is a boolean",
            "error[SW0030] /additionalProperties: `additionalProperties` must be a boolean or a schema, but it is a number",
            "error[SW0030] /items: `items` must be an object, but it is a boolean",
            "error[SW0030] /allOf: `allOf` must be a list, but it is an object",
            "error[SW0039] /$ref: `$ref` must be a string, but it is a list; it leads nowhere",
            "warning[SW0035] /type: `type` must be a string; the number is read as `7`",
            "error[SW0030] /enum: `enum` must be a list, but it is a string",
            "error[SW0030] /discriminator: `discriminator` must be a string, but it is an object",
            "error[SW0030] /uniqueItems: `uniqueItems` must be a boolean, but it is a number",
            "note[SW0032] /oneOf: the key `oneOf` is unknown here",
            "note[SW0032] /propertys: the key `propertys` is unknown here (did you mean `properties`?)",
        ]
    );
}

#[test]
fn g22_impossible_bounds_are_errors() {
    let (_, findings) = read::<Schema>(
        "
        minLength: -1
        maxLength: 1.5
        minimum: 18446744073709551616
        maximum: 18446744073709551615
        minItems: 3
        maxItems: 2
        maxProperties: 99999999999999999999
        ",
    );
    assert_eq!(
        findings,
        [
            "error[SW0034] /maxLength: `maxLength` must be a whole number from 0 to 18446744073709551615, but it is `1.5`",
            "error[SW0034] /minLength: `minLength` must be a whole number from 0 to 18446744073709551615, but it is `-1`",
            "error[SW0034] /maxProperties: `maxProperties` must be a whole number from 0 to 18446744073709551615, but it is `99999999999999999999`",
            "error[SW0034] /maxItems: `maxItems` is less than `minItems`: no value can be right",
        ]
    );
}

#[test]
fn g22_bounds_keep_all_digits() {
    let schema: Schema = read_clean(
        "
        minimum: -123456789012345678901234567890
        maximum: 18446744073709551616
        multipleOf: 0.1000000000000000055
        maxLength: 10.0
        ",
    );
    let text =
        |number: Option<codegen::swagger::ExactNumber>| number.map(|number| number.to_string());
    assert_eq!(
        text(schema.bounds.minimum).as_deref(),
        Some("-123456789012345678901234567890")
    );
    assert_eq!(
        text(schema.bounds.maximum).as_deref(),
        Some("18446744073709551616")
    );
    assert_eq!(
        text(schema.bounds.multiple_of).as_deref(),
        Some("0.1000000000000000055")
    );
    assert_eq!(schema.bounds.max_length, Some(10));
}

#[test]
fn g22_integers_must_fit_their_format() {
    let (_, findings) = read::<Schema>(
        "
        properties:
          ok: {type: integer, format: int32, default: 2147483647, enum: [-2147483648]}
          widest: {type: integer, default: 9223372036854775807}
          number: {type: number, format: int32, default: 2147483648}
          small: {type: integer, format: int32, default: 2147483648}
          large: {type: integer, enum: [1, 9223372036854775808]}
          huge: {type: integer, format: int64, default: -123456789012345678901234567890}
        ",
    );
    assert_eq!(
        findings,
        [
            "error[SW0034] /properties/small/default: `default` is `2147483648`, which does not fit into int32",
            "error[SW0034] /properties/large/enum/1: `enum/1` is `9223372036854775808`, which does not fit into int64",
            "error[SW0034] /properties/huge/default: `default` is `-123456789012345678901234567890`, which does not fit into int64",
        ]
    );
}

#[test]
fn text_of_an_element_stands_in_xml_or_beside_it() {
    let inside: Schema = read_clean("{type: string, xml: {x-ms-text: true, name: n}}");
    let xml = inside.xml.expect("there is `xml`");
    assert!(xml.text);
    assert_eq!(xml.name.as_deref(), Some("n"));
    let beside: Schema = read_clean("{type: string, x-ms-text: true}");
    assert!(beside.xml.expect("it is made").text);
}

#[test]
fn what_is_no_name_in_xml_names_nothing() {
    for name in [
        "", "1a", "a b", "a\\\"b", "><a", "a:b:c", ":a", "xmlns", "xmlns:a",
    ] {
        let (schema, findings) = read::<Schema>(&format!("{{xml: {{name: \"{name}\"}}}}"));
        let xml = schema.and_then(|schema| schema.xml);
        assert_eq!(xml.expect("there is `xml`").name, None, "{name}");
        let finding = "warning[SW0038] /xml/name: the `name` is no name in XML; it is read as if it were absent";
        assert_eq!(findings, [finding], "{name}");
    }
    for name in ["a", "_a", "Last-Modified", "x:y.z", "größe"] {
        let schema: Schema = read_clean(&format!("{{xml: {{name: \"{name}\"}}}}"));
        let xml = schema.xml.expect("there is `xml`");
        assert_eq!(xml.name.as_deref(), Some(name));
    }
}

//! The Parameter, Items and Header Objects.

use crate::{read, read_clean};
use codegen::swagger::extensions::ParameterLocation;
use codegen::swagger::{CollectionFormat, Header, Parameter, ParameterIn, RefOr};

#[test]
fn simple_parameter() {
    let parameter: Parameter = read_clean(
        "
        name: a-b
        in: query
        description: d
        required: true
        allowEmptyValue: true
        type: array
        items: {type: integer, format: int32, collectionFormat: pipes, enum: [1, 2]}
        collectionFormat: multi
        maxItems: 3
        ",
    );
    assert_eq!(parameter.name, "a-b");
    assert_eq!(parameter.place, ParameterIn::Query);
    assert!(parameter.required);
    assert!(parameter.allow_empty_value);
    assert!(parameter.schema.is_none());
    let simple = parameter
        .simple
        .expect("a query parameter has a simple type");
    assert_eq!(simple.collection_format, Some(CollectionFormat::Multi));
    assert_eq!(simple.bounds.max_items, Some(3));
    let items = simple.items.expect("an array has items");
    assert_eq!(items.format.as_deref(), Some("int32"));
    assert_eq!(items.collection_format, Some(CollectionFormat::Pipes));
    assert_eq!(items.enumeration.len(), 2);
    assert_eq!(items.location.pointer.as_str(), "/items");
}

#[test]
fn body_parameter() {
    let parameter: Parameter = read_clean("{name: b, in: body, schema: {type: object}}");
    assert_eq!(parameter.place, ParameterIn::Body);
    assert!(parameter.schema.is_some());
    assert!(parameter.simple.is_none());
}

#[test]
fn extensions_of_parameters() {
    let parameter: Parameter = read_clean(
        "
        name: n
        in: path
        type: string
        x-ms-client-name: c
        x-ms-parameter-location: method
        x-ms-skip-url-encoding: true
        x-ms-parameter-grouping: {postfix: Options}
        x-ms-client-default: 3
        x-ms-client-flatten: true
        x-ms-client-request-id: true
        x-ms-header-collection-prefix: x-meta-
        x-ms-secret: true
        x-nullable: true
        x-ms-enum: {name: E}
        ",
    );
    let extensions = parameter.extensions;
    assert_eq!(extensions.client_name.as_deref(), Some("c"));
    assert_eq!(extensions.location, Some(ParameterLocation::Method));
    assert!(extensions.skip_url_encoding);
    assert!(extensions.client_request_id && extensions.secret && extensions.nullable);
    let grouping = extensions.grouping.expect("there is a grouping");
    assert_eq!(grouping.postfix.as_deref(), Some("Options"));
    assert_eq!(extensions.client_default, Some(3.into()));
    assert_eq!(extensions.collection_prefix.as_deref(), Some("x-meta-"));
    let simple = parameter
        .simple
        .expect("a path parameter has a simple type");
    assert!(
        simple
            .enum_extension
            .expect("there is `x-ms-enum`")
            .model_as_string
    );
}

#[test]
fn name_and_place_are_required() {
    let (parameter, findings) = read::<Parameter>("type: string");
    assert!(parameter.is_none());
    assert_eq!(
        findings,
        [
            "error[SW0031] : the key `name` is missing",
            "error[SW0031] : the key `in` is missing",
        ]
    );
    let (parameter, findings) = read::<Parameter>("{name: null, in: query, type: string}");
    assert!(parameter.is_none());
    assert_eq!(findings, ["error[SW0031] : the key `name` is missing"]);
}

#[test]
fn unknown_choices_are_errors() {
    let (parameter, findings) = read::<Parameter>("{name: n, in: formdata, type: string}");
    assert!(parameter.is_none());
    assert_eq!(
        findings,
        [
            "error[SW0034] /in: `in` cannot be `formdata`; the parameter is left out (did you mean `formData`?)"
        ]
    );
    let (parameter, findings) = read::<Parameter>(
        "{name: n, in: query, type: array, items: {type: string}, collectionFormat: comma, x-ms-parameter-location: global}",
    );
    let simple = parameter
        .and_then(|parameter| parameter.simple)
        .expect("it is read");
    assert_eq!(simple.collection_format, Some(CollectionFormat::Csv));
    assert_eq!(
        findings,
        [
            "error[SW0034] /collectionFormat: `collectionFormat` cannot be `comma`; it is read as `csv` (write one of: csv, ssv, tsv, pipes, multi)",
            "error[SW0034] /x-ms-parameter-location: `x-ms-parameter-location` cannot be `global`; it is left out (write one of: client, method)",
        ]
    );
}

#[test]
fn types_in_other_places_are_found() {
    let (parameter, findings) = read::<Parameter>(
        "{name: n, in: query, schema: {type: array, items: {$ref: '#/definitions/A'}}}",
    );
    let simple = parameter
        .and_then(|parameter| parameter.simple)
        .expect("it is read");
    assert_eq!(simple.type_name.as_deref(), Some("array"));
    assert_eq!(
        findings,
        [
            "warning[SW0038] /schema: only a body has a `schema` in Swagger 2.0; the type is taken from it",
            "warning[SW0038] /schema/items/$ref: a `$ref` cannot stand here in Swagger 2.0; the type is read as a string",
        ]
    );
    let (parameter, findings) = read::<Parameter>("{name: n, in: query, type: ['null', integer]}");
    let simple = parameter
        .and_then(|parameter| parameter.simple)
        .expect("it is read");
    assert_eq!(simple.type_name.as_deref(), Some("integer"));
    assert_eq!(
        findings,
        ["warning[SW0036] /type: `type` is a list; it is read as `integer`"]
    );
}

#[test]
fn a_body_without_a_schema_is_any_value() {
    let (parameter, findings) = read::<Parameter>("{name: n, in: body}");
    assert!(parameter.expect("it is read").schema.is_none());
    assert_eq!(
        findings,
        ["warning[SW0037] : the key `schema` is missing; the body is any JSON value"]
    );
}

#[test]
fn keys_beside_a_reference_are_noted() {
    let (parameter, findings) =
        read::<RefOr<Parameter>>("{$ref: '#/parameters/A', required: true, description: d}");
    let Some(RefOr::Ref(reference)) = parameter else {
        panic!("it is a reference");
    };
    assert_eq!(reference.target, "#/parameters/A");
    assert_eq!(
        findings,
        [
            "note[SW0024] /required: beside a `$ref` these keys have no meaning here: `required`, `description`"
        ]
    );
}

#[test]
fn header() {
    let header: Header = read_clean(
        "{type: string, format: date-time-rfc1123, description: d, x-ms-client-name: c, x-ms-header-collection-prefix: x-meta-}",
    );
    assert_eq!(header.simple.format.as_deref(), Some("date-time-rfc1123"));
    assert_eq!(header.client_name.as_deref(), Some("c"));
    assert_eq!(header.collection_prefix.as_deref(), Some("x-meta-"));
}

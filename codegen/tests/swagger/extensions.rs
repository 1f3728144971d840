//! The `x-ms-*` vocabulary.

use crate::{read, read_clean};
use codegen::swagger::extensions::{
    CodegenPageable, EnumExtension, LongRunningOptions, Pageable, ParameterizedHost,
};
use codegen::swagger::{PathItem, RefOr, Schema};

#[test]
fn pageable() {
    let named: Pageable = read_clean(
        "{itemName: items, nextLinkName: next, operationName: A_Next, nextLinkVerb: POST}",
    );
    assert_eq!(named.next_link_verb.as_deref(), Some("POST"));
    assert_eq!(named.item_name.as_deref(), Some("items"));
    assert_eq!(named.next_link_name.as_deref(), Some("next"));
    assert_eq!(named.operation_name.as_deref(), Some("A_Next"));
    let one_page: Pageable = read_clean("{nextLinkName: null}");
    assert_eq!(one_page.next_link_name, None);
    let (missing, findings) = read::<Pageable>("{itemName: items, nextLink: n}");
    assert_eq!(missing.expect("it is read").next_link_name, None);
    assert_eq!(
        findings,
        [
            "warning[SW0037] : the key `nextLinkName` is missing; it is read as null: there is one page",
            "note[SW0032] /nextLink: the key `nextLink` is unknown here (did you mean `nextLinkName`?)",
        ]
    );
}

#[test]
fn codegen_pageable() {
    let paging: CodegenPageable = read_clean("{items: names, nextLink: {header: Link}}");
    assert_eq!(paging.items, "names");
    assert_eq!(paging.next_link_header, "Link");
    let (paging, findings) = read::<CodegenPageable>("nextLink: {}");
    assert!(paging.is_none());
    assert_eq!(
        findings,
        [
            "error[SW0031] : the key `items` is missing",
            "error[SW0031] /nextLink: the key `header` is missing",
        ]
    );
}

#[test]
fn extensions_of_operations() {
    let item: PathItem = read_clean(
        "
        post:
          responses: {200: {}}
          x-ms-client-name: c
          x-ms-pageable: {nextLinkName: next}
          x-codegen-pageable: {items: names, nextLink: {header: Link}}
          x-ms-long-running-operation: true
          x-ms-long-running-operation-options: {final-state-via: location, final-state-schema: '#/definitions/A'}
          x-ms-request-id: request-id
          x-ms-internal: true
          x-ms-examples: {a: {$ref: ./examples/a.json}}
          x-ms-odata: '#/definitions/A'
        ",
    );
    let extensions = &item.operations[0].extensions;
    assert_eq!(extensions.client_name.as_deref(), Some("c"));
    let location = extensions
        .pageable
        .as_ref()
        .map(|pageable| pageable.location.pointer.as_str());
    assert_eq!(location, Some("/post/x-ms-pageable"));
    assert!(extensions.codegen_pageable.is_some());
    assert!(extensions.long_running && extensions.internal);
    let options = LongRunningOptions {
        final_state_via: Some("location".to_owned()),
        final_state_schema: Some("#/definitions/A".to_owned()),
    };
    assert_eq!(extensions.long_running_options, Some(options));
    assert_eq!(extensions.request_id.as_deref(), Some("request-id"));
    assert!(extensions.examples.is_some());
    assert_eq!(extensions.odata.as_deref(), Some("#/definitions/A"));
}

#[test]
fn extensions_of_schemas() {
    let schema: Schema = read_clean(
        "
        type: string
        x-ms-client-name: c
        x-ms-client-flatten: true
        x-ms-discriminator-value: '#A'
        x-ms-enum: {name: E, modelAsString: false, values: [{value: a, name: A, description: d}, {value: 1}]}
        x-ms-external: true
        x-ms-mutability: [create, read]
        x-ms-secret: true
        x-nullable: false
        x-ms-identifiers: []
        x-ms-azure-resource: true
        x-ms-arm-id-details: {}
        ",
    );
    let extensions = schema.extensions;
    assert_eq!(extensions.client_name.as_deref(), Some("c"));
    assert_eq!(extensions.client_flatten, Some(true));
    assert!(extensions.external && extensions.secret);
    assert_eq!(extensions.discriminator_value.as_deref(), Some("#A"));
    assert_eq!(extensions.nullable, Some(false));
    let mutability = extensions.mutability.expect("there is `x-ms-mutability`");
    assert_eq!(mutability, ["create", "read"]);
    let enumeration = extensions.enumeration.expect("there is `x-ms-enum`");
    assert!(!enumeration.model_as_string);
    assert_eq!(enumeration.values[0].name.as_deref(), Some("A"));
    assert_eq!(enumeration.values[1].value, 1);
}

#[test]
fn values_that_are_not_of_the_vocabulary() {
    let (schema, findings) = read::<Schema>("{x-ms-mutability: [reed], x-ms-client-name: {go: G}}");
    let extensions = schema.expect("it is read").extensions;
    assert_eq!(extensions.mutability, Some(Vec::new()));
    let (extension, more) =
        read::<EnumExtension>("{name: E, modelAsString: 'false', values: [{name: A}]}");
    assert!(!extension.expect("it is read").model_as_string);
    assert_eq!(
        [findings, more].concat(),
        [
            "error[SW0030] /x-ms-client-name: `x-ms-client-name` must be a string, but it is an object",
            "error[SW0034] /x-ms-mutability/0: `reed` is none of `create`, `read` and `update`; it is left out",
            "warning[SW0036] /modelAsString: `modelAsString` is a string; it is read as the boolean `false`",
            "error[SW0031] /values/0: the key `value` is missing",
        ]
    );
}

#[test]
fn parameterized_host() {
    let host: ParameterizedHost = read_clean(
        "
        hostTemplate: '{url}'
        useSchemePrefix: false
        positionInOperation: first
        parameters: [{$ref: '#/parameters/Url'}, {name: a, in: path, required: true, type: string}]
        ",
    );
    assert_eq!(host.host_template, "{url}");
    assert!(!host.use_scheme_prefix);
    assert!(matches!(
        &host.parameters[..],
        [RefOr::Ref(_), RefOr::Item(_)]
    ));
    let (host, findings) = read::<ParameterizedHost>("{}");
    assert!(host.is_none());
    assert_eq!(
        findings,
        ["error[SW0031] : the key `hostTemplate` is missing"]
    );
}

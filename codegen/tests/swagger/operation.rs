//! The Path Item, Operation and Response Objects.

use crate::{read, read_clean};
use codegen::swagger::{Method, PathItem, RefOr, Response, StatusKey};

#[test]
fn operations_stand_in_document_order() {
    let item: PathItem = read_clean(
        "
        parameters: [{$ref: '#/parameters/A'}]
        put: {responses: {default: {description: d}}}
        get:
          operationId: A_Get
          tags: [t]
          summary: s
          description: d
          consumes: [a/b]
          produces: []
          schemes: [https]
          deprecated: true
          security: []
          parameters: [{name: n, in: query, type: string}]
          responses: {404: {$ref: '#/responses/R'}, 200: {description: d}, default: {description: d}}
        ",
    );
    assert_eq!(item.parameters.len(), 1);
    let methods: Vec<_> = item
        .operations
        .iter()
        .map(|operation| operation.method)
        .collect();
    assert_eq!(methods, [Method::Put, Method::Get]);
    let [put, get] = &item.operations[..] else {
        panic!("there are two operations");
    };
    assert!(put.consumes.is_none() && put.security.is_none());
    assert_eq!(get.location.pointer.as_str(), "/get");
    assert_eq!(get.operation_id.as_deref(), Some("A_Get"));
    assert_eq!(get.consumes.as_deref(), Some(&["a/b".to_owned()][..]));
    assert_eq!(get.produces.as_deref(), Some(&[][..]));
    assert!(get.security.as_ref().is_some_and(Vec::is_empty));
    assert!(get.deprecated);
    let keys: Vec<_> = get.responses.iter().map(|(key, _)| *key).collect();
    assert_eq!(
        keys,
        [
            StatusKey::Code(404),
            StatusKey::Code(200),
            StatusKey::Default
        ]
    );
    assert!(matches!(get.responses[0].1, RefOr::Ref(_)));
}

#[test]
fn g27_keys_of_responses() {
    let (item, findings) = read::<PathItem>(
        "
        get:
          responses:
            2xx: {description: d}
            99999: {description: d}
            -1: {description: d}
            0200: {description: d}
            x-note: 1
            204: {schema: {type: string}}
            200: null
        delete: {}
        trace: {}
        ",
    );
    let item = item.expect("it is read");
    assert_eq!(item.operations[0].responses.len(), 1);
    assert_eq!(item.operations[0].responses[0].0, StatusKey::Code(204));
    assert_eq!(
        findings,
        [
            "error[SW0034] /get/responses/2xx: `2xx` is neither a status from 100 to 599 nor `default`; the reply is left out",
            "error[SW0034] /get/responses/99999: `99999` is neither a status from 100 to 599 nor `default`; the reply is left out",
            "error[SW0034] /get/responses/-1: `-1` is neither a status from 100 to 599 nor `default`; the reply is left out",
            "error[SW0034] /get/responses/0200: `0200` is neither a status from 100 to 599 nor `default`; the reply is left out",
            "note[SW0033] /get/responses/x-note: the extension `x-note` is not interpreted",
            "error[SW0030] /get/responses/200: `responses/200` must be an object, but it is null",
            "warning[SW0037] /delete: the key `responses` is missing; any 2xx without a body is success",
            "warning[SW0038] /trace: Swagger 2.0 has no `trace`; it is read as in OpenAPI 3.0",
            "warning[SW0037] /trace: the key `responses` is missing; any 2xx without a body is success",
        ]
    );
}

#[test]
fn response() {
    let response: Response = read_clean(
        "
        schema: {type: string}
        headers: {Link: {type: string}, x-ms-request-id: {type: string, x-ms-request-id: true}}
        examples: {application/json: {a: 1}, text/plain: null}
        x-ms-error-response: true
        ",
    );
    assert!(response.description.is_none());
    assert_eq!(
        response.headers.keys().collect::<Vec<_>>(),
        ["Link", "x-ms-request-id"]
    );
    assert_eq!(response.examples.len(), 2);
    assert!(response.extensions.error_response);
}

//! The Swagger Object, its version and its small parts.

use crate::{read, read_clean};
use codegen::swagger::Document;

const SUPPORTED: &str = "(this generator reads Swagger 2.0 (`swagger: \"2.0\"` at the top of the document) and \
OpenAPI 3.0 (`openapi: 3.0.3`))";

#[test]
fn g23_versions() {
    let cases = [
        (
            "swagger: '3.0'",
            "/swagger: version `3.0` of Swagger is not supported",
        ),
        (
            "swagger: '1.2'",
            "/swagger: version `1.2` of Swagger is not supported",
        ),
        (
            "swagger: [2]",
            "/swagger: version `[2]` of Swagger is not supported",
        ),
        (
            "openapi: '2.0'",
            "/openapi: version `2.0` of OpenAPI is not supported",
        ),
        (
            "openapi: three",
            "/openapi: version `three` of OpenAPI is not supported",
        ),
        (
            "{swagger: '2.0', openapi: 3.0.0}",
            "/openapi: the document says both `swagger` and `openapi`",
        ),
        (
            "info: {}",
            ": the document says neither `swagger` nor `openapi`",
        ),
        ("[]", ": the document says neither `swagger` nor `openapi`"),
    ];
    for (text, expected) in cases {
        let (document, findings) = read::<Document>(text);
        assert!(document.is_none(), "{text}");
        assert_eq!(findings, [format!("error[SW0007] {expected} {SUPPORTED}")]);
    }
}

#[test]
fn g23_newer_versions_are_refused_with_what_to_do() {
    for version in ["3.1.0", "3.2.0", "3.1", "4.0.0"] {
        let (document, findings) = read::<Document>(&format!("openapi: {version}"));
        assert!(document.is_none(), "{version}");
        let expected =
            format!("error[SW0007] /openapi: version `{version}` of OpenAPI is not supported");
        let only = findings.join("\n");
        assert!(only.starts_with(&expected), "{only}");
        assert!(only.contains("convert the document to"), "{only}");
    }
}

#[test]
fn g23_a_number_as_version_of_openapi_is_meant_well() {
    let (document, findings) =
        read::<Document>("{openapi: 3.0, info: {title: T, version: '1'}, paths: {}}");
    assert_eq!(document.expect("it is read").info.title, "T");
    assert_eq!(
        findings,
        [
            "warning[SW0038] /openapi: `openapi` is the number 3.0; it is read as the string `\"3.0\"`"
        ]
    );
}

#[test]
fn g23_number_as_version_is_an_error_and_the_rest_is_read() {
    let (document, findings) =
        read::<Document>("{swagger: 2.0, info: {title: T, version: '1'}, paths: {}, hots: a}");
    assert_eq!(document.expect("the rest is read").info.title, "T");
    assert_eq!(
        findings,
        [
            "error[SW0007] /swagger: `swagger` is the number 2.0; it must be the string `\"2.0\"`",
            "note[SW0032] /hots: the key `hots` is unknown here (did you mean `host`?)",
        ]
    );
}

#[test]
fn missing_parts_have_defaults() {
    let (document, findings) = read::<Document>("swagger: '2.0'");
    let document = document.expect("a fragment is read");
    assert_eq!(document.info.title, "API");
    assert_eq!(document.info.version, "0.0.0");
    assert!(document.paths.is_empty());
    assert_eq!(
        findings,
        [
            "warning[SW0037] : the key `info` is missing; the title is `API`, the version `0.0.0`",
            "warning[SW0037] : the key `paths` is missing; there is no operation",
        ]
    );
}

#[test]
fn missing_title_and_version_have_defaults() {
    let (document, findings) = read::<Document>("{swagger: '2.0', info: {}, paths: {}}");
    assert_eq!(document.expect("it is read").info.version, "0.0.0");
    assert_eq!(
        findings,
        [
            "warning[SW0037] /info: the key `title` is missing; `API` is taken",
            "warning[SW0037] /info: the key `version` is missing; `0.0.0` is taken",
        ]
    );
}

#[test]
fn g19_number_as_string_keeps_its_digits() {
    let (document, findings) =
        read::<Document>("{swagger: '2.0', info: {title: T, version: 1.10}, paths: {}}");
    assert_eq!(document.expect("it is read").info.version, "1.10");
    assert_eq!(
        findings,
        ["warning[SW0035] /info/version: `version` must be a string; the number is read as `1.10`"]
    );
}

#[test]
fn wrong_types_are_reported_together() {
    let (document, findings) = read::<Document>(
        "
        swagger: '2.0'
        info: {title: T, version: '1', description: [a], contact: {name: null}}
        host: {}
        schemes: https
        paths: []
        definitions: {A: 1, B: {}}
        tags: [{description: d}, {name: t, externalDocs: {}}]
        ",
    );
    let document = document.expect("it is read");
    assert_eq!(document.schemes, ["https"]);
    assert_eq!(document.definitions.keys().collect::<Vec<_>>(), ["B"]);
    assert_eq!(document.tags.len(), 1);
    assert_eq!(
        findings,
        [
            "warning[SW0036] /info/description: `description` is a list; it is left out",
            "warning[SW0036] /info/contact/name: `name` is null; it is read as if it were absent",
            "error[SW0030] /host: `host` must be a string, but it is an object",
            "warning[SW0036] /schemes: `schemes` is a string; it is read as a list of one",
            "error[SW0030] /paths: `paths` must be an object, but it is a list",
            "error[SW0030] /definitions/A: `A` must be an object, but it is a number",
            "warning[SW0037] /tags/0: the key `name` is missing; the tag is left out",
            "warning[SW0037] /tags/1/externalDocs: the key `url` is missing; the reference to documentation is left out",
        ]
    );
}

#[test]
fn paths_come_before_extension_paths() {
    let document: Document = read_clean(
        "
        swagger: '2.0'
        info: {title: T, version: '1'}
        x-ms-paths: {'/a?b=c': {get: {responses: {default: {description: d}}}}}
        paths: {/z: {}, /a: {}}
        ",
    );
    let paths: Vec<_> = document
        .paths
        .iter()
        .map(|item| {
            (
                item.template.as_str(),
                item.is_extension,
                item.operations.len(),
            )
        })
        .collect();
    assert_eq!(
        paths,
        [("/z", false, 0), ("/a", false, 0), ("/a?b=c", true, 1)]
    );
}

#[test]
fn unknown_keys_become_notes() {
    let (_, findings) = read::<Document>(
        "
        swagger: '2.0'
        info: {title: T, version: '1', x-ms-code-generation-settings: {}, sumary: s}
        paths: {x-stable: true}
        x-ms-parameterised-host: {}
        x-rust-type: 'T{}fn evil'
        \"a`b\\u202e\\n\": 1
        ",
    );
    assert_eq!(
        findings,
        [
            "note[SW0032] /info/sumary: the key `sumary` is unknown here",
            "note[SW0033] /paths/x-stable: the extension `x-stable` is not interpreted",
            "note[SW0033] /x-ms-parameterised-host: the extension `x-ms-parameterised-host` is not interpreted (did you mean `x-ms-parameterized-host`?)",
            "note[SW0033] /x-rust-type: the extension `x-rust-type` is not interpreted",
            "note[SW0032] /a`b\u{202e}\n: the key `a`b\\u{202e}\\n` is unknown here",
        ]
    );
}

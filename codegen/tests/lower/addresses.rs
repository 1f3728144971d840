//! Where requests go, by addresses that they cannot go to as they are written.

use crate::support::read_text;
use codegen::diagnostics::Level;
use codegen::ir::{Api, Segment, Server};
use serde_json::{Value, json};

/// Where the only operation of a document with `parts` goes, and the codes of what is said.
fn lowered(mut document: Value, parts: &Value) -> (String, Vec<&'static str>) {
    document["info"] = json!({ "title": "T", "version": "1" });
    document["paths"] = json!({ "/a": { "get": { "operationId": "a", "responses": {} } } });
    for (key, value) in parts.as_object().expect("an object") {
        document[key] = value.clone();
    }
    let lowered = read_text(&document.to_string()).lower();
    let findings = lowered.diagnostics.iter();
    let grave = findings.filter(|finding| finding.level > Level::Note);
    (address(&lowered.api), grave.map(|it| it.code.id).collect())
}

fn address(api: &Api) -> String {
    let endpoint = match &api.server {
        Server::Fixed(endpoint) => endpoint.as_str(),
        Server::Template(_) => "template",
        Server::Given(_) => "given",
    };
    let path = api.operations.values().next().expect("it is lowered");
    let literals = path.path.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => text.as_str(),
        Segment::Param(_) => "{}",
    });
    format!("{endpoint} {}", literals.collect::<String>())
}

#[test]
fn the_address_of_a_server() {
    for (url, address, codes) in [
        ("https://h/v1", "https://h/v1 /a", &[][..]),
        ("HTTPS://h:80/", "https://h:80 /a", &[]),
        ("//h/v1", "https://h/v1 /a", &[]),
        ("/v1", "given /v1/a", &[]),
        ("https://h/v1?x=1#y", "https://h/v1 /a", &["SW0152"]),
        ("https://h#", "https://h /a", &["SW0152"]),
        (
            "https://h/a%zz%41%",
            "https://h/a%25zz%41%25 /a",
            &["SW0152"],
        ),
        ("https://h/{a", "given /a", &["SW0152"]),
        ("/v1}", "given /a", &["SW0152"]),
        ("javascript:alert(1)", "given /a", &["SW0152"]),
        ("mailto:a@h", "given /a", &["SW0152"]),
        ("localhost:8080/v1", "given /a", &["SW0152"]),
        ("https:/h", "given /a", &["SW0152"]),
        ("wss://h/v1", "given /a", &["SW0152"]),
    ] {
        let found = lowered(
            json!({ "openapi": "3.0.3" }),
            &json!({ "servers": [{ "url": url }] }),
        );
        assert_eq!(found, (address.to_owned(), codes.to_vec()), "{url}");
    }
}

#[test]
fn the_base_path_and_the_schemes() {
    for (parts, address, codes) in [
        (json!({ "basePath": "/v1/" }), "https://h/v1 /a", &[][..]),
        (
            json!({ "basePath": "/v1?x=1" }),
            "https://h/v1 /a",
            &["SW0152"],
        ),
        (
            json!({ "basePath": "/%zz" }),
            "https://h/%25zz /a",
            &["SW0152"],
        ),
        (
            json!({ "basePath": "/{tenant}/v1" }),
            "given /a",
            &["SW0152"],
        ),
        (json!({ "basePath": "/{v1" }), "given /a", &["SW0152"]),
        (
            json!({ "schemes": ["javascript"] }),
            "https://h /a",
            &["SW0152"],
        ),
        (json!({ "schemes": ["HTTP"] }), "http://h /a", &[]),
        (json!({ "schemes": ["wss", "http"] }), "http://h /a", &[]),
        (json!({ "host": "h%zz" }), "given /a", &["SW0082"]),
    ] {
        let found = lowered(json!({ "swagger": "2.0", "host": "h" }), &parts);
        assert_eq!(found, (address.to_owned(), codes.to_vec()), "{parts}");
    }
}

//! Rows G26 and G28: hosts and identifiers of operations.

use crate::command::{HEAD, accept, refuse};

fn with_host(host: &str) -> String {
    format!("{HEAD}\"paths\": {{}},\n\"x-ms-parameterized-host\": {host}}}")
}

#[test]
fn g26_host_templates() {
    for template in [
        "https://evil@{name}",
        "{name}/{undeclared}",
        "{name",
        "a b{name}",
        "x?{name}",
    ] {
        let host = format!(
            r#"{{"hostTemplate": "{template}", "parameters": [{{"name": "name", "in": "path", "required": true, "type": "string"}}]}}"#
        );
        refuse("api.json", with_host(&host))
            .mentions("error[SW0081]")
            .mentions("api.json:2:");
    }
}

#[test]
fn g26_a_host_without_a_scheme() {
    let host = r#"{"hostTemplate": "{name}.example", "parameters": [{"name": "name", "in": "path", "required": true, "type": "string"}]}"#;
    let client = accept("api.json", with_host(host));
    assert!(
        client
            .file("client.rs")
            .contains(r#"HostPart::Literal("https://")"#)
    );
    let whole = r#"{"hostTemplate": "{name}", "useSchemePrefix": false, "parameters": [{"name": "name", "in": "path", "required": true, "type": "string"}]}"#;
    let client = accept("api.json", with_host(whole));
    assert!(!client.file("client.rs").contains("HostPart"));
}

#[test]
fn g26_hosts_that_are_more_than_a_host() {
    for host in [
        "good@evil.example",
        "https://good@evil.example",
        "a?b",
        "a b",
        "a#b",
        "a:b:c",
    ] {
        let document = format!("{HEAD}\"paths\": {{}},\n\"host\": \"{host}\"}}");
        refuse("api.json", document)
            .mentions("error[SW0082]")
            .mentions("api.json:2:9");
    }
    for host in ["", "a/b", "https://a", "{a}.example"] {
        let document = format!("{HEAD}\"paths\": {{}},\n\"host\": \"{host}\"}}");
        let client = accept("api.json", document);
        client.finished.mentions("warning[SW0089]");
        let client = client.file("client.rs");
        assert!(client.contains("pub fn builder(endpoint"), "{client}");
    }
}

#[test]
fn g28_operation_ids() {
    let document = format!(
        r#"{HEAD}"paths": {{
"/pets/{{id}}": {{"get": {{"responses": {{"204": {{"description": "Done."}}}}, "parameters": [{{"name": "id", "in": "path", "required": true, "type": "string"}}]}}}},
"/a": {{"get": {{"operationId": "Pets_Get", "responses": {{"204": {{"description": "Done."}}}}}}}},
"/b": {{"get": {{"operationId": "Pets_Get", "responses": {{"204": {{"description": "Done."}}}}}}}}
}}}}"#
    );
    let client = accept("api.json", &document);
    client
        .finished
        .mentions("warning[SW0065]")
        .mentions("--> api.json:2:")
        .mentions("warning[SW0066]")
        .mentions("--> api.json:4:");
    let code = client.code();
    for method in ["pub fn get_pets_id(", "pub fn get(", "pub fn get2("] {
        assert!(code.contains(method), "{method}: {code}");
    }
}

#[test]
fn g28_warnings_can_be_errors() {
    let document = format!(
        r#"{HEAD}"paths": {{"/a": {{"get": {{"responses": {{"204": {{"description": "Done."}}}}}}}}}}}}"#
    );
    let folder = crate::command::Folder::new();
    folder.put("api.json", document);
    let output = folder
        .command("api.json")
        .args(["--deny", "warnings"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(!folder.out().exists());
}

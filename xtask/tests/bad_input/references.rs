//! Rows G13 to G16: references that lead nowhere, out, round, or too far.

use crate::command::{Finished, Folder, HEAD, accept, refuse, refuse_in};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A document with these definitions, which begin in the second line.
fn definitions(text: &str) -> String {
    format!("{HEAD}\"paths\": {{}}, \"definitions\": {{\n{text}\n}}}}")
}

#[test]
fn g13_dangling_reference() {
    let document = definitions(r##""A": {"$ref": "#/definitions/Missing"}"##);
    refuse("api.json", document)
        .says("SW0020", "api.json:2:15")
        .mentions("#/definitions/Missing")
        .mentions("pointer: /definitions/A");
}

#[test]
fn g13_reference_to_another_kind() {
    let document = format!(
        r##"{HEAD}"paths": {{"/a": {{"get": {{"operationId": "a",
"parameters": [{{"$ref": "#/definitions/A"}}],
"responses": {{"204": {{"description": "Done."}}}}}}}}}},
"definitions": {{"A": {{"type": "string"}}}}}}"##
    );
    refuse("api.json", document)
        .says("SW0023", "api.json:2:25")
        .mentions("api.json:4:17");
}

#[test]
fn g13_reference_that_is_no_text() {
    for target in ["5", "true", "null", "{}"] {
        let document = definitions(&format!(r#""A": {{"$ref": {target}}}"#));
        refuse("api.json", document).says("SW0039", "api.json:2:15");
    }
}

#[test]
fn g13_reference_to_the_whole_document() {
    let document = definitions(r##""A": {"properties": {"x": {"$ref": "#"}}}"##);
    refuse("api.json", document).says("SW0023", "api.json:2:36");
}

#[test]
fn g13_escapes_in_pointers() {
    let document = definitions(
        r##""a/b~c d": {"type": "string", "enum": ["found"]},
"Holder": {"properties": {"x": {"$ref": "#/definitions/a~1b~0c%20d"}}}"##,
    );
    let code = accept("api.json", document).code();
    assert!(code.contains("pub x: Option<ABCD>"), "{code}");
}

/// References that must not be followed, none of which may even be looked at.
const REFUSED: &[&str] = &[
    "http://169.254.169.254/latest/meta-data",
    "https://evil.example/api.json#/definitions/A",
    "file:///etc/passwd",
    "/etc/passwd",
    "../secret.json#/definitions/A",
    "../../../../../../../../etc/passwd",
    "//evil.example/api.json",
    "link.json#/definitions/A",
    "folder/secret.json#/definitions/A",
    "%2e%2e/other.json#/definitions/A",
];

/// A document with each of [`REFUSED`], and the files that some lead to.
fn with_references_out() -> Folder {
    let folder = Folder::new();
    folder.put(
        "secret.json",
        r#"{"definitions": {"A": {"type": "string", "enum": ["planted"]}}}"#,
    );
    let definitions: Vec<String> = REFUSED
        .iter()
        .enumerate()
        .map(|(number, reference)| format!(r#""A{number}": {{"$ref": "{reference}"}}"#))
        .collect();
    let document = format!(
        "{HEAD}\"paths\": {{}}, \"definitions\": {{\n{}}}}}",
        definitions.join(",\n")
    );
    folder.put("root/api.json", document);
    link(
        &folder.path().join("secret.json"),
        &folder.path().join("root/link.json"),
    );
    link(folder.path(), &folder.path().join("root/folder"));
    folder
}

#[cfg(unix)]
fn link(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}

#[test]
#[cfg(unix)]
fn g14_references_out_of_the_root() {
    let folder = with_references_out();
    let finished = refuse_in(&folder, "root/api.json");
    for (number, reference) in REFUSED.iter().enumerate() {
        let line = number + 2;
        let column = format!("\"A{number}\": {{\"$ref\": ").len() + 1;
        finished.says("SW0021", &format!("root/api.json:{line}:{column}"));
        let file = reference.split('#').next().unwrap();
        finished.mentions(&format!("`{file}`"));
    }
    finished.mentions("--ref-root");
    assert!(!finished.err.contains("planted"), "{}", finished.err);
}

#[test]
#[cfg(target_os = "linux")]
fn g14_nothing_outside_is_opened_and_nobody_is_called() {
    let folder = with_references_out();
    let log = folder.path().join("calls");
    let traced = Command::new("strace")
        .args(["-f", "-e", "trace=open,openat,openat2,socket,connect", "-o"])
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_xtask"))
        .args([
            "codegen",
            "--name",
            "n",
            "--spec",
            "root/api.json",
            "--out",
            "out",
        ])
        .current_dir(folder.path())
        .output();
    // Without strace, or without the right to use it, the test above has to do.
    let Ok(output) = traced else { return };
    let finished = Finished::of(&output);
    if finished.err.contains("strace:") {
        return;
    }
    assert_eq!(finished.status, Some(3), "{finished:?}");
    let calls = fs::read_to_string(log).unwrap();
    assert!(
        calls.contains("root/api.json"),
        "nothing was traced: {calls}"
    );
    for outside in ["secret", "passwd", "link.json", "AF_INET"] {
        assert!(!calls.contains(outside), "{outside}: {calls}");
    }
}

#[test]
fn g14_the_root_can_be_chosen() {
    let folder = Folder::new();
    folder.put(
        "common/types.json",
        r#"{"definitions": {"A": {"type": "string", "enum": ["shared", "x"]}}}"#,
    );
    folder.put(
        "root/api.json",
        definitions(r#""B": {"$ref": "../common/types.json#/definitions/A"}"#),
    );
    assert_eq!(folder.run("root/api.json").status, Some(3));
    let output = folder
        .command("root/api.json")
        .args(["--ref-root", "."])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let tree = folder.tree();
    let has = |text: &str| {
        tree.values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains(text))
    };
    assert!(has("\"shared\""));
}

#[test]
fn g15_cycles() {
    let aliases = definitions(
        r##""A": {"$ref": "#/definitions/B"},
"B": {"$ref": "#/definitions/A"}"##,
    );
    refuse("api.json", aliases).says("SW0022", "api.json:3:15");
    let parents = definitions(
        r##""A": {"allOf": [{"$ref": "#/definitions/B"}]},
"B": {"allOf": [{"$ref": "#/definitions/A"}]}"##,
    );
    refuse("api.json", parents).mentions("error[SW0022]");
    let property = definitions(
        r##""A": {"required": ["a"], "properties": {"a": {"$ref": "#/definitions/A"}}}"##,
    );
    let code = accept("api.json", property).code();
    assert!(code.contains("pub a: Box<A>"), "{code}");
}

#[test]
fn g16_chains() {
    let chain = |one: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for number in 0..10_000 {
            writeln!(text, "\"D{number}\": {},", one(number + 1)).unwrap();
        }
        text += r#""D10000": {"type": "string"}"#;
        definitions(&text)
    };
    let references = chain(&|next| format!(r##"{{"$ref": "#/definitions/D{next}"}}"##));
    refuse("api.json", references).mentions("error[SW0004]");
    let parents = chain(&|next| {
        format!(
            r##"{{"allOf": [{{"$ref": "#/definitions/D{next}"}}], "properties": {{"p{next}": {{}}}}}}"##
        )
    });
    refuse("api.json", parents).mentions("error[SW0004]");
    let lists = format!("{}{}", r#"{"type":"array","items":"#.repeat(5_000), "{}");
    let nested = definitions(&format!("\"A\": {lists}{}", "}".repeat(5_000)));
    refuse("api.json", nested).mentions("error[SW0004]");
}

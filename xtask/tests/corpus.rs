//! `cargo xtask corpus` as scripts see it: exit status, table and JSON.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const GOOD: &str = r#"{
  "swagger": "2.0",
  "info": {"title": "Good", "version": "1"},
  "host": "example.com",
  "paths": {
    "/a": {
      "get": {"responses": {"200": {"description": "It.", "schema": {"$ref": "../b.json#/definitions/B"}}}},
      "put": {"operationId": "Put", "responses": {"200": {"description": "Done."}}}
    }
  }
}
"#;

const PART: &str =
    r#"{"definitions": {"B": {"type": "object", "properties": {"x": {"type": "string"}}}}}"#;

const BAD: &str = "swagger: \"2.0\"
info: {title: Bad, version: \"1\"}
host: example.com
paths:
  /a:
    get: {operationId: Get, responses: {200: {description: It., schema: {$ref: '#/definitions/Gone'}}}}
";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn corpus(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["corpus", ".", "--json", "out.jsonl"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn records(folder: &Path) -> Vec<Value> {
    let text = fs::read_to_string(folder.join("out.jsonl")).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn each_document_has_a_record_and_a_fault_its_line() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "good/a.json", GOOD);
    write(folder.path(), "b.json", PART);
    write(folder.path(), "bad.yaml", BAD);
    let output = corpus(folder.path(), &["--jobs", "2"]);
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    let told = out(&output);
    assert!(
        told.contains("2 documents: 1 with a client, 1 refused, 0 compile errors, 0 crashes"),
        "{told}"
    );
    let mut records = records(folder.path());
    for record in &mut records {
        let seconds = record["seconds"].take();
        assert!(seconds.as_f64().unwrap() > 0.0);
    }
    let first_error = records[0]["first_error"].as_str().unwrap().to_owned();
    assert!(first_error.starts_with("bad.yaml:6:"), "{first_error}");
    assert!(told.contains(&format!("error: {first_error}\n")), "{told}");
    assert_eq!(
        records,
        [
            json!({
                "path": "bad.yaml", "status": "error", "operations": 0, "operations_in_document": 1, "models": 0,
                "warnings": 0, "compiler_warnings": null, "first_warning": null, "unformatted": null, "seconds": null,
                "first_error": first_error,
            }),
            json!({
                "path": "good/a.json", "status": "ok", "operations": 2, "operations_in_document": 2, "models": 1,
                "warnings": 1, "compiler_warnings": null, "first_warning": null, "unformatted": null, "seconds": null, "first_error": null,
            }),
        ]
    );
}

#[test]
fn a_manifest_chooses_documents_and_knows_their_faults() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "good/a.json", GOOD);
    write(folder.path(), "b.json", PART);
    write(folder.path(), "bad.yaml", BAD);
    let manifest =
        "path\trole\tinvalid_markers\nbad.yaml\tentry\tdangling-ref=1\ngood/a.json\tdependency\t\n";
    write(folder.path(), "MANIFEST.tsv", manifest);
    let output = corpus(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert_eq!(records(folder.path()).len(), 1);
    assert!(out(&output).contains("(known: dangling-ref=1)"));
}

#[test]
fn a_document_that_takes_too_long_hurts_no_other() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.json", GOOD);
    let output = corpus(folder.path(), &["--time-limit", "0"]);
    assert_eq!(output.status.code(), Some(1));
    let records = records(folder.path());
    assert_eq!(records[0]["status"], "timeout");
    assert_eq!(records[0]["first_error"], "it takes longer than 0 s");
}

#[test]
fn a_folder_without_documents_is_a_fault_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let output = corpus(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(4));
    assert!(!folder.path().join("out.jsonl").exists());
}

//! Subtypes: found wherever they stand, whatever the documents look like.

use crate::invariants;
use crate::support::{read_text, read_texts};
use codegen::ir::Dump;
use std::fmt::Write;

#[test]
fn subtypes_of_other_files_are_found() {
    let entry = r#"
swagger: "2.0"
info: { title: T, version: "1" }
paths: {}
definitions:
  Tank: { properties: { fish: { $ref: "base.yaml#/definitions/Fish" } } }
  Here: { allOf: [{ $ref: "base.yaml#/definitions/Fish" }] }
"#;
    let base = r##"
definitions:
  Fish: { discriminator: kind, properties: { kind: { type: string } } }
  Unrelated: { discriminator: kind }
  Child: { allOf: [{ $ref: "#/definitions/Unrelated" }] }
  Also: { allOf: [{ allOf: [{ $ref: "#/definitions/Alias" }] }, { $ref: "api.yaml#/definitions/Here" }] }
  Alias: { $ref: "#/definitions/Fish" }
"##;
    let lowered = read_texts(entry, &[("base.yaml", base)]).lower();
    invariants::check(&lowered.api);
    let dump = Dump(&lowered.api).to_string();
    let union =
        "model Fish (in) union by kind\n  Fish: Plain.Fish\n  Here: Plain.Here\n  Also: Also\n";
    assert!(dump.contains(union), "{dump}");
    assert!(!dump.contains("Unrelated"), "{dump}");
    assert_eq!(lowered.findings(), Vec::<String>::new());
}

/// A box stands wherever a union would hold itself, by whichever way.
#[test]
fn unions_are_finite() {
    let text = r##"
swagger: "2.0"
info: { title: T, version: "1" }
paths: {}
definitions:
  First: { properties: { second: { $ref: "#/definitions/Second" }, any: { $ref: "#/definitions/Any" } } }
  Second: { properties: { any: { $ref: "#/definitions/Any" } } }
  Any: { discriminator: kind }
  One: { allOf: [{ $ref: "#/definitions/Any" }], properties: { first: { $ref: "#/definitions/First" } } }
  Two: { allOf: [{ $ref: "#/definitions/One" }], properties: { any: { $ref: "#/definitions/Any" } } }
"##;
    invariants::check(&read_text(text).lower().api);
}

#[test]
fn many_generations_take_no_time() {
    let mut text = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\ndefinitions:\n\
                    \x20 S0: {discriminator: kind}\n"
        .to_owned();
    for number in 1..2_000 {
        let parent = number - 1;
        writeln!(
            text,
            "  S{number}: {{allOf: [{{$ref: '#/definitions/S{parent}'}}]}}"
        )
        .unwrap();
    }
    let findings = read_text(&text).lower().findings();
    assert!(findings.iter().any(|finding| finding.contains("SW0004")));
}

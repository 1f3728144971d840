//! Rows G17 to G23: what is written as JSON and YAML, or as neither.

use crate::command::{GOOD, HEAD, accept, refuse};
use std::fmt::Write;

#[test]
fn g17_depth() {
    let open = "[".repeat(126);
    let deep = format!("{HEAD}\n\"x-deep\": {open}[{}]}}", "]".repeat(126));
    refuse("api.json", deep).says("SW0004", "api.json:2:137");
    refuse("api.json", "[".repeat(100_000)).mentions("error[SW0004]");
    refuse("api.yaml", format!("a: {}", "[".repeat(100_000))).mentions("error[SW0004]");
    refuse("api.json", "{\"a\":".repeat(100_000)).mentions("error[SW0004]");
}

#[test]
fn g18_alias_bomb() {
    let mut bomb = String::from("swagger: '2.0'\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let before = format!("*a{}", level - 1);
        let list = [before.as_str(); 9].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{list}]").unwrap();
    }
    refuse("api.yaml", bomb).mentions("error[SW00");
}

#[test]
fn g18_merges_of_yaml() {
    let document = "\
swagger: '2.0'
info: {title: T, version: '1'}
x-common: &common {operationId: Merged, responses: {204: {description: Done.}}}
paths:
  /a: {get: {<<: *common, summary: Its own.}}
";
    let client = accept("api.yaml", document);
    assert!(client.code().contains("Merged"), "{}", client.code());
    let wrong = document.replace("*common", "common");
    refuse("api.yaml", wrong)
        .says("SW0002", "api.yaml:5:13")
        .mentions("merge key");
}

#[test]
fn g19_words_of_yaml_stay_text() {
    let document = "\
swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: Get
      parameters:
        - {name: n, in: query, type: string, enum: [n, on, no, y, off, 1_000, ~x, 0x_]}
      responses: {204: {description: no}}
";
    let code = accept("api.yaml", document).code();
    for word in ["n", "on", "no", "y", "off", "1_000"] {
        assert!(
            code.contains(&format!("=> {word:?}")),
            "{word} is lost: {code}"
        );
    }
    assert!(code.contains("request.query(\"n\""), "{code}");
}

#[test]
fn g19_a_version_that_is_a_number() {
    let document = "swagger: '2.0'\ninfo: {title: T, version: 1.10}\npaths: {}\n";
    let client = accept("api.yaml", document);
    assert!(
        client.files["src/lib.rs"].contains("version `1.10`"),
        "{}",
        client.files["src/lib.rs"]
    );
    client.finished.mentions("warning[SW0035]");
}

#[test]
fn g20_duplicate_keys() {
    let json = GOOD.replace(
        "\"host\": \"pets.example\"",
        "\"host\": \"a\",\n  \"host\": \"b\"",
    );
    accept("api.json", json)
        .finished
        .mentions("warning[SW0003]")
        .mentions("api.json:5:3")
        .mentions("api.json:4:3");
    let yaml = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\nhost: a\nhost: b\n";
    accept("api.yaml", yaml)
        .finished
        .mentions("warning[SW0003]")
        .mentions("api.yaml:5:1")
        .mentions("api.yaml:4:1");
}

#[test]
fn g21_byte_order_mark() {
    let plain = accept("api.json", GOOD);
    let marked = accept("api.json", format!("\u{feff}{GOOD}"));
    assert_eq!(plain.file("models/pet.rs"), marked.file("models/pet.rs"));
}

#[test]
fn g21_what_is_no_document() {
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [&[0xff, 0xfe], utf16.as_slice()].concat();
    refuse("api.json", &with_mark).mentions("UTF-16");
    refuse("api.json", &utf16).mentions("error[SW0002]");
    let mut latin1 = GOOD.as_bytes().to_vec();
    latin1[35] = 0xe9;
    refuse("api.json", &latin1)
        .says("SW0002", "api.json:3:14")
        .mentions("UTF-8");
    refuse("api.json", "").mentions("empty");
    refuse("api.json", " \n\t\n").mentions("empty");
    refuse("api.json", "<!DOCTYPE html>\n<html><body>404</body></html>").mentions("HTML");
    refuse("api.yaml", "a: 1\n---\nb: 2\n").says("SW0002", "api.yaml:2:1");
    refuse("api.json", "\0\0\0\0").mentions("error[SW0002]");
}

#[test]
fn g21_notation_that_is_almost_json() {
    let trailing = GOOD.replace("\"string\"}}}}", "\"string\"}}},}");
    let commented = GOOD.replace("\"host\"", "// here\n  \"host\"");
    for (document, place) in [(trailing, "api.json:9"), (commented, "api.json:4")] {
        refuse("api.json", document)
            .mentions("error[SW0002]")
            .mentions(place);
    }
}

#[test]
fn g22_numbers() {
    let with = |number: &str| {
        format!(
            "{HEAD}\"paths\": {{}}, \"definitions\": {{\"A\": {{\"type\": \"integer\",\n\"maximum\": {number}}}}}}}"
        )
    };
    refuse("api.json", with("1e999")).says("SW0006", "api.json:2:12");
    for exact in [
        "18446744073709551616",
        "123456789012345678901234567890",
        "9223372036854775807",
    ] {
        accept("api.json", with(exact));
    }
    let lengths = |bounds: &str| {
        format!(
            "{HEAD}\"paths\": {{}}, \"definitions\": {{\"A\": {{\"type\": \"string\",\n{bounds}}}}}}}"
        )
    };
    refuse("api.json", lengths("\"minLength\": -1")).mentions("api.json:2:14");
}

#[test]
fn g23_versions() {
    let with = |head: &str| {
        format!("{{{head}\"info\": {{\"title\": \"T\", \"version\": \"1\"}}, \"paths\": {{}}}}")
    };
    for (head, found, understood) in [
        ("\"swagger\": \"3.0\",", "3.0", "2.0"),
        ("\"openapi\": \"3.1.0\",", "3.1", "OpenAPI 3.0"),
        ("\"swagger\": \"1.2\",", "1.2", "2.0"),
        (
            "\"swagger\": \"2.0\", \"openapi\": \"3.0.0\",",
            "openapi",
            "2.0",
        ),
        ("", "swagger", "2.0"),
    ] {
        let finished = refuse("api.json", with(head));
        finished
            .mentions("error[SW0007]")
            .mentions(found)
            .mentions(understood);
    }
}

#[test]
fn g23_a_version_that_is_a_number() {
    let document = "swagger: 2.0\ninfo: {title: T, version: '1'}\npaths: {}\n";
    refuse("api.yaml", document).says("SW0007", "api.yaml:1:10");
}

//! What may be meant instead, at the places where names are mistaken; and what is said about other files.

use codegen::config::Config;
use codegen::diagnostics::{Color, Diagnostics, Level, code, render_human};
use codegen::source::Sources;

const SWAGGER: &str = "swagger: '2.0'\ninfo: {title: Pets, version: '1'}\n";
const OPENAPI: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\n";

/// All findings about `document`, beside which stands `other.yaml`, and errors and warnings as people read them.
fn findings(document: &str, other: &str) -> (Diagnostics, String) {
    let mut diagnostics = Diagnostics::default();
    let others = [("other.yaml", other)];
    let sources = Sources::from_texts(("api.yaml", document), None, &others, &mut diagnostics);
    codegen::generate(&sources, &Config::default(), &mut diagnostics);
    let human = render_human(&diagnostics, &sources, Color::Never);
    (diagnostics, human)
}

/// The help line of the finding with the code `id`.
fn help(document: &str, id: &str) -> String {
    let (diagnostics, human) = findings(document, "{}");
    let finding = diagnostics.iter().find(|finding| finding.code.id == id);
    let finding = finding.unwrap_or_else(|| panic!("no {id}:\n{human}"));
    finding.help.clone().unwrap_or_default()
}

#[test]
fn a_name_that_is_nearly_right_is_asked_about() {
    let cases = [
        // A section is misspelled, and what is behind it exists.
        (
            "SW0020",
            "definitions: {Pet: {type: object}, A: {$ref: '#/definitons/Pet'}}",
            "#/definitions/Pet",
        ),
        // An escape stays one.
        (
            "SW0020",
            "definitions: {Pet 100%: {type: object}, A: {$ref: '#/definitions/Pets 100%25'}}",
            "#/definitions/Pet 100%25",
        ),
        // The kind is mistaken, and not the name.
        (
            "SW0023",
            "parameters: {Pet: {name: n, in: query, type: string}}\ndefinitions: {Pet: {type: object}, A: {$ref: '#/parameters/Pet'}}",
            "#/definitions/Pet",
        ),
        (
            "SW0032",
            "definitions: {Pet: {propertes: {}}}",
            "properties",
        ),
        ("SW0051", "definitions: {Pet: {type: strnig}}", "string"),
        (
            "SW0060",
            "definitions: {Pet: {required: [nam], properties: {name: {type: string}}}}",
            "name",
        ),
        (
            "SW0034",
            "securityDefinitions: {key: {type: apikey, name: n, in: header}}",
            "apiKey",
        ),
    ];
    for (id, fragment, meant) in cases {
        let paths = "paths: {}\n";
        let help = help(&format!("{SWAGGER}{paths}{fragment}"), id);
        let question = format!("did you mean `{meant}`?");
        assert!(help.starts_with(&question), "{fragment}\n{help}");
    }
}

#[test]
fn a_name_that_is_like_no_other_is_not_asked_about() {
    for (id, fragment) in [
        (
            "SW0020",
            "definitions: {Pet: {type: object}, A: {$ref: '#/definitions/Owner'}}",
        ),
        ("SW0051", "definitions: {Pet: {type: any}}"),
    ] {
        let help = help(&format!("{SWAGGER}paths: {{}}\n{fragment}"), id);
        assert!(!help.contains("did you mean"), "{help}");
    }
}

#[test]
fn a_place_of_version_three_is_asked_about() {
    let document = format!(
        "{OPENAPI}paths:\n  /pets:\n    get:\n      operationId: Pets_List\n      \
         parameters: [{{name: n, in: qurey, schema: {{type: string}}}}]\n      \
         responses: {{200: {{description: All.}}}}\n"
    );
    let help = help(&document, "SW0034");
    assert!(help.starts_with("did you mean `query`?"), "{help}");
}

#[test]
fn what_leads_nowhere_in_another_file_is_shown_there() {
    let document = format!(
        "{SWAGGER}paths: {{}}\ndefinitions: {{A: {{$ref: 'other.yaml#/definitions/Pett'}}}}\n"
    );
    let (_, human) = findings(&document, "definitions:\n  Pet: {type: object}\n");
    assert!(
        human.contains("in `/definitions` of `other.yaml`"),
        "{human}"
    );
    assert!(human.contains("--> other.yaml:2:3"), "{human}");
    assert!(
        human.contains("did you mean `other.yaml#/definitions/Pet`?"),
        "{human}"
    );
}

#[test]
fn a_fault_in_another_file_has_no_overlay_action() {
    let document =
        format!("{SWAGGER}paths: {{}}\ndefinitions: {{A: {{$ref: 'other.yaml#/Pet'}}}}\n");
    let (_, human) = findings(&document, "Pet: {$ref: '#/Pett'}\nPets: {type: object}\n");
    assert!(human.contains("--> other.yaml:1:13"), "{human}");
    assert!(
        human.contains("did you mean") && !human.contains("overlay"),
        "{human}"
    );
}

#[test]
fn paging_is_not_complained_about_where_the_page_leads_nowhere() {
    for page in [
        "Page: {$ref: '#/definitions/Missing'}",
        "Page: {type: object, properties: {value: {$ref: '#/definitions/Missing'}}}",
        "Other: {type: object}",
    ] {
        let document = format!(
            "{SWAGGER}paths:\n  /pets:\n    get:\n      operationId: Pets_List\n      \
             x-ms-pageable: {{nextLinkName: next}}\n      responses: {{200: {{description: All., \
             schema: {{$ref: '#/definitions/Page'}}}}}}\ndefinitions: {{{page}}}\n"
        );
        let (diagnostics, human) = findings(&document, "{}");
        assert!(diagnostics.has_errors(), "{human}");
        let ignored =
            |finding: &&codegen::diagnostics::Diagnostic| finding.code == code::PAGING_IGNORED;
        assert_eq!(diagnostics.iter().filter(ignored).count(), 0, "{human}");
        assert_eq!(diagnostics.count(Level::Error), 1, "{human}");
    }
}

#[test]
fn a_name_that_is_taken_is_said_to_be_taken_by_whom() {
    let document = format!(
        "{SWAGGER}paths: {{}}\ndefinitions: {{Error: {{type: object, properties: {{a: {{type: string}}}}}}, \
         a-b: {{type: object, properties: {{a: {{type: string}}}}}}, \
         a_b: {{type: object, properties: {{a: {{type: string}}}}}}}}\n"
    );
    let (diagnostics, _) = findings(&document, "{}");
    let changed = diagnostics
        .iter()
        .filter(|finding| finding.code == code::NAME_CHANGED);
    let messages: Vec<&str> = changed.map(|finding| finding.message.as_str()).collect();
    assert!(
        messages
            .iter()
            .any(|message| message
                .ends_with("since Rust or the generated code itself has that name")),
        "{messages:?}"
    );
    assert!(
        messages
            .iter()
            .any(|message| message.ends_with("since another type has that name")),
        "{messages:?}"
    );
}

//! Whatever a document holds, the generator neither panics nor makes files that are not Rust, and says the same twice.

mod documents;
mod faults;
#[path = "../shared/markdown.rs"]
mod markdown;
#[path = "../shared/well_shaped.rs"]
mod well_shaped;

use codegen::config::Config;
use codegen::diagnostics::{Color, Diagnostics, Level, Levels, code, render_human, render_json};
use codegen::files::Files;
use codegen::source::Sources;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fmt::Write;
use std::thread;

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_generated_or_refused(document in documents::any_document()) {
        let text = document.to_string();
        for levels in [Levels::default(), everything_repaired()] {
            let first = Run::of(&text, levels.clone());
            prop_assert_eq!(first.files.is_none(), first.has_errors, "{}", first.findings);
            first.assert_rust();
            prop_assert!(first == Run::of(&text, levels), "two runs differ");
        }
    }

    #[test]
    fn any_value_out_of_place_is_told(place in 0..1000_usize, value in documents::any_value()) {
        let mut document = faults::with_everything();
        faults::replace(&mut document, place, value);
        let run = Run::of(&document.to_string(), everything_repaired());
        // Where there is no document at all nothing can be repaired.
        prop_assert!(run.files.is_none() || !run.has_errors, "{}", run.findings);
        run.assert_rust();
    }

    #[test]
    fn any_value_out_of_place_is_told_of_openapi(place in 0..1000_usize, value in documents::any_value()) {
        let mut document = faults::openapi_with_everything();
        faults::replace(&mut document, place, value);
        let run = Run::of(&document.to_string(), everything_repaired());
        prop_assert!(run.files.is_none() || !run.has_errors, "{}", run.findings);
        run.assert_rust();
    }
}

proptest! {
    // Large documents that go the whole way.
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_well_shaped_document_is_generated_whatever_its_names(document in well_shaped::well_shaped_document()) {
        let text = document.to_string();
        let run = Run::of(&text, Levels::default());
        prop_assert!(run.files.is_some(), "{}\n{}", run.findings, text);
        run.assert_rust();
        run.assert_prose();
        prop_assert!(run == Run::of(&text, Levels::default()), "two runs differ");
    }
}

#[test]
fn the_document_with_everything_is_generated() {
    for document in [faults::with_everything(), faults::openapi_with_everything()] {
        let run = Run::of(&document.to_string(), Levels::default());
        assert!(run.files.is_some(), "{}", run.findings);
        run.assert_rust();
    }
}

#[test]
fn g16_choices_and_components_that_are_too_deep_are_refused() {
    let choices = "{\"oneOf\":[{\"type\":\"integer\"},".repeat(5_000);
    let mut parameters = String::new();
    for number in 0..10_000 {
        let next = number + 1;
        write!(
            parameters,
            r##""P{number}":{{"$ref":"#/components/parameters/P{next}"}},"##
        )
        .unwrap();
    }
    let parameters = format!(r#"{parameters}"P10000":{{"name":"p","in":"query","schema":{{}}}}"#);
    for components in [
        format!(r#""schemas":{{"A":{choices}{{}}{}}}"#, "]}".repeat(5_000)),
        format!(r#""parameters":{{{parameters}}}"#),
    ] {
        let run = on_stack(SMALL_STACK, with_components(&components));
        assert!(
            run.files.is_none() && run.findings.contains("SW0004"),
            "{}",
            run.findings
        );
    }
}

#[test]
fn g16_choices_that_are_just_not_too_deep_are_generated() {
    let choices = "{\"oneOf\":[{\"type\":\"object\"},".repeat(60);
    let schemas = format!(r#""schemas":{{"A":{choices}{{}}{}}}"#, "]}".repeat(60));
    let run = on_stack(THREAD_STACK, with_components(&schemas));
    assert!(run.files.is_some(), "{}", run.findings);
}

/// A document of version 3 with an operation that has the first parameter.
fn with_components(components: &str) -> String {
    let operation = r##"{"parameters":[{"$ref":"#/components/parameters/P0"}],"responses":{"200":{"description":""}}}"##;
    let operation = if components.contains("P0") {
        operation
    } else {
        r#"{"responses":{}}"#
    };
    format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{"/a":{{"get":{operation}}}}},"components":{{{components}}}}}"#
    )
}

/// A stack in which what is too deep must be refused, and one in which the deepest types that JSON can hold must be
/// printed: that of any thread, since the parser and the printer of Rust recurse as well.
const SMALL_STACK: usize = 256 << 10;
const THREAD_STACK: usize = 2 << 20;

#[test]
fn g16_what_is_too_deep_is_refused_on_a_small_stack() {
    let reference = |next: usize| format!(r##"{{"$ref":"#/definitions/D{next}"}}"##);
    for text in [
        chain(10_000, &reference),
        chain(10_000, &|next| {
            format!(
                r#"{{"allOf":[{}],"properties":{{"p{next}":{{}}}}}}"#,
                reference(next)
            )
        }),
        chain(10_000, &|next| {
            format!(r#"{{"type":"array","items":{}}}"#, reference(next))
        }),
        nested(5_000, r#"{"type":"array","items":"#),
    ] {
        let run = on_stack(SMALL_STACK, text);
        assert!(
            run.files.is_none() && run.findings.contains("SW0004"),
            "{}",
            run.findings
        );
    }
}

#[test]
fn g16_what_is_just_not_too_deep_is_generated() {
    let reference = |next: usize| format!(r##"{{"$ref":"#/definitions/D{next}"}}"##);
    for text in [
        chain(500, &|next| {
            format!(r#"{{"properties":{{"next":{}}}}}"#, reference(next))
        }),
        chain(60, &|next| {
            format!(r#"{{"type":"array","items":{}}}"#, reference(next))
        }),
        nested(31, r#"{"type":"array","items":"#),
        nested(31, r#"{"additionalProperties":"#),
        nested(60, r#"{"properties":{"a":"#),
    ] {
        let run = on_stack(THREAD_STACK, text);
        assert!(run.files.is_some(), "{}", run.findings);
    }
}

#[test]
fn types_that_the_parser_of_rust_could_not_stand_are_refused() {
    for text in [
        nested(120, r#"{"type":"array","items":"#),
        nested(60, r#"{"additionalProperties":{"items":"#),
    ] {
        let run = on_stack(THREAD_STACK, text);
        assert!(
            run.files.is_none() && run.findings.contains("SW0004"),
            "{}",
            run.findings
        );
    }
}

fn on_stack(size: usize, text: String) -> Run {
    let thread = thread::Builder::new().stack_size(size);
    let run = move || Run::of(&text, Levels::default());
    thread.spawn(run).unwrap().join().unwrap()
}

fn with_definitions(definitions: &str) -> String {
    format!(
        r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"paths":{{}},"definitions":{{{definitions}}}}}"#
    )
}

/// `count` definitions, each made of its number and the next one.
fn chain(count: usize, one: &dyn Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0..count {
        write!(text, "\"D{number}\":{},", one(number + 1)).unwrap();
    }
    with_definitions(&format!("{text}\"D{count}\":{{\"type\":\"string\"}}"))
}

/// One definition of this many levels.
fn nested(levels: usize, start: &str) -> String {
    let end = "}".repeat(levels * start.matches('{').count());
    with_definitions(&format!("\"A\":{}{{}}{end}", start.repeat(levels)))
}

/// What came of a document.
#[derive(PartialEq)]
struct Run {
    files: Option<Files>,
    has_errors: bool,
    findings: String,
}

impl Run {
    fn of(text: &str, levels: Levels) -> Self {
        let mut diagnostics = Diagnostics::new(levels);
        let sources = Sources::from_text("api.json", text, None, &mut diagnostics);
        let generated = codegen::generate(&sources, &Config::default(), &mut diagnostics);
        let human = render_human(&diagnostics, &sources, Color::Never);
        let unprintable = diagnostics
            .iter()
            .find(|finding| finding.code == code::UNPRINTABLE_CODE);
        assert!(unprintable.is_none(), "{human}");
        Self {
            files: generated.map(|generated| generated.files),
            has_errors: diagnostics.has_errors(),
            findings: human + &render_json(&diagnostics, &sources),
        }
    }

    /// Asserts that no doc comment is a test or markup of its own to rustdoc; links are the generator's, too.
    #[track_caller]
    fn assert_prose(&self) {
        let files = self.files.iter().flat_map(Files::iter);
        for (path, text) in files.filter(|(path, _)| !path.contains("/runtime/")) {
            for comment in doc_comments(text) {
                let mut faults = markdown::faults(&comment);
                faults.retain(|fault| !fault.starts_with("Link"));
                assert!(faults.is_empty(), "{path}: {faults:?}\n{comment}");
            }
        }
    }

    /// Asserts that each file that came of the document is Rust.
    #[track_caller]
    fn assert_rust(&self) {
        let files = self.files.iter().flat_map(Files::iter);
        for (path, text) in files.filter(|(path, _)| !path.contains("/runtime/")) {
            if path.contains(".rs") {
                if let Err(error) = syn::parse_file(text) {
                    panic!("{path}: {error}\n{text}");
                }
            }
        }
    }
}

/// The doc comments of a file, each as Markdown.
fn doc_comments(text: &str) -> Vec<String> {
    let mut comments: Vec<String> = Vec::new();
    let mut last = None;
    for line in text.lines().map(str::trim_start) {
        let mark = ["//!", "///"]
            .into_iter()
            .find(|mark| line.starts_with(mark));
        match (mark, comments.last_mut()) {
            (Some(mark), Some(comment)) if last == Some(mark) => {
                comment.push('\n');
                comment.push_str(&line[mark.len()..]);
            }
            (Some(mark), _) => comments.push(line[mark.len()..].to_owned()),
            (None, _) => {}
        }
        last = mark;
    }
    comments
}

/// Every error a warning, so that a document goes the whole way however wrong it is. What the generator cannot print
/// stays an error: that would be a bug.
fn everything_repaired() -> Levels {
    let repaired = code::ALL
        .iter()
        .filter(|code| **code != code::UNPRINTABLE_CODE);
    Levels {
        by_code: repaired
            .map(|code| (code.id.to_owned(), Level::Warning))
            .collect(),
        deny_warnings: false,
    }
}

#[test]
fn no_document_at_all_is_refused() {
    for value in [Value::Null, json!([]), json!("text"), json!({})] {
        assert!(
            Run::of(&value.to_string(), Levels::default())
                .files
                .is_none()
        );
    }
}

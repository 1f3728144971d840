//! The whole pipeline.

use super::docs::{WEB, assert_prose};
use codegen::config::Config;
use codegen::diagnostics::{Color, Diagnostics, Level, Levels, code, render_human, render_json};
use codegen::files::Files;
use codegen::source::Sources;

/// `text` is a client or errors; the client is Rust whose doc comments are prose; and it is the same the second time.
///
/// # Panics
///
/// When it does not hold.
pub fn document(text: &str) {
    for levels in [Levels::default(), everything_repaired()] {
        let first = Outcome::of(text, levels.clone());
        if let Some(files) = &first.files {
            assert_rust(files);
        }
        assert!(first == Outcome::of(text, levels), "two runs differ");
    }
}

/// What came of a document.
#[derive(PartialEq)]
pub(crate) struct Outcome {
    /// The client, unless there are errors.
    pub(crate) files: Option<Files>,
    findings: String,
}

impl Outcome {
    pub(crate) fn of(text: &str, levels: Levels) -> Self {
        let is_strict = levels.by_code.is_empty();
        let mut diagnostics = Diagnostics::new(levels);
        let sources = Sources::from_text("api.yaml", text, None, &mut diagnostics);
        let generated = codegen::generate(&sources, &Config::default(), &mut diagnostics);
        let mut unprintable = diagnostics
            .iter()
            .filter(|it| it.code == code::UNPRINTABLE_CODE);
        if let Some(finding) = unprintable.next() {
            panic!("{finding:?}");
        }
        let is_refused = diagnostics.has_errors();
        // Where there is no document at all nothing can be repaired.
        assert!(generated.is_none() || !is_refused, "files beside errors");
        assert!(
            generated.is_some() || is_refused || !is_strict,
            "refused without a word"
        );
        let human = render_human(&diagnostics, &sources, Color::Never);
        Self {
            files: generated.map(|generated| generated.files),
            findings: human + &render_json(&diagnostics, &sources),
        }
    }
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

fn assert_rust(files: &Files) {
    // The generator's own text links to what it has made.
    let links = [WEB, &["super::", "crate::", "Self::", "Client::"]].concat();
    for (path, text) in rust(files) {
        parse(path, text);
        for comment in comments(text) {
            assert_prose(&comment, &links);
        }
    }
}

/// The generated files of Rust, but not those of the run-time, which are always the same.
pub(crate) fn rust(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let own = |path: &str| path.contains(".rs") && !path.contains("/runtime/");
    files.iter().filter(move |(path, _)| own(path))
}

/// A file's items.
pub(crate) fn parse(path: &str, text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"))
}

/// The doc comments of a file, whose literals have no line ends.
fn comments(text: &str) -> Vec<String> {
    let mut comments = vec![String::new()];
    for line in text.lines().map(str::trim_start) {
        let comment = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"));
        match (comment, comments.last_mut()) {
            (Some(comment), Some(last)) => last.extend([comment, "\n"]),
            _ => comments.push(String::new()),
        }
    }
    comments.retain(|comment| !comment.is_empty());
    comments
}

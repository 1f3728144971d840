//! What is wrong in a `codegen.toml`, and where.

use crate::diagnostics::{Color, code};
use crate::nearest;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt;
use std::ops::Range;

/// A fault in the text of a `codegen.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    message: String,
    span: Option<Range<usize>>,
    help: Option<String>,
}

impl ConfigError {
    /// The fault as a person reads it: with its place in `text`, which is the content of the file `path`.
    pub fn render_human(&self, path: &str, text: &str, color: Color) -> String {
        let renderer = match color {
            Color::Never => Renderer::plain(),
            Color::Always => Renderer::styled(),
        };
        let title = Level::ERROR
            .primary_title(self.message.as_str())
            .id(code::CONFIG_MALFORMED.id);
        let span = self.span_in(text);
        let excerpt = Snippet::source(text)
            .path(path)
            .annotation(AnnotationKind::Primary.span(span));
        let help = self.help.as_deref().map(|help| Level::HELP.message(help));
        let mut shown = renderer.render(&[title.element(excerpt).elements(help)]);
        shown.push('\n');
        shown
    }

    /// The fault as one line of JSON, in the shape of a diagnostic.
    pub fn render_json(&self, path: &str, text: &str) -> String {
        let (line, column) = self.line_and_column(text);
        let mut rendered = serde_json::json!({
            "level": "error",
            "code": code::CONFIG_MALFORMED.id,
            "message": self.message,
            "file": path,
            "line": line,
            "column": column,
            "pointer": null,
            "help": self.help,
        })
        .to_string();
        rendered.push('\n');
        rendered
    }

    /// Line and column in `text`, both counted from 1, the column in characters.
    pub fn line_and_column(&self, text: &str) -> (usize, usize) {
        let before = text.get(..self.span_in(text).start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default();
        (line, column.chars().count() + 1)
    }

    pub(super) fn at(span: Range<usize>, message: String) -> Self {
        Self {
            message,
            span: Some(span),
            help: None,
        }
    }

    pub(super) fn from_toml(error: &toml::de::Error) -> Self {
        let message = error.message().replace('\n', "; ");
        Self {
            help: nearest::question_of_message(&message),
            message,
            span: error.span(),
        }
    }

    /// The place, or the end of the text when the parser named none: then something is missing.
    fn span_in(&self, text: &str) -> Range<usize> {
        let end = text.len();
        self.span.clone().map_or(end..end, |span| {
            span.start.min(end)..span.end.clamp(span.start.min(end), end)
        })
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for ConfigError {}

//! Diagnostics for people (rustc's look, with the source excerpt) and for programs (one JSON object a line).
//!
//! Invariants: the work for one finding does not grow with the length of the line it is on; text of a document reaches a
//! terminal without control characters, so that it cannot move the cursor or hide anything.

use super::excerpt::{Excerpt, LineStart};
use super::{Diagnostic, Diagnostics, Level, Place, Target};
use crate::source::{Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Origin, Renderer, Snippet};
use serde::Serialize;
use std::borrow::Cow;

/// Whether text for a terminal is colored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Plain text.
    #[default]
    Never,
    /// With ANSI escape sequences.
    Always,
}

/// The errors and warnings as a person reads them. Notes are many and ask for nothing: the caller says how many there
/// are by [`Diagnostics::count`].
pub fn render_human(diagnostics: &Diagnostics, sources: &Sources, color: Color) -> String {
    let grave = |finding: &&Diagnostic| finding.level > Level::Note;
    render(diagnostics.iter().filter(grave), sources, color)
}

/// The notes as a person reads them who asked for them.
pub fn render_notes(diagnostics: &Diagnostics, sources: &Sources, color: Color) -> String {
    let note = |finding: &&Diagnostic| finding.level == Level::Note;
    render(diagnostics.iter().filter(note), sources, color)
}

fn render<'a>(
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    sources: &Sources,
    color: Color,
) -> String {
    let renderer = match color {
        Color::Never => Renderer::plain(),
        Color::Always => Renderer::styled(),
    };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&report(diagnostic, sources)));
        text.push_str("\n\n");
    }
    text
}

/// All findings as JSON, one object a line.
pub fn render_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        // A record of strings and numbers always serializes.
        text.push_str(&serde_json::to_string(&record(diagnostic, sources)).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// One line of JSON; the order of the fields is part of the format.
#[derive(Serialize)]
struct Record<'a> {
    level: &'static str,
    code: &'static str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    pointer: Option<&'a str>,
    help: Option<&'a str>,
}

fn record<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Record<'a> {
    let place = diagnostic.place.as_ref();
    let span = place.and_then(|place| shown_span(place, sources));
    let document = match (span, place) {
        (Some(span), _) => Some(span.document),
        (None, Some(place)) => Some(place.location.document),
        (None, None) => None,
    };
    Record {
        level: match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note | Level::Allow => "note",
        },
        code: diagnostic.code.id,
        message: &diagnostic.message,
        file: document.map(|id| sources.document(id).path.as_str()),
        line: span.map(|span| span.line),
        column: span.map(|span| span.column),
        pointer: place.map(|place| place.location.pointer.as_str()),
        help: diagnostic.help.as_deref(),
    }
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.level {
        Level::Error => annotate_snippets::Level::ERROR,
        Level::Warning => annotate_snippets::Level::WARNING,
        Level::Note | Level::Allow => annotate_snippets::Level::NOTE,
    };
    let title = level.primary_title(printable(&diagnostic.message));
    let mut group = Group::with_title(title.id(diagnostic.code.id));
    if let Some(place) = &diagnostic.place {
        group = with_place(group, place, sources);
        if !place.location.pointer.as_str().is_empty() {
            let name = annotate_snippets::Level::NOTE.with_name("pointer");
            group = group.element(name.message(printable(place.location.pointer.as_str())));
        }
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(annotate_snippets::Level::HELP.message(printable_lines(help)));
    }
    let related = diagnostic.related.iter().map(|(place, label)| {
        let title = annotate_snippets::Level::NOTE.secondary_title(printable(label));
        with_place(Group::with_title(title), place, sources)
    });
    std::iter::once(group).chain(related).collect()
}

/// Text of several lines, each as [`printable`] has it.
fn printable_lines(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    lines.join("\n")
}

/// `text` with escapes for what a terminal would obey: control characters, and those that turn the direction of text.
fn printable(text: &str) -> Cow<'_, str> {
    let is_obeyed = |character: char| {
        character.is_control()
            || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_obeyed(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Adds file, line, column and the excerpt.
fn with_place<'a>(group: Group<'a>, place: &Place, sources: &'a Sources) -> Group<'a> {
    let Some(span) = shown_span(place, sources) else {
        let document = sources.document(place.location.document);
        return group.element(Origin::path(printable(&document.path)));
    };
    let document = sources.document(span.document);
    let origin = Origin::path(printable(&document.path))
        .line(span.line)
        .char_column(span.column);
    let excerpt = Excerpt::new(&document.text, span.start..span.end);
    if excerpt.text.is_empty() {
        return group.element(origin);
    }
    let mark = AnnotationKind::Primary.span(excerpt.marked);
    let snippet = Snippet::source(excerpt.text)
        .line_start(span.line)
        .annotation(mark);
    match excerpt.start {
        LineStart::Shown => group.element(snippet.path(printable(&document.path))),
        LineStart::CutOff => group.element(origin).element(snippet),
    }
}

/// The span to show: of a value that goes over several lines, or a long way along one, its key says more.
fn shown_span(place: &Place, sources: &Sources) -> Option<Span> {
    let span = sources.span(place)?;
    match place.target {
        Target::Value if is_long(span, sources) => {
            let location = place.location.clone();
            let target = Target::Key;
            sources.span(&Place { location, target })
        }
        Target::Value | Target::Key | Target::Text { .. } => Some(span),
    }
}

fn is_long(span: Span, sources: &Sources) -> bool {
    const LONG: usize = 100;
    let text = sources.document(span.document).text.as_bytes();
    let bytes = text.get(span.start..span.end).unwrap_or_default();
    bytes.len() > LONG || bytes.contains(&b'\n')
}

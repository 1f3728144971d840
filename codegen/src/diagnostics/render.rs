//! Diagnostics for people (rustc's look, with the source excerpt) and for programs (one JSON object a line).

use super::Diagnostics;
use crate::source::Sources;

/// Whether text for a terminal is colored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Plain text.
    #[default]
    Never,
    /// With ANSI escape sequences.
    Always,
}

/// The findings as a person reads them.
pub fn render_human(_diagnostics: &Diagnostics, _sources: &Sources, _color: Color) -> String {
    String::new()
}

/// The findings as JSON, one object a line.
pub fn render_json(_diagnostics: &Diagnostics, _sources: &Sources) -> String {
    String::new()
}

//! What a run has to say on standard error, for people or for programs.

use super::args::{Args, MessageFormat};
use crate::status::Status;
use crate::terminal::{self, counted};
use codegen::config::ConfigError;
use codegen::diagnostics::{self, Code, Color, Diagnostic, Diagnostics, Level, code};
use codegen::files::FileError;
use codegen::source::Sources;
use std::io::{self, IsTerminal as _};
use std::path::Path;

/// The way in which this run reports.
pub(super) struct Report {
    format: MessageFormat,
    notes: Notes,
    color: Color,
}

/// Whether notes are shown to people; programs get all of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notes {
    Shown,
    Counted,
}

impl Report {
    pub(super) fn new(args: &Args) -> Self {
        Self {
            format: args.message_format,
            notes: if args.verbose {
                Notes::Shown
            } else {
                Notes::Counted
            },
            color: color(),
        }
    }

    /// Writes the findings about the document.
    pub(super) fn diagnostics(&self, found: &Diagnostics, sources: &Sources) {
        if self.format == MessageFormat::Json {
            print(&diagnostics::render_json(found, sources));
            return;
        }
        print(&diagnostics::render_human(found, sources, self.color));
        match (self.notes, found.count(Level::Note)) {
            (_, 0) => {}
            (Notes::Shown, _) => print(&diagnostics::render_notes(found, sources, self.color)),
            (Notes::Counted, notes) => {
                let notes = counted(notes, "note");
                terminal::err(format_args!("{notes} (shown by --verbose)"));
            }
        }
        self.point_to_explanations(found);
    }

    /// Says once how to learn more about the gravest of what was shown.
    fn point_to_explanations(&self, found: &Diagnostics) {
        let shown = |level: &Level| *level > Level::Note || self.notes == Notes::Shown;
        let gravest = found
            .iter()
            .map(|finding| finding.level)
            .filter(shown)
            .max();
        let first = found.iter().find(|finding| Some(finding.level) == gravest);
        if let Some(Diagnostic { code, level, .. }) = first {
            terminal::err(more_about(*code, *level));
        }
    }

    /// Says why there is no output.
    pub(super) fn nothing_written(&self, found: &Diagnostics) -> Status {
        if self.format == MessageFormat::Human {
            let errors = counted(found.count(Level::Error), "error");
            let warnings = counted(found.count(Level::Warning), "warning");
            terminal::err(format_args!("{errors}, {warnings}; nothing is written"));
        }
        let unreadable = found
            .iter()
            .any(|finding| finding.code == code::UNREADABLE_FILE);
        if unreadable {
            Status::InputOutput
        } else {
            Status::Document
        }
    }

    /// Reports an output that cannot be written or compared.
    pub(super) fn file_error(&self, error: &FileError) -> Status {
        self.alone(error.to_diagnostic());
        Status::InputOutput
    }

    /// Reports a configuration that cannot be read.
    pub(super) fn unreadable(&self, path: &Path, error: &io::Error) -> Status {
        let message = format!("cannot read `{}`: {error}", path.display());
        self.alone(Diagnostic::general(code::UNREADABLE_FILE, message));
        Status::InputOutput
    }

    /// Reports a configuration that is wrong.
    pub(super) fn config_error(&self, error: &ConfigError, path: &Path, text: &str) -> Status {
        let path = path.display().to_string();
        match self.format {
            MessageFormat::Human => {
                print(&error.render_human(&path, text, self.color));
                terminal::err(more_about(code::CONFIG_MALFORMED, Level::Error));
            }
            MessageFormat::Json => print(&error.render_json(&path, text)),
        }
        Status::Document
    }

    fn alone(&self, diagnostic: Diagnostic) {
        let mut diagnostics = Diagnostics::default();
        diagnostics.report(diagnostic);
        self.diagnostics(&diagnostics, &Sources::default());
    }
}

/// How to learn more about what was shown.
fn more_about(code: Code, level: Level) -> String {
    let what = match level {
        Level::Error => "an error",
        Level::Warning => "a warning",
        Level::Note | Level::Allow => "a note",
    };
    format!(
        "for more about {what}, run `cargo xtask codegen --explain {}`",
        code.id
    )
}

/// Colors for a terminal, unless its user does not want any (no-color.org).
fn color() -> Color {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if io::stderr().is_terminal() && !unwanted {
        Color::Always
    } else {
        Color::Never
    }
}

fn print(text: &str) {
    if !text.is_empty() {
        terminal::err(text.trim_end());
    }
}

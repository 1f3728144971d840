//! What a run has to say on standard error, for people or for programs.

use super::args::{Args, MessageFormat};
use crate::status::Status;
use crate::terminal;
use codegen::config::ConfigError;
use codegen::diagnostics::{self, Diagnostic, Diagnostics, Level, Levels, code};
use codegen::files::FileError;
use codegen::source::Sources;
use std::io;
use std::path::Path;

/// The way in which this run reports.
pub(super) struct Report {
    format: MessageFormat,
    notes: Notes,
}

/// Whether notes are shown to people; programs get all of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notes {
    Shown,
    Counted,
}

/// How many diagnostics of each level there are.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    notes: usize,
    /// Whether one of the errors is that a file cannot be read.
    pub(super) unreadable: bool,
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
        }
    }

    /// Writes the findings about the document.
    pub(super) fn diagnostics(&self, found: &Diagnostics, sources: &Sources) {
        let text = match (self.format, self.notes) {
            (MessageFormat::Json, _) => diagnostics::render_json(found, sources),
            (MessageFormat::Human, Notes::Shown) => diagnostics::render_human(found, sources),
            (MessageFormat::Human, Notes::Counted) => {
                diagnostics::render_human(&without_notes(found), sources)
            }
        };
        print(&text);
        let notes = Findings::count(found).notes;
        if notes > 0 && self.format == MessageFormat::Human && self.notes == Notes::Counted {
            terminal::err(format_args!("{notes} notes (--verbose to see them)"));
        }
    }

    /// Says why there is no output.
    pub(super) fn nothing_written(&self, findings: &Findings) {
        if self.format == MessageFormat::Human {
            let Findings {
                errors, warnings, ..
            } = findings;
            terminal::err(format_args!(
                "{errors} errors, {warnings} warnings; nothing is written"
            ));
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
        print(&match self.format {
            MessageFormat::Human => error.render_human(&path, text),
            MessageFormat::Json => error.render_json(&path, text),
        });
        Status::Document
    }

    fn alone(&self, diagnostic: Diagnostic) {
        let mut diagnostics = Diagnostics::default();
        diagnostics.report(diagnostic);
        self.diagnostics(&diagnostics, &Sources::default());
    }
}

impl Findings {
    pub(super) fn count(diagnostics: &Diagnostics) -> Self {
        let mut findings = Self::default();
        for diagnostic in diagnostics.iter() {
            match diagnostic.level {
                Level::Allow => {}
                Level::Note => findings.notes += 1,
                Level::Warning => findings.warnings += 1,
                Level::Error => {
                    findings.errors += 1;
                    findings.unreadable |= diagnostic.code == code::UNREADABLE_FILE;
                }
            }
        }
        findings
    }
}

fn without_notes(found: &Diagnostics) -> Diagnostics {
    let graver = || {
        found
            .iter()
            .filter(|diagnostic| diagnostic.level > Level::Note)
    };
    let by_code = graver()
        .map(|diagnostic| (diagnostic.code.id.to_owned(), diagnostic.level))
        .collect();
    let mut rest = Diagnostics::new(Levels {
        by_code,
        deny_warnings: false,
    });
    for diagnostic in graver() {
        rest.report(diagnostic.clone());
    }
    rest
}

fn print(text: &str) {
    if !text.is_empty() {
        terminal::err(text.trim_end());
    }
}

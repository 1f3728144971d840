//! What the generator has to say about a document: many findings in one run, each with a stable code and a place.
//!
//! Invariant: a stage never stops at the first fault and never prints; it reports here and goes on with the documented
//! repair. Line and column are looked up only when a diagnostic is rendered, so a good document pays nothing.

mod codes;
pub(crate) mod correction;
mod example;
mod excerpt;
mod render;

pub use codes::{Code, UnknownCode, code};
pub use example::{Example, Findings};
pub use render::{Color, render_human, render_json, render_notes};

use crate::source::Location;
use std::collections::{BTreeMap, HashSet};

/// How grave a diagnostic is. `Allow` is never rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Silenced by configuration.
    Allow,
    /// Something the generator left aside; nothing to do.
    Note,
    /// The document was repaired in the way that the message names.
    Warning,
    /// The document cannot be right; nothing is written.
    Error,
}

/// Which part of the place a diagnostic points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The value that the pointer leads to.
    Value,
    /// The key under which that value stands.
    Key,
    /// These bytes of the text: a fault of notation, or one of two equal keys, has no pointer of its own.
    Text {
        /// The offset of the first byte.
        start: usize,
        /// The offset behind the last byte.
        end: usize,
    },
}

/// Where in the sources a finding is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Document and JSON pointer.
    pub location: Location,
    /// Key or value.
    pub target: Target,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The entry in the register of codes.
    pub code: Code,
    /// The level after configuration.
    pub level: Level,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where it is; `None` for a finding about the run as a whole.
    pub place: Option<Place>,
    /// The other ends, such as the first of two duplicates, each with its label.
    pub related: Vec<(Place, String)>,
    /// What to do.
    pub help: Option<String>,
}

/// The levels that configuration and command line ask for.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// Level by code id, such as `SW0012`.
    pub by_code: BTreeMap<String, Level>,
    /// Whether every warning is an error (`--deny warnings`).
    pub deny_warnings: bool,
}

/// All findings of one run, in the order in which they were made; equal ones are kept once.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    levels: Levels,
    seen: HashSet<(&'static str, Option<Place>, String)>,
}

impl Diagnostics {
    /// An empty list that sets levels by `levels`.
    pub fn new(levels: Levels) -> Self {
        Self {
            levels,
            ..Self::default()
        }
    }

    /// Adds a finding at the level that its code has in this run.
    pub fn report(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.level = self.levels.level_of(diagnostic.code);
        let Diagnostic {
            code,
            place,
            message,
            ..
        } = &diagnostic;
        if diagnostic.level != Level::Allow
            && self.seen.insert((code.id, place.clone(), message.clone()))
        {
            self.list.push(diagnostic);
        }
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.list
            .iter()
            .any(|diagnostic| diagnostic.level == Level::Error)
    }

    /// How many findings have this level.
    pub fn count(&self, level: Level) -> usize {
        let of_level = |diagnostic: &&Diagnostic| diagnostic.level == level;
        self.list.iter().filter(of_level).count()
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Levels {
    /// The level of `code` in this run.
    pub fn level_of(&self, code: Code) -> Level {
        let level = self.by_code.get(code.id).copied().unwrap_or(code.level);
        if self.deny_warnings && level == Level::Warning {
            Level::Error
        } else {
            level
        }
    }
}

impl Diagnostic {
    /// A finding about the value at `location`.
    pub fn at(code: Code, location: &Location, message: impl Into<String>) -> Self {
        Self::new(
            code,
            Some(Place {
                location: location.clone(),
                target: Target::Value,
            }),
            message.into(),
        )
    }

    /// A finding about the key of the value at `location`.
    pub fn at_key(code: Code, location: &Location, message: impl Into<String>) -> Self {
        Self::new(
            code,
            Some(Place {
                location: location.clone(),
                target: Target::Key,
            }),
            message.into(),
        )
    }

    /// A finding about no single place.
    pub fn general(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, None, message.into())
    }

    /// A finding about `place`.
    pub fn at_place(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(code, Some(place), message.into())
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what to do, where something is known.
    #[must_use]
    pub fn help_if(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Adds another place that the reader has to see, with its label.
    #[must_use]
    pub fn related(self, location: &Location, label: impl Into<String>) -> Self {
        let place = Place {
            location: location.clone(),
            target: Target::Value,
        };
        self.related_at(place, label)
    }

    /// Adds the key of another place, as [`Diagnostic::related`] does.
    #[must_use]
    pub fn related_key(self, location: &Location, label: impl Into<String>) -> Self {
        let place = Place {
            location: location.clone(),
            target: Target::Key,
        };
        self.related_at(place, label)
    }

    /// Adds another place, as [`Diagnostic::related`] does.
    #[must_use]
    pub fn related_at(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    fn new(code: Code, place: Option<Place>, message: String) -> Self {
        Self {
            code,
            level: code.level,
            message,
            place,
            related: Vec::new(),
            help: None,
        }
    }
}

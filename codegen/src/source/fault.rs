//! What a parser says of a text that it cannot read.

use super::{DocumentId, Location};
use crate::diagnostics::{Code, Diagnostic, Place, Target};
use std::ops::Range;

/// One fault with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) bytes: Range<usize>,
    pub(super) help: Option<String>,
}

impl Fault {
    /// A fault at the character that begins at `offset`.
    pub(super) fn at(code: Code, offset: usize, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            bytes: offset..offset.saturating_add(1),
            help: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The finding in `document`.
    pub(super) fn diagnostic(self, document: DocumentId) -> Diagnostic {
        let place = Place {
            location: Location::root(document),
            target: Target::Text {
                start: self.bytes.start,
                end: self.bytes.end,
            },
        };
        let diagnostic = Diagnostic::at_place(self.code, place, self.message);
        match self.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

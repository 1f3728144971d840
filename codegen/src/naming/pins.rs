//! Names that the configuration fixes, by the JSON pointer of what is named.
//!
//! One pointer can lead to two things, a property and the type written inside it. The first letter decides: a capital
//! pins the type (or a constant), a small letter the field, method or parameter.

use super::reserved;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::source::{DocumentId, Location};
use std::collections::{BTreeMap, BTreeSet};

/// Which of the two things at a pointer is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Initial {
    /// A type or a constant.
    Capital,
    /// A field, method or parameter.
    Small,
}

/// The pinned names, and which of them were of use.
pub(super) struct Pins<'a> {
    names: BTreeMap<&'a str, &'a str>,
    used: BTreeSet<&'a str>,
}

impl<'a> Pins<'a> {
    /// The names that `config` pins; those that are no identifiers are reported and left out.
    pub(super) fn new(config: &'a Config, diagnostics: &mut Diagnostics) -> Self {
        let mut names = BTreeMap::new();
        for (pointer, name) in &config.pinned_names {
            if is_identifier(name) {
                names.insert(pointer.as_str(), name.as_str());
            } else {
                let message = format!("the name `{name}` pinned for `{pointer}` is not usable");
                diagnostics.report(
                    Diagnostic::general(code::PINNED_NAME_UNUSABLE, message).help(
                        "pin an ASCII identifier that is a type's name (`MediaType`) or another's (`media_type`)",
                    ),
                );
            }
        }
        Self {
            names,
            used: BTreeSet::new(),
        }
    }

    /// The name pinned for what stands at `origin`. Pins speak of the entry document.
    pub(super) fn find(&mut self, origin: &Location, initial: Initial) -> Option<String> {
        if origin.document != DocumentId::ENTRY {
            return None;
        }
        let (pointer, name) = self.names.get_key_value(origin.pointer.as_str())?;
        if initial_of(name) != initial {
            return None;
        }
        self.used.insert(pointer);
        Some((*name).to_owned())
    }

    /// Reports the pins that named nothing.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for (pointer, name) in &self.names {
            if !self.used.contains(pointer) {
                let message =
                    format!("the name `{name}` is pinned for `{pointer}`, where nothing takes it");
                diagnostics.report(
                    Diagnostic::general(code::PINNED_NAME_UNUSED, message).help(
                        "remove it, or correct its pointer; a capital pins a type, a small letter anything else",
                    ),
                );
            }
        }
    }
}

fn initial_of(name: &str) -> Initial {
    if name.starts_with(|first: char| first.is_ascii_uppercase()) {
        Initial::Capital
    } else {
        Initial::Small
    }
}

/// Whether `name` needs nothing done to it to be an identifier in Rust's case for its kind.
fn is_identifier(name: &str) -> bool {
    let legal = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && !reserved::NEVER_RAW.contains(&name);
    let small = initial_of(name) == Initial::Small;
    legal && !(small && name.contains(|c: char| c.is_ascii_uppercase()))
}

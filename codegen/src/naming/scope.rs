//! Makes names distinct where they have to be.
//!
//! Invariant: a scope never gives a name twice and never a reserved one. Names are given in the order in which they are
//! asked for, so what comes later never changes what was given before.

use super::reserved;
use super::words::Candidate;
use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::source::{Location, Pointer};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What the names of one kind have to heed.
pub(super) struct Kind {
    /// What is named, for messages: `type`.
    pub(super) what: &'static str,
    /// Names that this kind cannot have.
    pub(super) is_reserved: fn(&str) -> bool,
    /// How to make another name of one that is reserved or belongs to another kind.
    pub(super) way_out: WayOut,
}

/// How to make another name of one that cannot be had.
#[derive(Clone, Copy, Debug)]
pub(super) enum WayOut {
    /// By a word in front: `with_send`.
    Before(&'static str),
    /// By a word behind: `ErrorModel`.
    After(&'static str),
    /// By a number.
    Number,
}

/// Who chose a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Choice {
    /// The generator, from a name on the wire.
    Derived,
    /// The document or the configuration: the name is meant, so it is an error when it cannot be had.
    Explicit,
}

/// A wish for a name.
pub(super) struct Claim<'a> {
    /// The wish.
    pub(super) candidate: Candidate,
    /// Whose it is.
    pub(super) choice: Choice,
    /// Where the thing stands that is named; `None` for things that only the generated code has.
    pub(super) origin: Option<&'a Location>,
}

/// The names that are given out in one place of the generated code.
#[derive(Default)]
pub(super) struct Scope<'a> {
    taken: BTreeMap<String, Holder<'a>>,
    /// The last number tried for a name, so that ten thousand equal names do not cost fifty million tries.
    numbers: BTreeMap<String, u32>,
}

struct Holder<'a> {
    what: &'static str,
    choice: Choice,
    origin: Option<&'a Location>,
}

impl<'a> Scope<'a> {
    /// Gives a name to `claim`: the one it wishes for where it can be had.
    pub(super) fn give(
        &mut self,
        kind: &Kind,
        claim: &Claim<'a>,
        diagnostics: &mut Diagnostics,
    ) -> String {
        let wish = &claim.candidate.plain;
        let name = self.distinct(kind, &claim.candidate);
        if name != *wish {
            self.report(kind, claim, &name, diagnostics);
        }
        let holder = Holder {
            what: kind.what,
            choice: claim.choice,
            origin: claim.origin,
        };
        self.taken.insert(name.clone(), holder);
        name
    }

    /// The first of: the wish, the wish by its way out, the fuller wish, the wish with a number.
    fn distinct(&mut self, kind: &Kind, candidate: &Candidate) -> String {
        let wish = &candidate.plain;
        let of_another_kind = self
            .taken
            .get(wish)
            .is_some_and(|holder| holder.what != kind.what);
        let base = if (kind.is_reserved)(wish) || of_another_kind {
            kind.way_out.apply(wish)
        } else {
            legal(wish)
        };
        if self.is_free(kind, &base) {
            return base;
        }
        if let Some(fuller) = candidate
            .fuller
            .as_ref()
            .filter(|name| self.is_free(kind, name))
        {
            return fuller.clone();
        }
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let numbered = numbered(&base, number);
            if self.is_free(kind, &numbered) {
                self.numbers.insert(base, number);
                return numbered;
            }
        }
    }

    fn is_free(&self, kind: &Kind, name: &str) -> bool {
        !(kind.is_reserved)(name)
            && !reserved::NEVER_RAW.contains(&name)
            && !self.taken.contains_key(name)
    }

    fn report(&self, kind: &Kind, claim: &Claim<'a>, name: &str, diagnostics: &mut Diagnostics) {
        let Some(origin) = claim.origin else {
            return;
        };
        let wish = &claim.candidate.plain;
        let what = kind.what;
        let holder = self.taken.get(wish).filter(|holder| holder.what == what);
        let meant = claim
            .choice
            .max(holder.map_or(Choice::Derived, |holder| holder.choice));
        let mut diagnostic = match (holder, meant) {
            (Some(_), Choice::Explicit) => Diagnostic::at_key(
                code::NAME_COLLISION,
                origin,
                format!("two {what}s are to be called `{wish}`"),
            )
            .help(rename_action(origin, wish)),
            (Some(_), Choice::Derived) | (None, _) => {
                let taker = match self.taken.get(wish) {
                    None => "Rust or the generated code itself".to_owned(),
                    Some(holder) if holder.what == what => format!("another {what}"),
                    Some(holder) => format!("the {}", holder.what),
                };
                let message =
                    format!("the {what} `{wish}` is called `{name}`, since {taker} has that name");
                Diagnostic::at_key(code::NAME_CHANGED, origin, message)
            }
        };
        let holder = self.taken.get(wish);
        let other = holder.and_then(|holder| Some((holder.what, holder.origin?)));
        if let Some((what, other)) = other.filter(|(_, other)| *other != origin) {
            diagnostic = diagnostic.related_key(other, format!("the {what} that has the name"));
        }
        diagnostics.report(diagnostic);
    }
}

impl WayOut {
    fn apply(self, name: &str) -> String {
        match self {
            Self::Before(word) => format!("{word}{name}"),
            Self::After(word) => format!("{name}{word}"),
            Self::Number => legal(name),
        }
    }
}

/// The few words that are no identifiers even with `r#` get an underscore.
fn legal(name: &str) -> String {
    if reserved::NEVER_RAW.contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

fn numbered(name: &str, number: u32) -> String {
    if name.ends_with(|last: char| last.is_ascii_digit()) {
        format!("{name}_{number}")
    } else {
        format!("{name}{number}")
    }
}

/// The overlay action that gives the thing at `origin` another name than `taken`.
fn rename_action(origin: &Location, taken: &str) -> String {
    let target = json_path(&origin.pointer);
    let update = json!({"x-ms-client-name": format!("{taken}2")});
    let action = json!({"target": target, "update": update});
    format!("rename one of them, an enum by `x-ms-enum.name`, or as by the overlay action {action}")
}

fn json_path(pointer: &Pointer) -> String {
    let mut path = "$".to_owned();
    for key in pointer.keys() {
        let _ = if key.chars().all(|c| c.is_ascii_digit()) && !key.is_empty() {
            write!(path, "[{key}]")
        } else {
            write!(
                path,
                "['{}']",
                key.replace('\\', "\\\\").replace('\'', "\\'")
            )
        };
    }
    path
}

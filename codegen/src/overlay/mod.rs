//! Corrections to the entry document, in the format of the Overlay Specification 1.0.
//!
//! Every action has to change something: one whose target matches nothing is an error, because a correction that is no
//! longer needed must be removed. Where version 1.0 of the specification is silent, the later versions are followed:
//! arrays that meet in a merge are concatenated, and values of different types are replaced.
//! Beyond it, `remove` also removes values that are neither objects nor arrays.

mod change;
mod depth;
mod read;
mod suggest;

use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::source::{Location, Overlaid, Pointer, Sources};
use change::Step;
use read::{Action, Change};
use serde_json::Value;
use serde_json_path::JsonPath;

/// How many brackets may be open in a target; the parser of queries recurses.
const MAX_QUERY_DEPTH: usize = 32;

/// Applies the overlay of `sources` to its entry, each action to the result of the one before.
pub(crate) fn apply(sources: &mut Sources, diagnostics: &mut Diagnostics) {
    let Some(mut overlaid) = sources.overlaid() else {
        return;
    };
    if overlaid.overlay_value.is_null() || overlaid.value.is_null() {
        return;
    }
    let root = Location::root(overlaid.overlay);
    for action in read::actions(overlaid.overlay_value, &root, diagnostics) {
        if let Err(finding) = run(&mut overlaid, &action) {
            diagnostics.report(*finding);
        }
    }
}

fn run(overlaid: &mut Overlaid<'_>, action: &Action<'_>) -> Result<(), Box<Diagnostic>> {
    let query = parse_query(action)?;
    let targets = locate(&query, overlaid.value);
    if targets.is_empty() {
        let message = format!("the target `{}` matches nothing", action.target);
        let finding = Diagnostic::at(code::OVERLAY_NO_MATCH, &action.target_location(), message);
        let help = suggest::existing(overlaid.value, action.target);
        return Err(Box::new(finding.help(help)));
    }
    match action.change {
        Change::Remove => remove(overlaid, targets, action),
        Change::Update(update) => targets
            .iter()
            .try_for_each(|target| self::update(overlaid, target, update, action)),
    }
}

fn parse_query(action: &Action<'_>) -> Result<JsonPath, Box<Diagnostic>> {
    let target = action.target;
    let bad = |reason: &str| {
        let message = format!("the target `{target}` is not a JSONPath query: {reason}");
        let help = "a query begins with `$`, such as `$.paths['/pets'].get` (RFC 9535)";
        Diagnostic::at(code::OVERLAY_BAD_TARGET, &action.target_location(), message).help(help)
    };
    if depth::open_brackets(target) > MAX_QUERY_DEPTH {
        return Err(Box::new(bad("too many brackets are open at once")));
    }
    JsonPath::parse(target).map_err(|error| {
        let position = error.position();
        Box::new(bad(&format!(
            "it makes no sense from character {position} on"
        )))
    })
}

/// The places that `query` selects, in the order of the document, each once.
fn locate(query: &JsonPath, value: &Value) -> Vec<Vec<Step>> {
    let nodes = query.query_located(value);
    let mut targets: Vec<Vec<Step>> = nodes
        .locations()
        .map(|path| path.iter().map(Step::from).collect())
        .collect();
    targets.sort();
    targets.dedup();
    targets
}

fn remove(
    overlaid: &mut Overlaid<'_>,
    targets: Vec<Vec<Step>>,
    action: &Action<'_>,
) -> Result<(), Box<Diagnostic>> {
    // From the back: so a removed element moves none that is still to be removed, and what lies inside goes first.
    for target in targets.into_iter().rev() {
        let Some((last, parent)) = target.split_last() else {
            let message = "the whole document cannot be removed";
            let place = action.target_location();
            return Err(Box::new(Diagnostic::at(
                code::OVERLAY_MALFORMED,
                &place,
                message,
            )));
        };
        change::remove(overlaid, &pointer_to(parent), last);
    }
    Ok(())
}

fn update(
    overlaid: &mut Overlaid<'_>,
    target: &[Step],
    update: &Value,
    action: &Action<'_>,
) -> Result<(), Box<Diagnostic>> {
    let pointer = pointer_to(target);
    let place = action.location.key("update");
    if target.len() + depth::of(update) > depth::LIMIT {
        let message = format!("the result is nested deeper than {} levels", depth::LIMIT);
        return Err(Box::new(Diagnostic::at(code::TOO_DEEP, &place, message)));
    }
    let malformed = |message: String, help: &str| {
        let finding = Diagnostic::at(code::OVERLAY_MALFORMED, &place, message);
        Err(Box::new(finding.help(help)))
    };
    match (overlaid.value.pointer(pointer.as_str()), update) {
        (Some(Value::Array(_)), _) | (Some(Value::Object(_)), Value::Object(_)) => {}
        (Some(Value::Object(_)), _) => {
            let message = format!("{} is an object, and the update is none", named(&pointer));
            return malformed(
                message,
                "an update of an object is an object of the members to change",
            );
        }
        (Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | None, _) => {
            let message = format!("{} is neither an object nor an array", named(&pointer));
            return malformed(message, "let the target select the object that holds it");
        }
    }
    change::update(overlaid, &pointer, update, &place);
    Ok(())
}

/// What a pointer leads to, in words.
fn named(pointer: &Pointer) -> String {
    match pointer.as_str() {
        "" => "the whole document".to_owned(),
        pointer => format!("`{pointer}`"),
    }
}

fn pointer_to(steps: &[Step]) -> Pointer {
    steps
        .iter()
        .fold(Pointer::root(), |pointer, step| match step {
            Step::Key(key) => pointer.key(key),
            Step::Index(index) => pointer.index(*index),
        })
}

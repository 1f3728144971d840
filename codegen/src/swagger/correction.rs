//! The overlay action that would correct a fault, for the help line of an error.
//!
//! Invariant: only the entry document has an overlay, so a fault elsewhere has no such action.

use crate::source::{DocumentId, Location, Sources};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The action that gives the object at `object` the member `key`.
pub(crate) fn setting(
    sources: &Sources,
    object: &Location,
    key: &str,
    value: &str,
) -> Option<String> {
    let target = json_path(sources, object)?;
    let action = json!({"target": target, "update": {key: value}});
    Some(format!("correct it by the overlay action {action}"))
}

/// The action that removes what stands at `location`.
pub(crate) fn removing(sources: &Sources, location: &Location) -> Option<String> {
    let target = json_path(sources, location)?;
    let action = json!({"target": target, "remove": true});
    Some(format!(
        "correct it, or leave it out by the overlay action {action}"
    ))
}

/// The normalized path (RFC 9535, section 2.7) to what stands at `location`.
fn json_path(sources: &Sources, location: &Location) -> Option<String> {
    if location.document != DocumentId::ENTRY {
        return None;
    }
    let mut path = String::from("$");
    let mut here = Location::root(location.document);
    for key in location.pointer.keys() {
        // Only the value tells `responses/200` from the element 200 of a list.
        if sources.get(&here).is_some_and(Value::is_array) {
            let _ = write!(path, "[{key}]");
        } else {
            path.push_str("['");
            key.chars()
                .for_each(|character| push_escaped(&mut path, character));
            path.push_str("']");
        }
        here = here.key(&key);
    }
    Some(path)
}

fn push_escaped(path: &mut String, character: char) {
    match character {
        '\'' | '\\' => path.extend(['\\', character]),
        '\n' => path.push_str("\\n"),
        '\r' => path.push_str("\\r"),
        '\t' => path.push_str("\\t"),
        control if control < ' ' => {
            let _ = write!(path, "\\u{:04x}", u32::from(control));
        }
        other => path.push(other),
    }
}

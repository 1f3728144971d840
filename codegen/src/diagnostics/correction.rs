//! The overlay action that would correct a fault, for the help line of an error.
//!
//! Invariant: only the entry document has an overlay, so a fault elsewhere has no such action. The action that a line ends
//! in is JSON, and applying it makes the error go away.

use crate::source::{DocumentId, Location, Sources};
use serde_json::{Value, json};

/// The action that gives the object at `object` the member `key`.
pub(crate) fn setting(
    sources: &Sources,
    object: &Location,
    key: &str,
    value: impl Into<Value>,
) -> Option<String> {
    let action = updating(sources, object, &json!({key: value.into()}))?;
    Some(format!("correct it by {action}"))
}

/// The action that removes what stands at `location`.
pub(crate) fn removing(sources: &Sources, location: &Location) -> Option<String> {
    let action = removal(sources, location)?;
    Some(format!("correct it, or leave it out by {action}"))
}

/// The action that merges `update` into the object at `object`, as a help line ends with it.
pub(crate) fn updating(sources: &Sources, object: &Location, update: &Value) -> Option<String> {
    let target = target(sources, object)?;
    let action = json!({"target": target, "update": update});
    Some(format!("the overlay action {action}"))
}

/// The action that removes what stands at `location`, as a help line ends with it.
pub(crate) fn removal(sources: &Sources, location: &Location) -> Option<String> {
    let target = target(sources, location)?;
    let action = json!({"target": target, "remove": true});
    Some(format!("the overlay action {action}"))
}

fn target(sources: &Sources, location: &Location) -> Option<String> {
    (location.document == DocumentId::ENTRY).then(|| sources.json_path(location))
}

//! The two changes that an action can make, with the record of where the new values come from.

use crate::source::{Location, Overlaid, Pointer};
use serde_json::Value;
use serde_json::map::Entry;
use serde_json_path::PathElement;

/// One step of the way to a value. The order is that of elements in an array.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

impl From<&PathElement<'_>> for Step {
    fn from(element: &PathElement<'_>) -> Self {
        match element {
            PathElement::Name(name) => Self::Key((*name).to_owned()),
            PathElement::Index(index) => Self::Index(*index),
        }
    }
}

/// Removes `last` from the value at `parent`.
pub(super) fn remove(overlaid: &mut Overlaid<'_>, parent: &Pointer, last: &Step) {
    let holder = overlaid.value.pointer_mut(parent.as_str());
    match (holder, last) {
        (Some(Value::Object(members)), Step::Key(key)) => {
            members.shift_remove(key);
            overlaid.provenance.forget(&parent.key(key));
        }
        (Some(Value::Array(elements)), Step::Index(index)) if *index < elements.len() => {
            let length = elements.len();
            elements.remove(*index);
            overlaid.provenance.remove(parent, length, *index);
        }
        // Already removed, with what held it.
        (_, Step::Key(_) | Step::Index(_)) => {}
    }
}

/// Merges `update`, which stands at `origin` in the overlay, into the object at `pointer`, or appends it to the array.
pub(super) fn update(
    overlaid: &mut Overlaid<'_>,
    pointer: &Pointer,
    update: &Value,
    origin: &Location,
) {
    let Some(target) = overlaid.value.pointer_mut(pointer.as_str()) else {
        return;
    };
    let provenance = &mut *overlaid.provenance;
    if let Value::Array(elements) = target {
        provenance.push(pointer, elements.len(), origin.clone());
        elements.push(update.clone());
    } else {
        merge(target, update, pointer, origin, provenance);
    }
}

/// Recursion is bounded by the depth of `update`, which the parsers bound.
fn merge(
    target: &mut Value,
    update: &Value,
    pointer: &Pointer,
    origin: &Location,
    provenance: &mut crate::source::Provenance,
) {
    match (target, update) {
        (Value::Object(members), Value::Object(updates)) => {
            for (key, update) in updates {
                let pointer = pointer.key(key);
                let origin = origin.key(key);
                match members.entry(key) {
                    Entry::Occupied(mut member) => {
                        merge(member.get_mut(), update, &pointer, &origin, provenance);
                    }
                    Entry::Vacant(place) => {
                        place.insert(update.clone());
                        provenance.set(&pointer, origin);
                    }
                }
            }
        }
        (Value::Array(elements), Value::Array(updates)) => {
            for (index, update) in updates.iter().enumerate() {
                provenance.push(pointer, elements.len(), origin.index(index));
                elements.push(update.clone());
            }
        }
        (target, update) => {
            *target = update.clone();
            provenance.set(pointer, origin.clone());
        }
    }
}

//! What readers are told of the values that the document allows beside their type.

use super::docs::{DocText, code_span};
use crate::ir::{Bounds, ExactNumber, OwnBounds};

/// The longest pattern that is shown.
const MAX_PATTERN: usize = 80;

/// A sentence, `Allowed: 1 to 9 characters.`, or nothing.
pub(super) fn sentence(bounds: Option<&Bounds>) -> DocText {
    let text = bounds.map(phrases).unwrap_or_default().join(", ");
    if text.is_empty() {
        DocText::default()
    } else {
        DocText::own(&format!("Allowed: {text}."))
    }
}

fn phrases(bounds: &Bounds) -> Vec<String> {
    let own = &bounds.own;
    let elements = count(own.min_items, own.max_items, "element");
    let entries = count(own.min_properties, own.max_properties, "entry");
    let unique = own.unique_items.then(|| "none of them twice".to_owned());
    let multiple = own.multiple_of.as_ref();
    let multiple = multiple.map(|number| format!("a multiple of {number}"));
    let each = bounds.each.as_deref().map(phrases).unwrap_or_default();
    let each = (!each.is_empty()).then(|| format!("each {}", each.join(", ")));
    range(own)
        .into_iter()
        .chain(multiple)
        .chain(count(own.min_length, own.max_length, "character"))
        .chain(own.pattern.as_deref().and_then(pattern))
        .chain(elements)
        .chain(entries)
        .chain(unique)
        .chain(each)
        .collect()
}

fn range(own: &OwnBounds) -> Option<String> {
    let least = |number: &ExactNumber| {
        let word = if own.exclusive_minimum {
            "more than"
        } else {
            "at least"
        };
        format!("{word} {number}")
    };
    let most = |number: &ExactNumber| {
        let word = if own.exclusive_maximum {
            "less than"
        } else {
            "at most"
        };
        format!("{word} {number}")
    };
    match (&own.minimum, &own.maximum) {
        (Some(minimum), Some(maximum)) if !own.exclusive_minimum && !own.exclusive_maximum => {
            Some(format!("{minimum} to {maximum}"))
        }
        (Some(minimum), Some(maximum)) => Some(format!("{} and {}", least(minimum), most(maximum))),
        (Some(minimum), None) => Some(least(minimum)),
        (None, Some(maximum)) => Some(most(maximum)),
        (None, None) => None,
    }
}

fn count(least: Option<u64>, most: Option<u64>, what: &str) -> Option<String> {
    let plural = |number: u64| match (number, what.strip_suffix('y')) {
        (1, _) => what.to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        (_, None) => format!("{what}s"),
    };
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(format!("{most} {}", plural(most))),
        (Some(least), Some(most)) => Some(format!("{least} to {most} {}", plural(most))),
        (Some(least), None) => Some(format!("at least {least} {}", plural(least))),
        (None, Some(most)) => Some(format!("at most {most} {}", plural(most))),
        (None, None) => None,
    }
}

fn pattern(pattern: &str) -> Option<String> {
    let is_shown = !pattern.is_empty() && pattern.chars().count() <= MAX_PATTERN;
    is_shown.then(|| format!("of the form {}", code_span(pattern)))
}

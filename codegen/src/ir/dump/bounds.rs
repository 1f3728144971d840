//! What a value is held to, as text.

use crate::ir::Bounds;

/// ` held to >= 1, < 9`, or nothing.
pub(super) fn text(bounds: Option<&Bounds>) -> String {
    let parts = bounds.map(parts).unwrap_or_default();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" held to {}", parts.join(", "))
    }
}

fn parts(bounds: &Bounds) -> Vec<String> {
    let own = &bounds.own;
    let or_equal = |exclusive: bool| if exclusive { "" } else { "=" };
    let least = own.minimum.as_ref();
    let least = least.map(|number| format!(">{} {number}", or_equal(own.exclusive_minimum)));
    let most = own.maximum.as_ref();
    let most = most.map(|number| format!("<{} {number}", or_equal(own.exclusive_maximum)));
    let multiple = own.multiple_of.as_ref();
    let each = bounds.each.as_deref().map(parts).unwrap_or_default();
    [
        least,
        most,
        multiple.map(|number| format!("multiple of {number}")),
        range("length", own.min_length, own.max_length),
        own.pattern
            .as_ref()
            .map(|pattern| format!("{:?} {pattern:?}", bounds.pattern)),
        range("items", own.min_items, own.max_items),
        range("properties", own.min_properties, own.max_properties),
        own.unique_items.then(|| "unique".to_owned()),
        (!each.is_empty()).then(|| format!("each ({})", each.join(", "))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn range(what: &str, least: Option<u64>, most: Option<u64>) -> Option<String> {
    let digits = |number: Option<u64>| number.map(|number| number.to_string());
    let (least, most) = (digits(least), digits(most));
    let known = least.is_some() || most.is_some();
    let text = format!(
        "{what} {}..{}",
        least.unwrap_or_default(),
        most.unwrap_or_default()
    );
    known.then_some(text)
}

//! How deep things nest, so that no action can make a document that overflows the stack of a later stage.

use serde_json::Value;

/// How deep a document may nest after its overlay; that of the parsers.
pub(super) const LIMIT: usize = 127;

/// How many levels of arrays and objects `value` has; bounded by the parsers.
pub(super) fn of(value: &Value) -> usize {
    match value {
        Value::Array(elements) => 1 + elements.iter().map(of).max().unwrap_or_default(),
        Value::Object(members) => 1 + members.values().map(of).max().unwrap_or_default(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// The largest number of brackets and parentheses that are open at once in a query.
pub(super) fn open_brackets(query: &str) -> usize {
    let mut open = 0_usize;
    let mut most = 0;
    for byte in query.bytes() {
        match byte {
            b'(' | b'[' => open += 1,
            b')' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

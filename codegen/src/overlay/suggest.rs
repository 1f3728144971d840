//! What to tell the author of a target that matches nothing.

use crate::nearest::nearest;
use serde_json::Value;
use serde_json_path::JsonPath;

/// How many keys are listed.
const LISTED: usize = 8;

/// A help line: the longest part of `target` that matches, and what is there.
pub(super) fn existing(value: &Value, target: &str) -> String {
    let found = segment_starts(target).into_iter().rev().find_map(|start| {
        let prefix = target.get(..start)?;
        let node = JsonPath::parse(prefix).ok()?.query(value).first()?;
        Some((prefix, target.get(start..)?, node))
    });
    let removal = "if the correction is no longer needed, remove the action";
    match found {
        Some((prefix, rest, Value::Object(members))) => {
            let keys: Vec<&str> = members.keys().map(String::as_str).collect();
            format!(
                "{}; {removal}",
                similar_or_all(prefix, missing_name(rest), &keys)
            )
        }
        Some((prefix, _, Value::Array(elements))) => {
            format!(
                "`{prefix}` is an array of {} elements; {removal}",
                elements.len()
            )
        }
        Some((prefix, ..)) => format!("`{prefix}` holds no other values; {removal}"),
        None => removal.to_owned(),
    }
}

fn similar_or_all(prefix: &str, name: &str, keys: &[&str]) -> String {
    if let Some(key) = nearest(name, keys.iter().copied()) {
        let quoted = key.replace('\\', "\\\\").replace('\'', "\\'");
        return format!("perhaps `{prefix}['{quoted}']` is meant");
    }
    let listed: Vec<&str> = keys.iter().take(LISTED).copied().collect();
    let more = if keys.len() > LISTED { ", …" } else { "" };
    format!("`{prefix}` has the keys `{}`{more}", listed.join("`, `"))
}

/// The name that the first segment of `rest` asks for: `.get…` and `['get']…` ask for `get`.
fn missing_name(rest: &str) -> &str {
    let end = segment_starts(rest).into_iter().find(|start| *start > 0);
    let segment = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    segment.trim_matches(['.', '[', ']', '\'', '"'])
}

/// The offsets at which the segments of a query begin: at dots and brackets that are not inside brackets.
fn segment_starts(query: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut depth = 0_usize;
    let mut quote = None;
    let mut escaped = false;
    for (offset, byte) in query.bytes().enumerate() {
        if let Some(open) = quote {
            quote = Some(open).filter(|_| escaped || byte != open);
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        if depth == 0 && matches!(byte, b'.' | b'[') {
            starts.push(offset);
        }
        match byte {
            b'\'' | b'"' => quote = Some(byte),
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    starts.push(query.len());
    starts
}

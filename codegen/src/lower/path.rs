//! Path templates: literal text, parameters, and the literal query behind them.

use crate::ir::{Param, ParamIdx, ParamPlace, Segment};
use std::fmt::Write as _;

/// A path template as written, in its parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Template {
    /// The path.
    pub(super) parts: Vec<Part>,
    /// The pairs of the query, as written.
    pub(super) query: Vec<String>,
    /// What follows `#`.
    pub(super) fragment: Option<String>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text, not yet encoded.
    Literal(String),
    /// `{name}`.
    Param(String),
}

/// A brace without its other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unbalanced;

/// Takes a key of `paths` apart.
pub(super) fn parse(template: &str) -> Result<Template, Unbalanced> {
    let (rest, fragment) = match template.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment.to_owned())),
        None => (template, None),
    };
    let (path, query) = match rest.split_once('?') {
        Some((path, query)) => (path, query),
        None => (rest, ""),
    };
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    Ok(Template {
        parts: parts(path)?,
        query: pairs.map(str::to_owned).collect(),
        fragment,
    })
}

/// Takes text with `{name}`s apart.
pub(super) fn parts(text: &str) -> Result<Vec<Part>, Unbalanced> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((literal, tail)) = rest.split_once('{') {
        if literal.contains('}') {
            return Err(Unbalanced);
        }
        let (name, tail) = tail.split_once('}').ok_or(Unbalanced)?;
        if name.contains('{') || name.is_empty() {
            return Err(Unbalanced);
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(literal.to_owned()));
        }
        parts.push(Part::Param(name.to_owned()));
        rest = tail;
    }
    if rest.contains('}') {
        return Err(Unbalanced);
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest.to_owned()));
    }
    Ok(parts)
}

/// What keeps servers from seeing the path as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Oddity {
    /// A segment `.` or `..`, also when it is percent-encoded: URLs leave it out, and so the run-time refuses it.
    DotSegment,
    /// `//` at the beginning: in a URL of its own, a host follows it.
    EmptyStart,
}

/// The oddity of a path, if it has one.
pub(super) fn oddity(parts: &[Part]) -> Option<Oddity> {
    let text: String = parts
        .iter()
        .map(|part| match part {
            Part::Literal(text) => text.as_str(),
            // Whatever the value is, it is more than the dots beside it.
            Part::Param(_) => "{}",
        })
        .collect();
    let decoded = text
        .to_ascii_lowercase()
        .replace("%2e", ".")
        .replace("%2f", "/")
        .replace("%5c", "\\");
    let mut segments = decoded.split(['/', '\\']);
    if segments.any(|segment| matches!(segment, "." | "..")) {
        return Some(Oddity::DotSegment);
    }
    text.starts_with("//").then_some(Oddity::EmptyStart)
}

/// The segments of a path: `prefix` and all literals encoded and joined, parameters by their place.
pub(super) fn segments(
    prefix: &str,
    parts: &[Part],
    mut place_of: impl FnMut(&str) -> ParamIdx,
) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut literal = encode_path(prefix);
    let starts_with_slash =
        matches!(parts.first(), Some(Part::Literal(text)) if text.starts_with('/'));
    if !starts_with_slash {
        literal.push('/');
    }
    for part in parts {
        match part {
            Part::Literal(text) => literal.push_str(&encode_path(text)),
            Part::Param(name) => {
                if !literal.is_empty() {
                    segments.push(Segment::Literal(std::mem::take(&mut literal)));
                }
                segments.push(Segment::Param(place_of(name)));
            }
        }
    }
    if !literal.is_empty() {
        segments.push(Segment::Literal(literal));
    }
    segments
}

/// The query that is sent as written: without the pairs that a parameter sends and those that only document one.
pub(super) fn literal_query(pairs: &[String], params: &[Param]) -> Option<String> {
    let sent = pairs.iter().filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        let is_declared = params.iter().any(|param| {
            matches!(param.place, ParamPlace::Query(_) | ParamPlace::RawQuery)
                && param.wire.as_str() == name
        });
        !pair.contains('{') && !is_declared
    });
    let sent: Vec<String> = sent.map(|pair| encode(pair, is_query_character)).collect();
    (!sent.is_empty()).then(|| sent.join("&"))
}

/// Percent-encodes what may not stand in a path; escapes that are there already stay.
pub(super) fn encode_path(text: &str) -> String {
    encode(text, |character| {
        is_query_character(character) && character != '?'
    })
}

fn encode(text: &str, is_allowed: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        let is_escape = character == '%' && is_hex_pair(text.get(index + 1..index + 3));
        if is_escape || is_allowed(character) {
            encoded.push(character);
            continue;
        }
        let mut buffer = [0; 4];
        for byte in character.encode_utf8(&mut buffer).bytes() {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Whether a text is what follows the sign of an escape.
pub(super) fn is_hex_pair(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// RFC 3986: `query`, less the quote, which ends an attribute in many a log.
fn is_query_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~!$&()*+,;=:@/?".contains(character)
}

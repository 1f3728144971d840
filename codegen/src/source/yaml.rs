//! Reads YAML: values by `serde_yaml`, spans by the events of `saphyr-parser`.
//!
//! The only file that knows either of them, so that another reader can take their place.

use super::fault::Fault;
use super::lines::LineIndex;
use super::spans::{Container, SpanBuilder, SpanIndex};
use super::value::{BUDGET_EXCEEDED, MERGE_KEY, MergeKeys, NOT_FINITE, NOT_MERGED, Watch};
use crate::diagnostics::code;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde::de::DeserializeSeed;
use serde_json::Value;
use std::collections::BTreeMap;

const TOO_DEEP: &str = "values are nested deeper than 127 levels";
/// How many brackets may be open before it is looked into whether they nest.
const SUSPICIOUS: usize = 128;

/// The value of `text`.
pub(super) fn parse(text: &str, watch: &Watch) -> Result<Value, Fault> {
    if let Some(offset) = too_deep(text) {
        return Err(Fault::at(code::TOO_DEEP, offset, TOO_DEEP));
    }
    watch
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|error| fault(text, &error))
}

/// What the key `<<` means in `text`: where a key is written so in quotes anywhere, it is a name, since the values do not
/// tell.
pub(super) fn merge_keys(text: &str) -> MergeKeys {
    let is_suspicious = ["'<<'", "\"<<\""].iter().any(|key| text.contains(key));
    if is_suspicious && has_quoted_merge_key(text) {
        MergeKeys::Names
    } else {
        MergeKeys::Applied
    }
}

fn has_quoted_merge_key(text: &str) -> bool {
    // For each open collection whether a key comes next; in an array never.
    let mut open = Vec::new();
    for (event, _) in Parser::new_from_str(text).map_while(Result::ok) {
        let is_key = open.last() == Some(&Some(true));
        match &event {
            Event::Scalar(name, style, ..)
                if is_key && name == MERGE_KEY && *style != ScalarStyle::Plain =>
            {
                return true;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                continue;
            }
            Event::Scalar(..)
            | Event::Alias(_)
            | Event::SequenceStart(..)
            | Event::MappingStart(..) => {}
            _ => continue,
        }
        if let Some(Some(expects_key)) = open.last_mut() {
            *expects_key = !*expects_key;
        }
        match event {
            Event::SequenceStart(..) => open.push(None),
            Event::MappingStart(..) => open.push(Some(true)),
            _ => {}
        }
    }
    false
}

/// The spans of the values of `text`, as far as it is YAML. What stands behind an alias has those of its anchor.
pub(super) fn spans(text: &str) -> SpanIndex {
    let lines = LineIndex::new(text);
    let mut builder = SpanBuilder::default();
    let mut anchors = BTreeMap::new();
    let mut last_end = 0;
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        let start = lines.byte_of_character(text, span.start.index());
        let end = lines.byte_of_character(text, span.end.index()).max(start);
        if !builder.expects_key() {
            anchors.extend(anchor(&event).map(|anchor| (anchor, builder.next_node())));
        }
        match event {
            Event::Scalar(name, ..) if builder.expects_key() => {
                builder.key(name.into_owned(), start..end);
            }
            Event::Alias(_) if builder.expects_key() => builder.key(String::new(), start..end),
            Event::Alias(anchor) => {
                let node = anchors.get(&anchor).copied();
                builder.alias(start..trim_end(text, start, end), node);
            }
            Event::Scalar(value, ScalarStyle::Plain, ..) if is_null(&value) => {
                builder.null(start..trim_end(text, start, end));
            }
            Event::Scalar(..) => {
                builder.scalar(start..trim_end(text, start, end));
            }
            Event::SequenceStart(..) => builder.begin(Container::Array, start),
            Event::MappingStart(..) => builder.begin(Container::Object, start),
            // The end of a block collection is seen only at the next token, some lines further down.
            Event::SequenceEnd | Event::MappingEnd => {
                builder.end(end_of_collection(last_end, start, end));
            }
            Event::DocumentEnd => break,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
        if end > start {
            last_end = end;
        }
    }
    builder.finish()
}

/// The anchor of a value, by which an alias can stand for it.
fn anchor(event: &Event<'_>) -> Option<usize> {
    let anchor = match event {
        Event::Scalar(_, _, anchor, _)
        | Event::SequenceStart(anchor, _)
        | Event::MappingStart(anchor, _) => *anchor,
        Event::Alias(_)
        | Event::Nothing
        | Event::StreamStart
        | Event::StreamEnd
        | Event::DocumentStart(_)
        | Event::DocumentEnd
        | Event::SequenceEnd
        | Event::MappingEnd => 0,
    };
    // The parser counts from 1.
    (anchor > 0).then_some(anchor)
}

/// Whether a scalar without quotes is YAML's null.
fn is_null(scalar: &str) -> bool {
    matches!(scalar, "" | "~" | "null" | "Null" | "NULL")
}

fn end_of_collection(last_end: usize, start: usize, end: usize) -> usize {
    if end > start { end } else { last_end }
}

fn trim_end(text: &str, start: usize, end: usize) -> usize {
    let scalar = text.get(start..end).unwrap_or_default();
    start + scalar.trim_end().len()
}

/// The offset at which flow collections nest far too deep. The scanner of `serde_yaml` looks at all open ones for each
/// token before its limit is reached; that of `saphyr-parser` has a limit of its own.
fn too_deep(text: &str) -> Option<usize> {
    if !has_many_open_brackets(text) {
        return None;
    }
    let fault = Parser::new_from_str(text).find_map(Result::err)?;
    let character = fault.marker().index();
    let too_deep = fault.info().contains("recursion limit");
    too_deep.then(|| LineIndex::new(text).byte_of_character(text, character))
}

/// A guess that is cheap, and wrong only in one direction: brackets in strings and comments count as well.
fn has_many_open_brackets(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > SUSPICIOUS
    })
}

/// Where the scalar without quotes begins that goes on at `offset`.
fn start_of_scalar(text: &str, offset: usize) -> usize {
    let ends_other = |character: char| character.is_whitespace() || ",[{:".contains(character);
    let before = text.get(..offset).unwrap_or_default();
    let other = before.char_indices().rev().find(|(_, c)| ends_other(*c));
    other.map_or(0, |(at, character)| at + character.len_utf8())
}

fn fault(text: &str, error: &serde_yaml::Error) -> Fault {
    let offset = error.location().map_or(0, |location| location.index());
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default();
    if reason.contains("more than one document") {
        let offset = text.find("\n---").map_or(0, |offset| offset + 1);
        return Fault::at(
            code::NOT_JSON_OR_YAML,
            offset,
            "the file holds more than one document",
        )
        .help("keep one document in the file");
    }
    if reason.contains("recursion limit exceeded") {
        return Fault::at(
            code::TOO_DEEP,
            offset,
            "values are nested deeper than 127 levels",
        );
    }
    if reason.contains("repetition limit exceeded") || reason.contains(BUDGET_EXCEEDED) {
        return Fault::at(code::TOO_LARGE, offset, BUDGET_EXCEEDED)
            .help("write the repeated parts as definitions and refer to them by `$ref`");
    }
    if reason.contains(NOT_MERGED) {
        return Fault::at(code::NOT_JSON_OR_YAML, offset, NOT_MERGED);
    }
    if reason.contains(NOT_FINITE) {
        let message = "a number is infinite or not a number";
        let mut fault = Fault::at(code::NUMBER_OUT_OF_RANGE, offset, message);
        fault.bytes.start = start_of_scalar(text, offset);
        return fault;
    }
    Fault::at(
        code::NOT_JSON_OR_YAML,
        offset,
        format!("this is not YAML: {reason}"),
    )
}

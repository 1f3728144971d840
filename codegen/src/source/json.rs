//! Reads JSON: values by `serde_json`, spans by a scanner of our own.
//!
//! Invariant: nothing here recurses deeper than [`MAX_DEPTH`], whatever the text is.

use super::fault::Fault;
use super::lines::LineIndex;
use super::spans::{Container, SpanBuilder, SpanIndex};
use super::value::Watch;
use crate::diagnostics::code;
use serde::de::DeserializeSeed;
use serde_json::Value;
use serde_json::error::Category;
use std::ops::Range;

/// How deep arrays and objects may nest; `serde_json` has the same limit.
pub(super) const MAX_DEPTH: usize = 127;

/// The value of `text`.
pub(super) fn parse(text: &str, watch: &Watch) -> Result<Value, Fault> {
    if let Some(offset) = too_deep(text) {
        let message = format!("values are nested deeper than {MAX_DEPTH} levels");
        return Err(Fault::at(code::TOO_DEEP, offset, message));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    watch
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| fault(text, &error))
}

/// The spans of the values of `text`, as far as it is JSON.
pub(super) fn spans(text: &str) -> SpanIndex {
    let mut builder = SpanBuilder::default();
    for token in tokens(text) {
        let bytes = token.bytes;
        match token.kind {
            TokenKind::Open(container) => builder.begin(container, bytes.start),
            TokenKind::Close => builder.end(bytes.end),
            TokenKind::Text if builder.expects_key() => {
                let name = unquoted(text.get(bytes.clone()).unwrap_or_default());
                builder.key(name, bytes);
            }
            TokenKind::Word if text.get(bytes.clone()) == Some("null") => builder.null(bytes),
            TokenKind::Text | TokenKind::Word => builder.scalar(bytes),
        }
    }
    builder.finish()
}

/// The offset of the first bracket that is nested too deep.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for token in tokens(text) {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Text | TokenKind::Word => {}
        }
        if depth > MAX_DEPTH {
            return Some(token.bytes.start);
        }
    }
    None
}

struct Token {
    kind: TokenKind,
    bytes: Range<usize>,
}

#[derive(Clone, Copy)]
enum TokenKind {
    Open(Container),
    Close,
    /// A string with its quotes.
    Text,
    /// A number, `true`, `false`, `null`, or anything else that is not JSON.
    Word,
}

/// The tokens of `text`; commas, colons and space lie between them.
fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let bytes = text.as_bytes();
    let mut offset = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(offset..)?;
        let start = offset + rest.iter().position(|byte| !is_separator(*byte))?;
        let rest = bytes.get(start..)?;
        let (kind, length) = match rest.first()? {
            b'{' => (TokenKind::Open(Container::Object), 1),
            b'[' => (TokenKind::Open(Container::Array), 1),
            b'}' | b']' => (TokenKind::Close, 1),
            b'"' => (TokenKind::Text, string_length(rest)),
            _ => (TokenKind::Word, word_length(rest)),
        };
        offset = start + length;
        Some(Token {
            kind,
            bytes: start..offset,
        })
    })
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':')
}

fn string_length(rest: &[u8]) -> usize {
    let mut escaped = false;
    let end = rest.iter().skip(1).position(|byte| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |end| end + 2)
}

fn word_length(rest: &[u8]) -> usize {
    rest.iter()
        .position(|byte| is_separator(*byte) || matches!(byte, b'{' | b'[' | b'}' | b']' | b'"'))
        .unwrap_or(rest.len())
}

fn unquoted(token: &str) -> String {
    if token.contains('\\') {
        serde_json::from_str(token).unwrap_or_default()
    } else {
        token.trim_matches('"').to_owned()
    }
}

fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let lines = LineIndex::new(text);
    // The parser counts columns in bytes, and stands behind the byte it stumbled over.
    let offset = lines.line_start(error.line()) + error.column().saturating_sub(1);
    let offset = floor_character(text, offset);
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default();
    if reason == "number out of range" {
        return number_out_of_range(text, offset);
    }
    let found = text.get(offset..).unwrap_or_default();
    let fault = |message: String| Fault::at(code::NOT_JSON_OR_YAML, offset, message);
    if reason == "trailing characters" {
        return fault("text follows the end of the document".to_owned())
            .help("a file holds one document: remove the rest, or move it to another file");
    }
    if reason == "trailing comma" {
        return fault("a comma stands before the closing bracket".to_owned())
            .help("remove the comma: JSON has none behind the last member");
    }
    if found.starts_with("//") || found.starts_with("/*") || found.starts_with('#') {
        return fault("a comment stands in JSON".to_owned())
            .help("remove the comment: JSON has none; or write the document as YAML");
    }
    match error.classify() {
        Category::Eof => fault("the text ends in the middle of the document".to_owned())
            .help("the file may have been cut off; get it again"),
        Category::Io | Category::Syntax | Category::Data => {
            fault(format!("this is not JSON: {reason}"))
        }
    }
}

fn number_out_of_range(text: &str, offset: usize) -> Fault {
    let token = tokens(text).find(|token| token.bytes.end > offset);
    let bytes = token.map_or(offset..offset + 1, |token| token.bytes);
    let number = text.get(bytes.clone()).unwrap_or_default();
    let shown: String = number.chars().take(40).collect();
    let mut fault = Fault::at(
        code::NUMBER_OUT_OF_RANGE,
        bytes.start,
        format!("the number `{shown}` is too large for a 64-bit float"),
    );
    fault.bytes = bytes;
    fault
}

/// The start of the character that the byte at `offset` belongs to.
fn floor_character(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset)
        .rev()
        .find(|offset| text.is_char_boundary(*offset))
        .unwrap_or_default()
}

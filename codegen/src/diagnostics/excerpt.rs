//! The piece of a line that is shown around a span: enough to recognize the place, however long the line is.

use std::ops::Range;

/// How many characters are kept before the beginning of the span.
const BEFORE: usize = 200;
/// How many characters are kept from the beginning of the span on.
const BEHIND: usize = 200;

/// One line, or a part of it with `…` where it was cut.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The bytes of `text` to underline, at least one character where there is one.
    pub(super) marked: Range<usize>,
    /// Whether the beginning of the line is missing, so that columns cannot be counted in `text`.
    pub(super) start: LineStart,
}

/// How an excerpt begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineStart {
    Shown,
    CutOff,
}

impl Excerpt {
    /// What to show for these bytes of `text`.
    pub(super) fn new(text: &str, bytes: Range<usize>) -> Self {
        let (before, behind) = text.split_at_checked(bytes.start).unwrap_or_default();
        let (cut_before, head) = split_before(before);
        let (tail, cut_behind) = split_behind(behind);
        let (start, ellipsis_before) = if ends_inside_line(cut_before) {
            (LineStart::CutOff, "…")
        } else {
            (LineStart::Shown, "")
        };
        let ellipsis_behind = if begins_inside_line(cut_behind) {
            "…"
        } else {
            ""
        };
        let from = ellipsis_before.len() + head.len();
        let marked = from..from + marked_length(tail, bytes.len());
        Self {
            text: [ellipsis_before, head, tail, ellipsis_behind].concat(),
            marked,
            start,
        }
    }
}

/// Splits off the end of `text` that is on the same line and not too far away.
fn split_before(text: &str) -> (&str, &str) {
    let on_line = |(_, character): &(usize, char)| *character != '\n';
    let near = text.char_indices().rev().take(BEFORE).take_while(on_line);
    let start = near.last().map_or(text.len(), |(offset, _)| offset);
    text.split_at_checked(start).unwrap_or_default()
}

/// Splits off the beginning of `text` that is on the same line and not too far away.
fn split_behind(text: &str) -> (&str, &str) {
    let on_line = |(_, character): &(usize, char)| !matches!(character, '\n' | '\r');
    let near = text.char_indices().take(BEHIND).take_while(on_line);
    let end = near
        .last()
        .map_or(0, |(offset, character)| offset + character.len_utf8());
    text.split_at_checked(end).unwrap_or_default()
}

fn ends_inside_line(text: &str) -> bool {
    !text.is_empty() && !text.ends_with('\n')
}

fn begins_inside_line(text: &str) -> bool {
    !text.is_empty() && !text.starts_with(['\n', '\r'])
}

/// `length`, but whole characters, at least one, and no more than there are.
fn marked_length(tail: &str, length: usize) -> usize {
    let ends = tail
        .char_indices()
        .map(|(offset, character)| offset + character.len_utf8());
    let mut inside = 0;
    for end in ends {
        inside = end;
        if end >= length {
            break;
        }
    }
    inside
}

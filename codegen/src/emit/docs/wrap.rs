//! Breaks long lines between words, never where the next word would mean something at the beginning of a line.

use super::inline;

/// The lines of `text`, at most `width` characters each where its words allow that.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.chars().count() <= width {
        return vec![text.to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let fits = line.chars().count() + 1 + piece.chars().count() <= width;
        if line.is_empty() {
            line = piece;
        } else if fits || means_something_first(&piece) || means_something_alone(&line) {
            line.push(' ');
            line.push_str(&piece);
        } else {
            lines.push(std::mem::replace(&mut line, piece));
        }
    }
    lines.push(line);
    lines
}

/// The words of `text`; code with spaces in it is one.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = inline::piece_length(rest, ' ');
        if first != ' ' {
            piece.push_str(rest.get(..length).unwrap_or_default());
        } else if !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    pieces.push(piece);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether `line` would be a rule or an item without content.
fn means_something_alone(line: &str) -> bool {
    means_something_first(line) && !line.contains(|next: char| next.is_alphabetic())
}

/// Whether `word` could begin an item, a heading, code, a table or a rule.
fn means_something_first(word: &str) -> bool {
    let number = word.trim_start_matches(|next: char| next.is_ascii_digit());
    let is_number = number.len() < word.len() && number.starts_with(['.', ')']);
    let is_mark = word.chars().all(|next| "-+*=_#:| ".contains(next));
    is_number
        || is_mark
        || word.starts_with("```")
        || word.starts_with("~~~")
        || word.starts_with('|')
}

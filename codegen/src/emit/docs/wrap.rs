//! Breaks long lines between words, never where the next word would mean something at the beginning of a line.

use super::inline;

/// The lines of `text`, at most `width` characters each where its words allow that.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.chars().count() <= width {
        return vec![text.to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    // How wide the line is; to count it again for each word would take long.
    let mut used = 0;
    for piece in pieces(text) {
        let length = piece.chars().count();
        let fits = used + 1 + length <= width;
        if line.is_empty() {
            line.push_str(piece);
            used = length;
        } else if fits || means_something_first(piece) || means_something_alone(&line) {
            line.push(' ');
            line.push_str(piece);
            used += 1 + length;
        } else {
            lines.push(std::mem::replace(&mut line, piece.to_owned()));
            used = length;
        }
    }
    lines.push(line);
    lines
}

/// The words of `text`; code with spaces in it is one.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    while let Some(rest) = text.get(end..).filter(|rest| !rest.is_empty()) {
        let length = inline::piece_length(rest, ' ');
        if rest.starts_with(' ') {
            pieces.extend(text.get(start..end));
            start = end + length;
        }
        end += length;
    }
    pieces.extend(text.get(start..end));
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

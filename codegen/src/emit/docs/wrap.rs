//! Breaks long lines between words, never where the next word would mean something at the beginning of a line.

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
        } else if fits || means_something_first(&piece) {
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
    let mut pieces: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match pieces.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_owned()),
        }
        let ticks = word.replace("\\`", "").matches('`').count();
        open ^= ticks % 2 == 1;
    }
    pieces
}

/// Whether `word` could begin an item, a heading, a table or a rule.
fn means_something_first(word: &str) -> bool {
    let number = word.trim_start_matches(|next: char| next.is_ascii_digit());
    let is_number = number.len() < word.len() && number.starts_with(['.', ')']);
    is_number || word.starts_with(['-', '+', '*', '#', '=', '_', '~', '|', ':', '`'])
}

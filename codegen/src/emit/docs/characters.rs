//! Which characters of a text may stand in a doc comment at all.
//!
//! Invariant: the result has no control character but LF, no tab, nothing that changes the direction of text, no white
//! space at the ends of lines, and no blank line at its beginning or end or beside another.

use std::borrow::Cow;

/// `text` without what could make a comment look or lex differently from what it says.
pub(in crate::emit) fn clean(text: &str) -> String {
    let kept = if text.chars().all(is_kept) {
        Cow::Borrowed(text)
    } else {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.replace('\t', "    ");
        Cow::Owned(text.chars().filter(|&next| is_kept(next)).collect())
    };
    let mut clean = String::with_capacity(kept.len());
    let mut blank_before = true;
    for line in kept.lines().map(str::trim_end) {
        if !(line.is_empty() && blank_before) {
            clean.push_str(line);
            clean.push('\n');
        }
        blank_before = line.is_empty();
    }
    clean.truncate(clean.trim_end().len());
    clean
}

fn is_kept(character: char) -> bool {
    let changes_direction = matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let separates_lines = matches!(character, '\u{2028}' | '\u{2029}');
    let is_control = character.is_control() && character != '\n';
    !(changes_direction || separates_lines || is_control || character == '\u{FEFF}')
}

//! What is in a line: code, URLs, links, and the characters that would mean something to rustdoc.
//!
//! Invariant: in the result code begins and ends in the line, and outside it every `<`, `>`, `[` and `]` is escaped but
//! those of URLs and of links to `http:` and `https:`.

use super::code_words;

/// What `|` means in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pipes {
    /// Itself.
    AreText,
    /// The end of a cell, even within code.
    SeparateCells,
}

/// `line` with everything escaped that rustdoc would take for a tag, a link or the beginning of code.
pub(super) fn make_safe(line: &str, pipes: Pipes) -> String {
    let mut safe = String::with_capacity(line.len() + 8);
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let kept = escape_length(rest)
            .or_else(|| code_length(rest, pipes))
            .or_else(|| autolink_length(rest))
            .or_else(|| link_length(rest).filter(|_| !safe.ends_with('!')));
        let ticks = run_length(rest, '`');
        let taken = match (kept, url_length(rest)) {
            (Some(length), _) => push(&mut safe, rest, length),
            (None, Some(length)) => {
                safe.push('<');
                push(&mut safe, rest, length);
                safe.push('>');
                length
            }
            (None, None) if ticks > 0 => {
                safe.push_str(&"\\`".repeat(ticks));
                ticks
            }
            (None, None) if prose_length(rest) > 0 => {
                let (prose, after) = rest.split_at(prose_length(rest));
                safe.push_str(&code_words::mark(prose, &safe, after));
                prose.len()
            }
            (None, None) => {
                if matches!(first, '<' | '>' | '[' | ']' | '\\') {
                    safe.push('\\');
                }
                push(&mut safe, rest, first.len_utf8())
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    safe
}

/// The length of the text up to what may mean something to Markdown, a URL included.
fn prose_length(text: &str) -> usize {
    let means_something = |&(index, next): &(usize, char)| {
        matches!(next, '<' | '>' | '[' | ']' | '\\' | '`' | '*')
            || next == 'h' && text.get(index..).and_then(url_length).is_some()
    };
    let mut characters = text.char_indices();
    characters
        .find(means_something)
        .map_or(text.len(), |(index, _)| index)
}

fn push(safe: &mut String, rest: &str, length: usize) -> usize {
    safe.push_str(rest.get(..length).unwrap_or(rest));
    length
}

/// The length of what is one piece at the beginning of a text: code, backticks that open none, an escaped character,
/// or text up to one of these or of `ends`; at least one character.
pub(super) fn piece_length(text: &str, ends: char) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let plain = length_before(text, &['\\', '`', ends]);
    if plain > 0 {
        return plain;
    }
    escape_length(text)
        .or_else(|| code_length(text, Pipes::AreText))
        .unwrap_or_else(|| run_length(text, '`').max(first))
}

fn length_before(text: &str, ends: &[char]) -> usize {
    text.find(ends).unwrap_or(text.len())
}

/// `\` and the punctuation behind it.
fn escape_length(rest: &str) -> Option<usize> {
    let next = rest.strip_prefix('\\')?.chars().next()?;
    next.is_ascii_punctuation().then_some(2)
}

/// Code from its opening to its closing backticks.
fn code_length(rest: &str, pipes: Pipes) -> Option<usize> {
    let ticks = run_length(rest, '`');
    if ticks == 0 {
        return None;
    }
    let mut position = ticks;
    loop {
        let behind = rest.get(position..)?;
        let start = position + behind.find('`')?;
        let length = run_length(rest.get(start..)?, '`');
        if length == ticks {
            let content = rest.get(ticks..start)?;
            let is_cut = pipes == Pipes::SeparateCells && content.contains('|');
            return (!is_cut).then_some(start + length);
        }
        position = start + length;
    }
}

/// `<https://…>`.
fn autolink_length(rest: &str) -> Option<usize> {
    let url = rest.strip_prefix('<')?;
    let length = url_length(url)?;
    url.get(length..)?.starts_with('>').then_some(length + 2)
}

/// `[text](https://…)`: what leads out of the documentation cannot lead to an item of it.
fn link_length(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('[')?;
    let end = inner.find(['[', ']', '<', '>', '`', '\\', '|', '!'])?;
    let target = inner.get(end..)?.strip_prefix("](")?;
    let length = url_length(target)?;
    let is_link = end > 0 && target.get(length..)?.starts_with(')');
    is_link.then_some(1 + end + 2 + length + 1)
}

/// A URL, without the punctuation behind it.
fn url_length(rest: &str) -> Option<usize> {
    let host = rest
        .strip_prefix("https://")
        .or_else(|| rest.strip_prefix("http://"))?;
    let ends =
        |next: char| next.is_whitespace() || next.is_control() || "<>[]()\"'`|\\^*".contains(next);
    let host = host.get(..host.find(ends).unwrap_or(host.len()))?;
    let host = host.trim_end_matches(['.', ',', ';', ':', '!', '?', '_', '~']);
    let scheme = if rest.starts_with("https") { 8 } else { 7 };
    (!host.is_empty()).then_some(scheme + host.len())
}

/// Whether a safe line holds a link, whose text may have spaces.
pub(super) fn has_link(safe: &str) -> bool {
    safe.contains("](http")
}

/// The content of an item, whose own beginning shall not open another block within it.
pub(super) fn escape_start(content: &str) -> String {
    let digits = content.len()
        - content
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let behind = content.get(digits..).unwrap_or_default();
    if digits > 0 && behind.starts_with(['.', ')']) {
        format!("{}\\{behind}", content.get(..digits).unwrap_or_default())
    } else if content.starts_with(['-', '+', '#', '=', '~', '|'])
        || content.starts_with("* ")
        || content == "*"
    {
        format!("\\{content}")
    } else {
        content.to_owned()
    }
}

/// The parts of `line` between `<br>` and `<p>` outside code and tables; a paragraph begins with an empty part.
pub(super) fn split_at_breaks(line: &str) -> Vec<String> {
    if !line.contains('<') || line.trim_start().starts_with('|') {
        return vec![line.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut rest = line;
    while !rest.is_empty() {
        let tag = tag_length(rest);
        let length = piece_length(rest, '<');
        if let Some((length, breaks)) = tag {
            parts.extend(std::iter::repeat_n(String::new(), breaks));
            rest = rest.get(length..).unwrap_or_default();
        } else {
            if let Some(part) = parts.last_mut() {
                part.push_str(rest.get(..length).unwrap_or_default());
            }
            rest = rest.get(length..).unwrap_or_default();
        }
    }
    parts
}

/// The length of a tag that breaks a line, and how many breaks it is.
fn tag_length(rest: &str) -> Option<(usize, usize)> {
    let inner = rest.strip_prefix('<')?;
    let (tag, _) = inner.split_once('>')?;
    let breaks = match tag
        .trim_end_matches(['/', ' '])
        .to_ascii_lowercase()
        .as_str()
    {
        "br" => 1,
        "p" | "/p" => 2,
        _ => return None,
    };
    Some((tag.len() + 2, breaks))
}

/// How many times `text` begins with `mark`, which is ASCII.
fn run_length(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// The length of the longest run of `mark` in `text`.
pub(super) fn longest_run(text: &str, mark: char) -> usize {
    text.split(|next| next != mark)
        .map(str::len)
        .max()
        .unwrap_or_default()
}

//! As much of Rust's syntax as the rules need: code apart from comments and strings, and what brackets enclose.
//!
//! Invariant: [`Code`] has as many bytes as its text, and every line end at the same place, so offsets hold for both.

use std::ops::Range;

/// The code of a file: comments, the insides of strings and modules of unit tests are blank.
pub(super) struct Code(String);

/// A function with a body.
pub(super) struct Function<'a> {
    pub(super) name: &'a str,
    pub(super) at: usize,
    /// With its braces.
    pub(super) body: Range<usize>,
}

impl Code {
    pub(super) fn of(text: &str) -> Self {
        let mut code = Self(Blanker::new(text).run());
        code.blank_tests();
        code
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.0[..offset].matches('\n').count() + 1
    }

    pub(super) fn functions(&self) -> Vec<Function<'_>> {
        self.words("fn")
            .filter_map(|at| {
                let signature = at + "fn ".len();
                let name = self
                    .0
                    .get(signature..)?
                    .split(|c: char| !is_word(c))
                    .next()?;
                let body = self.enclosed(self.end_of_signature(signature)?)?;
                (!name.is_empty()).then_some(Function { name, at, body })
            })
            .collect()
    }

    /// The arguments of each call of the macro `name`, with their brackets.
    pub(super) fn macro_calls(&self, name: &str) -> Vec<Range<usize>> {
        self.words(name)
            .filter_map(|at| {
                let after = self.0[at + name.len()..].strip_prefix('!')?;
                let open = self.0.len() - after.trim_start().len();
                self.enclosed(open)
            })
            .collect()
    }

    /// Where `word` stands on its own.
    pub(super) fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.0
            .match_indices(word)
            .map(|(at, _)| at)
            .filter(move |&at| {
                let before = self.0[..at].chars().next_back();
                let after = self.0[at + word.len()..].chars().next();
                !before.is_some_and(is_word) && !after.is_some_and(is_word)
            })
    }

    /// The patterns of the arms that stand before the one at `at` in its match, without what their brackets hold.
    pub(super) fn patterns_before(&self, at: usize) -> Vec<String> {
        let mut arms = String::new();
        let mut depth = 0_usize;
        for character in self.0[..at].chars().rev() {
            match character {
                '}' | ')' | ']' => depth += 1,
                '{' | '(' | '[' if depth == 0 => break,
                '{' | '(' | '[' => depth -= 1,
                _ if depth > 0 => continue,
                _ => {}
            }
            arms.insert(0, character);
        }
        let mut parts: Vec<&str> = arms.split("=>").map(str::trim).collect();
        parts.pop();
        // Behind the body of the arm before, which ends with a comma unless it is a block.
        let pattern = |part: &&str| {
            let behind = part.strip_prefix("{}").unwrap_or(part);
            behind
                .rsplit(',')
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        parts.iter().map(pattern).collect()
    }

    /// Where the body begins, or the `;` in its place: not that of an array's type in the signature.
    fn end_of_signature(&self, from: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (offset, byte) in self.0.bytes().enumerate().skip(from) {
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.checked_sub(1)?,
                b'{' | b';' if depth == 0 => return Some(offset),
                _ => {}
            }
        }
        None
    }

    /// What the bracket at `open` encloses, with both brackets.
    fn enclosed(&self, open: usize) -> Option<Range<usize>> {
        let mut depth = 0_usize;
        for (offset, byte) in self.0.bytes().enumerate().skip(open) {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => depth = depth.checked_sub(1)?,
                _ => {}
            }
            if depth == 0 {
                return (offset > open).then_some(open..offset + 1);
            }
        }
        None
    }

    fn blank_tests(&mut self) {
        let starts: Vec<usize> = self
            .0
            .match_indices("#[cfg(test)]")
            .map(|(at, _)| at)
            .collect();
        for start in starts {
            let after = start + "#[cfg(test)]".len();
            let body = self.0[after..]
                .find(['{', ';'])
                .and_then(|at| self.enclosed(after + at));
            if let Some(body) = body {
                let blank: String = self.0[body.clone()].chars().map(blanked).collect();
                self.0.replace_range(body, &blank);
            }
        }
    }
}

/// Walks over a text and blanks what is not code.
struct Blanker<'a> {
    text: &'a str,
    at: usize,
    code: String,
}

impl<'a> Blanker<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            code: String::with_capacity(text.len()),
        }
    }

    fn run(mut self) -> String {
        while let Some(next) = self.rest().chars().next() {
            if self.rest().starts_with("//") {
                self.blank(self.rest().find('\n').unwrap_or(self.rest().len()));
            } else if self.rest().starts_with("/*") {
                self.blank(block_comment(self.rest()));
            } else if let Some(hashes) = raw_string(self.rest(), self.code.chars().next_back()) {
                self.keep(1 + hashes);
                self.string(&format!("\"{}", "#".repeat(hashes)), Escapes::None);
            } else if next == '"' {
                self.string("\"", Escapes::Backslash);
            } else if let Some(length) = character(self.rest()) {
                self.blank(length);
            } else {
                self.keep(next.len_utf8());
            }
        }
        self.code
    }

    /// A string at the current place; its quotes stay, so that it can be found again.
    fn string(&mut self, close: &str, escapes: Escapes) {
        self.keep(1);
        let end = end_of_string(self.rest(), close, escapes);
        self.blank(end);
        self.keep(close.len().min(self.rest().len()));
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn keep(&mut self, length: usize) {
        let kept = self.rest()[..length].chars();
        // One byte for each, as everything behind counts bytes.
        let ascii = kept
            .flat_map(|c| std::iter::repeat_n(if c.is_ascii() { c } else { 'x' }, c.len_utf8()));
        self.code.extend(ascii);
        self.at += length;
    }

    fn blank(&mut self, length: usize) {
        let skipped = self.rest()[..length].bytes();
        self.code
            .extend(skipped.map(|byte| blanked(char::from(byte))));
        self.at += length;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    None,
    Backslash,
}

fn end_of_string(text: &str, close: &str, escapes: Escapes) -> usize {
    let mut at = 0;
    while at < text.len() && !text[at..].starts_with(close) {
        let skips_next = escapes == Escapes::Backslash && text[at..].starts_with('\\');
        let taken = text[at..].chars().take(1 + usize::from(skips_next));
        at += taken.map(char::len_utf8).sum::<usize>();
    }
    at
}

/// The length of the block comment at the beginning; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    for at in 0..text.len() {
        let here = &text.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
        } else if at > 0 && here.starts_with(b"/") && text.as_bytes()[at - 1] == b'*' {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + 1;
            }
        }
    }
    text.len()
}

/// The number of `#` of the raw string at the beginning; `None` when there is none.
fn raw_string(text: &str, before: Option<char>) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let body = after.trim_start_matches('#');
    let prefix_of_word = before.is_some_and(|c| is_word(c) && c != 'b' && c != 'c');
    (body.starts_with('"') && !prefix_of_word).then_some(after.len() - body.len())
}

/// The length of the character literal at the beginning; `None` for a lifetime and everything else.
fn character(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('\'')?;
    if inner.starts_with('\\') {
        return inner.get(2..)?.find('\'').map(|end| end + 4);
    }
    let first = inner.chars().next()?;
    inner[first.len_utf8()..]
        .starts_with('\'')
        .then_some(first.len_utf8() + 2)
}

fn blanked(character: char) -> char {
    if character == '\n' { '\n' } else { ' ' }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

//! The lines of a text: fenced code, lists, headings, tables and paragraphs.
//!
//! Invariant: every line of the result is prose, an item of a list with its content right behind the marker, or within
//! a fence of ```` ```text ````; nothing is indented so far that Markdown would take it for code.

use super::{inline, wrap};
use inline::Pipes;
use std::borrow::Cow;

/// The widest line of prose; eight more columns go to the indent of a field and to `/// `.
const WIDTH: usize = 92;

/// The lines of `text`, which [`clean`](super::characters::clean) made.
pub(super) fn lay_out(text: &str) -> Vec<String> {
    let lines = lay_out_with(text, Pipes::AreText);
    if holds_table(&lines) {
        lay_out_with(text, Pipes::SeparateCells)
    } else {
        lines
    }
}

fn lay_out_with(text: &str, pipes: Pipes) -> Vec<String> {
    let mut layout = Layout {
        lines: Vec::new(),
        items: Vec::new(),
        pipes,
    };
    let mut rest = text.lines();
    while let Some(line) = rest.next() {
        match Fence::opened_by(line) {
            Some(fence) => layout.code(&fence.content(&mut rest)),
            None => inline::split_at_breaks(line)
                .iter()
                .for_each(|part| layout.line(part)),
        }
    }
    layout.finish()
}

/// What has been laid out so far.
struct Layout {
    lines: Vec<String>,
    /// The items that are open, outermost first.
    items: Vec<Item>,
    pipes: Pipes,
}

/// An open item of a list.
struct Item {
    /// The column of its marker in the text.
    column: usize,
    /// The column of its content in the result.
    content: usize,
    /// What tells its list from another: the bullet, or what follows the number.
    mark: Option<char>,
}

impl Layout {
    fn line(&mut self, line: &str) {
        let trimmed = line.trim();
        let column = line.len() - line.trim_start().len();
        if trimmed.is_empty() {
            self.blank();
        } else if is_rule(trimmed) {
            self.items.clear();
            self.lines.push(trimmed.replace(' ', ""));
        } else if let Some((marker, content)) = split_marker(trimmed) {
            self.item(column, marker, content);
        } else {
            self.prose(column, trimmed);
        }
    }

    fn item(&mut self, column: usize, marker: &str, content: &str) {
        let mut sibling = None;
        while self.items.last().is_some_and(|item| item.column >= column) {
            sibling = self.items.pop();
        }
        let continues = sibling.is_some_and(|item| item.mark == marker.chars().last());
        let interrupts = !self.items.is_empty() && is_first(marker);
        if !continues && !interrupts {
            // Else it would be more text of the paragraph above.
            self.blank();
        }
        let indent = self.items.last().map_or(0, |item| item.content);
        let content_column = indent + marker.len() + 1;
        self.items.push(Item {
            column,
            content: content_column,
            mark: marker.chars().last(),
        });
        let text = inline::make_safe(&inline::escape_start(content), self.pipes);
        let first = format!("{:indent$}{marker} ", "");
        self.push_wrapped(&first, content_column, &text);
    }

    fn prose(&mut self, column: usize, trimmed: &str) {
        let after_blank = self.lines.last().is_none_or(String::is_empty);
        if after_blank {
            // As in Markdown, what is not indented below a blank line is no part of the list.
            while self.items.last().is_some_and(|item| column <= item.column) {
                self.items.pop();
            }
        }
        let indent = self.items.last().map_or(0, |item| item.content);
        let text = inline::make_safe(&escape_block(trimmed), self.pipes);
        let is_row = self.pipes == Pipes::SeparateCells && text.contains('|');
        if is_row || trimmed.starts_with('#') || inline::has_link(&text) {
            self.lines.push(format!("{:indent$}{text}", ""));
        } else {
            self.push_wrapped(&" ".repeat(indent), indent, &text);
        }
    }

    fn push_wrapped(&mut self, first: &str, indent: usize, text: &str) {
        let mut prefix = first.to_owned();
        for line in wrap::wrap(text, WIDTH.saturating_sub(indent)) {
            let line = format!("{prefix}{line}");
            self.lines.push(line.trim_end().to_owned());
            prefix = " ".repeat(indent);
        }
    }

    /// Code keeps its text, but not its place in a list: there Markdown's rules for it are many.
    fn code(&mut self, content: &[&str]) {
        let run = content
            .iter()
            .map(|line| inline::longest_run(line, '`'))
            .max();
        let fence = "`".repeat(run.unwrap_or_default().max(2) + 1);
        self.items.clear();
        self.lines.push(format!("{fence}text"));
        self.lines
            .extend(content.iter().map(|&line| line.to_owned()));
        self.lines.push(fence);
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn finish(mut self) -> Vec<String> {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

/// An opening line of code.
struct Fence {
    mark: char,
    length: usize,
    column: usize,
}

impl Fence {
    /// The fence that `line` opens, also as the content of an item of a list.
    fn opened_by(line: &str) -> Option<Self> {
        let mut rest = line.trim_start();
        while let Some((_, content)) = split_marker(rest) {
            rest = content;
        }
        let mark = rest
            .chars()
            .next()
            .filter(|mark| matches!(mark, '`' | '~'))?;
        let length = rest.chars().take_while(|&next| next == mark).count();
        let info = rest.trim_start_matches(mark);
        let opens = length >= 3 && !(mark == '`' && info.contains('`'));
        opens.then_some(Self {
            mark,
            length,
            column: line.len() - rest.len(),
        })
    }

    /// The lines up to the closing fence, or to the end of the text, without the fence's own indent.
    fn content<'a>(&self, rest: &mut std::str::Lines<'a>) -> Vec<&'a str> {
        let mut content: Vec<&str> = rest
            .take_while(|line| !self.is_closed_by(line))
            .map(|line| {
                let indent = line.len() - line.trim_start().len();
                line.get(indent.min(self.column)..).unwrap_or(line)
            })
            .collect();
        while content.last().is_some_and(|line| line.is_empty()) {
            content.pop();
        }
        content
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.chars().all(|next| next == self.mark)
    }
}

/// The marker and the content of an item of a list; the marker is followed by a space or stands alone.
fn split_marker(line: &str) -> Option<(&str, &str)> {
    let (marker, content) = line.split_once(' ').unwrap_or((line, ""));
    let is_bullet = matches!(marker, "-" | "*" | "+");
    let digits = marker.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number =
        (1..=9).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_digit());
    ((is_bullet || is_number) && !content.is_empty()).then(|| (marker, content.trim_start()))
}

/// Whether an item of this marker may follow a paragraph directly (section 5.2 of the `CommonMark` specification).
fn is_first(marker: &str) -> bool {
    matches!(marker, "-" | "*" | "+" | "1." | "1)")
}

/// Prose whose beginning would open a block without content, or code: a lone marker, or what is left of a broken line.
fn escape_block(line: &str) -> Cow<'_, str> {
    let is_marker = split_marker(&format!("{line} x")).is_some();
    if is_marker || line.starts_with("~~~") || line.chars().all(|next| next == '=') {
        Cow::Owned(inline::escape_start(line))
    } else {
        Cow::Borrowed(line)
    }
}

/// A thematic break, or the underline of a heading.
fn is_rule(line: &str) -> bool {
    ['-', '=', '*', '_'].iter().any(|&mark| {
        line.chars().all(|next| next == mark || next == ' ')
            && line.chars().filter(|&next| next == mark).count() > 2
    })
}

/// Whether one of the lines could be the delimiter row of a table, within which `|` ends code.
fn holds_table(lines: &[String]) -> bool {
    let is_delimiter = |line: &String| {
        line.contains('-')
            && line
                .chars()
                .all(|next| matches!(next, '|' | '-' | ':' | ' '))
    };
    lines.iter().any(|line| line.contains('|')) && lines.iter().any(is_delimiter)
}

//! Blank lines: one between items and between the functions of an `impl`, none between `use` and `use`.
//!
//! Invariant: only blank lines are added. No literal of generated code spans lines, so a line is never inside one.

/// `text` with blank lines between its items.
pub(super) fn lay_out(text: &str) -> String {
    let mut layout = Layout {
        text: String::with_capacity(text.len() + text.len() / 16),
        bodies: vec![0],
        before: None,
        current: None,
        heads_body: false,
    };
    text.lines().for_each(|line| layout.line(line));
    layout.text
}

struct Layout {
    text: String,
    /// The indents at which items stand, outermost first.
    bodies: Vec<usize>,
    /// The item that has ended in the line before.
    before: Option<Item>,
    /// The item that has begun and not ended.
    current: Option<Item>,
    /// Whether the current item is an `impl`, so that the next `{` at its indent opens a body of items.
    heads_body: bool,
}

/// What blank lines depend on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    /// One line, without docs or attributes, that begins with this word.
    Line(&'static str),
    Long,
    /// `//!` and `#![…]`.
    Inner,
}

impl Layout {
    fn line(&mut self, line: &str) {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        if self.bodies.last().is_some_and(|&body| indent < body) && code.starts_with('}') {
            self.bodies.pop();
            self.before = None;
            self.current = Some(Item::Long);
        }
        if self.bodies.last() == Some(&indent) && !code.is_empty() {
            self.item_line(code, indent);
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn item_line(&mut self, code: &str, indent: usize) {
        let begins = self.current.is_none();
        if begins {
            let item = Item::of(code);
            let joined = self.before == Some(item) && item != Item::Long;
            if self.before.is_some() && !joined {
                self.text.push('\n');
            }
            self.current = Some(item);
            self.before = None;
        }
        self.heads_body |= heads_body(code);
        if self.current == Some(Item::Inner) || ends_item(code) {
            let item = self.current.take();
            self.before = match item {
                Some(Item::Line(word)) if !begins && word != "use " => Some(Item::Long),
                other => other,
            };
            self.heads_body = false;
        } else if self.heads_body && code.ends_with('{') {
            self.bodies.push(indent + 4);
            self.current = None;
            self.heads_body = false;
        }
    }
}

impl Item {
    fn of(code: &str) -> Self {
        if code.starts_with("//!") || code.starts_with("#!") {
            return Self::Inner;
        }
        let word = ["pub ", "pub(crate) ", "pub(super) "]
            .into_iter()
            .find_map(|visibility| code.strip_prefix(visibility))
            .unwrap_or(code);
        ["use ", "mod ", "type ", "const ", "static "]
            .into_iter()
            .find(|keyword| word.starts_with(keyword))
            .map_or(Self::Long, Self::Line)
    }
}

fn heads_body(code: &str) -> bool {
    ["impl ", "impl<", "mod ", "pub mod ", "trait ", "pub trait "]
        .iter()
        .any(|head| code.starts_with(head))
}

fn ends_item(code: &str) -> bool {
    let is_comment = code.starts_with("//") || code.starts_with('#');
    !is_comment && (code.ends_with(';') || code.ends_with('}'))
}

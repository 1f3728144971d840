//! The words of laid-out code, each with what stands around it in its line.
//!
//! Invariant: nothing in a comment or a text is a word. It is enough to know how generated code looks: a comment has its
//! line to itself, no text is raw or spans lines, and each variant of an enum begins a line.

/// Gives `take` each word of `code` but the names of variants.
pub(super) fn each<'t>(code: &'t str, mut take: impl FnMut(Word<'t>)) {
    let mut enum_indent = None;
    // A name that leaves no room has its brace in the next line.
    let mut lacks_brace = false;
    for line in code.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.starts_with("//") {
            continue;
        }
        let is_variant = enum_indent.is_some_and(|outer| indent == outer + 4);
        Words { line, at: indent }
            .skip(usize::from(is_variant))
            .for_each(&mut take);
        let is_head = text.split(' ').take(2).any(|word| word == "enum");
        if text.ends_with('{') && (is_head || lacks_brace) {
            enum_indent = Some(indent);
        } else if enum_indent == Some(indent) {
            enum_indent = None;
        }
        lacks_brace = is_head && !text.ends_with('{');
    }
}

/// A word of code.
#[derive(Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    before: &'t str,
    after: &'t str,
}

impl Word<'_> {
    /// Whether the word can name a type.
    pub(super) fn is_capitalized(self) -> bool {
        self.text
            .starts_with(|first: char| first.is_ascii_uppercase())
    }

    /// Whether `::` follows.
    pub(super) fn begins_path(self) -> bool {
        self.after.starts_with("::")
    }

    /// Whether arguments follow.
    pub(super) fn is_called(self) -> bool {
        self.after.starts_with('(')
    }

    /// Whether the word names a module, a static or a generic parameter that begins here.
    pub(super) fn is_definition(self) -> bool {
        let is_generic = self.before.ends_with('<') && self.is_label();
        is_generic || self.follows_keyword(&["mod", "static"])
    }

    /// Whether the word stands where the name of an item may: it is not the rest of a path, not a field's or a method's
    /// name, not that of an associated type in `Iterator<Item = …>`.
    pub(super) fn is_item(self) -> bool {
        !self.before.ends_with("::")
            && !self.is_member()
            && !self.follows_keyword(&["fn", "type"])
            && !self.is_associated_type()
            && !self.is_label()
    }

    /// Whether a single colon follows: what stands before it is a field or a parameter.
    fn is_label(self) -> bool {
        self.after.starts_with(':') && !self.begins_path()
    }

    /// Whether a single dot stands before; two are the `..` of a struct expression.
    fn is_member(self) -> bool {
        self.before.ends_with('.') && !self.before.ends_with("..")
    }

    /// Whether this is the `Item` of `Iterator<Item = …>`, which may begin a line.
    fn is_associated_type(self) -> bool {
        let begins_list = self.before.ends_with('<') || self.before.trim_start().is_empty();
        begins_list && self.after.starts_with(" = ")
    }

    /// Whether one of `keywords` stands before; `'static` is none.
    fn follows_keyword(self, keywords: &[&str]) -> bool {
        let Some(before) = self.before.strip_suffix(' ') else {
            return false;
        };
        let goes_on = |rest: &str| {
            let last = rest.bytes().last();
            last.is_some_and(|last| last == b'\'' || is_part(last))
        };
        let mut rests = keywords.iter().map(|keyword| before.strip_suffix(keyword));
        rests.any(|rest| rest.is_some_and(|rest| !goes_on(rest)))
    }
}

/// The words of a line.
struct Words<'t> {
    line: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        loop {
            let rest = self.line.get(self.at..)?;
            let start = self.at
                + rest
                    .bytes()
                    .position(|next| next == b'"' || is_part(next))?;
            let (before, rest) = self.line.split_at_checked(start)?;
            let length = if rest.starts_with('"') {
                literal(rest)
            } else {
                rest.bytes().take_while(|next| is_part(*next)).count()
            };
            let (text, after) = rest.split_at_checked(length)?;
            self.at = start + length;
            if !text.starts_with(|first: char| first == '"' || first.is_ascii_digit()) {
                return Some(Word {
                    text,
                    before,
                    after,
                });
            }
        }
    }
}

/// The length of the text in quotes that `code` begins with.
fn literal(code: &str) -> usize {
    let mut escaped = false;
    let mut ends = |next: char| {
        let ends = next == '"' && !escaped;
        escaped = next == '\\' && !escaped;
        ends
    };
    let inside = code.get(1..).unwrap_or_default();
    inside.find(&mut ends).map_or(code.len(), |end| end + 2)
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

//! Text of the document on its way into a doc comment.
//!
//! Invariant: no other way leads there, and what passes here is prose to rustdoc: never a doctest, a link to an item,
//! or a tag. `characters` decides about characters, `blocks` about lines, `inline` about what is in a line,
//! `code_words` about words.

mod blocks;
pub(super) mod characters;
mod code_words;
mod inline;
mod wrap;

use crate::ir::Docs;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// Lines of a doc comment, safe for rustdoc. Becomes one `#[doc = " …"]` for all lines, of which the printer makes `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocText {
    lines: Vec<String>,
}

impl DocText {
    /// Text of the generator's own, taken as it is: Markdown, one paragraph or more. Names and other text of the
    /// document come into it by [`code_span`] alone.
    pub fn own(text: &str) -> Self {
        Self {
            lines: text.lines().map(str::to_owned).collect(),
        }
    }

    /// Text of the document, made safe.
    pub fn of_document(text: &str) -> Self {
        Self {
            lines: blocks::lay_out(&characters::clean(text)),
        }
    }

    /// The summary, then the description unless it says the same.
    pub fn of_docs(docs: &Docs) -> Self {
        let text = |part: &Option<String>| Self::of_document(part.as_deref().unwrap_or_default());
        let (summary, description) = (text(&docs.summary), text(&docs.description));
        if description.lines.starts_with(&summary.lines) {
            description
        } else {
            summary.and(description)
        }
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines, without the space that begins each in a doc comment.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// This text, then `next` as paragraphs of its own.
    #[must_use]
    pub fn and(mut self, next: Self) -> Self {
        if !self.is_empty() && !next.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(next.lines);
        self
    }

    /// This text, or `other` where this is empty.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_empty() { other } else { self }
    }
}

impl ToTokens for DocText {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.is_empty() {
            return;
        }
        let mut text = String::new();
        for line in &self.lines {
            // Without the space the printer would make `///text` of it.
            text.push_str(if line.is_empty() { "" } else { " " });
            text.push_str(line);
            text.push('\n');
        }
        let text = literal(text.trim_end_matches('\n'));
        tokens.extend(quote!(#[doc = #text]));
    }
}

/// `text` as a raw literal, since to escape prose and to read it again takes long.
fn literal(text: &str) -> Literal {
    let hashes = "#".repeat(inline::longest_run(text, '#') + 1);
    let raw = format!("r{hashes}\"{text}\"{hashes}").parse();
    raw.unwrap_or_else(|_| Literal::string(text))
}

/// `text` as code within a line, whatever it is.
pub fn code_span(text: &str) -> String {
    let text = characters::clean(text).replace('\n', " ");
    let fence = "`".repeat(inline::longest_run(&text, '`') + 1);
    let padding = if text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{padding}{text}{padding}{fence}")
}

//! Text of the document on its way into a doc comment.
//!
//! Invariant: no other way leads there, and what passes here is prose to rustdoc: never a doctest, a link to an item,
//! or a tag.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Lines of a doc comment, safe for rustdoc. Prints one `#[doc = " …"]` for each line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocText {
    lines: Vec<String>,
}

impl DocText {
    /// Text of the generator's own, taken as it is: Markdown, one paragraph or more.
    pub fn own(text: &str) -> Self {
        Self {
            lines: text.lines().map(str::to_owned).collect(),
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
}

impl ToTokens for DocText {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.lines {
            let line = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

//! The text of types, patterns, paths and literals in one line, spaced as rustfmt does.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use std::fmt::Write as _;
use syn::{Ident, Path, PathSegment};

/// `tokens` in one line. Not for expressions with operators: there `<` would be taken for a bracket.
pub(super) fn one_line(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    push_line(tokens, &mut text);
    text
}

/// As [`one_line`], behind `text`.
pub(super) fn push_line(tokens: &impl ToTokens, text: &mut String) {
    push_stream(tokens.to_token_stream(), text);
}

/// As [`push_line`], for most paths without making tokens.
pub(super) fn push_path(path: &Path, text: &mut String) {
    let is_plain = |segment: &PathSegment| segment.arguments.is_none();
    if path.leading_colon.is_some() || !path.segments.iter().all(is_plain) {
        return push_line(path, text);
    }
    for (index, segment) in path.segments.iter().enumerate() {
        text.push_str(if index > 0 { "::" } else { "" });
        push_ident(&segment.ident, text);
    }
}

pub(super) fn push_ident(ident: &Ident, text: &mut String) {
    // Writing to a `String` cannot fail.
    let _ = write!(text, "{ident}");
}

fn push_stream(stream: TokenStream, text: &mut String) {
    let mut before = Before::Start;
    for token in stream {
        if needs_space(before, &token) {
            text.push(' ');
        }
        before = push_token(token, before, text);
    }
}

/// What stands before a token, as far as spacing depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Start,
    /// A character that belongs together with what follows.
    Tight,
    /// The quote of a lifetime.
    Quote,
    Lifetime,
    Word,
    /// A word that is followed by a space: `mut`, `dyn`.
    Keyword,
    /// The first half of `->` or `=>`.
    HalfArrow,
    /// What is always followed by a space: `,`, `=`, `+`, `->`.
    Spaced,
    Closed,
}

fn needs_space(before: Before, token: &TokenTree) -> bool {
    let opens_or_goes_on = match token {
        TokenTree::Punct(punct) => match punct.as_char() {
            '=' | '+' | '|' | '@' => {
                return matches!(
                    before,
                    Before::Word | Before::Closed | Before::Lifetime | Before::Keyword
                );
            }
            '-' if punct.spacing() == Spacing::Joint => return before != Before::Start,
            '&' | '\'' | '*' | '#' => false,
            _ => return before == Before::Spaced,
        },
        TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
    match before {
        Before::Start | Before::Tight | Before::Quote | Before::HalfArrow => opens_or_goes_on,
        Before::Spaced | Before::Keyword | Before::Lifetime => true,
        Before::Word => is_word || is_brace(token),
        Before::Closed => is_word,
    }
}

fn is_brace(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn push_token(token: TokenTree, before: Before, text: &mut String) -> Before {
    match token {
        TokenTree::Group(group) => {
            let (open, close) = match group.delimiter() {
                Delimiter::Parenthesis => ("(", ")"),
                Delimiter::Bracket => ("[", "]"),
                Delimiter::Brace => ("{ ", " }"),
                Delimiter::None => ("", ""),
            };
            text.push_str(open);
            push_stream(group.stream(), text);
            if text.ends_with(',') {
                text.pop();
            }
            text.push_str(close);
            Before::Closed
        }
        TokenTree::Ident(ident) => {
            let word = ident.to_string();
            text.push_str(&word);
            match word.as_str() {
                _ if before == Before::Quote => Before::Lifetime,
                "mut" | "dyn" | "impl" | "as" | "ref" | "const" | "in" => Before::Keyword,
                _ => Before::Word,
            }
        }
        TokenTree::Literal(literal) => {
            text.push_str(&literal.to_string());
            Before::Word
        }
        TokenTree::Punct(punct) => {
            text.push(punct.as_char());
            match (punct.as_char(), punct.spacing()) {
                ('\'', _) => Before::Quote,
                ('-' | '=', Spacing::Joint) => Before::HalfArrow,
                ('>', _) if before == Before::HalfArrow => Before::Spaced,
                (',' | ';' | '=' | '+' | '|' | '@', _) => Before::Spaced,
                (':', Spacing::Alone) if !text.ends_with("::") => Before::Spaced,
                ('>', _) => Before::Closed,
                _ => Before::Tight,
            }
        }
    }
}

//! Tokens to text that `cargo fmt` leaves alone, without running it.
//!
//! prettyplease prints a skeleton; what it breaks differently from rustfmt (expressions, signatures, field types,
//! imports, wide attributes) is printed here by rustfmt's default rules, and so are doc comments, since that is quicker;
//! then come the blank lines. Invariant: pure; the tokens stay the same but for the order of `use` and `mod`; a kind of
//! code that is not known here keeps prettyplease's lines. What emitters heed, so that nothing is: closures hold an
//! expression or a `match`; no operators but `=`, `&`, `*`, `!` and `?` in long expressions; one level of braces in `use`;
//! no literal that spans lines but in doc comments; no trailing comment.

mod chain;
mod expression;
mod fill;
mod imports;
mod layout;
mod list;
mod signature;
mod skeleton;
mod tokens;

pub(crate) use imports::use_line;

use proc_macro2::TokenStream;
use std::fmt;

/// Tokens that are no Rust file: a bug of the generator, never of the document.
#[derive(Clone, Debug)]
pub struct FormatError {
    message: String,
}

/// The text of the items that `tokens` make, with a line feed at its end.
///
/// # Errors
///
/// When the tokens are no items of Rust.
pub fn format_items(tokens: TokenStream) -> Result<String, FormatError> {
    let mut file = syn::parse2(tokens).map_err(|error| FormatError {
        message: error.to_string(),
    })?;
    let pieces = skeleton::Pieces::take(&mut file);
    let text = fill::fill(&prettyplease::unparse(&file), &pieces).ok_or_else(|| FormatError {
        message: "a part of it cannot be laid out".to_owned(),
    })?;
    Ok(layout::lay_out(&text))
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "generated code is no Rust file: {}",
            self.message
        )
    }
}

impl std::error::Error for FormatError {}

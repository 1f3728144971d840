//! Tokens to text.

mod layout;

use proc_macro2::TokenStream;
use std::fmt;

/// Tokens that are no Rust file: a bug of the generator, never of the document.
#[derive(Clone, Debug)]
pub struct FormatError {
    message: String,
}

/// The text of the file that `tokens` make, below `header`, whose lines are comments.
///
/// # Errors
///
/// When the tokens are no Rust file.
pub fn format_file(tokens: TokenStream, header: &str) -> Result<String, FormatError> {
    let file: syn::File = syn::parse2(tokens).map_err(|error| FormatError {
        message: error.to_string(),
    })?;
    let text = prettyplease::unparse(&file);
    Ok(format!(
        "{}\n\n{}",
        header.trim_end(),
        layout::lay_out(&text)
    ))
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

//! Output that does not panic when the reader has gone, as `println!` would in `cargo xtask … | head`.

use std::fmt::Display;
use std::io::{self, Write as _};

/// Writes to standard output, which is for results.
pub(crate) fn out(text: impl Display) {
    // Nobody is left to be told when this fails.
    let _ = writeln!(io::stdout().lock(), "{text}");
}

/// Writes to standard error, which is for what a person has to see.
pub(crate) fn err(text: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Begins a section of a long command.
pub(crate) fn heading(title: &str) {
    out(format_args!("\n== {title}"));
}

/// A number with its noun: `1 note`, `2 notes`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

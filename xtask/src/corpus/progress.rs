//! A bar that shows how far a long run has come, where somebody looks at a terminal.

use indicatif::{ProgressBar, ProgressStyle};
use std::borrow::Cow;

/// A bar of `length` steps. It is drawn on standard error, and not at all when that is no terminal.
pub(super) fn bar(what: &'static str, length: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX));
    let style = ProgressStyle::with_template("{prefix:>10} [{bar:40}] {pos}/{len} {wide_msg}");
    if let Ok(style) = style {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.set_prefix(Cow::Borrowed(what));
    bar
}

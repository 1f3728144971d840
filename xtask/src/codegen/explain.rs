//! What a code of diagnostics means, as `--explain` and the page of all codes tell it.

use codegen::diagnostics::{Code, Level};

/// The explanation of `code`, with what a terminal shows for its example, in Markdown.
pub(crate) fn page(code: Code) -> String {
    let head = format!("## {}: {}\n\n*{}*\n\n", code.id, code.title, level(code));
    let shown = code.example().map(|example| {
        let shown = example.findings().human;
        format!(
            "\nThe terminal shows:\n\n```text\n{}\n```\n",
            shown.trim_end()
        )
    });
    head + code.explanation + &shown.unwrap_or_default()
}

/// The level of `code` where nobody sets another.
pub(crate) fn level(code: Code) -> &'static str {
    match code.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Allow => "note",
    }
}

//! `cargo xtask diagnostics`: the page about all codes, written from their register, or compared with it.
//!
//! Invariant: the page holds nothing that is not in the register, in the explanations, or shown for their examples.

use crate::codegen::explain;
use crate::status::Status;
use crate::{terminal, workspace};
use codegen::diagnostics::{Code, code};
use std::fmt::Write as _;
use std::fs;

/// Where the page is, from the top of the repository.
const PATH: &str = "codegen/DIAGNOSTICS.md";

const INTRODUCTION: &str = "\
<!-- Written by `cargo xtask diagnostics` from `src/diagnostics/`; do not edit. -->

# Diagnostics

What the generator says about a document, and what can be done about it. An error means that nothing is written. A warning
names what was done instead; a note only tells (`--verbose` shows them). The level of any code can be set: in `codegen.toml` by
`[diagnostics]` and a line such as `SW0020 = \"warn\"` (`allow`, `warn`, `deny`), and on the command line by `--allow`, `--warn`
and `--deny`. `cargo xtask codegen --explain SW0020` shows one of these explanations.

Corrections of a document belong into an overlay, so that the document stays as it was published. An action that a help line
shows is one element of its `actions`; JSON is YAML, so it can be copied as it stands.

";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing; tell with status 1 whether the page is what the register gives.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(args: &Args) -> Status {
    let path = workspace::root().join(PATH);
    let page = page();
    if fs::read_to_string(&path).is_ok_and(|text| text.replace("\r\n", "\n") == page) {
        terminal::out(format_args!("{PATH}: up to date"));
        return Status::Done;
    }
    if args.check {
        terminal::err(format_args!(
            "{PATH} is stale: run `cargo xtask diagnostics`"
        ));
        return Status::Failed;
    }
    if let Err(error) = fs::write(&path, page) {
        terminal::err(format_args!("{PATH}: {error}"));
        return Status::InputOutput;
    }
    terminal::out(format_args!("{PATH}: written"));
    Status::Done
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    page.push_str("| code | level | what it is about |\n|---|---|---|\n");
    for code in code::ALL {
        let Code { id, title, .. } = code;
        let level = explain::level(*code);
        // Writing to a `String` cannot fail.
        let _ = writeln!(page, "| [{id}](#{}) | {level} | {title} |", anchor(*code));
    }
    for code in code::ALL {
        page.push('\n');
        page.push_str(&explain::page(*code));
    }
    page
}

/// The anchor that GitHub gives the heading of `code`.
fn anchor(code: Code) -> String {
    let heading = format!("{}: {}", code.id, code.title).to_lowercase();
    let kept =
        |character: &char| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_');
    heading
        .chars()
        .filter(kept)
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{PATH, page};
    use crate::workspace;
    use std::fs;

    #[test]
    fn the_page_is_what_the_register_gives() {
        let text = fs::read_to_string(workspace::root().join(PATH)).unwrap();
        assert!(
            text.replace("\r\n", "\n") == page(),
            "{PATH} is stale: run `cargo xtask diagnostics`"
        );
    }
}

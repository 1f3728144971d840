//! Rules for the generator: its templates stay small, its decisions complete, and no text becomes Rust.

use super::Finding;
use super::repository::File;
use super::syntax::Code;

const LONGEST_TEMPLATE: usize = 25;

/// What a function prints can be seen at a glance: its templates have few lines, all taken together.
pub(super) fn templates(file: &File, found: &mut Vec<Finding>) {
    if !is_emitter(file) {
        return;
    }
    let code = Code::of(&file.text);
    let quotes: Vec<_> = ["quote", "quote_spanned"]
        .iter()
        .flat_map(|name| code.macro_calls(name))
        .collect();
    for function in code.functions() {
        let lines: usize = quotes
            .iter()
            .filter(|quote| function.body.contains(&quote.start))
            .map(|quote| code.as_str()[quote.clone()].lines().count())
            .sum();
        if lines > LONGEST_TEMPLATE {
            let name = function.name;
            let message =
                format!("`{name}` has {lines} lines of `quote!`, more than {LONGEST_TEMPLATE}");
            found.push(Finding::new(file, code.line(function.at), message));
        }
    }
}

/// A match on an enum names every variant, so that a new one cannot be forgotten. Matches on text, numbers and JSON
/// need a last arm, and so may generated ones.
pub(super) fn catch_all_arms(file: &File, found: &mut Vec<Finding>) {
    if !STAGES_OVER_IR
        .iter()
        .any(|stage| file.path.starts_with(stage))
        || !file.is_written_rust()
    {
        return;
    }
    let code = Code::of(&file.text);
    let templates = code.macro_calls("quote");
    for at in code.words("_") {
        let is_arm = code.as_str()[at + 1..].trim_start().starts_with("=>");
        let is_generated = templates.iter().any(|template| template.contains(&at));
        if is_arm
            && !is_generated
            && code
                .patterns_before(at)
                .iter()
                .any(|pattern| is_variant(pattern))
        {
            found.push(Finding::new(
                file,
                code.line(at),
                "a `_ =>` arm: name the variants",
            ));
        }
    }
}

/// The stages that take decisions by the variants of the IR, or of what it is made from.
const STAGES_OVER_IR: &[&str] = &[
    "codegen/src/emit/",
    "codegen/src/lower/",
    "codegen/src/naming/",
];

/// Whether a pattern is a path such as `Shape::Struct`, of an enum that is ours.
fn is_variant(pattern: &str) -> bool {
    let capital = |name: &str| name.starts_with(|c: char| c.is_ascii_uppercase());
    pattern
        .split_once("::")
        .is_some_and(|(name, variant)| capital(name) && capital(variant) && name != "Value")
}

/// Rust is made of tokens. Text that is parsed or pasted as Rust is how a document would inject code.
pub(super) fn rust_as_text(file: &File, found: &mut Vec<Finding>) {
    if !(file.path.starts_with("codegen/src/") && file.is_written_rust()) {
        return;
    }
    let code = Code::of(&file.text);
    // A lone identifier cannot carry code, and parsing is the only way to ask `syn` whether a text is one.
    let parsed = code
        .words("parse_str")
        .filter(|at| !code.as_str()[*at..].starts_with("parse_str::<syn::Ident>"));
    for at in parsed {
        found.push(Finding::new(
            file,
            code.line(at),
            "`parse_str` makes Rust of text: build tokens",
        ));
    }
    for text in ["TokenStream::from_str", "parse::<TokenStream>"] {
        for at in code.words(text) {
            found.push(Finding::new(
                file,
                code.line(at),
                format!("`{text}` makes Rust of text: build tokens"),
            ));
        }
    }
    if is_emitter(file) {
        formatted_rust(file, &code, found);
    }
}

fn formatted_rust(file: &File, code: &Code, found: &mut Vec<Finding>) {
    for call in code.macro_calls("format") {
        let literal = file.text[call.clone()]
            .split('"')
            .nth(1)
            .unwrap_or_default();
        if looks_like_rust(literal) {
            found.push(Finding::new(
                file,
                code.line(call.start),
                "this `format!` makes Rust: use `quote!`",
            ));
        }
    }
}

fn looks_like_rust(literal: &str) -> bool {
    let begins = [
        "pub ", "fn ", "struct ", "enum ", "impl ", "let ", "use ", "mod ", "#[", "//",
    ];
    let holds = ["->", "=>", " {{"];
    let literal = literal.trim_start();
    begins.iter().any(|start| literal.starts_with(start))
        || holds.iter().any(|part| literal.contains(part))
}

fn is_emitter(file: &File) -> bool {
    file.path.starts_with("codegen/src/emit/") && file.is_written_rust()
}

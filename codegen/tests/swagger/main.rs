//! How the typed model is read: what each object keeps, and what is said about what does not fit.

mod corpus;
mod correction;
mod depth;
mod document;
mod extensions;
mod operation;
mod parameter;
mod robustness;
mod schema;
mod security;

use codegen::diagnostics::{Diagnostics, Level};
use codegen::source::{DocumentId, Location, Sources};
use codegen::swagger::{Readable, Reader};

/// Reads the object that is the whole of `text`, with the findings as [`findings`] shows them.
fn read<T: Readable>(text: &str) -> (Option<T>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    // Behind the marker even a text in braces is YAML.
    let text = format!("---\n{text}");
    let sources = Sources::from_text("test.yaml", &text, None, &mut diagnostics);
    let mut reader = Reader::new(&sources, &mut diagnostics);
    let root = Location::root(DocumentId::ENTRY);
    let object = T::read(&sources.entry().value, &root, &mut reader);
    (object, findings(&diagnostics))
}

fn without_action(help: &str) -> &str {
    let action = help.find("correct it").unwrap_or(help.len());
    help[..action]
        .trim_end_matches(" Then ")
        .trim_end_matches("; ")
}

/// Reads an object that must raise no finding.
fn read_clean<T: Readable>(text: &str) -> T {
    let (object, findings) = read(text);
    assert_eq!(findings, Vec::<String>::new());
    object.expect("an object without findings is read")
}

/// Each finding on a line: level, code, pointer, message and help without the overlay action, which has its own tests.
fn findings(diagnostics: &Diagnostics) -> Vec<String> {
    let shown = diagnostics.iter().map(|diagnostic| {
        let level = match diagnostic.level {
            Level::Allow => "allow",
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        let pointer = diagnostic
            .place
            .as_ref()
            .map(|place| place.location.pointer.to_string())
            .unwrap_or_default();
        let help = diagnostic
            .help
            .as_deref()
            .map(without_action)
            .filter(|help| !help.is_empty())
            .map(|help| format!(" ({help})"))
            .unwrap_or_default();
        let code = diagnostic.code.id;
        format!("{level}[{code}] {pointer}: {}{help}", diagnostic.message)
    });
    shown.collect()
}

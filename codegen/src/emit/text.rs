//! The prose of generated code: the document's where there is some, and else a sentence of our own.

use super::allowed;
use super::docs::{DocText, code_span};
use super::literal::wire_text;
use crate::ir::{Api, Docs, Param, ParamPlace, Requirement};

/// The doc comment of a thing that the document describes, or else `fallback`.
pub(super) fn docs(docs: &Docs, fallback: &str) -> DocText {
    DocText::of_docs(docs).or(DocText::own(fallback))
}

/// What the document calls its API, as a code span.
pub(super) fn title(api: &Api) -> String {
    match api.title.trim() {
        "" => "an API without a title".to_owned(),
        title => code_span(title),
    }
}

/// The doc comment of a thing with a name on the wire: the document's text, and the wire name where readers of the Rust
/// name `rust` cannot guess it.
pub(super) fn named(docs: &Docs, kind: &str, wire: &str, rust: &str) -> DocText {
    let text = DocText::of_docs(docs);
    if text.is_empty() {
        DocText::own(&format!("{kind} {}.", code_span(wire)))
    } else if is_renamed(wire, rust) {
        text.and(DocText::own(&format!("On the wire: {}.", code_span(wire))))
    } else {
        text
    }
}

/// The doc comment of a parameter's setter, with the value that is sent when nobody calls it.
pub(super) fn setter(param: &Param, rust: &str) -> DocText {
    if param.place == ParamPlace::Group {
        return DocText::of_docs(&param.docs);
    }
    let text = named(&param.docs, "The parameter", param.wire.as_str(), rust);
    let text = text.and(allowed::sentence(param.bounds.as_deref()));
    match &param.requirement {
        Requirement::Default(value) => {
            let value = code_span(&wire_text(value));
            text.and(DocText::own(&format!("Unless it is set: {value}.")))
        }
        Requirement::RequestId => text.and(DocText::own(
            "Unless it is set: a new one for each request.",
        )),
        Requirement::Required | Requirement::Optional | Requirement::Constant(_) => text,
    }
}

/// Whether a wire name and the Rust name made of it differ by more than case and underscores.
fn is_renamed(wire: &str, rust: &str) -> bool {
    let plain = |text: &str| text.replace('_', "").to_ascii_lowercase();
    plain(wire) != plain(rust)
}

/// A list of arguments by their Rust names, each with the first paragraph of what the document says of it and what it
/// allows; those of which it says nothing are left out.
pub(super) fn arguments<'a>(arguments: impl Iterator<Item = (&'a str, &'a Param)>) -> DocText {
    let items: Vec<String> = arguments
        .filter_map(|(name, param)| {
            let allowed = allowed::sentence(param.bounds.as_deref());
            let lines = [paragraph(&param.docs), allowed.lines().to_vec()].concat();
            (!lines.is_empty()).then(|| format!("- `{name}`: {}", lines.join("\n  ")))
        })
        .collect();
    DocText::own(&items.join("\n"))
}

/// The first paragraph, where it is prose.
fn paragraph(docs: &Docs) -> Vec<String> {
    let text = DocText::of_docs(docs);
    let paragraph: Vec<&String> = text
        .lines()
        .iter()
        .take_while(|line| !line.is_empty())
        .collect();
    let is_prose = paragraph
        .iter()
        .all(|line| line.starts_with(|first: char| first.is_alphanumeric() || first == '`'));
    let is_fenced = paragraph.iter().any(|line| line.starts_with("```"));
    if is_prose && !is_fenced {
        paragraph.into_iter().cloned().collect()
    } else {
        Vec::new()
    }
}

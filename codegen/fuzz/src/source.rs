//! Reading texts and applying overlays.

use codegen::diagnostics::{Diagnostics, Place, Target, render_json};
use codegen::source::{DocumentId, Location, Sources};
use serde_json::Value;

/// What begins the overlay in the input of [`overlay`].
const SEPARATOR: &str = "\n---8<---\n";

/// How deep spans are looked up; deeper values are read by the same code.
const MAX_DEPTH: usize = 12;

/// `text` as JSON and as YAML: what plain JSON reads differently is not without a finding, and no place cuts a character.
///
/// # Panics
///
/// When it does not hold.
pub fn source(text: &str) {
    for name in ["api.json", "api.yaml"] {
        let mut diagnostics = Diagnostics::default();
        let sources = Sources::from_text(name, text, None, &mut diagnostics);
        let value = &sources.entry().value;
        if value.is_null() {
            continue;
        }
        if let Ok(plain) = serde_json::from_str::<Value>(text) {
            assert!(
                *value == plain || diagnostics.iter().next().is_some(),
                "{name}: another value without a word"
            );
        }
        find(&sources, &Location::root(DocumentId::ENTRY), 0);
        render_json(&diagnostics, &sources);
    }
}

/// A document and an overlay for it, with [`SEPARATOR`] between them: nothing panics, and no place cuts a character.
///
/// # Panics
///
/// When it does not hold.
pub fn overlay(text: &str) {
    let Some((document, overlay)) = text.split_once(SEPARATOR) else {
        return;
    };
    let mut diagnostics = Diagnostics::default();
    let overlay = Some(("overlay.yaml", overlay));
    let sources = Sources::from_text("api.yaml", document, overlay, &mut diagnostics);
    find(&sources, &Location::root(DocumentId::ENTRY), 0);
    render_json(&diagnostics, &sources);
}

/// Looks up where the value at `location`, and those in it, stand.
fn find(sources: &Sources, location: &Location, depth: usize) {
    let Some(value) = sources.get(location).filter(|_| depth <= MAX_DEPTH) else {
        return;
    };
    for target in [Target::Key, Target::Value] {
        let location = location.clone();
        let Some(span) = sources.span(&Place { location, target }) else {
            continue;
        };
        let text = &sources.document(span.document).text;
        assert!(
            text.get(span.start..span.end).is_some(),
            "{span:?} cuts a character"
        );
    }
    match value {
        Value::Object(members) => {
            for key in members.keys() {
                find(sources, &location.key(key), depth + 1);
            }
        }
        Value::Array(elements) => {
            for index in 0..elements.len() {
                find(sources, &location.index(index), depth + 1);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

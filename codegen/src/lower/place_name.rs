//! What a schema is called that is referred to where it stands.

use super::Lowering;
use crate::ir::NameHint;
use crate::source::Location;

/// Whether a place is within a definition of version 3.
pub(super) fn is_defined(location: &Location) -> bool {
    let mut keys = location.pointer.keys();
    keys.next().as_deref() == Some("components") && keys.next().as_deref() == Some("schemas")
}

impl Lowering<'_> {
    /// The words of a place that is referred to: those of its pointer that say what it is, or the file's name.
    pub(super) fn name_of(&self, location: &Location) -> NameHint {
        const STRUCTURE: [&str; 14] = [
            "definitions",
            "components",
            "schemas",
            "parameters",
            "responses",
            "properties",
            "paths",
            "x-ms-paths",
            "schema",
            "content",
            "allOf",
            "oneOf",
            "anyOf",
            "additionalProperties",
        ];
        // What a document calls its definitions are names, whatever they are.
        let section = match location.pointer.keys().next().as_deref() {
            Some("components") => 2,
            _ => 1,
        };
        let words: Vec<String> = location
            .pointer
            .keys()
            .enumerate()
            .filter(|(depth, key)| *depth == section || !STRUCTURE.contains(&key.as_str()))
            .map(|(_, key)| key)
            .map(|key| match key.as_str() {
                "items" => "Item".to_owned(),
                _ => key,
            })
            .collect();
        if !words.is_empty() {
            return NameHint(words);
        }
        let file = &self.sources.document(location.document).name;
        let stem = file.rsplit('/').next().unwrap_or(file);
        let stem = stem.split('.').next().unwrap_or(stem);
        NameHint(vec![stem.to_owned()])
    }
}

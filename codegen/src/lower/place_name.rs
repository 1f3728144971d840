//! What a schema is called that is referred to where it stands.

use super::Lowering;
use crate::ir::NameHint;
use crate::source::Location;

impl Lowering<'_> {
    /// The words of a place that is referred to: those of its pointer that say what it is, or the file's name.
    pub(super) fn name_of(&self, location: &Location) -> NameHint {
        const STRUCTURE: [&str; 9] = [
            "definitions",
            "parameters",
            "responses",
            "properties",
            "paths",
            "x-ms-paths",
            "schema",
            "allOf",
            "additionalProperties",
        ];
        let words: Vec<String> = location
            .pointer
            .keys()
            .filter(|key| !STRUCTURE.contains(&key.as_str()))
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

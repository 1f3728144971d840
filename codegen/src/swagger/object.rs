//! Takes the members of one JSON object by name and remembers which names were asked for.
//!
//! Invariant: a key that nobody asked for is reported by [`ObjectReader::finish`], so nothing is lost silently.

use super::Reference;
use super::read::{Readable, Reader, quoted};
use crate::diagnostics::{Code, Diagnostic, code, correction};
use crate::nearest::nearest_of;
use crate::source::Location;
use serde_json::{Map, Value};

/// Extensions that document something and have no influence on a client: of the `x-ms-*` vocabulary, of the language
/// that Azure's documents are compiled from, and of the directory of APIs that many documents are taken from.
const DOCUMENTATION_ONLY: &[&str] = &[
    "x-apisguru-categories",
    "x-example",
    "x-logo",
    "x-ms-arm-id-details",
    "x-ms-azure-resource",
    "x-ms-code-generation-settings",
    "x-ms-examples",
    "x-ms-identifiers",
    "x-ms-summary",
    "x-origin",
    "x-preferred",
    "x-providerName",
    "x-serviceName",
    "x-tags",
    "x-typespec-generated",
    "x-typespec-name",
];

/// One JSON object while it is read.
#[derive(Debug)]
pub(crate) struct ObjectReader<'v, 'r, 'a> {
    members: &'v Map<String, Value>,
    location: &'v Location,
    reader: &'r mut Reader<'a>,
    taken: Vec<&'v str>,
}

impl<'v, 'r, 'a> ObjectReader<'v, 'r, 'a> {
    pub(crate) fn new(
        members: &'v Map<String, Value>,
        location: &'v Location,
        reader: &'r mut Reader<'a>,
    ) -> Self {
        Self {
            members,
            location,
            reader,
            taken: Vec::new(),
        }
    }

    /// Where the object stands.
    pub(crate) fn location(&self) -> Location {
        self.location.clone()
    }

    /// Where the member `key` stands.
    pub(crate) fn at(&self, key: &str) -> Location {
        self.location.key(key)
    }

    /// The members of the object in the order of the document.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&'v String, &'v Value)> + use<'v> {
        self.members.iter()
    }

    /// The reader, for what is no plain member.
    pub(crate) fn reader(&mut self) -> &mut Reader<'a> {
        self.reader
    }

    /// The member as it is, null too.
    pub(crate) fn raw(&mut self, key: &'v str) -> Option<&'v Value> {
        self.taken.push(key);
        self.members.get(key)
    }

    /// The member as it is; null is reported and counts as absent.
    pub(crate) fn present(&mut self, key: &'v str) -> Option<&'v Value> {
        let value = self.raw(key)?;
        if value.is_null() {
            let location = self.at(key);
            self.reader
                .repaired_type(value, &location, "it is read as if it were absent");
            return None;
        }
        Some(value)
    }

    /// Where the `$ref` of the object leads, if it is one.
    pub(crate) fn reference(&mut self) -> Option<Reference> {
        let target = self.raw("$ref")?;
        self.reader.reference(target, self.location)
    }

    /// The member, where there is one.
    pub(crate) fn optional<T: Readable>(&mut self, key: &'static str) -> Option<T> {
        let value = self.present(key)?;
        T::read(value, &self.at(key), self.reader)
    }

    /// The member, or a report that it is missing, as it is when it is null.
    pub(crate) fn required<T: Readable>(&mut self, key: &'static str) -> Option<T> {
        self.required_like(key, "…")
    }

    /// As [`required`](Self::required); `example` is what could stand there.
    pub(crate) fn required_like<T: Readable>(
        &mut self,
        key: &'static str,
        example: &str,
    ) -> Option<T> {
        match self.raw(key) {
            None | Some(Value::Null) => {
                self.report_absence(key, example);
                None
            }
            Some(value) => T::read(value, &self.at(key), self.reader),
        }
    }

    /// Reports that a key is missing without which the object has no meaning.
    pub(crate) fn report_absence(&mut self, key: &str, example: &str) {
        let message = format!("the key `{key}` is missing");
        let mut diagnostic = Diagnostic::at(code::MISSING_KEY, self.location, message);
        diagnostic.help = correction::setting(self.reader.sources, self.location, key, example);
        self.reader.diagnostics.report(diagnostic);
    }

    /// The text under `key`, or `default` with a warning.
    pub(crate) fn text_or(&mut self, key: &'static str, default: &str) -> String {
        if !self.members.contains_key(key) {
            self.missing(key, &format!("{} is taken", quoted(default)));
        }
        self.optional(key).unwrap_or_else(|| default.to_owned())
    }

    /// Text for people: what is not text is left out with a warning.
    pub(crate) fn prose(&mut self, key: &'static str) -> Option<String> {
        let value = self.present(key)?;
        if matches!(value, Value::Array(_) | Value::Object(_)) {
            let location = self.at(key);
            self.reader
                .repaired_type(value, &location, "it is left out");
            return None;
        }
        String::read(value, &self.at(key), self.reader)
    }

    /// An object that only documents something: what is no object is left out with a warning.
    pub(super) fn documentation<T: Readable>(&mut self, key: &'static str) -> Option<T> {
        let value = self.present(key)?;
        let location = self.at(key);
        if value.is_object() {
            return T::read(value, &location, self.reader);
        }
        self.reader
            .repaired_type(value, &location, "it is left out");
        None
    }

    /// A boolean that is false when absent.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        self.optional(key).unwrap_or_default()
    }

    /// A list or a map that is empty when absent.
    pub(crate) fn collection<T: Readable + Default>(&mut self, key: &'static str) -> T {
        self.optional(key).unwrap_or_default()
    }

    /// The members of the object `key`, and where it stands; what is no object is reported.
    pub(crate) fn members_of(
        &mut self,
        key: &'static str,
    ) -> Option<(&'v Map<String, Value>, Location)> {
        let value = self.present(key)?;
        let location = self.at(key);
        if let Value::Object(members) = value {
            return Some((members, location));
        }
        self.reader.wrong_type("an object", value, &location);
        None
    }

    /// A list of strings; a string alone is a list of one, with a warning.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let value = self.present(key)?;
        let location = self.at(key);
        if let Value::String(text) = value {
            self.reader
                .repaired_type(value, &location, "it is read as a list of one");
            return Some(vec![text.clone()]);
        }
        Vec::read(value, &location, self.reader)
    }

    /// The choice that `text`, which stands under `key`, names; `repair` says what happens without one.
    pub(crate) fn choose<T: Copy>(
        &mut self,
        key: &str,
        text: &str,
        choices: &[(&'static str, T)],
        repair: &str,
    ) -> Option<T> {
        let choice = choices.iter().find(|(name, _)| *name == text);
        if choice.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let message = format!("`{key}` cannot be {}; {repair}", quoted(text));
            let mut diagnostic = Diagnostic::at(code::INVALID_VALUE, &self.at(key), message);
            diagnostic.help = Some(self.help_to_choose(key, text, &names));
            self.reader.diagnostics.report(diagnostic);
        }
        choice.map(|(_, choice)| *choice)
    }

    fn help_to_choose(&self, key: &str, text: &str, names: &[&str]) -> String {
        let action = |name: &str| {
            let action = correction::setting(self.reader.sources, self.location, key, name);
            action.unwrap_or_default()
        };
        match (nearest_key(text, names), names) {
            (Some(nearest), _) => {
                let help = format!("did you mean `{nearest}`? Then {}", action(nearest));
                help.trim_end_matches(" Then ").to_owned()
            }
            (None, [first, ..]) => {
                let help = format!("write one of: {}; {}", names.join(", "), action(first));
                help.trim_end_matches("; ").to_owned()
            }
            (None, []) => String::new(),
        }
    }

    /// Takes keys that are known and not needed.
    pub(crate) fn ignore(&mut self, keys: &[&'static str]) {
        self.taken.extend_from_slice(keys);
    }

    /// Reports that `key` is missing and what is done without it.
    pub(crate) fn missing(&mut self, key: &str, repair: &str) {
        let message = format!("the key `{key}` is missing; {repair}");
        self.report(code::MISSING_KEY_REPAIRED, message);
    }

    /// Reports a finding about the whole object.
    pub(crate) fn report(&mut self, code: Code, message: String) {
        self.reader.report(code, self.location, message);
    }

    /// Reports a finding about the key `key`.
    pub(crate) fn report_key(&mut self, code: Code, key: &str, message: String) {
        let finding = Diagnostic::at_key(code, &self.at(key), message);
        self.reader.diagnostics.report(finding);
    }

    /// Reports the keys that nobody took.
    pub(crate) fn finish(self) {
        for key in self.members.keys() {
            if !self.taken.contains(&key.as_str()) {
                report_unknown(key, self.location, &self.taken, self.reader);
            }
        }
    }
}

/// Reports a key that has no meaning in the object at `location`, which knows the keys `known`.
pub(crate) fn report_unknown(
    key: &str,
    location: &Location,
    known: &[&str],
    reader: &mut Reader<'_>,
) {
    if DOCUMENTATION_ONLY.contains(&key) {
        return;
    }
    let (code, message) = if key.starts_with("x-") {
        let message = format!("the extension {} is not interpreted", quoted(key));
        (code::UNKNOWN_EXTENSION, message)
    } else {
        let message = format!("the key {} is unknown here", quoted(key));
        (code::UNKNOWN_KEY, message)
    };
    let mut diagnostic = Diagnostic::at_key(code, &location.key(key), message);
    if let Some(nearest) = nearest_key(key, known) {
        diagnostic = diagnostic.help(format!("did you mean `{nearest}`?"));
    }
    reader.diagnostics.report(diagnostic);
}

fn nearest_key<'a>(text: &str, candidates: &[&'a str]) -> Option<&'a str> {
    const CUTOFF: f32 = 0.75;
    // The common beginning makes these more similar than they are.
    const VOCABULARY_CUTOFF: f32 = 0.9;
    let cutoff = if text.starts_with("x-ms-") {
        VOCABULARY_CUTOFF
    } else if text.starts_with("x-") {
        // Another vendor's extension is no slip of the pen.
        return None;
    } else {
        CUTOFF
    };
    nearest_of(text, candidates.iter().copied(), cutoff)
}

//! Reads members of an object by a type of the `openapiv3` crate.
//!
//! Invariant: what nests is never among these members, so that reading takes no deeper stack than they do, and a member
//! that does not fit is found, reported and left out alone.

use crate::diagnostics::{Diagnostic, code};
use crate::swagger::object::ObjectReader;
use crate::swagger::read::{quoted, subject};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

impl ObjectReader<'_, '_, '_> {
    /// Takes those of the members `keys` that are there, as a `T`. `None`, after a report, when they are none.
    pub(super) fn typed<T: DeserializeOwned>(&mut self, keys: &[&'static str]) -> Option<T> {
        self.typed_with(Map::new(), keys)
    }

    /// As [`typed`](Self::typed), with `members` that the type wants and that are read elsewhere.
    pub(super) fn typed_with<T: DeserializeOwned>(
        &mut self,
        mut members: Map<String, Value>,
        keys: &[&'static str],
    ) -> Option<T> {
        for key in keys {
            if let Some(value) = self.present(key) {
                members.insert((*key).to_owned(), value.clone());
            }
        }
        let error = match read(&members) {
            Ok(read) => return Some(read),
            Err(error) => error,
        };
        for key in keys {
            let mut others = members.clone();
            if others.shift_remove(*key).is_none() {
                continue;
            }
            if let Ok(read) = read(&others) {
                self.report_misfit(Some(key), &error);
                return Some(read);
            }
        }
        self.report_misfit(None, &error);
        None
    }

    /// Reports what `serde` says of the member `key`, or of the object.
    fn report_misfit(&mut self, key: Option<&str>, error: &serde_json::Error) {
        let (location, repair) = match key {
            Some(key) => (self.at(key), "it is read as if it were absent"),
            None => (self.location(), "it is left out"),
        };
        let problem = quoted_parts(&error.to_string());
        let message = format!("{} does not fit: {problem}; {repair}", subject(&location));
        let reader = self.reader();
        let mut diagnostic = Diagnostic::at(code::INVALID_VALUE, &location, message);
        diagnostic.help = crate::swagger::correction::removing(reader.sources, &location);
        reader.diagnostics.report(diagnostic);
    }
}

fn read<T: DeserializeOwned>(members: &Map<String, Value>) -> Result<T, serde_json::Error> {
    serde_json::from_value(Value::Object(members.clone()))
}

/// A message of `serde` in which text of the document cannot spoil the line.
fn quoted_parts(message: &str) -> String {
    const LONGEST: usize = 200;
    let escaped = quoted(message);
    if message.chars().any(char::is_control) {
        return escaped;
    }
    message.chars().take(LONGEST).collect()
}

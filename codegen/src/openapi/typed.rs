//! Reads members of an object by a type of the `openapiv3` crate.
//!
//! Invariant: what nests is never among these members, so that reading takes no deeper stack than they do, and the
//! members that do not fit are found, reported and left out alone, as long as there are few of them.

use crate::diagnostics::{Diagnostic, code, correction};
use crate::nearest;
use crate::swagger::object::ObjectReader;
use crate::swagger::read::{quoted, subject};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// How many members of one object are left out. More are hardly slips of the pen, and slow to find.
const MOST_MISFITS: usize = 3;

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
        let Some((misfits, found)) = without_misfits(&members, keys) else {
            self.report_misfit(None, &error);
            return None;
        };
        for misfit in &misfits {
            let others: Vec<_> = misfits.iter().copied().filter(|it| it != misfit).collect();
            if let Err(error) = read::<T>(&without(&members, &others)) {
                self.report_misfit(Some(*misfit), &error);
            }
        }
        Some(found)
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
        let removing = correction::removing(reader.sources, &location);
        diagnostic.help = match (nearest::question_of_message(&problem), removing) {
            (Some(question), Some(removing)) => Some(format!("{question} If not, {removing}")),
            (question, removing) => question.or(removing),
        };
        reader.diagnostics.report(diagnostic);
    }
}

fn read<T: DeserializeOwned>(members: &Map<String, Value>) -> Result<T, serde_json::Error> {
    serde_json::from_value(Value::Object(members.clone()))
}

/// The fewest of the members `keys` without which all others can be read, and what these are.
fn without_misfits<T: DeserializeOwned>(
    members: &Map<String, Value>,
    keys: &[&'static str],
) -> Option<(Vec<&'static str>, T)> {
    let present = keys.iter().copied();
    let present: Vec<_> = present.filter(|key| members.contains_key(*key)).collect();
    let mut sets: Vec<Vec<&'static str>> = vec![Vec::new()];
    for _ in 0..MOST_MISFITS {
        sets = sets.iter().flat_map(|set| larger(set, &present)).collect();
        for set in &sets {
            if let Ok(found) = read(&without(members, set)) {
                return Some((set.clone(), found));
            }
        }
    }
    None
}

/// `set` with one more of `keys`, which are in order: each set is made once.
fn larger(set: &[&'static str], keys: &[&'static str]) -> Vec<Vec<&'static str>> {
    let last = keys.iter().position(|key| set.last() == Some(key));
    let rest = keys.iter().skip(last.map_or(0, |last| last + 1));
    rest.map(|key| [set, &[*key]].concat()).collect()
}

fn without(members: &Map<String, Value>, keys: &[&'static str]) -> Map<String, Value> {
    let mut others = members.clone();
    others.retain(|key, _| !keys.contains(&key.as_str()));
    others
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

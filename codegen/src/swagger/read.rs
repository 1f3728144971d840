//! Reads typed objects from JSON values and reports what does not fit.
//!
//! Invariant: reading goes on after every fault with the repair that the finding names. It never resolves a `$ref`, so
//! it nests no deeper than the value itself.

use super::object::ObjectReader;
use super::{RefOr, Reference};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, code, correction};
use crate::source::{Location, Sources};
use indexmap::IndexMap;
use serde_json::{Map, Number, Value};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// An object of the specification that can be read wherever it stands.
///
/// A `$ref` may lead into any document, so lowering calls `read` on what it resolved, with the location of that.
pub trait Readable: Sized {
    /// Reads `value`, which stands at `location`; `None`, after a report, when it cannot be such an object.
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self>;

    /// The value that stands for `null` among the members of a map, where one has a meaning: YAML has `null` behind a key
    /// with nothing below it.
    fn instead_of_null() -> Option<Value> {
        None
    }
}

/// What reading needs beside the value.
#[derive(Debug)]
pub struct Reader<'a> {
    /// For the text of numbers.
    pub sources: &'a Sources,
    /// Where findings go.
    pub diagnostics: &'a mut Diagnostics,
    /// The specification that decides what a key means.
    pub dialect: Dialect,
}

/// The specification that a document follows, and with it all that it refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Swagger 2.0.
    Swagger2,
    /// OpenAPI 3.0.
    OpenApi3,
}

impl<'a> Reader<'a> {
    /// A reader that reports into `diagnostics`. What it reads follows the specification of the entry document.
    pub fn new(sources: &'a Sources, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            sources,
            diagnostics,
            dialect: Dialect::of(&sources.entry().value),
        }
    }

    /// The members of `value`, or a report that it is no object.
    pub(crate) fn object<'v, 'r>(
        &'r mut self,
        value: &'v Value,
        location: &'v Location,
    ) -> Option<ObjectReader<'v, 'r, 'a>> {
        let members = self.members(value, location)?;
        Some(ObjectReader::new(members, location, self))
    }

    /// The reference that the object at `location` is by `target`, its `$ref`. What is no text cannot lead anywhere.
    pub(crate) fn reference(&mut self, target: &Value, location: &Location) -> Option<Reference> {
        if let Value::String(target) = target {
            return Some(Reference {
                target: target.clone(),
                location: location.clone(),
            });
        }
        let message = format!(
            "`$ref` must be a string, but it is {}; it leads nowhere",
            kind(target)
        );
        let code = code::REFERENCE_NOT_TEXT;
        self.report_removable(code, &location.key("$ref"), message);
        None
    }

    /// The members of `value`; of an empty list none, since some languages write an empty map like that.
    fn members<'v>(
        &mut self,
        value: &'v Value,
        location: &Location,
    ) -> Option<&'v Map<String, Value>> {
        static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        match value {
            Value::Object(members) => Some(members),
            Value::Array(elements) if elements.is_empty() => {
                self.repaired_type(value, location, "it is read as an empty object");
                Some(&NONE)
            }
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                self.wrong_type("an object", value, location);
                None
            }
        }
    }

    /// Reports a value that cannot be read at all.
    pub(crate) fn wrong_type(&mut self, expected: &str, found: &Value, location: &Location) {
        let message = format!(
            "{} must be {expected}, but it is {}",
            subject(location),
            kind(found)
        );
        self.report_removable(code::WRONG_TYPE, location, message);
    }

    /// Reports a value of the wrong type that is read as `repair` says.
    pub(crate) fn repaired_type(&mut self, found: &Value, location: &Location, repair: &str) {
        let message = format!("{} is {}; {repair}", subject(location), kind(found));
        self.report(code::WRONG_TYPE_REPAIRED, location, message);
    }

    /// Reports a finding about the value at `location`.
    pub(crate) fn report(&mut self, code: Code, location: &Location, message: String) {
        self.diagnostics
            .report(Diagnostic::at(code, location, message));
    }

    /// Reports a value that an overlay can remove, at the worst.
    pub(crate) fn report_removable(&mut self, code: Code, location: &Location, message: String) {
        let mut diagnostic = Diagnostic::at(code, location, message);
        diagnostic.help = correction::removing(self.sources, location);
        self.diagnostics.report(diagnostic);
    }

    /// The text of a number that stands for a string: `1.10` is not `1.1`.
    fn source_text(&self, number: &Number, location: &Location) -> String {
        self.sources
            .raw_text(location)
            .map_or_else(|| number.to_string(), str::to_owned)
    }

    /// The digits of `number`, from the source where the value may have lost some.
    pub(crate) fn exact_number(&self, number: &Number, location: &Location) -> String {
        if !number.is_f64() {
            return number.to_string();
        }
        // The text may be older than the value, which an overlay can have changed.
        self.sources
            .raw_text(location)
            .filter(|text| text.parse().ok() == number.as_f64())
            .map_or_else(|| number.to_string(), str::to_owned)
    }
}

impl Readable for String {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => {
                let text = reader.source_text(number, location);
                let message = format!(
                    "{} must be a string; the number is read as {}",
                    subject(location),
                    quoted(&text)
                );
                reader.report(code::NUMBER_AS_STRING, location, message);
                Some(text)
            }
            Value::Bool(truth) => {
                let repair = format!("it is read as the string `{truth}`");
                reader.repaired_type(value, location, &repair);
                Some(truth.to_string())
            }
            Value::Null | Value::Array(_) | Value::Object(_) => {
                reader.wrong_type("a string", value, location);
                None
            }
        }
    }

    fn instead_of_null() -> Option<Value> {
        Some(Value::String(String::new()))
    }
}

impl Readable for bool {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let truth = match value {
            Value::Bool(truth) => return Some(*truth),
            Value::String(text) => text.parse::<bool>().ok(),
            Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
        };
        match truth {
            Some(truth) => {
                let repair = format!("it is read as the boolean `{truth}`");
                reader.repaired_type(value, location, &repair);
            }
            None => reader.wrong_type("a boolean", value, location),
        }
        truth
    }
}

impl Readable for Value {
    fn read(value: &Value, _: &Location, _: &mut Reader<'_>) -> Option<Self> {
        Some(value.clone())
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let elements = match value {
            Value::Array(elements) => elements.as_slice(),
            Value::Object(members) if members.is_empty() => {
                reader.repaired_type(value, location, "it is read as an empty list");
                &[]
            }
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_) => {
                reader.wrong_type("a list", value, location);
                return None;
            }
        };
        let mut list = Vec::with_capacity(elements.len());
        for (index, element) in elements.iter().enumerate() {
            list.extend(T::read(element, &location.index(index), reader));
        }
        Some(list)
    }

    fn instead_of_null() -> Option<Value> {
        Some(Value::Array(Vec::new()))
    }
}

impl<T: Readable> Readable for IndexMap<String, T> {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let members = reader.members(value, location)?;
        let mut map = Self::with_capacity(members.len());
        for (key, member) in members {
            let location = location.key(key);
            let instead = T::instead_of_null().filter(|_| member.is_null());
            if instead.is_some() {
                reader.repaired_type(member, &location, "it is read as if it were empty");
            }
            if let Some(member) = T::read(instead.as_ref().unwrap_or(member), &location, reader) {
                map.insert(key.clone(), member);
            }
        }
        Some(map)
    }
}

impl<T: Readable> Readable for RefOr<T> {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(target) = value.get("$ref") else {
            return T::read(value, location, reader).map(Self::Item);
        };
        let reference = reader.reference(target, location)?;
        report_siblings(value, location, reader);
        Some(Self::Ref(reference))
    }
}

fn report_siblings(value: &Value, location: &Location, reader: &mut Reader<'_>) {
    let members = value.as_object().into_iter().flatten();
    let mut siblings = members.map(|(key, _)| key).filter(|key| *key != "$ref");
    let Some(first) = siblings.next() else {
        return;
    };
    let mut shown = quoted(first);
    for key in siblings {
        // Writing to a `String` cannot fail.
        let _ = write!(shown, ", {}", quoted(key));
    }
    let message = format!("beside a `$ref` these keys have no meaning here: {shown}");
    let place = location.key(first);
    reader.diagnostics.report(Diagnostic::at_key(
        code::REFERENCE_SIBLINGS,
        &place,
        message,
    ));
}

/// What stands at `location`, as messages call it.
pub(crate) fn subject(location: &Location) -> String {
    let Some(last) = location.pointer.keys().last() else {
        return "the document".to_owned();
    };
    // `tags/0` and `responses/200` say more than the number alone.
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    let parent = location
        .pointer
        .parent()
        .and_then(|parent| parent.keys().last());
    match parent {
        Some(parent) if is_number => quoted(&format!("{parent}/{last}")),
        Some(_) | None => quoted(&last),
    }
}

/// Text of the document in a message: one line, no control characters, not endless.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::from("`");
    for character in text.chars().take(LONGEST) {
        match character {
            '"' | '\'' | '\\' => shown.push(character),
            other => shown.extend(other.escape_debug()),
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown.push('`');
    shown
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

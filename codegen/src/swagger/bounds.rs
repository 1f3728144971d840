//! The constraints that the Schema, Parameter, Items and Header Objects share.
//!
//! Invariant: a number is kept as the digits of the document, so none is rounded.

use super::object::ObjectReader;
use super::read::{Readable, Reader, quoted, subject};
use crate::diagnostics::code;
use crate::source::Location;
use serde_json::Value;
use std::fmt;

/// The constraints of JSON Schema that have no influence on a type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// `maximum`.
    pub maximum: Option<ExactNumber>,
    /// `exclusiveMaximum`.
    pub exclusive_maximum: bool,
    /// `minimum`.
    pub minimum: Option<ExactNumber>,
    /// `exclusiveMinimum`.
    pub exclusive_minimum: bool,
    /// `maxLength`.
    pub max_length: Option<u64>,
    /// `minLength`.
    pub min_length: Option<u64>,
    /// `pattern`: never compiled.
    pub pattern: Option<String>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `multipleOf`.
    pub multiple_of: Option<ExactNumber>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
}

/// A number in the digits of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExactNumber(String);

impl Bounds {
    /// Takes the constraints from the object they stand in.
    pub(super) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        let (maximum, exclusive_maximum) = take_bound(object, "maximum", "exclusiveMaximum");
        let (minimum, exclusive_minimum) = take_bound(object, "minimum", "exclusiveMinimum");
        let bounds = Self {
            maximum,
            exclusive_maximum,
            minimum,
            exclusive_minimum,
            max_length: object.optional("maxLength"),
            min_length: object.optional("minLength"),
            pattern: object.prose("pattern"),
            max_items: object.optional("maxItems"),
            min_items: object.optional("minItems"),
            unique_items: object.flag("uniqueItems"),
            multiple_of: object.optional("multipleOf"),
            max_properties: object.optional("maxProperties"),
            min_properties: object.optional("minProperties"),
        };
        bounds.report_empty_ranges(object);
        bounds
    }

    /// Holds to `other` as well. Of two numbers or patterns, the own one counts.
    pub(super) fn join(&mut self, other: Self) {
        if self.maximum.is_none() {
            self.maximum = other.maximum;
            self.exclusive_maximum = other.exclusive_maximum;
        }
        if self.minimum.is_none() {
            self.minimum = other.minimum;
            self.exclusive_minimum = other.exclusive_minimum;
        }
        let tighter = |one: Option<u64>, other: Option<u64>| one.into_iter().chain(other);
        self.max_length = tighter(self.max_length, other.max_length).min();
        self.min_length = tighter(self.min_length, other.min_length).max();
        self.max_items = tighter(self.max_items, other.max_items).min();
        self.min_items = tighter(self.min_items, other.min_items).max();
        self.max_properties = tighter(self.max_properties, other.max_properties).min();
        self.min_properties = tighter(self.min_properties, other.min_properties).max();
        self.pattern = self.pattern.take().or(other.pattern);
        self.multiple_of = self.multiple_of.take().or(other.multiple_of);
        self.unique_items |= other.unique_items;
    }

    fn report_empty_ranges(&self, object: &mut ObjectReader<'_, '_, '_>) {
        fn is_empty<T: PartialOrd>(least: Option<T>, most: Option<T>) -> bool {
            least.zip(most).is_some_and(|(least, most)| most < least)
        }
        // Rounding keeps the order, so two numbers that are read as equal are never reported.
        let number = |exact: &Option<ExactNumber>| exact.as_ref().and_then(ExactNumber::rounded);
        let ranges = [
            (
                "minimum",
                "maximum",
                is_empty(number(&self.minimum), number(&self.maximum)),
            ),
            (
                "minLength",
                "maxLength",
                is_empty(self.min_length, self.max_length),
            ),
            (
                "minItems",
                "maxItems",
                is_empty(self.min_items, self.max_items),
            ),
            (
                "minProperties",
                "maxProperties",
                is_empty(self.min_properties, self.max_properties),
            ),
        ];
        for (least, most, is_empty) in ranges {
            if is_empty {
                let message = format!("`{most}` is less than `{least}`: no value can be right");
                let location = object.at(most);
                object
                    .reader()
                    .report_removable(code::INVALID_VALUE, &location, message);
            }
        }
    }
}

/// A bound, and whether it is excluded. In later drafts of JSON Schema the key that says so is the bound itself.
fn take_bound(
    object: &mut ObjectReader<'_, '_, '_>,
    bound: &'static str,
    exclusive: &'static str,
) -> (Option<ExactNumber>, bool) {
    let number: Option<ExactNumber> = object.optional(bound);
    let Some(excluded @ Value::Number(_)) = object.present(exclusive) else {
        return (number, object.flag(exclusive));
    };
    let location = object.at(exclusive);
    let repair = format!("it is read as `{bound}`, excluded");
    let reader = object.reader();
    reader.repaired_type(excluded, &location, &repair);
    (ExactNumber::read(excluded, &location, reader), true)
}

impl ExactNumber {
    /// The digits, such as `18446744073709551616` or `1.10`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn rounded(&self) -> Option<f64> {
        self.0.parse().ok()
    }
}

impl fmt::Display for ExactNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Readable for ExactNumber {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Number(number) => Some(Self(reader.exact_number(number, location))),
            Value::String(text) if text.parse::<f64>().is_ok_and(f64::is_finite) => {
                let repair = format!("it is read as the number {}", quoted(text));
                reader.repaired_type(value, location, &repair);
                Some(Self(text.clone()))
            }
            Value::Null
            | Value::Bool(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => {
                reader.wrong_type("a number", value, location);
                None
            }
        }
    }
}

/// A length or a count.
impl Readable for u64 {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let number = ExactNumber::read(value, location, reader)?;
        // JSON Schema has one kind of number: `3.0` is an integer.
        let digits = number
            .as_str()
            .strip_suffix(".0")
            .unwrap_or(number.as_str());
        let count = digits.parse().ok();
        if count.is_none() {
            let message = format!(
                "{} must be a whole number from 0 to {}, but it is {}",
                subject(location),
                u64::MAX,
                quoted(number.as_str())
            );
            reader.report_removable(code::INVALID_VALUE, location, message);
        }
        count
    }
}

/// Reports the `default` and the `enum` values that the integer type of `format` cannot hold.
pub(super) fn report_overflows(
    default: Option<&Value>,
    enumeration: &[Value],
    format: Option<&str>,
    location: &Location,
    reader: &mut Reader<'_>,
) {
    if let Some(default) = default {
        report_overflow(default, format, &location.key("default"), reader);
    }
    for (index, value) in enumeration.iter().enumerate() {
        let location = location.key("enum").index(index);
        report_overflow(value, format, &location, reader);
    }
}

fn report_overflow(
    value: &Value,
    format: Option<&str>,
    location: &Location,
    reader: &mut Reader<'_>,
) {
    let Value::Number(number) = value else { return };
    let (kind, fits) = match format {
        Some("int32") => (
            "int32",
            number
                .as_i64()
                .is_some_and(|number| i32::try_from(number).is_ok()),
        ),
        Some("int64") | None => ("int64", number.is_i64()),
        Some(_) => return,
    };
    let text = reader.exact_number(number, location);
    let digits = text.strip_prefix('-').unwrap_or(&text);
    // A fraction is another fault, and no integer that a rounding could have changed.
    if !fits && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!(
            "{} is {}, which does not fit into {kind}",
            subject(location),
            quoted(&text)
        );
        reader.report_removable(code::INVALID_VALUE, location, message);
    }
}

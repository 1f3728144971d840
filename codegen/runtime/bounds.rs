//! What the document says of values beside their types, for clients that check it before they send (`validate`).
//! Invariant: no message shows a value.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use regex_lite::Regex;
use serde::Serialize;
use serde_json::Value;

use super::error::{ErrorKind, Failure};
use super::json::Json;
use super::request::Request;
use super::wire::{Wire, WireList};

/// Something that a value is held to. Numbers are in the digits of the document, so none is rounded. What is about a
/// value of another kind is kept by any.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    /// The number is this or greater.
    AtLeast(&'static str),
    /// The number is greater than this.
    MoreThan(&'static str),
    /// The number is this or less.
    AtMost(&'static str),
    /// The number is less than this.
    LessThan(&'static str),
    /// The number is this, some times.
    MultipleOf(&'static str),
    /// The text has this many characters or more.
    MinLength(usize),
    /// The text has this many characters or fewer.
    MaxLength(usize),
    /// A part of the text matches this regular expression.
    Pattern(&'static str),
    /// The list or the map has this many elements or more.
    MinCount(usize),
    /// The list or the map has this many elements or fewer.
    MaxCount(usize),
    /// No element of the list is there twice.
    Unique,
    /// Each element of the list or the map keeps these.
    Each(&'static [Bound]),
    /// This property of the object keeps these.
    Property(&'static str, &'static [Bound]),
    /// The object keeps those of this type when this property has this value.
    Tagged(&'static str, &'static str, fn() -> &'static [Bound]),
    /// It keeps those of this type.
    Model(fn() -> &'static [Bound]),
}

impl Request {
    /// Refuses a value that does not keep `bounds`, unless it is absent.
    pub fn check(&mut self, name: &'static str, value: &dyn Wire, bounds: &'static [Bound]) {
        let check = Check::of(name).wire(value, bounds);
        self.draft.note(check);
    }

    /// As [`check`](Self::check), for a list.
    pub fn check_list(
        &mut self,
        name: &'static str,
        values: &dyn WireList,
        bounds: &'static [Bound],
    ) {
        let check = Check::of(name).wire_list(values, bounds);
        self.draft.note(check);
    }

    /// As [`check`](Self::check), for a JSON body that is given as a value. A raw text is not looked at.
    pub fn check_json<T: Serialize>(
        &mut self,
        name: &'static str,
        body: &Json<T>,
        bounds: &'static [Bound],
    ) {
        // What cannot be written is found when it is to be sent.
        let text = body.to_bytes().ok().filter(|_| !body.is_raw());
        if let Some(text) = text {
            let check = Check::of(name).json(&text, bounds);
            self.draft.note(check);
        }
    }

    /// As [`check`](Self::check), for an object that is not sent as a body.
    pub fn check_object<T: Serialize>(
        &mut self,
        name: &'static str,
        object: &T,
        bounds: &'static [Bound],
    ) {
        // As with a body.
        if let Ok(value) = serde_json::to_value(object) {
            let check = Check::of(name).value(&value, bounds);
            self.draft.note(check);
        }
    }
}

/// A check of one argument.
struct Check {
    place: String,
    patterns: BTreeMap<&'static str, Option<Regex>>,
}

impl Check {
    fn of(name: &str) -> Self {
        Self {
            place: name.to_owned(),
            patterns: BTreeMap::new(),
        }
    }

    fn wire(&mut self, value: &dyn Wire, bounds: &'static [Bound]) -> Result<(), Failure> {
        match value.wire() {
            Some(text) => bounds
                .iter()
                .try_for_each(|bound| self.scalar(&text, bound)),
            None => Ok(()),
        }
    }

    fn wire_list(
        &mut self,
        values: &dyn WireList,
        bounds: &'static [Bound],
    ) -> Result<(), Failure> {
        let Some(values) = values.wire_list() else {
            return Ok(());
        };
        for bound in bounds {
            if let Bound::Each(bounds) = bound {
                for (index, value) in values.iter().enumerate() {
                    self.at(&format!("[{index}]"), |check| check.wire(*value, bounds))?;
                }
            }
            self.count(values.len(), bound)?;
            let mut texts = values.iter().filter_map(Wire::wire);
            self.unique(&mut texts, bound)?;
        }
        Ok(())
    }

    fn json(&mut self, text: &[u8], bounds: &'static [Bound]) -> Result<(), Failure> {
        match serde_json::from_slice(text) {
            Ok(value) => self.value(&value, bounds),
            Err(_) => Ok(()),
        }
    }

    fn value(&mut self, value: &Value, bounds: &'static [Bound]) -> Result<(), Failure> {
        bounds.iter().try_for_each(|bound| match (bound, value) {
            (Bound::Model(bounds), _) => self.value(value, bounds()),
            (_, Value::Number(number)) => self.number(&number.to_string(), bound),
            (_, Value::String(text)) => self.text(text, bound),
            (_, Value::Array(elements)) => self.array(elements, bound),
            (_, Value::Object(members)) => self.object(members, bound),
            (_, Value::Null | Value::Bool(_)) => Ok(()),
        })
    }

    fn array(&mut self, elements: &[Value], bound: &'static Bound) -> Result<(), Failure> {
        if let Bound::Each(bounds) = bound {
            for (index, element) in elements.iter().enumerate() {
                self.at(&format!("[{index}]"), |check| check.value(element, bounds))?;
            }
        }
        self.count(elements.len(), bound)?;
        let mut texts = elements.iter().map(|element| element.to_string().into());
        self.unique(&mut texts, bound)
    }

    fn object(
        &mut self,
        members: &serde_json::Map<String, Value>,
        bound: &'static Bound,
    ) -> Result<(), Failure> {
        match bound {
            Bound::Each(bounds) => members.iter().try_for_each(|(key, value)| {
                self.at(&format!(".{key}"), |check| check.value(value, bounds))
            }),
            Bound::Property(name, bounds) => match members.get(*name) {
                Some(value) => self.at(&format!(".{name}"), |check| check.value(value, bounds)),
                None => Ok(()),
            },
            Bound::Tagged(property, tag, bounds) => {
                let found = members.get(*property).and_then(Value::as_str);
                let bounds = if found == Some(*tag) { bounds() } else { &[] };
                bounds
                    .iter()
                    .try_for_each(|bound| self.object(members, bound))
            }
            bound => self.count(members.len(), bound),
        }
    }

    /// A value that is outside JSON, where numbers are texts as well.
    fn scalar(&mut self, text: &str, bound: &'static Bound) -> Result<(), Failure> {
        self.number(text, bound)?;
        self.text(text, bound)
    }

    fn number(&self, digits: &str, bound: &Bound) -> Result<(), Failure> {
        let is = |limit: &str, orders: &[Ordering]| {
            compare(digits, limit).is_none_or(|order| orders.contains(&order))
        };
        let (keeps, problem, limit) = match bound {
            Bound::AtLeast(least) => (
                is(least, &[Ordering::Greater, Ordering::Equal]),
                "less than",
                least,
            ),
            Bound::MoreThan(limit) => (is(limit, &[Ordering::Greater]), "not more than", limit),
            Bound::AtMost(most) => (
                is(most, &[Ordering::Less, Ordering::Equal]),
                "more than",
                most,
            ),
            Bound::LessThan(limit) => (is(limit, &[Ordering::Less]), "not less than", limit),
            Bound::MultipleOf(unit) => (is_multiple(digits, unit), "no multiple of", unit),
            _ => return Ok(()),
        };
        self.require(keeps, || format!("is {problem} {limit}"))
    }

    fn text(&mut self, text: &str, bound: &Bound) -> Result<(), Failure> {
        match bound {
            Bound::MinLength(least) => self.require(text.chars().count() >= *least, || {
                format!("has fewer characters than {least}")
            }),
            Bound::MaxLength(most) => self.require(text.chars().count() <= *most, || {
                format!("has more characters than {most}")
            }),
            Bound::Pattern(pattern) => {
                let regex = self.patterns.entry(pattern);
                let regex = regex.or_insert_with(|| Regex::new(pattern).ok());
                let keeps = regex.as_ref().is_none_or(|regex| regex.is_match(text));
                self.require(keeps, || format!("does not match `{pattern}`"))
            }
            _ => Ok(()),
        }
    }

    fn count(&self, count: usize, bound: &Bound) -> Result<(), Failure> {
        match bound {
            Bound::MinCount(least) => self.require(count >= *least, || {
                format!("has fewer elements than {least}")
            }),
            Bound::MaxCount(most) => {
                self.require(count <= *most, || format!("has more elements than {most}"))
            }
            _ => Ok(()),
        }
    }

    fn unique(
        &self,
        texts: &mut dyn Iterator<Item = Cow<'_, str>>,
        bound: &Bound,
    ) -> Result<(), Failure> {
        let Bound::Unique = bound else { return Ok(()) };
        let mut seen = BTreeSet::new();
        for text in texts {
            self.require(seen.insert(text), || "has an element twice".to_owned())?;
        }
        Ok(())
    }

    /// Makes a check of something inside.
    fn at(
        &mut self,
        step: &str,
        check: impl FnOnce(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let outer = self.place.len();
        self.place.push_str(step);
        check(self)?;
        self.place.truncate(outer);
        Ok(())
    }

    fn require(&self, keeps: bool, problem: impl FnOnce() -> String) -> Result<(), Failure> {
        if keeps {
            return Ok(());
        }
        let (place, problem) = (&self.place, problem());
        let message = format!("the parameter `{place}` {problem}");
        Err(Failure::new(ErrorKind::BadParameter, message))
    }
}

/// `None` for what is no number.
fn compare(left: &str, right: &str) -> Option<Ordering> {
    if let (Ok(left), Ok(right)) = (left.parse::<i128>(), right.parse::<i128>()) {
        return Some(left.cmp(&right));
    }
    let (left, right): (f64, f64) = (left.parse().ok()?, right.parse().ok()?);
    left.partial_cmp(&right)
}

fn is_multiple(number: &str, unit: &str) -> bool {
    exact_multiple(number, unit).unwrap_or_else(|| near_multiple(number, unit))
}

/// By the digits, since of 0.3 and 0.1 neither is exact in binary; `None` when there are too many.
fn exact_multiple(number: &str, unit: &str) -> Option<bool> {
    let (number, unit) = (decimal(number)?, decimal(unit)?);
    let places = number.1.max(unit.1);
    let (number, unit) = (scaled(number, places)?, scaled(unit, places)?);
    if unit == 0 {
        return Some(true);
    }
    Some(number.checked_rem(unit)? == 0)
}

/// The digits of a number, and how many of them stand behind the point.
fn decimal(text: &str) -> Option<(i128, i32)> {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.parse().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{fraction}").parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    Some((digits, places))
}

fn scaled((digits, places): (i128, i32), more: i32) -> Option<i128> {
    let steps = u32::try_from(more.checked_sub(places)?).ok()?;
    digits.checked_mul(10_i128.checked_pow(steps)?)
}

fn near_multiple(number: &str, unit: &str) -> bool {
    let (Ok(number), Ok(unit)) = (number.parse::<f64>(), unit.parse::<f64>()) else {
        return true;
    };
    let times = number / unit;
    !times.is_finite() || (times - times.round()).abs() <= (1e-9 * times.abs()).clamp(1e-9, 1e-3)
}

//! Builds a JSON value from any `serde` reader, and notices what the readers let pass.

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};
use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

/// What a value costs beside its text when the size of an expanded document is estimated.
const NODE_COST: usize = 32;

/// The message of the error for a document that aliases make too large.
pub(super) const BUDGET_EXCEEDED: &str = "aliases expand to too large a document";
/// The message of the error for a number that JSON values cannot hold.
pub(super) const NOT_FINITE: &str = "number out of range";

/// The message of the error for a merge of what has no members.
pub(super) const NOT_MERGED: &str =
    "a merge key `<<` needs an object, or a list of objects, whose members it stands for";
/// The key of an object that stands for the members of another one.
pub(super) const MERGE_KEY: &str = "<<";

/// What the key `<<` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MergeKeys {
    /// The members of what stands under it, as in YAML 1.1.
    Applied,
    /// A name like any other.
    Names,
}

/// What is noticed while one document is read.
#[derive(Debug)]
pub(super) struct Watch {
    /// Whether any object had a key twice.
    pub(super) duplicate_keys: Cell<bool>,
    budget: Cell<usize>,
    merge_keys: MergeKeys,
}

impl Watch {
    /// Watches a document whose expanded size may be that of its text many times over, but no more.
    pub(super) fn new(text: &str, merge_keys: MergeKeys) -> Self {
        let budget = text.len().saturating_add(1 << 20).saturating_mul(NODE_COST);
        Self {
            duplicate_keys: Cell::new(false),
            budget: Cell::new(budget),
            merge_keys,
        }
    }

    /// Of two values of one key the last one counts, as in every other reader, unless it is empty.
    fn add(&self, object: &mut Map<String, Value>, key: String, value: Value) {
        if !object.contains_key(&key) {
            object.insert(key, value);
            return;
        }
        self.duplicate_keys.set(true);
        if !value.is_null() {
            object.insert(key, value);
        }
    }

    fn spend<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let cost = bytes.saturating_add(NODE_COST);
        let rest = self.budget.get().checked_sub(cost);
        self.budget
            .set(rest.ok_or_else(|| E::custom(BUDGET_EXCEEDED))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &Watch {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &Watch {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Null)
    }

    /// What YAML makes of a text without any value.
    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Number(value.into()))
    }

    // The rounding is that of JSON readers; whoever needs the digits asks for the text of the source.
    #[allow(clippy::cast_precision_loss)]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.spend(0)?;
        let number = Number::from_f64(value).ok_or_else(|| E::custom(NOT_FINITE))?;
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.visit_string(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.spend(value.len())?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut array = Vec::new();
        while let Some(element) = elements.next_element_seed(self)? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut object = Map::new();
        // A key of YAML may be a number, such as the status codes of responses: asked for as text, it comes as written.
        while let Some(key) = members.next_key::<String>()? {
            self.spend(key.len())?;
            let value = members.next_value_seed(self)?;
            self.add(&mut object, key, value);
        }
        if self.merge_keys == MergeKeys::Applied && object.contains_key(MERGE_KEY) {
            object = merged(object).ok_or_else(|| A::Error::custom(NOT_MERGED))?;
        }
        Ok(Value::Object(object))
    }

    /// A value with a tag of YAML that is not one of the standard ones: the tag is dropped.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (_tag, content) = tagged.variant::<String>()?;
        content.newtype_variant_seed(self)
    }
}

/// `object` with the members that its merge key stands for, in its place; those that the object has itself go before
/// them, and those of the first merged object before those of the others. `None` when there is no such object.
///
/// The members are moved, so a document grows no larger by this than its aliases make it.
fn merged(object: Map<String, Value>) -> Option<Map<String, Value>> {
    let own: HashSet<String> = object.keys().cloned().collect();
    let mut all = Map::new();
    for (key, value) in object {
        if key != MERGE_KEY {
            all.insert(key, value);
            continue;
        }
        let sources = match value {
            Value::Array(sources) => sources,
            other => vec![other],
        };
        for source in sources {
            let Value::Object(members) = source else {
                return None;
            };
            for (key, value) in members {
                if !own.contains(&key) && !all.contains_key(&key) {
                    all.insert(key, value);
                }
            }
        }
    }
    Some(all)
}

//! The discriminators of version 3: which schemas they tell apart, and by which values.
//!
//! Invariant: looks at the values of the documents, before anything is read; only alternatives that are all references to
//! objects can be told apart by a property.

use super::MAX_CHAIN;
use super::families::inline_parts;
use crate::source::{Location, Sources};
use crate::swagger::Dialect;
use serde_json::Value;
use std::collections::BTreeMap;

/// What all discriminators of the documents say.
#[derive(Default)]
pub(super) struct Alternatives {
    /// The alternatives of each `oneOf` or `anyOf` with a discriminator, by its place.
    pub(super) choices: BTreeMap<Location, Vec<Location>>,
    /// The property that tells an alternative from others: a type has one tag.
    tags: BTreeMap<Location, String>,
    /// The value that a `mapping` has for a schema.
    mapped: BTreeMap<Location, String>,
    /// The only value that an alternative allows for its tag.
    only: BTreeMap<Location, String>,
}

/// A place on the way through a document.
struct Step<'s> {
    parent: Option<usize>,
    key: Key<'s>,
}

enum Key<'s> {
    Root,
    Name(&'s str),
    Index(usize),
}

impl Alternatives {
    /// Looks through all documents of version 3.
    pub(super) fn find(sources: &Sources) -> Self {
        let mut alternatives = Self::default();
        if Dialect::of(&sources.entry().value) == Dialect::Swagger2 {
            return alternatives;
        }
        for (id, document) in sources.documents() {
            let root = Location::root(id);
            walk(&document.value, |schema, place| {
                alternatives.add(sources, schema, place.under(&root));
            });
        }
        alternatives
    }

    /// The value of the tag of the schema at `place`, where the documents say more than its name.
    pub(super) fn value(&self, place: &Location) -> Option<&String> {
        self.mapped.get(place).or_else(|| self.only.get(place))
    }

    fn add(&mut self, sources: &Sources, schema: &Value, place: Location) {
        let mapping = schema.get("discriminator").and_then(|it| it.get("mapping"));
        for (value, target) in mapping.and_then(Value::as_object).into_iter().flatten() {
            let target = target.as_str();
            let target = target.and_then(|target| mapped(sources, &place, target));
            if let Some(target) = target.and_then(|target| end(sources, target)) {
                self.mapped.entry(target).or_insert_with(|| value.clone());
            }
        }
        let lists = ["oneOf", "anyOf"].map(|key| schema.get(key).and_then(Value::as_array));
        let choices = || lists.into_iter().flatten().flatten();
        let targets = choices().map(|choice| {
            let reference = choice.get("$ref")?.as_str()?;
            let target = sources.resolve(&place, reference).ok()?;
            let target = end(sources, target)?;
            is_object(sources.get(&target)?).then_some(target)
        });
        let targets: Option<Vec<Location>> = targets.collect();
        let property = schema
            .get("discriminator")
            .and_then(|it| it.get("propertyName"));
        if let (Some(targets), Some(property)) = (targets, property.and_then(Value::as_str)) {
            self.add_choice(sources, place, targets, property);
        }
    }

    /// Of two choices that tell one alternative apart by different properties, the first is a union.
    fn add_choice(
        &mut self,
        sources: &Sources,
        place: Location,
        targets: Vec<Location>,
        property: &str,
    ) {
        let is_free =
            |target: &Location| self.tags.get(target).is_none_or(|known| known == property);
        if targets.len() < 2 || !targets.iter().all(is_free) {
            return;
        }
        for target in &targets {
            self.tags.insert(target.clone(), property.to_owned());
            if let Some(value) = only_value(sources, target, property) {
                self.only.insert(target.clone(), value.to_owned());
            }
        }
        self.choices.insert(place, targets);
    }
}

/// The value of the only one that the schema at `place` lists for `property`.
fn only_value<'s>(sources: &'s Sources, place: &Location, property: &str) -> Option<&'s str> {
    let mut parts = inline_parts(sources.get(place)?).into_iter();
    let values = parts.find_map(|part| part.get("properties")?.get(property)?.get("enum"))?;
    match values.as_array()?.as_slice() {
        [only] => only.as_str(),
        _ => None,
    }
}

/// The schema that a `mapping` names: by its name, or by a reference.
fn mapped(sources: &Sources, place: &Location, target: &str) -> Option<Location> {
    let named = Location::root(place.document)
        .key("components")
        .key("schemas")
        .key(target);
    if sources.get(&named).is_some() {
        return Some(named);
    }
    sources.resolve(place, target).ok()
}

/// The end of the chain of references that begins at `place`.
fn end(sources: &Sources, mut place: Location) -> Option<Location> {
    for _ in 0..MAX_CHAIN {
        let Some(reference) = sources.get(&place)?.get("$ref") else {
            return Some(place);
        };
        place = sources.resolve(&place, reference.as_str()?).ok()?;
    }
    None
}

fn is_object(schema: &Value) -> bool {
    match schema.get("type") {
        Some(name) => name == "object",
        None => ["properties", "allOf"]
            .iter()
            .any(|key| schema.get(key).is_some()),
    }
}

/// Calls `found` for every object with a discriminator of version 3.
fn walk<'s>(document: &'s Value, mut found: impl FnMut(&'s Value, Place<'_, 's>)) {
    let mut steps = vec![Step {
        parent: None,
        key: Key::Root,
    }];
    let mut pending = vec![(document, 0)];
    while let Some((value, at)) = pending.pop() {
        match value {
            Value::Object(members) => {
                let discriminator = members.get("discriminator");
                if discriminator.is_some_and(|it| it.get("propertyName").is_some()) {
                    found(value, Place { steps: &steps, at });
                }
                for (key, member) in members.iter().rev().filter(|(key, _)| !is_data(key)) {
                    push(&mut steps, &mut pending, at, Key::Name(key), member);
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate().rev() {
                    push(&mut steps, &mut pending, at, Key::Index(index), element);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

fn push<'s>(
    steps: &mut Vec<Step<'s>>,
    pending: &mut Vec<(&'s Value, usize)>,
    parent: usize,
    key: Key<'s>,
    value: &'s Value,
) {
    if value.is_object() || value.is_array() {
        pending.push((value, steps.len()));
        steps.push(Step {
            parent: Some(parent),
            key,
        });
    }
}

/// Whether what stands under this key is data, and no schema.
fn is_data(key: &str) -> bool {
    matches!(key, "example" | "examples" | "default" | "enum")
}

/// Where a value stands, as the steps that lead to it.
struct Place<'p, 's> {
    steps: &'p [Step<'s>],
    at: usize,
}

impl Place<'_, '_> {
    fn under(&self, root: &Location) -> Location {
        let mut keys = Vec::new();
        let mut at = Some(self.at);
        while let Some(step) = at.and_then(|at| self.steps.get(at)) {
            keys.push(&step.key);
            at = step.parent;
        }
        keys.into_iter()
            .rev()
            .fold(root.clone(), |place, key| match key {
                Key::Root => place,
                Key::Name(name) => place.key(name),
                Key::Index(index) => place.index(*index),
            })
    }
}

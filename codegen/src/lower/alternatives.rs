//! The discriminators of version 3: which schemas they tell apart, and by which values.
//!
//! Invariant: looks at the values of the documents, before anything is read; only alternatives that are all references to
//! objects can be told apart by a property.

use super::families::inline_parts;
use super::resolve::end_of_chain;
use crate::source::{Location, Sources};
use crate::swagger::Dialect;
use serde_json::Value;
use std::collections::BTreeMap;

/// What all discriminators of the documents say.
#[derive(Default)]
pub(super) struct Alternatives {
    /// The alternatives of each `oneOf` or `anyOf` with a discriminator, by its place.
    pub(super) choices: BTreeMap<Location, Vec<Location>>,
    /// Why a choice with a discriminator is none of `choices`, by its place.
    refused: BTreeMap<Location, &'static str>,
    /// The property that tells an alternative from others: a type has one tag.
    tags: BTreeMap<Location, String>,
    /// The values that the `mapping`s have for a schema. The first is written: a tag has one value.
    mapped: BTreeMap<Location, Vec<String>>,
    /// The only value that an alternative allows for its tag.
    only: BTreeMap<Location, String>,
    /// The entries of `mapping`s that lead nowhere.
    pub(super) dangling: Vec<Dangling>,
}

/// An entry of a `mapping` that leads nowhere.
pub(super) struct Dangling {
    /// Where it stands.
    pub(super) place: Location,
    /// The value of the discriminator.
    pub(super) value: String,
}

/// A Discriminator Object and the schema that it stands in.
struct Discriminator {
    place: Location,
    property: String,
    mapping: BTreeMap<Location, Vec<String>>,
    dangling: Vec<Dangling>,
    /// The alternatives. Empty where they are not all objects, or are too few for a choice.
    targets: Vec<Location>,
}

/// A place on the way through a document.
struct Step<'s> {
    parent: Option<usize>,
    key: Key<'s>,
    members: Members,
}

/// What the members of an object are called after.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Members {
    /// The specification: `default` is a value.
    Keywords,
    /// The document: `default` is whatever is called so.
    Names,
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
        let mut found = Vec::new();
        for (id, document) in sources.documents() {
            let root = Location::root(id);
            walk(&document.value, |schema, place| {
                found.extend(Discriminator::read(sources, schema, place.under(&root)));
            });
        }
        for discriminator in &mut found {
            alternatives.dangling.append(&mut discriminator.dangling);
        }
        // A choice can be any JSON value instead, a base with subtypes cannot: its values come first.
        let is_choice = |it: &Discriminator| !it.targets.is_empty();
        let (choices, bases): (Vec<_>, Vec<_>) = found.into_iter().partition(is_choice);
        for base in bases {
            alternatives.add_mapping(base.mapping);
        }
        for choice in choices {
            alternatives.add_choice(sources, choice);
        }
        alternatives
    }

    /// The values of the tag of the schema at `place`, where the documents say more than its name.
    pub(super) fn values(&self, place: &Location) -> &[String] {
        let only = self.only.get(place).map(std::slice::from_ref);
        let mapped = self.mapped.get(place).map(Vec::as_slice);
        mapped.or(only).unwrap_or_default()
    }

    /// Why the choice with a discriminator at `place` is no union.
    pub(super) fn refusal(&self, place: &Location) -> Option<&'static str> {
        self.refused.get(place).copied()
    }

    fn add_mapping(&mut self, mapping: BTreeMap<Location, Vec<String>>) {
        for (target, values) in mapping {
            let known = self.mapped.entry(target).or_default();
            for value in values {
                if !known.contains(&value) {
                    known.push(value);
                }
            }
        }
    }

    /// Of two choices that tell one alternative apart by different properties or values, the first is a union.
    fn add_choice(&mut self, sources: &Sources, choice: Discriminator) {
        let property = &choice.property;
        let is_free =
            |target: &Location| self.tags.get(target).is_none_or(|known| known == property);
        let agrees = |(target, values): (&Location, &Vec<String>)| {
            let written = self.mapped.get(target).and_then(|known| known.first());
            written.is_none_or(|written| values.contains(written))
        };
        let refusal = if !choice.targets.iter().all(is_free) {
            Some("its alternatives have other discriminators")
        } else if !choice.mapping.iter().all(agrees) {
            Some("another `mapping` has another value for one of its alternatives")
        } else {
            None
        };
        if let Some(refusal) = refusal {
            self.refused.insert(choice.place, refusal);
            return;
        }
        for target in &choice.targets {
            self.tags.insert(target.clone(), property.clone());
            if let Some(value) = only_value(sources, target, property) {
                self.only.insert(target.clone(), value.to_owned());
            }
        }
        self.add_mapping(choice.mapping);
        self.choices.insert(choice.place, choice.targets);
    }
}

impl Discriminator {
    fn read(sources: &Sources, schema: &Value, place: Location) -> Option<Self> {
        let discriminator = schema.get("discriminator")?;
        let property = discriminator.get("propertyName")?.as_str()?.to_owned();
        let mut mapping: BTreeMap<Location, Vec<String>> = BTreeMap::new();
        let written = discriminator.get("mapping").and_then(Value::as_object);
        let mut dangling = Vec::new();
        for (value, target) in written.into_iter().flatten() {
            let target = target.as_str();
            let target = target.and_then(|target| mapped(sources, &place, target));
            match target.and_then(|target| end_of_chain(sources, target)) {
                Some(target) => mapping.entry(target).or_default().push(value.clone()),
                None => dangling.push(Dangling {
                    place: place.key("discriminator").key("mapping").key(value),
                    value: value.clone(),
                }),
            }
        }
        let lists = ["oneOf", "anyOf"].map(|key| schema.get(key).and_then(Value::as_array));
        let targets = lists.into_iter().flatten().flatten().map(|choice| {
            let reference = choice.get("$ref")?.as_str()?;
            let target = end_of_chain(sources, sources.resolve(&place, reference).ok()?)?;
            is_object(sources.get(&target)?).then_some(target)
        });
        let targets: Option<Vec<Location>> = targets.collect();
        Some(Self {
            property,
            mapping,
            dangling,
            targets: targets
                .filter(|targets| targets.len() > 1)
                .unwrap_or_default(),
            place,
        })
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
        members: Members::Keywords,
    }];
    let mut pending = vec![(document, 0)];
    while let Some((value, at)) = pending.pop() {
        match value {
            Value::Object(members) => {
                let discriminator = members.get("discriminator");
                if discriminator.is_some_and(|it| it.get("propertyName").is_some()) {
                    found(value, Place { steps: &steps, at });
                }
                let named = steps.get(at).is_some_and(|it| it.members == Members::Names);
                let is_read = |(key, _): &(&String, &Value)| named || !is_data(key);
                for (key, member) in members.iter().rev().filter(is_read) {
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
        let above = steps.get(parent).map(|it| it.members);
        let members = match (&key, above) {
            (Key::Name(key), Some(Members::Keywords)) if holds_names(key) => Members::Names,
            (Key::Root | Key::Name(_) | Key::Index(_), _) => Members::Keywords,
        };
        steps.push(Step {
            parent: Some(parent),
            key,
            members,
        });
    }
}

/// Whether the members of the object under this key have names that the document gives them.
fn holds_names(key: &str) -> bool {
    matches!(
        key,
        "responses"
            | "properties"
            | "schemas"
            | "parameters"
            | "headers"
            | "requestBodies"
            | "callbacks"
    )
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

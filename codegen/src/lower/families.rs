//! Who inherits from whom below a `discriminator`, found in the documents before anything is lowered: nothing but `allOf`
//! need refer to a subtype.
//!
//! Invariant: only definitions are subtypes, of all documents that were loaded, in their order; a schema without subtypes
//! and without a base is in no family.

use super::MAX_CHAIN;
use super::alternatives::{Alternatives, Dangling};
use super::resolve::end_of_chain;
use crate::source::{Location, Sources};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The schemas that a discriminator tells apart, by their places.
#[derive(Default)]
pub(super) struct Families {
    members: BTreeMap<Location, Member>,
    /// What the documents say that is not made use of.
    pub(super) ignored: Vec<Ignored>,
    alternatives: Alternatives,
}

/// A schema of a family.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// `discriminator`: the name of the property.
    pub(super) property: String,
    /// What the property is in objects of this schema itself.
    pub(super) value: String,
    /// Other values by which objects of this schema are known.
    pub(super) aliases: Vec<String>,
    /// The schemas that name this one in `allOf`.
    pub(super) children: Vec<Location>,
    /// Whether objects are of this schema itself, and of none of its subtypes.
    pub(super) existence: Existence,
}

/// Whether there are objects of a schema itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existence {
    /// There may be.
    Concrete,
    /// Its own value is not among those that the document lists for the property.
    Abstract,
    /// There are, but they look like those of a schema above, which alone is known to the discriminator.
    Hidden,
}

/// A discriminator that is not made use of, by a schema that has or inherits another one.
pub(super) struct Ignored {
    /// The schema with both.
    pub(super) place: Location,
    /// The property that counts.
    pub(super) used: String,
    /// The property that does not.
    pub(super) unused: String,
}

impl Families {
    /// Looks through all definitions.
    pub(super) fn find(sources: &Sources) -> Self {
        let tree = Tree::grow(sources);
        let mut families = Self::default();
        for (place, heritage) in tree.heritages() {
            let Some(property) = heritage.property else {
                continue;
            };
            if let (Some(unused), None) = (heritage.unused, &heritage.hidden_by) {
                families.ignored.push(Ignored {
                    place: place.clone(),
                    used: property.clone(),
                    unused,
                });
            }
            let (value, aliases) = tree.values_of(heritage.hidden_by.as_ref().unwrap_or(&place));
            let children = tree.children.get(&place).cloned().unwrap_or_default();
            let may_have = || {
                let values = heritage.declared_at.as_ref();
                let values = values.and_then(|place| tree.values(place, &property));
                values.is_none_or(|values| values.iter().any(|listed| *listed == value))
            };
            let existence = if tree.alternatives.choices.contains_key(&place) {
                Existence::Abstract
            } else if heritage.hidden_by.is_some() {
                Existence::Hidden
            } else if children.is_empty() || may_have() {
                Existence::Concrete
            } else {
                Existence::Abstract
            };
            let member = Member {
                property,
                value,
                aliases,
                children,
                existence,
            };
            families.members.insert(place, member);
        }
        families.alternatives = tree.alternatives;
        families
    }

    /// The schema at `place`, if it belongs to a family.
    pub(super) fn member(&self, place: &Location) -> Option<&Member> {
        self.members.get(place)
    }

    /// Whether the schema at `place` is one of several others (`oneOf`, `anyOf`).
    pub(super) fn is_choice(&self, place: &Location) -> bool {
        self.alternatives.choices.contains_key(place)
    }

    /// The entries of `mapping`s that lead nowhere, for whoever reports them.
    pub(super) fn take_dangling(&mut self) -> Vec<Dangling> {
        std::mem::take(&mut self.alternatives.dangling)
    }

    /// Why the choice with a discriminator at `place` is no union.
    pub(super) fn refusal(&self, place: &Location) -> Option<&'static str> {
        self.alternatives.refusal(place)
    }

    /// The schema at `place` and all that inherit from it, parents first, each once.
    pub(super) fn line_of(&self, place: &Location) -> Vec<(Location, &Member)> {
        let mut line = Vec::new();
        let mut seen = BTreeSet::new();
        let mut pending = vec![(place.clone(), 0)];
        let property = self.member(place).map(|member| &member.property);
        while let Some((place, depth)) = pending.pop() {
            let Some(member) = self.members.get(&place) else {
                continue;
            };
            let belongs = Some(&member.property) == property && depth <= MAX_CHAIN;
            if belongs && seen.insert(place.clone()) {
                let children = member.children.iter().rev().cloned();
                pending.extend(children.map(|child| (child, depth + 1)));
                line.push((place, member));
            }
        }
        line
    }
}

/// What a schema inherits.
#[derive(Clone, Default)]
struct Heritage {
    /// The discriminator that counts: of several the uppermost.
    property: Option<String>,
    /// Another discriminator that the schema declares or inherits.
    unused: Option<String>,
    /// The schema above that declares another discriminator: only that one would tell this schema from it.
    hidden_by: Option<Location>,
    /// The nearest schema that has the discriminator among its properties.
    declared_at: Option<Location>,
}

/// The relation of all definitions by `allOf`, as written.
struct Tree<'s> {
    sources: &'s Sources,
    parents: BTreeMap<Location, Vec<Location>>,
    children: BTreeMap<Location, Vec<Location>>,
    alternatives: Alternatives,
}

impl<'s> Tree<'s> {
    fn grow(sources: &'s Sources) -> Self {
        let mut tree = Self {
            sources,
            parents: BTreeMap::new(),
            children: BTreeMap::new(),
            alternatives: Alternatives::find(sources),
        };
        for (id, document) in sources.documents() {
            for section in [&["definitions"][..], &["components", "schemas"]] {
                let place = section
                    .iter()
                    .fold(Location::root(id), |place, key| place.key(key));
                let definitions = section
                    .iter()
                    .try_fold(&document.value, |value, key| value.get(key));
                let definitions = definitions.and_then(Value::as_object);
                for (key, schema) in definitions.into_iter().flatten() {
                    tree.add(&place.key(key), schema);
                }
            }
        }
        tree.add_alternatives();
        tree
    }

    /// What is one of several alternatives is a subtype of the choice, though it inherits nothing from it.
    fn add_alternatives(&mut self) {
        for (place, targets) in &self.alternatives.choices {
            for target in targets {
                let children = self.children.entry(place.clone()).or_default();
                if !children.contains(target) {
                    children.push(target.clone());
                }
                let parents = self.parents.entry(target.clone()).or_default();
                if !parents.contains(place) {
                    parents.push(place.clone());
                }
            }
        }
    }

    fn add(&mut self, place: &Location, schema: &'s Value) {
        let parts = inline_parts(schema).into_iter().filter_map(all_of);
        let references = parts.flatten().filter(|part| part.get("$ref").is_some());
        let mut parents: Vec<Location> = Vec::new();
        for parent in references.filter_map(|part| self.behind(place, part)) {
            if !parents.contains(&parent) {
                parents.push(parent);
            }
        }
        for parent in &parents {
            let children = self.children.entry(parent.clone()).or_default();
            children.push(place.clone());
        }
        self.parents.insert(place.clone(), parents);
    }

    /// The place of what `schema`, which stands at or below `place`, refers to in the end; `place` when it is no reference.
    fn behind(&self, place: &Location, schema: &Value) -> Option<Location> {
        let Some(reference) = schema.get("$ref") else {
            return Some(place.clone());
        };
        let target = self.sources.resolve(place, reference.as_str()?).ok()?;
        end_of_chain(self.sources, target)
    }

    /// What each schema inherits that inherits or is inherited from, in order.
    fn heritages(&self) -> BTreeMap<Location, Heritage> {
        let inherits = |(_, parents): &(&Location, &Vec<Location>)| !parents.is_empty();
        let heirs = self.parents.iter().filter(inherits).map(|(place, _)| place);
        let mut begun = BTreeSet::new();
        let mut known = BTreeMap::new();
        for root in heirs.chain(self.children.keys()) {
            let mut stack = vec![root];
            while let Some(&place) = stack.last() {
                let parents = self.parents.get(place).map_or(&[][..], Vec::as_slice);
                if begun.insert(place) {
                    stack.extend(parents.iter().filter(|parent| !begun.contains(parent)));
                    continue;
                }
                stack.pop();
                if !known.contains_key(place) {
                    let heritage = self.heritage(place, parents, &known);
                    known.insert(place.clone(), heritage);
                }
            }
        }
        known
    }

    /// What the schema at `place` inherits from its parents; one that is missing inherits from this one itself.
    fn heritage(
        &self,
        place: &Location,
        parents: &[Location],
        known: &BTreeMap<Location, Heritage>,
    ) -> Heritage {
        let own = self.discriminator(place);
        let above = || {
            let parents = parents.iter();
            parents.filter_map(|parent| Some((parent, known.get(parent)?)))
        };
        let inherited = above().find_map(|(_, parent)| parent.property.clone());
        let property = inherited.or_else(|| own.clone());
        let is_other = |name: &String| property.as_ref() != Some(name);
        let family = || above().filter(|(_, parent)| parent.property == property);
        let strangers = above().filter_map(|(_, parent)| parent.property.clone());
        let declares = property
            .as_ref()
            .is_some_and(|name| self.property(place, name).is_some());
        Heritage {
            unused: own.into_iter().chain(strangers).find(is_other),
            hidden_by: family().find_map(|(place, parent)| {
                let declares_other = self.discriminator(place).as_ref().is_some_and(is_other);
                let itself = declares_other.then(|| place.clone());
                parent.hidden_by.clone().or(itself)
            }),
            declared_at: if declares {
                Some(place.clone())
            } else {
                family().find_map(|(_, parent)| parent.declared_at.clone())
            },
            property,
        }
    }

    /// The discriminator that the schema at `place` declares itself, or the object that it is in version 3.
    fn discriminator(&self, place: &Location) -> Option<String> {
        let schema = self.sources.get(place)?;
        let declared = inline_parts(schema)
            .into_iter()
            .find_map(|part| part.get("discriminator"))?;
        let name = declared.get("propertyName").unwrap_or(declared);
        name.as_str().map(str::to_owned)
    }

    /// What the discriminator is in objects of the schema at `place`, and what else it may be.
    fn values_of(&self, place: &Location) -> (String, Vec<String>) {
        let schema = self.sources.get(place);
        let chosen = schema.and_then(|schema| schema.get("x-ms-discriminator-value")?.as_str());
        let name = || place.pointer.keys().last().unwrap_or_default();
        let listed = self.alternatives.values(place);
        let chosen = chosen
            .map(str::to_owned)
            .or_else(|| listed.first().cloned());
        let value = chosen.unwrap_or_else(name);
        let others = listed.iter().filter(|other| **other != value);
        let others = others.cloned().collect();
        (value, others)
    }

    /// The schema of a property that the schema at `place` declares itself.
    fn property(&self, place: &Location, name: &str) -> Option<&'s Value> {
        let parts = inline_parts(self.sources.get(place)?);
        let mut parts = parts.into_iter();
        parts.find_map(|part| part.get("properties")?.get(name))
    }

    /// The values that the document lists for a property of the schema at `place`.
    fn values(&self, place: &Location, name: &str) -> Option<&'s Vec<Value>> {
        let declared = self.property(place, name)?;
        let behind = match declared.get("$ref") {
            None => declared,
            Some(_) => self.sources.get(&self.behind(place, declared)?)?,
        };
        behind.get("enum")?.as_array()
    }
}

/// A schema and the schemas written inside its `allOf`.
pub(super) fn inline_parts(schema: &Value) -> Vec<&Value> {
    let mut parts = Vec::new();
    let mut pending = vec![schema];
    while let Some(schema) = pending.pop() {
        if schema.get("$ref").is_none() {
            pending.extend(all_of(schema).into_iter().flatten().rev());
            parts.push(schema);
        }
    }
    parts
}

fn all_of(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("allOf")?.as_array()
}

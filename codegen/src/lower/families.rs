//! Who inherits from whom below a `discriminator`, found in the documents before anything is lowered: nothing but `allOf`
//! need refer to a subtype.
//!
//! Invariant: only definitions are subtypes, of all documents that were loaded, in their order; a schema without subtypes
//! and without a base is in no family.

use super::MAX_CHAIN;
use crate::source::{Location, Sources};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The schemas that a discriminator tells apart, by their places.
#[derive(Default)]
pub(super) struct Families {
    members: BTreeMap<Location, Member>,
    /// What the documents say that is not made use of.
    pub(super) ignored: Vec<Ignored>,
}

/// A schema of a family.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// `discriminator`: the name of the property.
    pub(super) property: String,
    /// What the property is in objects of this schema itself.
    pub(super) value: String,
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
        for place in tree.places() {
            if let Some(member) = tree.member(&place, &mut families.ignored) {
                families.members.insert(place, member);
            }
        }
        families
    }

    /// The schema at `place`, if it belongs to a family.
    pub(super) fn member(&self, place: &Location) -> Option<&Member> {
        self.members.get(place)
    }

    /// The schema at `place` and all that inherit from it, parents first, each once.
    pub(super) fn line_of(&self, place: &Location) -> Vec<(Location, &Member)> {
        let mut line = Vec::new();
        let mut seen = BTreeSet::new();
        let mut pending = vec![place.clone()];
        let property = self.member(place).map(|member| &member.property);
        while let Some(place) = pending.pop() {
            let Some(member) = self.members.get(&place) else {
                continue;
            };
            if Some(&member.property) == property && seen.insert(place.clone()) {
                pending.extend(member.children.iter().rev().cloned());
                line.push((place, member));
            }
        }
        line
    }
}

/// The relation of all definitions by `allOf`, as written.
struct Tree<'s> {
    sources: &'s Sources,
    parents: BTreeMap<Location, Vec<Location>>,
    children: BTreeMap<Location, Vec<Location>>,
}

impl<'s> Tree<'s> {
    fn grow(sources: &'s Sources) -> Self {
        let mut tree = Self {
            sources,
            parents: BTreeMap::new(),
            children: BTreeMap::new(),
        };
        for (id, document) in sources.documents() {
            let definitions = document.value.get("definitions").and_then(Value::as_object);
            let place = Location::root(id).key("definitions");
            for (key, schema) in definitions.into_iter().flatten() {
                tree.add(&place.key(key), schema);
            }
        }
        tree
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
        let mut place = place.clone();
        let mut schema = schema;
        for _ in 0..MAX_CHAIN {
            let Some(reference) = schema.get("$ref") else {
                return Some(place);
            };
            place = self.sources.resolve(&place, reference.as_str()?).ok()?;
            schema = self.sources.get(&place)?;
        }
        None
    }

    /// All that inherit or are inherited from.
    fn places(&self) -> BTreeSet<Location> {
        let inherits = |(_, parents): &(&Location, &Vec<Location>)| !parents.is_empty();
        let heirs = self.parents.iter().filter(inherits).map(|(place, _)| place);
        heirs.chain(self.children.keys()).cloned().collect()
    }

    /// What the schema at `place` is in its family, if it has one. Of several discriminators the uppermost counts.
    fn member(&self, place: &Location, ignored: &mut Vec<Ignored>) -> Option<Member> {
        let line = self.line(place);
        let property = line.iter().find_map(|above| self.discriminator(above))?;
        let children = self.children.get(place).cloned().unwrap_or_default();
        let other = line.iter().find_map(|above| {
            let unused = self.discriminator(above)?;
            (unused != property).then_some((above, unused))
        });
        let (value, existence) = match other {
            Some((above, _))
                if above != place && self.property(above).as_ref() == Some(&property) =>
            {
                (self.value(above), Existence::Hidden)
            }
            Some(_) | None => {
                let value = self.value(place);
                let exists = children.is_empty() || self.may_have(&line, &property, &value);
                let existence = if exists {
                    Existence::Concrete
                } else {
                    Existence::Abstract
                };
                (value, existence)
            }
        };
        if let (Some((_, unused)), Existence::Concrete | Existence::Abstract) = (other, existence) {
            ignored.push(Ignored {
                place: place.clone(),
                used: property.clone(),
                unused,
            });
        }
        Some(Member {
            property,
            value,
            children,
            existence,
        })
    }

    /// The schemas that the one at `place` inherits from, uppermost first, and itself.
    fn line(&self, place: &Location) -> Vec<Location> {
        let mut line = Vec::new();
        let mut begun = BTreeSet::new();
        let mut stack = vec![place];
        while let Some(&place) = stack.last() {
            if begun.insert(place) {
                let parents = self.parents.get(place).into_iter().flatten();
                stack.extend(parents.rev().filter(|parent| !begun.contains(parent)));
            } else {
                stack.pop();
                if !line.contains(place) {
                    line.push(place.clone());
                }
            }
        }
        line
    }

    /// The discriminator that counts for the schema at `place`.
    fn property(&self, place: &Location) -> Option<String> {
        self.line(place)
            .iter()
            .find_map(|above| self.discriminator(above))
    }

    /// The discriminator that the schema at `place` declares itself. In OpenAPI 3 it is an object.
    fn discriminator(&self, place: &Location) -> Option<String> {
        let schema = self.sources.get(place)?;
        let declared = inline_parts(schema)
            .into_iter()
            .find_map(|part| part.get("discriminator"))?;
        let name = declared.get("propertyName").unwrap_or(declared);
        name.as_str().map(str::to_owned)
    }

    /// What the discriminator is in objects of the schema at `place`.
    fn value(&self, place: &Location) -> String {
        let schema = self.sources.get(place);
        let chosen = schema.and_then(|schema| schema.get("x-ms-discriminator-value")?.as_str());
        let name = || place.pointer.keys().last().unwrap_or_default();
        chosen.map_or_else(name, str::to_owned)
    }

    /// Whether the discriminator may have this value: a list of its values, if there is one, decides. The last of the
    /// line is asked first.
    fn may_have(&self, line: &[Location], property: &str, value: &str) -> bool {
        let values = line.iter().rev().find_map(|place| {
            let parts = inline_parts(self.sources.get(place)?);
            let declared = parts
                .into_iter()
                .find_map(|part| part.get("properties")?.get(property))?;
            let behind = match declared.get("$ref") {
                None => declared,
                Some(_) => self.sources.get(&self.behind(place, declared)?)?,
            };
            behind.get("enum")?.as_array()
        });
        values.is_none_or(|values| values.iter().any(|listed| listed == value))
    }
}

/// A schema and the schemas written inside its `allOf`.
fn inline_parts(schema: &Value) -> Vec<&Value> {
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

//! Polymorphism: a schema with subtypes below a `discriminator` becomes a union of them and of itself.
//!
//! Invariant: runs when all structs are composed. The schema keeps its name and its id, so that whoever refers to it
//! refers to the union; the struct of its own fields moves to a model of its own, which stands behind all others.

use super::Lowering;
use super::alternatives::Dangling;
use super::families::{Existence, Ignored};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Contents, Model, ModelId, NameHint, Shape, Struct, SubUnion, Tag, Type, Union, Usage, Variant,
    WireName,
};
use crate::nearest;
use crate::source::Location;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const DISCRIMINATOR_VALUE: &str = "x-ms-discriminator-value";

/// A union before its variants are known.
struct Base {
    id: ModelId,
    property: WireName,
    /// The places of the base and of its subtypes.
    line: Vec<Location>,
}

impl Lowering<'_> {
    /// Makes unions of all bases that have subtypes.
    pub(super) fn unite_families(&mut self) {
        let bases = self.bases();
        let mut objects = BTreeMap::new();
        for base in &bases {
            self.warn_of_slip(base);
            if let Some(own) = self.move_struct(base) {
                objects.insert(base.id, own);
            }
        }
        let ids: BTreeSet<ModelId> = bases.iter().map(|base| base.id).collect();
        let mut reported = BTreeSet::new();
        let mut known = BTreeSet::new();
        for base in bases {
            let union = self.union(&base, &ids, &objects);
            self.report_shared_values(&union, &mut reported);
            self.report_aliases(&union, &mut known);
            self.types.models[base.id].shape = Shape::Union(union);
        }
        for id in ids {
            self.shorten_ways(id);
        }
        self.give_up_choices();
        self.report_ignored();
        self.report_lone_values();
    }

    /// The schemas with subtypes that can be told apart.
    fn bases(&self) -> Vec<Base> {
        let models = self.types.models.iter();
        let bases = models.filter_map(|(id, model)| {
            let member = self.families.member(&model.origin)?;
            let is_own = self.types.model_at(&model.origin) == Some(id);
            let line = self.families.line_of(&model.origin);
            let known = line.into_iter().filter(|(place, member)| {
                member.existence != Existence::Hidden && self.types.model_at(place).is_some()
            });
            let line: Vec<Location> = known.map(|(place, _)| place).collect();
            let is_base = is_own && line.len() > 1 && line.first() == Some(&model.origin);
            is_base.then(|| Base {
                id,
                property: WireName(member.property.clone()),
                line,
            })
        });
        bases.collect()
    }

    /// Warns of a discriminator that is no property, though one is called nearly alike.
    fn warn_of_slip(&mut self, base: &Base) {
        let schema = &self.types.models[base.id].origin;
        let place = self
            .sources
            .part(schema, &["discriminator", "propertyName"]);
        let properties = self.sources.get(&schema.key("properties"));
        let Some(properties) = properties.and_then(Value::as_object) else {
            return;
        };
        let wanted = base.property.as_str();
        let names = properties.keys().map(String::as_str);
        if place == *schema || properties.contains_key(wanted) {
            return;
        }
        if let Some(question) = nearest::question(wanted, names) {
            let message = format!(
                "the discriminator `{wanted}` is no property: it is taken as it is written"
            );
            let code = code::UNDECLARED_DISCRIMINATOR;
            self.report(Diagnostic::at(code, &place, message).help(question));
        }
    }

    /// Gives the struct that a base is so far a model of its own; `None` where no object is of the base itself.
    fn move_struct(&mut self, base: &Base) -> Option<ModelId> {
        let model = &self.types.models[base.id];
        let member = self.families.member(&model.origin)?;
        let Shape::Struct(object) = &model.shape else {
            return None;
        };
        if member.existence != Existence::Concrete {
            return None;
        }
        let mut words = vec!["Plain".to_owned()];
        words.extend(model.name.0.iter().cloned());
        let own = Model {
            name: NameHint(words),
            choice: model.choice,
            // A pin for the schema itself names the union.
            origin: model.origin.key("discriminator"),
            docs: model.docs.clone(),
            shape: Shape::Struct(Struct {
                base: Some(base.id),
                ..object.clone()
            }),
            usage: Usage::default(),
            contents: Contents::default(),
        };
        Some(self.types.models.push(own))
    }

    fn union(
        &self,
        base: &Base,
        bases: &BTreeSet<ModelId>,
        objects: &BTreeMap<ModelId, ModelId>,
    ) -> Union {
        let mut variants: Vec<Variant> = Vec::new();
        let mut unions = Vec::new();
        for place in &base.line {
            let (Some(schema), Some(member)) =
                (self.types.model_at(place), self.families.member(place))
            else {
                continue;
            };
            let object = if bases.contains(&schema) {
                unions.extend((schema != base.id).then_some(SubUnion {
                    union: schema,
                    through: None,
                }));
                objects.get(&schema).copied()
            } else {
                Some(schema)
            };
            let value = member.value.clone();
            if let Some(object) = object {
                variants.push(Variant {
                    schema,
                    object,
                    value,
                    aliases: member.aliases.clone(),
                });
            }
        }
        Union {
            property: base.property.clone(),
            variants,
            unions,
        }
    }

    /// Says of each union below `id` which union nearer to `id` it is one of, too.
    fn shorten_ways(&mut self, id: ModelId) {
        let below = self.unions_below(id);
        let places = below.iter().enumerate();
        let places: BTreeMap<ModelId, usize> = places.map(|(place, id)| (*id, place)).collect();
        let mut through: BTreeMap<ModelId, ModelId> = BTreeMap::new();
        for (place, nearer) in below.iter().enumerate() {
            for union in self.unions_below(*nearer) {
                // Parents come first; where two are below each other, the document is wrong, and the first one counts.
                if places.get(&union).is_some_and(|own| *own > place) {
                    through.entry(union).or_insert(*nearer);
                }
            }
        }
        if let Shape::Union(union) = &mut self.types.models[id].shape {
            for below in &mut union.unions {
                below.through = through.get(&below.union).copied();
            }
        }
    }

    fn unions_below(&self, id: ModelId) -> Vec<ModelId> {
        match &self.types.models[id].shape {
            Shape::Union(union) => union.unions.iter().map(|below| below.union).collect(),
            Shape::Struct(_) | Shape::Enum(_) | Shape::Alias(_) => Vec::new(),
        }
    }

    /// Warns of values that two variants share, once for each family.
    fn report_shared_values(&mut self, union: &Union, reported: &mut BTreeSet<(ModelId, ModelId)>) {
        let mut first_of: BTreeMap<&str, ModelId> = BTreeMap::new();
        let values = union
            .variants
            .iter()
            .flat_map(|variant| variant.values().map(move |value| (variant, value)));
        for (variant, value) in values {
            let first = *first_of.entry(value).or_insert(variant.schema);
            if first == variant.schema || !reported.insert((first, variant.schema)) {
                continue;
            }
            let problem = format!(
                "have the same `{}`, `{value}`: it is read as the first",
                union.property
            );
            self.report_shared_value(first, variant.schema, &problem);
        }
    }

    /// Warns of schemas with several values, of which one is written, once for each schema.
    fn report_aliases(&mut self, union: &Union, reported: &mut BTreeSet<ModelId>) {
        for variant in &union.variants {
            if variant.aliases.is_empty() || !reported.insert(variant.schema) {
                continue;
            }
            let message = format!(
                "an object whose `{}` is `{}` is of this type too, but is sent with `{}`",
                union.property,
                variant.aliases.join("` or `"),
                variant.value
            );
            let place = self.types.models[variant.schema].origin.clone();
            let code = code::DISCRIMINATOR_VALUES;
            self.report(Diagnostic::at(code, &place, message));
        }
    }

    /// Takes what is one of several schemas and no union as any value: its alternatives are told apart by something else.
    fn give_up_choices(&mut self) {
        let models = self.types.models.iter();
        let lost = models.filter(|(_, model)| {
            matches!(model.shape, Shape::Struct(_)) && self.families.is_choice(&model.origin)
        });
        let lost: Vec<ModelId> = lost.map(|(id, _)| id).collect();
        for id in lost {
            let model = &mut self.types.models[id];
            model.shape = Shape::Alias(Type::Any);
            let place = model.origin.clone();
            let message = "its alternatives have other discriminators: any JSON value is taken";
            self.report(Diagnostic::at(code::CHOICE_AS_ANY, &place, message));
        }
    }

    fn report_ignored(&mut self) {
        for Dangling { place, value } in self.families.take_dangling() {
            let message = format!(
                "the mapping of `{value}` leads nowhere: such an object is taken as an unknown one"
            );
            self.report(
                Diagnostic::at(code::MAPPING_DANGLING, &place, message)
                    .help("correct it by an overlay: the name of a schema, or a reference to one"),
            );
        }
        for ignored in std::mem::take(&mut self.families.ignored) {
            if self.types.model_at(&ignored.place).is_none() {
                continue;
            }
            let Ignored {
                place,
                used,
                unused,
            } = ignored;
            let message = format!(
                "subtypes are told apart by `{used}` here already: the discriminator `{unused}` is a plain property"
            );
            let place = self.part(&place, "discriminator");
            self.report(Diagnostic::at(code::POLYMORPHISM, &place, message));
        }
    }

    /// Warns of values without a discriminator, and of those that two such schemas share.
    fn report_lone_values(&mut self) {
        let composites = std::mem::take(&mut self.types.composites);
        let mut first_of = BTreeMap::new();
        for (id, composite) in &composites {
            let place = self.types.models[*id].origin.clone();
            let value = composite.discriminator_value.as_deref();
            let lone = value.filter(|_| self.families.member(&place).is_none());
            let Some(value) = lone else {
                continue;
            };
            let message = format!(
                "`x-ms-discriminator-value` is `{value}`, but no parent has a `discriminator`: plain composition"
            );
            let code = code::DISCRIMINATOR_VALUE_ALONE;
            let place = self.part(&place, DISCRIMINATOR_VALUE);
            self.report(Diagnostic::at(code, &place, message));
            let first = *first_of
                .entry((composite.parents().next(), value))
                .or_insert(*id);
            if first != *id {
                let message = "have the same discriminator value";
                self.report_shared_value(first, *id, &format!("{message} `{value}`"));
            }
        }
    }

    fn report_shared_value(&mut self, first: ModelId, second: ModelId, problem: &str) {
        let name = |id: ModelId| self.types.models[id].name.0.join(" ");
        let message = format!("`{}` and `{}` {problem}", name(first), name(second));
        let place = |id: ModelId| self.part(&self.types.models[id].origin, DISCRIMINATOR_VALUE);
        let code = code::DISCRIMINATOR_VALUE_TWICE;
        let diagnostic =
            Diagnostic::at(code, &place(second), message).related(&place(first), "the first one");
        self.report(diagnostic);
    }

    /// Gives the schemas that inherit from the one at `place` their models: nothing else need refer to them.
    pub(super) fn declare_subtypes(&mut self, place: &Location) {
        let member = self.families.member(place);
        let children = member.map(|member| member.children.clone());
        for place in children.into_iter().flatten() {
            if let Some(schema) = self.schema_at(&place) {
                self.shared_model(&place, schema);
            }
        }
    }

    /// The property that tells the schema at `place` from its relatives.
    pub(super) fn tag(&self, place: &Location) -> Option<Tag> {
        let member = self.families.member(place)?;
        Some(Tag {
            property: WireName(member.property.clone()),
            value: member.value.clone(),
        })
    }
}

//! The names that a document gives to its enums by `x-ms-enum.name`.
//!
//! Invariant: enums of one name are one model. Where one of them has all the values of the other, it stands for both, since
//! no value is lost by that; what differs in any other way is a conflict, and the later one is called after its place.

use super::Lowering;
use super::enums::{EnumSource, is_same};
use super::schema::Types;
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{Enum, Model, ModelId, NameChoice, NameHint, Openness, Shape};
use crate::source::Location;
use serde_json::json;
use std::collections::BTreeMap;

/// The enums that have a name of the document's.
#[derive(Default)]
pub(super) struct EnumNames {
    by_name: BTreeMap<String, ModelId>,
    /// What each is called when it cannot have its name.
    otherwise: BTreeMap<ModelId, NameHint>,
}

/// What comes of the name that the document has for an enum.
pub(super) enum EnumName<'s> {
    /// Another enum has the name, and this one is that one.
    Shared(ModelId),
    /// It is the first of its name.
    New(&'s str),
    /// The document has no name for it, or another enum has the name.
    None,
}

/// How an enum relates to another one.
enum Relation {
    Same,
    /// Values of this one fit the other one, but not the other way round.
    Narrower,
    Wider,
    Apart,
}

impl EnumNames {
    /// The enum that is called `name`, or like it but for case and punctuation.
    pub(super) fn get(&self, name: &str) -> Option<ModelId> {
        self.by_name.get(&folded(name)).copied()
    }

    /// Whether the enum `id` has a name of the document's.
    pub(super) fn is_called(&self, id: ModelId) -> bool {
        self.otherwise.contains_key(&id)
    }
}

impl Types {
    /// Gives the enum `id` the name that the document has for it.
    pub(super) fn call_enum(&mut self, id: ModelId, name: &str) {
        let model = &mut self.models[id];
        let name_hint = NameHint(vec![name.to_owned()]);
        if model.name != name_hint {
            model.choice = NameChoice::Chosen;
        }
        let otherwise = std::mem::replace(&mut model.name, name_hint);
        self.enum_names.otherwise.insert(id, otherwise);
        self.enum_names.by_name.insert(folded(name), id);
    }
}

impl Lowering<'_> {
    /// What comes of the name of `found`; reports when another enum has it.
    pub(super) fn enum_name<'s>(&mut self, source: EnumSource<'s>, found: &Enum) -> EnumName<'s> {
        let Some(name) = source.name() else {
            return EnumName::None;
        };
        let Some(known) = self.types.enum_names.get(name) else {
            return EnumName::New(name);
        };
        let Shape::Enum(first) = &self.types.models[known].shape else {
            return EnumName::None;
        };
        match relation(found, first) {
            Relation::Same => return EnumName::Shared(known),
            Relation::Narrower => {}
            Relation::Wider => {
                let wider = union(found, first);
                self.types.models[known].shape = Shape::Enum(wider);
            }
            Relation::Apart => {
                self.report_enum_conflict(source, name, known);
                return EnumName::None;
            }
        }
        let message = format!(
            "two enums have the name `{name}`, and one takes more values: it is taken for both"
        );
        let first = self.given_name(&self.types.models[known].origin);
        let place = self.given_name(source.location);
        self.report(
            Diagnostic::at(code::ENUMS_JOINED, &place, message)
                .related(&first, "the other one")
                .help("give one of them another `x-ms-enum.name` by an overlay"),
        );
        EnumName::Shared(known)
    }

    fn report_enum_conflict(&mut self, source: EnumSource<'_>, name: &str, known: ModelId) {
        let model = &self.types.models[known];
        let (code, message) = if model.name.0 == [name] {
            let message = format!("two enums have the name `{name}`, but not the same values");
            (code::ENUM_CONFLICT, message)
        } else {
            let message = format!(
                "the enum `{name}` has other values than one that is called alike: it is called after its place"
            );
            (code::ENUM_NAME_TAKEN, message)
        };
        let other = self.given_name(&model.origin);
        let update = json!({"x-ms-enum": {"name": format!("{name}2")}});
        let action = correction::updating(self.sources, source.location, &update);
        let help = action.map(|action| format!("give one of them another name, as by {action}"));
        let finding = Diagnostic::at(code, &self.given_name(source.location), message)
            .related(&other, "the other one")
            .help_if(help);
        self.report(finding);
    }

    /// Where the enum at `place` is given its name.
    fn given_name(&self, place: &Location) -> Location {
        self.sources.part(place, &["x-ms-enum", "name"])
    }

    /// Keeps the names of enums apart from those that nobody chose: a definition keeps its key, and an enum of that name
    /// is called after its place; what is called after its place only is told apart by a number.
    pub(super) fn settle_enum_names(&mut self) {
        let mut derived: BTreeMap<String, ModelId> = BTreeMap::new();
        for (id, model) in self.types.models.iter() {
            let name = folded(&model.name.0.concat());
            if model.choice == NameChoice::Derived
                && (is_definition(model) || !derived.contains_key(&name))
            {
                derived.insert(name, id);
            }
        }
        for (id, otherwise) in std::mem::take(&mut self.types.enum_names.otherwise) {
            let model = &mut self.types.models[id];
            let holder = derived.get(&folded(&model.name.0.concat())).copied();
            let Some(holder) = holder.filter(|_| model.choice == NameChoice::Chosen) else {
                continue;
            };
            model.choice = NameChoice::Derived;
            if is_definition(&self.types.models[holder]) {
                self.call_after_place(id, otherwise, holder);
            }
        }
    }

    fn call_after_place(&mut self, id: ModelId, place: NameHint, definition: ModelId) {
        let model = &mut self.types.models[id];
        let message = format!(
            "the enum `{}` is called after its place, since a definition has the name",
            model.name.0.concat()
        );
        model.name = place;
        let origin = model.origin.clone();
        let place = self.given_name(&origin);
        let finding = Diagnostic::at(code::ENUM_NAME_TAKEN, &place, message)
            .related_key(&self.types.models[definition].origin, "the definition")
            .help("give the enum another `x-ms-enum.name` by an overlay");
        self.report(finding);
    }
}

/// Whether a model is called by the last key of its place.
fn is_definition(model: &Model) -> bool {
    let key = model.origin.pointer.keys().last();
    model.name.0 == key.as_slice()
}

/// What `found` is to `first`. The order of values says nothing.
fn relation(found: &Enum, first: &Enum) -> Relation {
    let covers = |wider: &Enum, narrower: &Enum| {
        narrower.values.iter().all(|value| {
            let mut values = wider.values.iter();
            values.any(|other| is_same(&other.wire, &value.wire))
        })
    };
    let is_open = |one: &Enum| one.openness == Openness::Open;
    if found.base != first.base {
        return Relation::Apart;
    }
    match (covers(first, found), covers(found, first)) {
        (false, false) => Relation::Apart,
        (true, true) if found.openness == first.openness => Relation::Same,
        (true, _) if is_open(first) || !is_open(found) => Relation::Narrower,
        (true, _) | (false, true) => Relation::Wider,
    }
}

/// The enum that takes the values of both, one of which has all of them.
fn union(found: &Enum, first: &Enum) -> Enum {
    let values = if found.values.len() > first.values.len() {
        &found.values
    } else {
        &first.values
    };
    let openness = match (found.openness, first.openness) {
        (Openness::Closed, Openness::Closed) => Openness::Closed,
        (Openness::Open, _) | (_, Openness::Open) => Openness::Open,
    };
    Enum {
        base: first.base,
        values: values.clone(),
        openness,
    }
}

/// A name without what the names of types do not show.
fn folded(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

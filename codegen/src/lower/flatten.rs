//! `x-ms-client-flatten`: which properties of flattened objects the objects around them give as well.
//!
//! Invariant: runs when all structs are final, and changes neither their fields nor what is on the wire. No way leads
//! through a struct twice, none is longer than [`MAX_WAY`], and no struct is entered when [`MAX_REACHED`] properties
//! are reached already, so that no document makes more of this than it is worth.

use super::Lowering;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{Field, FieldId, ModelId, Reached, Shape, Type};
use crate::source::Location;
use std::collections::{BTreeSet, VecDeque};

/// How many flattened properties may stand one in another.
const MAX_WAY: usize = 4;

/// How many properties an object gives besides its own before no more objects are entered.
const MAX_REACHED: usize = 500;

/// A struct that is to be entered, and the flattened properties on the way to it.
struct Way {
    through: Vec<FieldId>,
    to: ModelId,
}

impl Lowering<'_> {
    /// Gives each struct what it reaches through its flattened properties.
    pub(super) fn reach_flattened(&mut self) {
        if self.types.flattened.is_empty() {
            return;
        }
        self.report_unreachable();
        let mut cut_off = BTreeSet::new();
        for id in self.types.models.ids() {
            let found = self.reached(id, &mut cut_off);
            if let Shape::Struct(object) = &mut self.types.models[id].shape {
                object.reached = found;
            }
        }
        for place in cut_off {
            let message = format!(
                "more than {MAX_WAY} flattened objects stand one in another, or {MAX_REACHED} properties are \
                 reached already: nothing more is reached through this property"
            );
            let code = code::FLATTENED_TOO_FAR;
            let place = self.part(&place, "x-ms-client-flatten");
            self.report(Diagnostic::at_key(code, &place, message));
        }
    }

    /// The properties of all flattened objects in `root`, the nearest first.
    fn reached(&self, root: ModelId, cut_off: &mut BTreeSet<Location>) -> Vec<Reached> {
        let mut found = Vec::new();
        // All that will be found on the ways so far.
        let mut count = 0;
        let mut ways = VecDeque::from([Way {
            through: Vec::new(),
            to: root,
        }]);
        while let Some(Way { through, to }) = ways.pop_front() {
            for (field, id) in self.fields_of(to) {
                if !through.is_empty() {
                    let through = through.clone();
                    found.push(Reached { through, field: id });
                }
                let Some(target) = self.flattened_struct(field) else {
                    continue;
                };
                if target == to || through.iter().any(|step| step.model == target) {
                    continue;
                }
                if through.len() == MAX_WAY || count >= MAX_REACHED {
                    cut_off.insert(field.origin.clone());
                    continue;
                }
                count += self.fields_of(target).count();
                let through = through.iter().copied().chain([id]).collect();
                ways.push_back(Way {
                    through,
                    to: target,
                });
            }
        }
        found
    }

    fn fields_of(&self, id: ModelId) -> impl Iterator<Item = (&Field, FieldId)> {
        let fields = match &self.types.models[id].shape {
            Shape::Struct(object) => object.fields.as_slice(),
            Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => &[],
        };
        let ids = (0..).map(move |index| FieldId { model: id, index });
        fields.iter().zip(ids)
    }

    /// The struct that a flattened property holds.
    fn flattened_struct(&self, field: &Field) -> Option<ModelId> {
        let id = self.model_of(field)?;
        let is_struct = matches!(self.types.models[id].shape, Shape::Struct(_));
        let is_flattened = self.types.flattened.contains(&field.origin);
        (is_struct && is_flattened).then_some(id)
    }

    /// The model that a property holds a value of, behind all aliases.
    fn model_of(&self, field: &Field) -> Option<ModelId> {
        let (Type::Model(id) | Type::Boxed(id)) = field.ty else {
            return None;
        };
        self.types.behind_aliases(id)
    }

    /// Notes the flattened properties through which nothing is reached, each once, though others may inherit it.
    fn report_unreachable(&mut self) {
        let ids = self.types.models.ids();
        let fields = ids.flat_map(|id| self.fields_of(id));
        let flattened = fields.filter(|(field, _)| self.types.flattened.contains(&field.origin));
        let mut seen = BTreeSet::new();
        let mut notes = Vec::new();
        for (field, id) in flattened {
            let Some(reason) = self.unreachable(field, id.model) else {
                continue;
            };
            if seen.insert(&field.origin) {
                let message = format!("nothing is reached through this property: {reason}");
                let code = code::NOTHING_REACHED;
                let place = self.part(&field.origin, "x-ms-client-flatten");
                notes.push(Diagnostic::at_key(code, &place, message));
            }
        }
        for note in notes {
            self.report(note);
        }
    }

    /// Why nothing is reached through a flattened property of `object`.
    fn unreachable(&self, field: &Field, object: ModelId) -> Option<&'static str> {
        let Some(id) = self.model_of(field) else {
            return Some(kind(&field.ty));
        };
        match &self.types.models[id].shape {
            Shape::Struct(_) if id == object => Some("it holds an object of the same schema"),
            Shape::Struct(inner) if inner.fields.is_empty() => Some("its object has no properties"),
            Shape::Struct(_) => None,
            Shape::Union(_) => Some("it holds an object of one of several types"),
            Shape::Enum(_) => Some("it holds one of several values, not an object"),
            Shape::Alias(ty) => Some(kind(ty)),
        }
    }
}

/// What a property holds that is no object with properties of its own.
fn kind(ty: &Type) -> &'static str {
    match ty {
        Type::List(_) => "it holds a list",
        Type::Map(_) => "it holds a map, whose keys the document does not name",
        Type::Any => "it holds any JSON value",
        Type::Bool
        | Type::Int(_)
        | Type::Float(_)
        | Type::String
        | Type::Bytes(_)
        | Type::Time(_)
        | Type::Secret
        | Type::Binary
        | Type::File
        | Type::Nullable(_)
        | Type::Model(_)
        | Type::Boxed(_) => "it holds no object",
    }
}

//! Polymorphism. For now a base is a plain struct, and what the document says about its subtypes is checked only.
//!
//! The seam for unions: [`Struct::parents`](crate::ir::Struct::parents) and the composites know all that a later pass
//! needs to make an enum of a base.

use super::{Lowering, compose::Composite};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::ModelId;
use crate::source::Location;
use std::collections::{BTreeMap, BTreeSet};

impl Lowering<'_> {
    /// Warns of discriminators, of values without one, and of values that two subtypes share.
    pub(super) fn check_discriminators(&mut self) {
        let composites = std::mem::take(&mut self.types.composites);
        let mut first_of: BTreeMap<(Option<ModelId>, &str), (ModelId, &Location)> = BTreeMap::new();
        for (id, composite) in &composites {
            if let Some((property, place)) = &composite.discriminator {
                self.report_discriminator(property, place);
            }
            let Some((value, place)) = &composite.discriminator_value else {
                continue;
            };
            if !self.has_discriminator(*id, &composites) {
                self.report_lone_value(value, place);
            }
            let parent = composite.parents().next();
            if let Some((other, other_place)) = first_of.get(&(parent, value.as_str())) {
                self.report_shared_value(value, (*id, place), (*other, other_place));
            } else {
                first_of.insert((parent, value), (*id, place));
            }
        }
    }

    /// Whether `id` or any model above it has a `discriminator`.
    fn has_discriminator(&self, id: ModelId, composites: &BTreeMap<ModelId, Composite>) -> bool {
        let mut seen = BTreeSet::new();
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            let Some(id) = self.types.behind_aliases(id).filter(|id| seen.insert(*id)) else {
                continue;
            };
            let Some(composite) = composites.get(&id) else {
                continue;
            };
            if composite.discriminator.is_some() {
                return true;
            }
            pending.extend(composite.parents());
        }
        false
    }

    fn report_discriminator(&mut self, property: &str, place: &Location) {
        let message = format!(
            "subtypes by `{property}` are not told apart yet: the schema is a plain struct, and properties of subtypes \
             are not read through it"
        );
        self.report(Diagnostic::at(code::POLYMORPHISM, place, message));
    }

    fn report_lone_value(&mut self, value: &str, place: &Location) {
        let message = format!(
            "`x-ms-discriminator-value` is `{value}`, but no parent has a `discriminator`: plain composition"
        );
        self.report(Diagnostic::at(
            code::DISCRIMINATOR_VALUE_ALONE,
            place,
            message,
        ));
    }

    fn report_shared_value(
        &mut self,
        value: &str,
        (id, place): (ModelId, &Location),
        (other, other_place): (ModelId, &Location),
    ) {
        let name = |id: ModelId| self.types.models[id].name.0.join(" ");
        let message = format!(
            "`{}` and `{}` have the same discriminator value `{value}`",
            name(other),
            name(id)
        );
        self.report(
            Diagnostic::at(code::DISCRIMINATOR_VALUE_TWICE, place, message)
                .related(other_place, "the first one"),
        );
    }
}

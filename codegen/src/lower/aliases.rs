//! Aliases must end: a chain of them that leads back to itself, or never seems to end, is cut at any JSON value.

use super::{Lowering, MAX_CHAIN};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{ModelId, Shape, Type};
use std::collections::BTreeMap;

/// How far the check of an alias has come; the number is the length of the chain that begins with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Begun,
    Done(usize),
}

impl Lowering<'_> {
    /// Cuts every alias that would contain itself, and every chain that is too long.
    pub(super) fn check_aliases(&mut self) {
        let mut progress = BTreeMap::new();
        for root in self.types.models.ids() {
            let mut stack = vec![root];
            while let Some(&id) = stack.last() {
                match progress.get(&id) {
                    Some(Progress::Done(_)) => {
                        stack.pop();
                    }
                    Some(Progress::Begun) => {
                        stack.pop();
                        let length = self.check_alias(id, &progress);
                        progress.insert(id, Progress::Done(length));
                    }
                    None => {
                        progress.insert(id, Progress::Begun);
                        let next = self.next_alias(id);
                        stack.extend(next.filter(|next| !progress.contains_key(next)));
                    }
                }
            }
        }
    }

    /// The alias that the alias `id` is made of.
    fn next_alias(&self, id: ModelId) -> Option<ModelId> {
        let Shape::Alias(ty) = &self.types.models[id].shape else {
            return None;
        };
        model_in(ty).filter(|next| match &self.types.models[*next].shape {
            Shape::Alias(_) => true,
            Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => false,
        })
    }

    fn check_alias(&mut self, id: ModelId, progress: &BTreeMap<ModelId, Progress>) -> usize {
        let Some(next) = self.next_alias(id) else {
            return 0;
        };
        match progress.get(&next) {
            Some(Progress::Begun) => self.cut_cycle(id),
            Some(Progress::Done(length)) if *length < MAX_CHAIN => return length + 1,
            Some(Progress::Done(_)) => {
                let message = format!("`$ref`s follow one another deeper than {MAX_CHAIN}");
                let origin = self.types.models[id].origin.clone();
                self.report(Diagnostic::at(code::TOO_DEEP, &origin, message));
                self.types.models[id].shape = Shape::Alias(Type::Any);
            }
            None => {}
        }
        0
    }

    fn cut_cycle(&mut self, id: ModelId) {
        let model = &mut self.types.models[id];
        let direct = matches!(&model.shape, Shape::Alias(Type::Model(_)));
        if let Shape::Alias(ty) = &mut model.shape {
            *innermost(ty) = Type::Any;
        }
        let origin = model.origin.clone();
        self.report(if direct {
            let place = self.part(&origin, "$ref");
            let message = "a `$ref` leads back to itself";
            Diagnostic::at(code::REFERENCE_CYCLE, &place, message)
                .help_if(correction::removing(self.sources, &place))
        } else {
            let message =
                "a type holds only lists or maps of itself: their values are any JSON value";
            Diagnostic::at(code::RECURSIVE_ALIAS, &origin, message)
        });
    }
}

/// The model that a type is made of.
pub(super) fn model_in(ty: &Type) -> Option<ModelId> {
    match ty {
        Type::Model(id) | Type::Boxed(id) => Some(*id),
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => model_in(inner),
        Type::Bool
        | Type::Int(_)
        | Type::Float(_)
        | Type::String
        | Type::Bytes(_)
        | Type::Time(_)
        | Type::Secret
        | Type::Any
        | Type::Binary
        | Type::File => None,
    }
}

fn innermost(ty: &mut Type) -> &mut Type {
    if let Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) = ty {
        innermost(inner)
    } else {
        ty
    }
}

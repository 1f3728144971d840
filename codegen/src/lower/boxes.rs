//! Boxes: a struct that would contain itself through single values gets a pointer where the cycle closes.
//!
//! Lists and maps are pointers already. Aliases and unions are looked through, since only a field can hold the box.

use super::Lowering;
use crate::ir::{ModelId, Shape, Type};
use std::collections::BTreeMap;

/// Where the walk over the fields of a struct stands.
enum Progress {
    /// On the stack.
    Begun,
    /// Left behind.
    Done,
}

impl Lowering<'_> {
    /// Boxes the field that closes a cycle, for each cycle met on a walk in document order.
    pub(super) fn box_cycles(&mut self) {
        let mut progress: BTreeMap<ModelId, Progress> = BTreeMap::new();
        for root in self.types.models.ids() {
            if progress.contains_key(&root) {
                continue;
            }
            progress.insert(root, Progress::Begun);
            let mut stack = vec![(root, self.single_values(root).into_iter())];
            while let Some((id, fields)) = stack.last_mut() {
                let id = *id;
                let Some((index, target)) = fields.next() else {
                    progress.insert(id, Progress::Done);
                    stack.pop();
                    continue;
                };
                match progress.get(&target) {
                    Some(Progress::Begun) => self.box_field(id, index),
                    Some(Progress::Done) => {}
                    None => {
                        progress.insert(target, Progress::Begun);
                        stack.push((target, self.single_values(target).into_iter()));
                    }
                }
            }
        }
    }

    /// The fields of `id` that hold a struct directly, by their place, and that struct: each that may be there, in a union.
    fn single_values(&self, id: ModelId) -> Vec<(usize, ModelId)> {
        let Shape::Struct(object) = &self.types.models[id].shape else {
            return Vec::new();
        };
        let fields = object.fields.iter().enumerate();
        let held = fields.filter_map(|(index, field)| {
            let Type::Model(target) = field.ty else {
                return None;
            };
            Some((index, self.types.behind_aliases(target)?))
        });
        held.flat_map(|(index, target)| {
            let structs = match &self.types.models[target].shape {
                Shape::Union(union) => union
                    .variants
                    .iter()
                    .map(|variant| variant.object)
                    .collect(),
                Shape::Struct(_) | Shape::Enum(_) | Shape::Alias(_) => vec![target],
            };
            structs.into_iter().map(move |target| (index, target))
        })
        .collect()
    }

    fn box_field(&mut self, id: ModelId, index: usize) {
        let Shape::Struct(object) = &mut self.types.models[id].shape else {
            return;
        };
        let Some(field) = object.fields.get_mut(index) else {
            return;
        };
        if let Type::Model(target) = field.ty {
            field.ty = Type::Boxed(target);
        }
    }
}

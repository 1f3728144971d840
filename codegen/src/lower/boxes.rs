//! Boxes: a struct that would contain itself through single values gets a pointer where the cycle closes.
//!
//! Lists and maps are pointers already. Aliases are looked through, since only a field can hold the box.

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
            let mut stack: Vec<(ModelId, usize)> = vec![(root, 0)];
            while let Some((id, index)) = stack.pop() {
                let Some(target) = self.single_value(id, index) else {
                    progress.insert(id, Progress::Done);
                    continue;
                };
                stack.push((id, index + 1));
                let Some(target) = target else {
                    continue;
                };
                match progress.get(&target) {
                    Some(Progress::Begun) => self.box_field(id, index),
                    Some(Progress::Done) => {}
                    None => {
                        progress.insert(target, Progress::Begun);
                        stack.push((target, 0));
                    }
                }
            }
        }
    }

    /// The struct that the field at `index` of `id` holds directly, if any; `None` when there is no such field.
    fn single_value(&self, id: ModelId, index: usize) -> Option<Option<ModelId>> {
        let Shape::Struct(object) = &self.types.models[id].shape else {
            return None;
        };
        let field = object.fields.get(index)?;
        let Type::Model(target) = field.ty else {
            return Some(None);
        };
        let behind = self.types.behind_aliases(target);
        Some(behind.filter(|id| matches!(self.types.models[*id].shape, Shape::Struct(_))))
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

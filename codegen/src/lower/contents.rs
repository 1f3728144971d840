//! What a model holds, however deep: whether there are secrets in it, and how much of it stands in one place.
//!
//! Invariant: runs when boxes are where they have to be, so that no value holds itself in place. Walks with a stack of
//! its own.

use super::Lowering;
use crate::ir::{Contents, ModelId, Secrets, Shape, Size, Type};
use std::collections::{BTreeMap, BTreeSet};

/// The most fields of a value that is not much larger than others.
const FEW_FIELDS: usize = 7;

/// What a model is made of.
enum Part {
    Secret,
    Model(ModelId),
    Plain,
}

impl Lowering<'_> {
    /// Says of each model what it holds.
    pub(super) fn settle_contents(&mut self) {
        let with_secrets = self.with_secrets();
        let sizes = self.sizes();
        for id in self.types.models.ids() {
            let secrets = if with_secrets.contains(&id) {
                Secrets::Some
            } else {
                Secrets::None
            };
            let is_small = sizes.get(&id).is_some_and(|size| *size <= FEW_FIELDS);
            let size = if is_small { Size::Small } else { Size::Large };
            self.types.models[id].contents = Contents { secrets, size };
        }
    }

    /// The models that hold secrets, be it in what they refer to.
    fn with_secrets(&self) -> BTreeSet<ModelId> {
        let mut holders: BTreeMap<ModelId, Vec<ModelId>> = BTreeMap::new();
        let mut pending = Vec::new();
        for (id, model) in self.types.models.iter() {
            for part in parts(&model.shape) {
                match part {
                    Part::Secret => pending.push(id),
                    Part::Model(held) => holders.entry(held).or_default().push(id),
                    Part::Plain => {}
                }
            }
        }
        let mut found = BTreeSet::new();
        while let Some(id) = pending.pop() {
            if found.insert(id) {
                pending.extend(holders.get(&id).into_iter().flatten());
            }
        }
        found
    }

    /// How many fields a value of each model has, those of the structs in it counted instead of themselves; what boxes,
    /// lists and maps hold is elsewhere. No more is counted than matters.
    fn sizes(&self) -> BTreeMap<ModelId, usize> {
        let mut sizes = BTreeMap::new();
        let mut begun = BTreeSet::new();
        for root in self.types.models.ids() {
            let mut stack = vec![root];
            while let Some(&id) = stack.last() {
                if begun.insert(id) {
                    let inner = in_place(&self.types.models[id].shape);
                    stack.extend(inner.filter(|inner| !begun.contains(inner)));
                    continue;
                }
                stack.pop();
                let size = size(&self.types.models[id].shape, &sizes);
                sizes.entry(id).or_insert(size);
            }
        }
        sizes
    }
}

fn parts(shape: &Shape) -> Vec<Part> {
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter().map(|field| &field.ty);
            fields.chain(&object.additional).map(part).collect()
        }
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants
                .map(|variant| Part::Model(variant.object))
                .collect()
        }
        Shape::Enum(_) => Vec::new(),
        Shape::Alias(target) => vec![part(target)],
    }
}

fn part(ty: &Type) -> Part {
    match ty {
        Type::Secret => Part::Secret,
        Type::Model(id) | Type::Boxed(id) => Part::Model(*id),
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => part(inner),
        Type::Bool
        | Type::Int(_)
        | Type::Float(_)
        | Type::String
        | Type::Bytes(_)
        | Type::Time(_)
        | Type::Any
        | Type::Binary
        | Type::File => Part::Plain,
    }
}

/// The models whose values stand in those of `shape` itself.
fn in_place(shape: &Shape) -> impl Iterator<Item = ModelId> {
    let (fields, target) = match shape {
        Shape::Struct(object) => (object.fields.as_slice(), None),
        Shape::Alias(target) => (&[][..], Some(target)),
        Shape::Union(_) | Shape::Enum(_) => (&[][..], None),
    };
    let types = fields.iter().map(|field| &field.ty).chain(target);
    types.filter_map(model_of)
}

fn model_of(ty: &Type) -> Option<ModelId> {
    if let Type::Model(id) = ty {
        Some(*id)
    } else {
        None
    }
}

fn size(shape: &Shape, known: &BTreeMap<ModelId, usize>) -> usize {
    let of_type = |ty: &Type| {
        model_of(ty)
            .and_then(|id| known.get(&id))
            .map_or(1, |size| *size)
    };
    let many = FEW_FIELDS + 1;
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter();
            fields.fold(0, |sum, field| many.min(sum + of_type(&field.ty)))
        }
        // Nobody knows which of them it will be.
        Shape::Union(_) => many,
        Shape::Enum(_) => 1,
        Shape::Alias(target) => of_type(target),
    }
}

//! Whether there are secrets in a type, however deep. What is read of such a type and not understood must not be shown,
//! and what is sent of it not be written down.

use super::context::Context;
use crate::ir::{ModelId, Shape, Type};
use std::collections::BTreeSet;

/// Whether the document says of something in a type that it is a secret.
pub(super) fn are_in(cx: Context<'_>, ty: &Type) -> bool {
    let mut seen = BTreeSet::new();
    let mut pending = vec![part(ty)];
    while let Some(part) = pending.pop() {
        match part {
            Part::Secret => return true,
            Part::Model(id) if seen.insert(id) => pending.extend(parts(cx, id)),
            Part::Model(_) | Part::Plain => {}
        }
    }
    false
}

/// What a type is made of.
enum Part {
    Secret,
    Model(ModelId),
    Plain,
}

fn parts(cx: Context<'_>, id: ModelId) -> Vec<Part> {
    match &cx.model(id).shape {
        Shape::Struct(shape) => {
            let fields = shape.fields.iter().map(|field| &field.ty);
            fields.chain(&shape.additional).map(part).collect()
        }
        Shape::Union(shape) => {
            let variants = shape.variants.iter();
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

//! Values of the document as expressions of a parameter's type.

use crate::emit::context::Context;
use crate::emit::literal;
use crate::ir::{Enum, FloatWidth, IntWidth, ModelId, Openness, Scalar, Shape, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The expression for `value` of type `ty`; `None` where the type has no such value.
pub(in crate::emit) fn default_value(
    cx: Context<'_>,
    ty: &Type,
    value: &Scalar,
) -> Option<TokenStream> {
    match (cx.resolve(ty), value) {
        (Type::String, Scalar::String(text)) => Some(quote! { #text.to_owned() }),
        (Type::Bool, Scalar::Bool(value)) => Some(quote! { #value }),
        (Type::Int(width), Scalar::Int(value)) => int(*width, *value),
        (Type::Float(width), Scalar::Int(_) | Scalar::Float(_)) => float(*width, value),
        (Type::Model(id), value) => match &cx.model(*id).shape {
            Shape::Enum(shape) => variant(cx, *id, shape, value),
            Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => None,
        },
        (
            Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::String
            | Type::Bytes(_)
            | Type::Time(_)
            | Type::Secret
            | Type::Any
            | Type::Binary
            | Type::File
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_)
            | Type::Boxed(_),
            _,
        ) => None,
    }
}

fn int(width: IntWidth, value: i64) -> Option<TokenStream> {
    let fits = match width {
        IntWidth::I32 => i32::try_from(value).is_ok(),
        IntWidth::I64 => true,
    };
    fits.then(|| literal::int(value))
}

fn float(width: FloatWidth, value: &Scalar) -> Option<TokenStream> {
    let value: f64 = literal::wire_text(value).parse().ok()?;
    let limit = match width {
        FloatWidth::F32 => f64::from(f32::MAX),
        FloatWidth::F64 => f64::MAX,
    };
    (value.abs() <= limit).then(|| literal::float(value))
}

fn variant(cx: Context<'_>, id: ModelId, shape: &Enum, value: &Scalar) -> Option<TokenStream> {
    let names = cx.names.model(id);
    let name = &names.type_name;
    let mut pairs = shape.values.iter().zip(&names.variants);
    if let Some((_, variant)) = pairs.find(|(known, _)| known.wire == *value) {
        return Some(quote! { #name::#variant });
    }
    match (shape.openness, value) {
        (Openness::Open, Scalar::String(text)) => Some(quote! { #name::from(#text) }),
        (
            Openness::Open | Openness::Closed,
            Scalar::String(_) | Scalar::Int(_) | Scalar::Float(_) | Scalar::Bool(_),
        ) => None,
    }
}

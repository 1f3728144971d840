//! The bounds that values are held to before they are sent, as data for the run-time.

use super::context::Context;
use super::docs::DocText;
use crate::ir::{Bounds, Field, ModelId, Mutability, PatternUse, Shape, Struct, Type, Union};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The bounds of a value, in order; none where there is nothing to check.
pub(super) fn of_value(cx: Context<'_>, ty: &Type, bounds: Option<&Bounds>) -> Vec<TokenStream> {
    let mut all = bounds.map(own).unwrap_or_default();
    let each = bounds.and_then(|bounds| bounds.each.as_deref());
    match cx.resolve(ty) {
        Type::List(inner) | Type::Map(inner) => {
            let inner = of_value(cx, inner, each);
            if !inner.is_empty() {
                all.push(quote! { Bound::Each(&[#(#inner),*]) });
            }
        }
        Type::Nullable(inner) => return of_value(cx, inner, bounds),
        Type::Model(id) | Type::Boxed(id) => all.extend(of_model(cx, *id)),
        Type::Bool
        | Type::Int(_)
        | Type::Float(_)
        | Type::String
        | Type::Bytes(_)
        | Type::Time(_)
        | Type::Secret
        | Type::Any
        | Type::Binary
        | Type::File => {}
    }
    all
}

/// The function with the bounds of a model, where it has any.
pub(super) fn function(cx: Context<'_>, id: ModelId) -> Option<TokenStream> {
    if !cx.api.checks.has(id) {
        return None;
    }
    let bounds = match &cx.model(id).shape {
        Shape::Struct(shape) => of_struct(cx, shape),
        Shape::Union(shape) => of_union(cx, shape),
        Shape::Enum(_) | Shape::Alias(_) => return None,
    };
    let name = &cx.names.model(id).type_name;
    let docs = DocText::own("What a value is held to beside its type.");
    Some(quote! {
        impl #name {
            #docs
            pub(crate) fn bounds() -> &'static [Bound] {
                &[#(#bounds),*]
            }
        }
    })
}

fn of_model(cx: Context<'_>, id: ModelId) -> Option<TokenStream> {
    let name = &cx.names.model(id).type_name;
    cx.api
        .checks
        .has(id)
        .then(|| quote! { Bound::Model(#name::bounds) })
}

/// What stands beside the declared properties is not checked.
fn of_struct(cx: Context<'_>, shape: &Struct) -> Vec<TokenStream> {
    let sent = shape.fields.iter().filter(|field| match field.mutability {
        Mutability::ReadWrite | Mutability::WriteOnly => true,
        Mutability::ReadOnly => false,
    });
    sent.filter_map(|field| of_field(cx, field)).collect()
}

fn of_field(cx: Context<'_>, field: &Field) -> Option<TokenStream> {
    let bounds = of_value(cx, &field.ty, field.bounds.as_deref());
    let wire = field.wire.as_str();
    (!bounds.is_empty()).then(|| quote! { Bound::Property(#wire, &[#(#bounds),*]) })
}

fn of_union(cx: Context<'_>, shape: &Union) -> Vec<TokenStream> {
    let property = shape.property.as_str();
    let variants = shape.variants.iter().filter_map(|variant| {
        let name = &cx.names.model(variant.object).type_name;
        let value = variant.value.as_str();
        let has_rules = cx.api.checks.has(variant.object);
        has_rules.then(|| quote! { Bound::Tagged(#property, #value, #name::bounds) })
    });
    variants.collect()
}

fn own(bounds: &Bounds) -> Vec<TokenStream> {
    let own = &bounds.own;
    let least = own.minimum.as_ref().map(|number| {
        let digits = number.as_str();
        if own.exclusive_minimum {
            quote! { Bound::MoreThan(#digits) }
        } else {
            quote! { Bound::AtLeast(#digits) }
        }
    });
    let most = own.maximum.as_ref().map(|number| {
        let digits = number.as_str();
        if own.exclusive_maximum {
            quote! { Bound::LessThan(#digits) }
        } else {
            quote! { Bound::AtMost(#digits) }
        }
    });
    let multiple = own.multiple_of.as_ref().map(|number| {
        let digits = number.as_str();
        quote! { Bound::MultipleOf(#digits) }
    });
    let pattern = match bounds.pattern {
        PatternUse::Checked => own.pattern.as_ref(),
        PatternUse::Told => None,
    };
    let pattern = pattern.map(|pattern| quote! { Bound::Pattern(#pattern) });
    let unique = own.unique_items.then(|| quote! { Bound::Unique });
    let counts = counts(bounds);
    let first = [least, most, multiple].into_iter().flatten();
    first.chain(counts).chain(pattern).chain(unique).collect()
}

fn counts(bounds: &Bounds) -> Vec<TokenStream> {
    let own = &bounds.own;
    let number = |number: u64| Literal::u64_unsuffixed(number);
    let least_length = own.min_length.map(number);
    let most_length = own.max_length.map(number);
    let least = own.min_items.or(own.min_properties).map(number);
    let most = own.max_items.or(own.max_properties).map(number);
    [
        least_length.map(|number| quote! { Bound::MinLength(#number) }),
        most_length.map(|number| quote! { Bound::MaxLength(#number) }),
        least.map(|number| quote! { Bound::MinCount(#number) }),
        most.map(|number| quote! { Bound::MaxCount(#number) }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

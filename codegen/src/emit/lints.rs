//! The lints that generated code cannot satisfy because the document has what they warn of, each where it would fire.

use super::context::Context;
use crate::ir::{Size, Type};
use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::quote;

/// For a function with this many parameters, `self` among them.
pub(super) fn arguments(count: usize) -> Option<TokenStream> {
    (count > 7).then(|| {
        quote! { #[expect(clippy::too_many_arguments, reason = "the document requires them all")] }
    })
}

/// For a method that takes `self` and this many parameters in all.
pub(super) fn operator(name: &str, count: usize) -> Option<TokenStream> {
    let is_operator = match count {
        1 => matches!(name, "into_iter" | "neg" | "not"),
        2 => BINARY_OPERATORS.contains(&name),
        _ => false,
    };
    is_operator.then(|| {
        quote! { #[allow(clippy::should_implement_trait, reason = "the document names it so")] }
    })
}

const BINARY_OPERATORS: &[&str] = &[
    "add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub",
];

/// For a struct with this many fields of type `bool`.
pub(super) fn struct_bools(count: usize) -> Option<TokenStream> {
    (count > 3).then(|| {
        quote! { #[expect(clippy::struct_excessive_bools, reason = "the document has them all")] }
    })
}

/// For a struct of this name with private fields of these names.
pub(super) fn field_names<'a>(
    name: &str,
    mut fields: impl Iterator<Item = &'a str>,
) -> Option<TokenStream> {
    let name = name.to_snake_case();
    let repeats = |field: &str| {
        let starts = field.strip_prefix(name.as_str());
        let ends = field.strip_suffix(name.as_str());
        starts.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
            || ends.is_some_and(|rest| rest.ends_with('_'))
    };
    fields.any(repeats).then(|| {
        quote! { #[allow(clippy::struct_field_names, reason = "the document names them")] }
    })
}

/// For an enum with values of these types. One of many parts is much larger than what may stand beside it.
pub(super) fn variants<'a>(
    cx: Context<'a>,
    mut types: impl Iterator<Item = &'a Type>,
) -> Option<TokenStream> {
    types.any(|ty| cx.api.size(ty) == Size::Large).then(|| {
        quote! {
            #[allow(clippy::large_enum_variant, reason = "a box would be in the way of a match")]
        }
    })
}

/// For a function with this many parameters of type `bool`.
pub(super) fn argument_bools(count: usize) -> Option<TokenStream> {
    (count > 3).then(|| {
        quote! { #[expect(clippy::fn_params_excessive_bools, reason = "the document has them all")] }
    })
}

/// For a function with a line for each of this many things.
pub(super) fn lines(count: usize) -> Option<TokenStream> {
    (count > 40).then(|| {
        quote! { #[allow(clippy::too_many_lines, reason = "one line for each of a long list")] }
    })
}

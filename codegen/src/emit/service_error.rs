//! The service error: the type of all error bodies together.

use super::context::Context;
use super::lints;
use proc_macro2::TokenStream;
use quote::quote;

/// `service_error.rs`, where there are several types of error bodies.
pub(super) fn emit(cx: Context<'_>) -> TokenStream {
    let errors = &cx.api.service_errors;
    let name = &cx.names.service_error().type_name;
    let variants = cx.names.service_error().variants.iter().zip(errors);
    let variants = variants.map(|(variant, ty)| {
        let ty = cx.rust_type(ty);
        let docs = format!(" A body of type `{}`.", spaceless(&ty));
        quote! { #[doc = #docs] #variant(#ty), }
    });
    let lint = lints::variants(cx, errors.iter());
    quote! {
        /// The body of a failure, by its type.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #lint
        pub enum #name {
            #(#variants)*
        }
    }
}

/// The alias in the root module, where there are not several.
pub(super) fn alias(cx: Context<'_>) -> Option<TokenStream> {
    let ty = aliased(cx)?;
    let name = &cx.names.service_error().type_name;
    Some(quote! {
        /// The body of a failure.
        pub type #name = #ty;
    })
}

/// The type behind the [`alias`], as text.
pub(super) fn alias_text(cx: Context<'_>) -> Option<String> {
    Some(spaceless(&aliased(cx)?))
}

fn aliased(cx: Context<'_>) -> Option<TokenStream> {
    match cx.api.service_errors.as_slice() {
        [] => Some(quote! { Value }),
        [only] => Some(cx.rust_type(only)),
        [_, _, ..] => None,
    }
}

/// A type as prose writes it: without the spaces between tokens.
fn spaceless(ty: &TokenStream) -> String {
    ty.to_string().replace(' ', "")
}

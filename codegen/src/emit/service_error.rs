//! The service error: the type of all error bodies together.

use super::context::Context;
use super::lints;
use crate::ir::Type;
use proc_macro2::TokenStream;
use quote::quote;

/// `service_error.rs`, where there are several types of error bodies.
pub(super) fn emit(cx: Context<'_>) -> TokenStream {
    let errors = &cx.api.service_errors;
    let name = &cx.names.service_error().type_name;
    let variants = cx.names.service_error().variants.iter().zip(errors);
    let variants = variants.map(|(variant, ty)| {
        let docs = format!(" A body of type `{}`.", type_text(cx, ty));
        let ty = cx.rust_type(ty);
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
    let ty = match cx.api.service_errors.as_slice() {
        [] => quote! { Value },
        [only] => cx.rust_type(only),
        [_, _, ..] => return None,
    };
    let name = &cx.names.service_error().type_name;
    Some(quote! {
        /// The body of a failure.
        pub type #name = #ty;
    })
}

/// A type as prose writes it: without the spaces between tokens.
fn type_text(cx: Context<'_>, ty: &Type) -> String {
    cx.rust_type(ty).to_string().replace(' ', "")
}

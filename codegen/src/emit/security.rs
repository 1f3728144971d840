//! `security.rs`: how requests are allowed, as data.

use super::context::Context;
use super::text;
use crate::ir::{Api, Auth, SchemeUse, SecuritySchemeKind};
use proc_macro2::TokenStream;
use quote::quote;

/// The schemes, and what most operations require.
pub(super) fn emit(cx: Context<'_>) -> TokenStream {
    let schemes = cx.api.security.iter().map(|(id, scheme)| {
        let docs = text::named(
            &scheme.docs,
            "The scheme",
            scheme.name.as_str(),
            cx.names.scheme(id).as_str(),
        );
        let constant = cx.names.scheme(id);
        let name = scheme.name.as_str();
        let kind = kind(&scheme.kind);
        quote! {
            #docs
            pub static #constant: SecurityScheme = SecurityScheme { name: #name, kind: #kind };
        }
    });
    let default = cx.default_auth.map(|auth| {
        let alternatives = alternatives(cx, auth, &quote! {});
        quote! {
            /// What most operations require: one of these alternatives, with all of its schemes.
            pub static DEFAULT: &[&[SchemeUse]] = #alternatives;
        }
    });
    quote! {
        #(#schemes)*
        #default
    }
}

/// The expression of an operation's requirement.
pub(super) fn requirement(cx: Context<'_>, auth: &Auth) -> TokenStream {
    if cx.default_auth == Some(auth) {
        quote! { security::DEFAULT }
    } else {
        alternatives(cx, auth, &quote! { security:: })
    }
}

/// The requirement that most operations have, the first of several that are equally common; never an empty one.
pub(super) fn default_requirement(api: &Api) -> Option<&Auth> {
    let mut counts: Vec<(&Auth, usize)> = Vec::new();
    for operation in api.operations.values() {
        let auth = &operation.auth;
        match counts.iter_mut().find(|(known, _)| *known == auth) {
            Some((_, count)) => *count += 1,
            None => counts.push((auth, 1)),
        }
    }
    counts.retain(|(Auth(alternatives), _)| !alternatives.is_empty());
    // `max_by_key` gives the last of equals.
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(auth, _)| auth)
}

fn alternatives(cx: Context<'_>, auth: &Auth, module: &TokenStream) -> TokenStream {
    let Auth(alternatives) = auth;
    let alternatives = alternatives.iter().map(|schemes| {
        let uses = schemes.iter().map(|scheme| scheme_use(cx, scheme, module));
        quote! { &[#(#uses),*] }
    });
    quote! { &[#(#alternatives),*] }
}

fn scheme_use(cx: Context<'_>, scheme: &SchemeUse, module: &TokenStream) -> TokenStream {
    let constant = cx.names.scheme(scheme.scheme);
    let scopes = &scheme.scopes;
    quote! { SchemeUse { scheme: &#module #constant, scopes: &[#(#scopes),*] } }
}

fn kind(kind: &SecuritySchemeKind) -> TokenStream {
    match kind {
        SecuritySchemeKind::Basic => quote! { SecuritySchemeKind::Basic },
        SecuritySchemeKind::ApiKeyHeader(name) => {
            quote! { SecuritySchemeKind::ApiKeyHeader(#name) }
        }
        SecuritySchemeKind::ApiKeyQuery(name) => {
            quote! { SecuritySchemeKind::ApiKeyQuery(#name) }
        }
        SecuritySchemeKind::ApiKeyCookie(name) => {
            quote! { SecuritySchemeKind::ApiKeyCookie(#name) }
        }
        SecuritySchemeKind::OAuth2 => quote! { SecuritySchemeKind::OAuth2 },
    }
}

//! The typed headers of an operation's successful replies.

use super::request::collection_tokens;
use super::view::View;
use crate::emit::docs::{DocText, code_span};
use crate::emit::text;
use crate::ir::Header;
use crate::naming::{FieldName, HeadersNames};
use proc_macro2::TokenStream;
use quote::quote;

/// The names of the headers, where the replies have any.
pub(super) fn names<'a>(view: &View<'a>) -> Option<&'a HeadersNames> {
    let names = view.names.headers.as_ref();
    names.filter(|_| !view.operation.replies.headers.is_empty())
}

/// The struct and how it is read.
pub(super) fn emit(view: &View<'_>) -> Option<TokenStream> {
    let names = names(view)?;
    let visibility = view.visibility();
    let name = &names.type_name;
    let docs = format!(
        " The headers of the reply of {}.",
        code_span(view.operation.id.as_str())
    );
    let headers = &view.operation.replies.headers;
    let fields = headers.iter().zip(&names.fields).map(|(header, name)| {
        let docs = docs_of(view, header, name);
        let ty = view.cx.rust_type(&header.ty);
        if view.cx.is_map(&header.ty) {
            return quote! { #docs #visibility #name: #ty, };
        }
        quote! { #docs #visibility #name: Option<#ty>, }
    });
    let reading = reading(view, names);
    let showing = showing(view, names);
    Some(quote! {
        #[doc = #docs]
        #[derive(Clone, Default, PartialEq)]
        #[non_exhaustive]
        #visibility struct #name {
            #(#fields)*
        }
        #reading
        #showing
    })
}

fn docs_of(view: &View<'_>, header: &Header, name: &FieldName) -> DocText {
    let wire = header.wire.as_str();
    if view.cx.is_map(&header.ty) {
        let prefixed = format!("By what follows {} in their names.", code_span(wire));
        return text::docs(&header.docs, "Headers of one beginning.").and(DocText::own(&prefixed));
    }
    text::named(&header.docs, "The header", wire, name.as_str())
}

fn reading(view: &View<'_>, names: &HeadersNames) -> TokenStream {
    let name = &names.type_name;
    let headers = &view.operation.replies.headers;
    let fields = headers
        .iter()
        .zip(&names.fields)
        .map(|(header, name)| field_value(view, header, name));
    quote! {
        impl FromHeaders for #name {
            #[inline]
            fn from_headers(headers: &ReplyHeaders<'_>) -> Result<Self, HeaderError> {
                Ok(Self { #(#fields)* })
            }
        }
    }
}

fn field_value(view: &View<'_>, header: &Header, name: &FieldName) -> TokenStream {
    let wire = header.wire.as_str();
    if view.cx.is_map(&header.ty) {
        quote! { #name: headers.prefixed(#wire), }
    } else if view.cx.is_list(&header.ty) {
        let collection = collection_tokens(header.collection);
        quote! { #name: headers.get_list(#wire, #collection)?, }
    } else {
        quote! { #name: headers.get(#wire)?, }
    }
}

/// `Debug`, without the queries of links.
fn showing(view: &View<'_>, names: &HeadersNames) -> TokenStream {
    let name = &names.type_name;
    let title = name.to_string();
    let headers = &view.operation.replies.headers;
    let fields = headers.iter().zip(&names.fields).map(|(header, name)| {
        let label = name.as_str();
        let value = if view.cx.is_text(&header.ty) {
            quote! { self.#name.as_ref().map(WithoutQuery) }
        } else {
            quote! { self.#name }
        };
        quote! { .field(#label, &#value) }
    });
    quote! {
        impl fmt::Debug for #name {
            #[inline]
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.debug_struct(#title) #(#fields)* .finish()
            }
        }
    }
}

//! The enum of an operation whose successful replies really differ.

use super::send;
use super::view::View;
use crate::emit::docs::code_span;
use crate::emit::{lints, text};
use crate::ir::{Reply, ReplyBody, Success, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The enum, where the replies differ.
pub(super) fn emit(view: &View<'_>) -> Option<TokenStream> {
    let names = view.names.by_status.as_ref()?;
    let Success::ByStatus(replies) = &view.operation.replies.success else {
        return None;
    };
    let visibility = view.visibility();
    let name = &names.type_name;
    let docs = format!(
        " What {} replies, by status.",
        code_span(view.operation.id.as_str())
    );
    let derives = derives(replies);
    let variants = replies.iter().zip(&names.variants).map(|(reply, variant)| {
        let docs = text::docs(&reply.docs, &format!("The status {}.", reply.status));
        let body = (reply.body != ReplyBody::Empty).then(|| {
            let body = send::body_type(view, &reply.body);
            quote! { (#body) }
        });
        quote! { #docs #variant #body, }
    });
    let lint = lints::variants(view.cx, replies.iter().filter_map(body_type));
    Some(quote! {
        #[doc = #docs]
        #derives
        #[non_exhaustive]
        #lint
        #visibility enum #name {
            #(#variants)*
        }
    })
}

/// The type of the document in a reply.
fn body_type(reply: &Reply) -> Option<&Type> {
    match &reply.body {
        ReplyBody::Json(ty) | ReplyBody::Xml(ty, _) => Some(ty),
        ReplyBody::Empty | ReplyBody::Found | ReplyBody::Bytes | ReplyBody::Text => None,
    }
}

/// A stream of bytes can neither be cloned nor compared.
fn derives(replies: &[Reply]) -> TokenStream {
    if replies.iter().any(|reply| reply.body == ReplyBody::Bytes) {
        quote! { #[derive(Debug)] }
    } else {
        quote! { #[derive(Clone, Debug, PartialEq)] }
    }
}

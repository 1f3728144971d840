//! `client.rs`: the client of the whole API and its builder.

use super::context::Context;
use super::docs::{DocText, code_span};
use super::{client_builder, lints, text};
use crate::ir::{ClientParamId, Param, ParamOwner, ParamPlace, Requirement, Server};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// `Client`, `ClientBuilder`, and the accessors of the groups.
pub(super) fn emit(cx: Context<'_>) -> TokenStream {
    let docs = text::docs(&cx.api.docs, &format!("Client of {}.", text::title(cx.api))).and(
        DocText::own("A clone costs little and shares the connections."),
    );
    let unused = cx.api.operations.is_empty().then(|| {
        quote! { #[allow(dead_code, reason = "the document has no operations")] }
    });
    let fields = stored_params(cx).map(|(id, param)| {
        let field = &cx.names.client_param(id).field;
        let ty = client_builder::stored_type(cx, id, param);
        quote! { pub(crate) #field: #ty, }
    });
    let lint = lints::field_names(
        "Client",
        stored_params(cx).map(|(id, _)| cx.names.client_param(id).field.as_str()),
    );
    let start = client_builder::start(cx);
    let accessors = accessors(cx);
    let builder = client_builder::emit(cx);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #lint
        pub struct Client {
            #unused
            pub(crate) core: Core,
            #(#fields)*
        }
        impl Client {
            #start
            #accessors
        }
        #builder
    }
}

/// The parameters that operations read from the client.
pub(super) fn stored_params(cx: Context<'_>) -> impl Iterator<Item = (ClientParamId, &Param)> {
    let used = used_params(cx);
    given_params(cx).filter(move |(id, param)| param.place != ParamPlace::Host && used.contains(id))
}

/// The parameters that the user of the client gives; the whole endpoint is none of them.
pub(super) fn given_params(cx: Context<'_>) -> impl Iterator<Item = (ClientParamId, &Param)> {
    let endpoint = match &cx.api.server {
        Server::Given(param) => *param,
        Server::Fixed(_) | Server::Template(_) => None,
    };
    cx.api.client_params.iter().filter(move |(id, param)| {
        Some(*id) != endpoint && !matches!(param.requirement, Requirement::Constant(_))
    })
}

fn used_params(cx: Context<'_>) -> BTreeSet<ClientParamId> {
    let operations = cx.api.operations.values();
    operations
        .flat_map(|operation| &operation.params)
        .filter_map(|param| match param.owner {
            ParamOwner::Client(id) => Some(id),
            ParamOwner::Method | ParamOwner::Group(_) => None,
        })
        .collect()
}

fn accessors(cx: Context<'_>) -> TokenStream {
    let groups = cx.api.groups.iter().zip(cx.names.groups());
    groups
        .filter_map(|(group, names)| {
            let client = names.client.as_ref()?;
            let wire = group.name.as_ref().map_or("", |name| name.as_str());
            let docs = format!(" The operations of {}.", code_span(wire));
            let accessor = &client.accessor;
            let name = &client.type_name;
            Some(quote! {
                #[doc = #docs]
                pub fn #accessor(&self) -> #name<'_> {
                    #name::new(self)
                }
            })
        })
        .collect()
}

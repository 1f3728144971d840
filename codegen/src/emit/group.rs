//! `operations/<group>/mod.rs`: the client of a group, with one method for each operation.

use super::context::Context;
use super::docs::{DocText, code_span};
use super::operation::{self, Slot, View};
use super::order::version_cmp;
use super::{lints, text};
use crate::ir::{Group, OperationId, Visibility};
use crate::naming::{GroupClientNames, GroupNames};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The module list, and the group's client; methods of `Client` itself for operations without a group.
pub(super) fn emit(cx: Context<'_>, group: &Group, names: &GroupNames) -> TokenStream {
    let views: Vec<View<'_>> = group
        .operations
        .iter()
        .map(|id: &OperationId| View::new(cx, *id, names))
        .collect();
    let modules = modules(&views);
    let exports = exports(&views);
    let client = match &names.client {
        Some(client) => group_client(group, client, &views),
        None => ungrouped(&views),
    };
    quote! {
        #modules
        #exports
        #client
    }
}

/// An operation that only the hand-written part of the crate may call may well be called by nothing.
fn modules(views: &[View<'_>]) -> TokenStream {
    let mut views: Vec<&View<'_>> = views.iter().collect();
    views.sort_by_key(|view| view.names.module.as_str());
    views
        .into_iter()
        .map(|view| {
            let module = &view.names.module;
            match view.operation.visibility {
                Visibility::Public => quote! { mod #module; },
                Visibility::Crate => quote! {
                    #[allow(dead_code, reason = "for the hand-written part of the crate")]
                    pub(crate) mod #module;
                },
            }
        })
        .collect()
}

fn exports(views: &[View<'_>]) -> TokenStream {
    let mut views: Vec<&View<'_>> = views.iter().collect();
    views.sort_by(|left, right| {
        version_cmp(left.names.module.as_str(), right.names.module.as_str())
    });
    views
        .into_iter()
        .map(|view| {
            let module = &view.names.module;
            let mut types = operation::defined_types(view);
            match view.operation.visibility {
                Visibility::Public => {
                    types.sort_by(|left, right| version_cmp(left, right));
                    let types = types.iter().map(|name| Ident::new(name, Span::call_site()));
                    quote! { pub use self::#module::{#(#types),*}; }
                }
                Visibility::Crate => {
                    let request = &view.names.request;
                    quote! { use self::#module::#request; }
                }
            }
        })
        .collect()
}

fn group_client(group: &Group, names: &GroupClientNames, views: &[View<'_>]) -> TokenStream {
    let name = &names.type_name;
    let wire = group.name.as_ref().map_or("", |name| name.as_str());
    let docs = format!(" The operations of {}.", code_span(wire));
    let methods = views.iter().map(|view| method(view, &Host::group()));
    quote! {
        #[doc = #docs]
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'a> {
            client: &'a Client,
        }
        impl<'a> #name<'a> {
            pub(crate) fn new(client: &'a Client) -> Self {
                Self { client }
            }
            #(#methods)*
        }
    }
}

fn ungrouped(views: &[View<'_>]) -> TokenStream {
    let methods = views.iter().map(|view| method(view, &Host::client()));
    quote! {
        impl Client {
            #(#methods)*
        }
    }
}

/// The type whose methods make requests.
struct Host {
    receiver: TokenStream,
    /// The client, as the method reaches it.
    client: TokenStream,
    /// How long the request borrows the client.
    lifetime: TokenStream,
}

impl Host {
    /// A group's client: it is `Copy`, and the request outlives it.
    fn group() -> Self {
        Self {
            receiver: quote! { self },
            client: quote! { self.client },
            lifetime: quote! { 'a },
        }
    }

    fn client() -> Self {
        Self {
            receiver: quote! { &self },
            client: quote! { self },
            lifetime: quote! { '_ },
        }
    }
}

/// The method that makes an operation's request.
fn method(view: &View<'_>, host: &Host) -> TokenStream {
    let Host {
        receiver,
        client,
        lifetime,
    } = host;
    let arguments = view.arguments();
    let docs = method_docs(view, &arguments);
    let deprecated = deprecated(view);
    let dead_code = dead_code(view);
    let too_many = lints::arguments(1 + arguments.len());
    let bools = lints::argument_bools(operation::count_bools(&arguments));
    let visibility = view.visibility();
    let name = &view.names.method;
    let operator = lints::operator(name.as_str(), 1 + arguments.len());
    let request = &view.names.request;
    let parameters = arguments.iter().map(|slot| {
        let field = &slot.names.field;
        let given = operation::argument(view, slot).given;
        quote! { #field: #given }
    });
    let values = arguments
        .iter()
        .map(|slot| operation::argument(view, slot).convert);
    quote! {
        #docs
        #deprecated
        #dead_code
        #too_many
        #bools
        #operator
        #visibility fn #name(#receiver, #(#parameters),*) -> #request<#lifetime> {
            #request::new(#client, #(#values),*)
        }
    }
}

fn deprecated(view: &View<'_>) -> Option<TokenStream> {
    view.operation
        .deprecated
        .then(|| quote! { #[deprecated = "the document calls this operation deprecated"] })
}

fn dead_code(view: &View<'_>) -> Option<TokenStream> {
    match view.operation.visibility {
        Visibility::Public => None,
        Visibility::Crate => Some(quote! {
            #[allow(dead_code, reason = "for the hand-written part of the crate")]
        }),
    }
}

fn method_docs(view: &View<'_>, arguments: &[Slot<'_>]) -> DocText {
    let fallback = format!("Calls {}.", code_span(view.operation.id.as_str()));
    let arguments = arguments
        .iter()
        .map(|slot| (slot.names.field.as_str(), slot.param));
    text::docs(&view.operation.docs, &fallback)
        .and(text::arguments(arguments))
        .and(operation::default_docs(view))
        .and(DocText::own(&format!("{}.", view.route())))
}

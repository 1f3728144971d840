//! The request builder of an operation: its fields, `new`, and the setters.

use super::view::{Filling, Slot, View};
use super::{content_type, next_page, paging, poller, request, send};
use crate::emit::argument::Argument;
use crate::emit::docs::{DocText, code_span};
use crate::emit::{lints, text};
use crate::ir::Type;
use proc_macro2::TokenStream;
use quote::quote;

/// The struct and its methods.
pub(super) fn emit(view: &View<'_>) -> TokenStream {
    let definition = definition(view);
    let new = new(view);
    let setters = view.slots().into_iter().map(|slot| setter(view, &slot));
    let content_type = content_type::setter(view);
    let send = send::emit(view);
    let poller = poller::methods(view);
    let paging = paging::emit(view);
    let next_page = next_page::emit(view);
    let request = request::emit(view);
    let name = &view.names.request;
    quote! {
        #definition
        impl<'a> #name<'a> {
            #new
            #(#setters)*
            #content_type
            #send
            #poller
            #paging
            #request
            #next_page
        }
    }
}

fn definition(view: &View<'_>) -> TokenStream {
    let visibility = view.visibility();
    let name = &view.names.request;
    let docs = text::docs(
        &view.operation.docs,
        &format!("A request of {}.", operation_id(view)),
    )
    .and(made_by(view));
    let slots = view.slots();
    let lint = lints::field_names(
        name.as_str(),
        slots.iter().map(|slot| slot.names.field.as_str()),
    );
    let clone = (!view.streams_body()).then(|| quote! { Clone, });
    let fields = slots.iter().map(|slot| {
        let field = &slot.names.field;
        let ty = stored_type(view, slot);
        quote! { #field: #ty, }
    });
    let content_type = content_type::field(view);
    quote! {
        #docs
        #[derive(#clone Debug)]
        #[must_use = "a request does nothing until it is sent"]
        #lint
        #visibility struct #name<'a> {
            client: &'a Client,
            #(#fields)*
            #content_type
        }
    }
}

fn operation_id(view: &View<'_>) -> String {
    code_span(view.operation.id.as_str())
}

/// Where the request comes from and goes to.
fn made_by(view: &View<'_>) -> DocText {
    let route = view.route();
    // Rustdoc finds a method by its name alone.
    let method = view.names.method.to_string();
    let method = method.trim_start_matches("r#");
    let client = match &view.group.client {
        Some(client) => format!("[`{0}::{method}`](super::{0}::{method})", client.type_name),
        None => format!("[`Client::{method}`](Client::{method})"),
    };
    DocText::own(&format!("{route}, made by {client}."))
}

/// The type of a parameter's field.
fn stored_type(view: &View<'_>, slot: &Slot<'_>) -> TokenStream {
    let stored = argument(view, slot).stored;
    match slot.filling {
        Filling::Argument | Filling::Value(_) => stored,
        Filling::Absent => quote! { Option<#stored> },
    }
}

/// How the caller gives a parameter.
pub(in crate::emit) fn argument(view: &View<'_>, slot: &Slot<'_>) -> Argument {
    Argument::of_param(
        view.cx,
        view.operation,
        slot.index,
        &slot.param.ty,
        &slot.names.field,
    )
}

fn new(view: &View<'_>) -> TokenStream {
    let arguments = view.arguments();
    let too_many = lints::arguments(1 + arguments.len());
    let bools = lints::argument_bools(count_bools(&arguments));
    let parameters = arguments.iter().map(|slot| {
        let field = &slot.names.field;
        let stored = stored_type(view, slot);
        quote! { #field: #stored }
    });
    let values = view.slots().into_iter().map(|slot| {
        let field = &slot.names.field;
        match slot.filling {
            Filling::Argument => quote! { #field, },
            Filling::Absent => quote! { #field: None, },
            Filling::Value(value) => quote! { #field: #value, },
        }
    });
    let content_type = content_type::initial_value(view);
    quote! {
        #too_many
        #bools
        pub(crate) fn new(client: &'a Client, #(#parameters),*) -> Self {
            Self { client, #(#values)* #content_type }
        }
    }
}

/// How many arguments are plain truth values.
pub(in crate::emit) fn count_bools(arguments: &[Slot<'_>]) -> usize {
    arguments
        .iter()
        .filter(|slot| slot.param.ty == Type::Bool)
        .count()
}

/// The setter of a parameter that is no argument.
fn setter(view: &View<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let visibility = view.visibility();
    let field = &slot.names.field;
    let name = &slot.names.setter;
    let Argument { given, convert, .. } = argument(view, slot);
    let value = match slot.filling {
        Filling::Argument => return None,
        Filling::Absent => quote! { Some(#convert) },
        Filling::Value(_) => convert,
    };
    let docs = text::setter(slot.param, name.as_str());
    Some(quote! {
        #docs
        #visibility fn #name(mut self, #field: #given) -> Self {
            self.#field = #value;
            self
        }
    })
}

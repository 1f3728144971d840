//! One file for each operation: its request builder, the operation as data, and the types that only it has.

mod builder;
mod by_status;
mod checks;
mod content_type;
mod default_value;
mod descriptor;
mod headers;
mod multipart;
mod next_page;
mod paging;
mod poller;
mod request;
mod send;
mod view;

pub(super) use builder::{argument, count_bools};
pub(super) use content_type::default_docs;
pub(super) use default_value::default_value;
pub(super) use view::{Slot, View};

use proc_macro2::TokenStream;
use quote::quote;

/// The items of an operation's file.
pub(super) fn emit(view: &View<'_>) -> TokenStream {
    let builder = builder::emit(view);
    let descriptor = descriptor::emit(view);
    let polling = poller::data(view);
    let headers = headers::emit(view);
    let by_status = by_status::emit(view);
    let content_type = content_type::emit(view);
    quote! {
        #builder
        #descriptor
        #polling
        #headers
        #by_status
        #content_type
    }
}

/// The names of the types that an operation's file defines.
pub(super) fn defined_types(view: &View<'_>) -> Vec<String> {
    let names = view.names;
    let headers = headers::names(view).map(|names| &names.type_name);
    let by_status = names.by_status.as_ref().map(|names| &names.type_name);
    let content_type = content_type::names(view).map(|names| &names.type_name);
    std::iter::once(&names.request)
        .chain(headers)
        .chain(by_status)
        .chain(content_type)
        .map(ToString::to_string)
        .collect()
}

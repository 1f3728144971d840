//! `pages` and `items` of an operation whose reply is a page of a list. They are `inline` so that what reads a page is
//! compiled where the methods are used.

use super::poller::{final_state, reader, result_type};
use super::send::reply_type;
use super::view::View;
use crate::ir::{
    Field, ModelId, NextLink, NextRequest, Paging, Presence, ReplyBody, Shape, Struct, Success,
    Type, WireName,
};
use crate::naming::FieldName;
use proc_macro2::TokenStream;
use quote::quote;

/// Both methods, where the operation pages.
pub(super) fn emit(view: &View<'_>) -> Option<TokenStream> {
    let paging = view.operation.paging.as_ref()?;
    let page = Page::of(view)?;
    let (items, items_name) = page.field(&paging.items)?;
    let pages = pages(view, paging, &page)?;
    let items = items_method(view, &page, items, items_name)?;
    Some(quote! {
        #pages
        #items
    })
}

/// A reply's body that is a page.
struct Page<'a> {
    shape: &'a Struct,
    names: &'a [FieldName],
    is_optional: IsOptional,
}

/// Whether some replies bring no page.
#[derive(Clone, Copy, PartialEq)]
enum IsOptional {
    Yes,
    No,
}

impl<'a> Page<'a> {
    fn of(view: &View<'a>) -> Option<Self> {
        let (body, is_optional) = match view.operation.outcome() {
            Success::Uniform { body, .. } => (body, IsOptional::No),
            Success::Optional { body, .. } => (body, IsOptional::Yes),
            Success::ByStatus(_) => return None,
        };
        let id = body_model(view, body)?;
        match &view.cx.model(id).shape {
            Shape::Struct(shape) => Some(Self {
                shape,
                names: &view.cx.names.model(id).fields,
                is_optional,
            }),
            Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => None,
        }
    }

    fn field(&self, wire: &WireName) -> Option<(&'a Field, &'a FieldName)> {
        let mut pairs = self.shape.fields.iter().zip(self.names);
        pairs.find(|(field, _)| field.wire == *wire)
    }
}

fn body_model(view: &View<'_>, body: &ReplyBody) -> Option<ModelId> {
    match body {
        ReplyBody::Json(ty) => model_of(view.cx.resolve(ty)),
        ReplyBody::Empty
        | ReplyBody::Found
        | ReplyBody::Xml(..)
        | ReplyBody::Bytes
        | ReplyBody::Text => None,
    }
}

fn model_of(ty: &Type) -> Option<ModelId> {
    match ty {
        Type::Model(id) | Type::Boxed(id) => Some(*id),
        Type::Bool
        | Type::Int(_)
        | Type::Float(_)
        | Type::String
        | Type::Bytes(_)
        | Type::Time(_)
        | Type::Secret
        | Type::Any
        | Type::Binary
        | Type::File
        | Type::List(_)
        | Type::Map(_)
        | Type::Nullable(_) => None,
    }
}

fn pages(view: &View<'_>, paging: &Paging, page: &Page<'_>) -> Option<TokenStream> {
    let visibility = view.visibility();
    let reply = page_type(view);
    let read = reader(view, view.operation.outcome());
    let first = first_request(view);
    let pages = match &paging.next {
        NextLink::Header(header) => {
            let header = header.as_str();
            quote! { Pages::by_link(#first, ERRORS, #read, #header) }
        }
        NextLink::Field(wire) => {
            let next = next_link(page, wire)?;
            match &paging.request {
                NextRequest::Get => quote! { Pages::by_field(#first, ERRORS, #read, #next) },
                NextRequest::Repeat => quote! { Pages::by_repeating(#first, ERRORS, #read, #next) },
                NextRequest::Operation(_) => quote! {
                    let further = self.next_page();
                    Pages::by_operation(#first, further, ERRORS, #read, #next)
                },
            }
        }
        NextLink::None => quote! { Pages::single(#first, ERRORS, #read) },
    };
    Some(quote! {
        /// The pages of the list, each sent for when the one before has been read.
        #[inline]
        #visibility fn pages(self) -> Pages<#reply, ServiceError> {
            #pages
        }
    })
}

/// The type of a page, which is the result of a long-running operation, or else the reply.
fn page_type(view: &View<'_>) -> TokenStream {
    match &view.operation.poll {
        Some(poll) => result_type(view, poll),
        None => reply_type(view),
    }
}

/// The request of the first page.
fn first_request(view: &View<'_>) -> TokenStream {
    let until_done = view.operation.poll.as_ref().map(|poll| {
        let final_state = final_state(poll.final_state);
        quote! { .until_done(#final_state) }
    });
    quote! { self.request() #until_done }
}

/// The closure that reads the link to the next page from a page.
fn next_link(page: &Page<'_>, wire: &WireName) -> Option<TokenStream> {
    let (field, name) = page.field(wire)?;
    let link = |body: TokenStream| match field.presence {
        Presence::Required => quote! { Some(#body.#name.clone()) },
        Presence::RequiredNullable | Presence::Optional => quote! { #body.#name.clone() },
        Presence::OptionalNullable => quote! { #body.#name.value().cloned() },
    };
    Some(match page.is_optional {
        IsOptional::No => {
            let link = link(quote! { page.body() });
            quote! { |page| #link }
        }
        IsOptional::Yes => {
            let link = link(quote! { body });
            quote! { |page| page.body().as_ref().and_then(|body| #link) }
        }
    })
}

fn items_method(
    view: &View<'_>,
    page: &Page<'_>,
    field: &Field,
    name: &FieldName,
) -> Option<TokenStream> {
    let Type::List(element) = view.cx.resolve(&field.ty) else {
        return None;
    };
    let visibility = view.visibility();
    let element = view.cx.rust_type(element);
    let reply = page_type(view);
    let list = match (page.is_optional, field.presence) {
        (IsOptional::No, Presence::Required) => quote! { page.into_body().#name },
        (IsOptional::No, Presence::RequiredNullable | Presence::Optional) => {
            quote! { page.into_body().#name.unwrap_or_default() }
        }
        (IsOptional::No, Presence::OptionalNullable) => {
            quote! { page.into_body().#name.value().cloned().unwrap_or_default() }
        }
        (IsOptional::Yes, Presence::Required) => {
            quote! { page.into_body().map(|body| body.#name).unwrap_or_default() }
        }
        (IsOptional::Yes, Presence::RequiredNullable | Presence::Optional) => {
            quote! { page.into_body().and_then(|body| body.#name).unwrap_or_default() }
        }
        (IsOptional::Yes, Presence::OptionalNullable) => {
            quote! { page.into_body().and_then(|body| body.#name.value().cloned()).unwrap_or_default() }
        }
    };
    Some(quote! {
        /// The elements of all pages, in order.
        #[inline]
        #visibility fn items(self) -> Items<#element, #reply, ServiceError> {
            self.pages().items(|page| #list)
        }
    })
}

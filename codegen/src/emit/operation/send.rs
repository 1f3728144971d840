//! `send`: sends the request and reads the reply by its kind.

use super::headers;
use super::view::View;
use crate::emit::docs::DocText;
use crate::emit::xml;
use crate::ir::{Reply, ReplyBody, Success, Type, XmlRoot};
use crate::naming::ByStatusNames;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The method.
pub(super) fn emit(view: &View<'_>) -> TokenStream {
    let visibility = view.visibility();
    let docs = docs(view);
    let reply = reply_type(view);
    let read = match &view.operation.replies.success {
        Success::Uniform { body, .. } => read_uniform(view, body),
        Success::Optional {
            without_body, body, ..
        } => read_optional(view, body, without_body),
        Success::ByStatus(replies) => read_by_status(view, replies),
    };
    quote! {
        #docs
        #visibility async fn send(self) -> Result<#reply> {
            #read
        }
    }
}

fn docs(view: &View<'_>) -> DocText {
    let route = view.route();
    let service = if view.operation.replies.errors.is_empty() {
        ""
    } else {
        SERVICE_ERRORS
    };
    let found = if asks_whether_there(&view.operation.replies.success) {
        FOUND
    } else {
        ""
    };
    let text = format!("Sends {route}.{found}\n\n# Errors\n\n{ERRORS}{service}");
    DocText::own(&text)
}

fn asks_whether_there(success: &Success) -> bool {
    match success {
        Success::Uniform { body, .. } => *body == ReplyBody::Found,
        Success::Optional { .. } | Success::ByStatus(_) => false,
    }
}

const FOUND: &str = "\n\nThe body of the response is whether the thing is there: `false` when the service answers 404.";

const ERRORS: &str =
    "If an argument cannot be sent, the service cannot be reached, or its reply is none that the
document describes as success; the [`ErrorKind`](crate::generated::ErrorKind) says which.";

const SERVICE_ERRORS: &str = "
What the service says of it is in [`Error::service`](crate::generated::Error::service).";

/// The type of the reply: `Response<Repositories, RepositoryGetListHeaders>`.
pub(super) fn reply_type(view: &View<'_>) -> TokenStream {
    let body = match &view.operation.replies.success {
        Success::Uniform { body, .. } => body_type(view, body),
        Success::Optional { body, .. } => {
            let body = body_type(view, body);
            quote! { Option<#body> }
        }
        Success::ByStatus(_) => {
            let names = view.names.by_status.as_ref();
            let name = names.map(|names| &names.type_name);
            name.map_or_else(|| quote! { () }, |name| quote! { #name })
        }
    };
    let headers = headers::names(view).map(|names| {
        let name = &names.type_name;
        quote! { , #name }
    });
    quote! { Response<#body #headers> }
}

/// The type of a reply's body.
pub(super) fn body_type(view: &View<'_>, body: &ReplyBody) -> TokenStream {
    match body {
        ReplyBody::Empty => quote! { () },
        ReplyBody::Found => quote! { bool },
        ReplyBody::Json(ty) | ReplyBody::Xml(ty, _) => view.cx.rust_type(ty),
        ReplyBody::Bytes => quote! { ByteStream },
        ReplyBody::Text => quote! { String },
    }
}

fn read_uniform(view: &View<'_>, body: &ReplyBody) -> TokenStream {
    let read = read(view, body);
    quote! { self.request().send(ERRORS).await?.#read }
}

/// The call on a reply that reads its body, as a `Result`.
fn read(view: &View<'_>, body: &ReplyBody) -> TokenStream {
    match body {
        ReplyBody::Empty => quote! { empty().await },
        ReplyBody::Found => quote! { found().await },
        ReplyBody::Json(_) => quote! { json().await },
        ReplyBody::Xml(ty, root) => {
            let call = read_xml(view, ty, root);
            quote! { #call.await }
        }
        ReplyBody::Bytes => quote! { bytes() },
        ReplyBody::Text => quote! { text().await },
    }
}

/// The call on a reply that reads its XML.
pub(super) fn read_xml(view: &View<'_>, ty: &Type, root: &XmlRoot) -> TokenStream {
    let name = xml::root_name(root);
    if view.cx.is_list(ty) {
        let item = xml::name(&root.item);
        quote! { xml_list(#name, #item) }
    } else {
        quote! { xml(#name) }
    }
}

fn read_optional(view: &View<'_>, body: &ReplyBody, without_body: &[u16]) -> TokenStream {
    let without: Vec<Literal> = without_body
        .iter()
        .copied()
        .map(Literal::u16_unsuffixed)
        .collect();
    match body {
        ReplyBody::Json(_) => quote! {
            self.request().send(ERRORS).await?.json_optional(&[#(#without),*]).await
        },
        ReplyBody::Empty
        | ReplyBody::Found
        | ReplyBody::Xml(..)
        | ReplyBody::Bytes
        | ReplyBody::Text => {
            let read = read(view, body);
            quote! {
                let reply = self.request().send(ERRORS).await?;
                match reply.status().as_u16() {
                    #(#without)|* => Ok(reply.empty().await?.map(|()| None)),
                    _ => Ok(reply.#read?.map(Some)),
                }
            }
        }
    }
}

/// The last reply takes all statuses that are left: the run-time lets no other pass.
fn read_by_status(view: &View<'_>, replies: &[Reply]) -> TokenStream {
    let Some(names) = &view.names.by_status else {
        return read_uniform(view, &ReplyBody::Empty);
    };
    let last = replies.len().saturating_sub(1);
    let pairs = replies.iter().zip(&names.variants).enumerate();
    let arms = pairs.map(|(index, (reply, variant))| {
        let status = Literal::u16_unsuffixed(reply.status);
        let pattern = if index == last {
            quote! { _ }
        } else {
            quote! { #status }
        };
        let value = read_variant(view, names, reply, &quote! { #variant });
        quote! { #pattern => #value, }
    });
    quote! {
        let reply = self.request().send(ERRORS).await?;
        match reply.status().as_u16() {
            #(#arms)*
        }
    }
}

fn read_variant(
    view: &View<'_>,
    names: &ByStatusNames,
    reply: &Reply,
    variant: &TokenStream,
) -> TokenStream {
    let name = &names.type_name;
    let read = read(view, &reply.body);
    match reply.body {
        ReplyBody::Empty => quote! { Ok(reply.#read?.map(|()| #name::#variant)) },
        ReplyBody::Found
        | ReplyBody::Json(_)
        | ReplyBody::Xml(..)
        | ReplyBody::Bytes
        | ReplyBody::Text => {
            quote! { Ok(reply.#read?.map(#name::#variant)) }
        }
    }
}

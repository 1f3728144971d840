//! `poller` and `resume` of a long-running operation, and how it is followed, as data.

use super::send::{body_type, read_xml};
use super::view::View;
use crate::emit::docs::DocText;
use crate::ir::{FinalState, LongRunning, ReplyBody, Success};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The methods of the request builder, where the operation is a long-running one.
pub(super) fn methods(view: &View<'_>) -> Option<TokenStream> {
    let poll = view.operation.poll.as_ref()?;
    let visibility = view.visibility();
    let result = result_type(view, poll);
    let route = view.route();
    let docs = DocText::own(&format!(
        "The operation that {route} begins, to be followed to its end.\n\nNothing is sent before it is waited for."
    ));
    Some(quote! {
        #docs
        #[inline]
        #visibility fn poller(self) -> Poller<#result, ServiceError> {
            Poller::new(self.request(), &POLLING)
        }
        /// The operation that a [`Poller::token`] stands for, which goes on where it was.
        ///
        /// # Errors
        ///
        /// If the token is none of this operation, or leads to another origin than the endpoint's.
        #[inline]
        #visibility fn resume(client: &Client, token: &str) -> Result<Poller<#result, ServiceError>> {
            Ok(Poller::resume(&client.core, token, &POLLING)?)
        }
    })
}

/// `const POLLING`.
pub(super) fn data(view: &View<'_>) -> Option<TokenStream> {
    let poll = view.operation.poll.as_ref()?;
    let result = result_type(view, poll);
    let final_state = final_state(poll.final_state);
    let read = reader(view, &poll.result);
    Some(quote! {
        const POLLING: Polling<#result, ServiceError> = Polling {
            operation: &OPERATION,
            errors: ERRORS,
            final_state: #final_state,
            read: #read,
        };
    })
}

/// The type of the result: `Response<Machine>`.
pub(super) fn result_type(view: &View<'_>, poll: &LongRunning) -> TokenStream {
    let body = match &poll.result {
        Success::Uniform { body, .. } => body_type(view, body),
        Success::Optional { body, .. } => {
            let body = body_type(view, body);
            quote! { Option<#body> }
        }
        Success::ByStatus(_) => quote! { () },
    };
    quote! { Response<#body> }
}

pub(super) fn final_state(state: FinalState) -> TokenStream {
    match state {
        FinalState::ByMethod => quote! { FinalState::ByMethod },
        FinalState::StatusMonitor => quote! { FinalState::StatusMonitor },
        FinalState::Location => quote! { FinalState::Location },
        FinalState::OriginalUri => quote! { FinalState::OriginalUri },
    }
}

/// The closure that reads a reply for somebody who waits for it.
pub(super) fn reader(view: &View<'_>, success: &Success) -> TokenStream {
    match success {
        Success::Optional { without_body, .. } => {
            let without = without_body.iter().copied().map(Literal::u16_unsuffixed);
            quote! { |reply| Box::pin(reply.json_optional(&[#(#without),*])) }
        }
        Success::Uniform { body, .. } => read_boxed(view, body),
        Success::ByStatus(_) => read_boxed(view, &ReplyBody::Empty),
    }
}

fn read_boxed(view: &View<'_>, body: &ReplyBody) -> TokenStream {
    match body {
        ReplyBody::Empty => quote! { |reply| Box::pin(reply.empty()) },
        ReplyBody::Found => quote! { |reply| Box::pin(reply.found()) },
        ReplyBody::Json(_) => quote! { |reply| Box::pin(reply.json()) },
        ReplyBody::Xml(ty, root) => {
            let call = read_xml(view, ty, root);
            quote! { |reply| Box::pin(reply.#call) }
        }
        ReplyBody::Bytes => quote! { |reply| Box::pin(async { reply.bytes() }) },
        ReplyBody::Text => quote! { |reply| Box::pin(reply.text()) },
    }
}

//! The operation as data: the static that the run-time works from, and how the bodies of its failures are read.

use super::view::View;
use crate::emit::model::may_be_empty;
use crate::emit::security;
use crate::ir::{ErrorFormat, ErrorReply, Method, Redirects, StatusMatch, Success};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote};

/// `static OPERATION` and `const ERRORS`. A static would compile what reads the bodies, whether requests are sent or not.
pub(super) fn emit(view: &View<'_>) -> TokenStream {
    let operation = view.operation;
    let id = operation.id.as_str();
    let method = Ident::new(method_name(operation.method), Span::call_site());
    let accept = operation.accept.join(", ");
    let success = statuses(&operation.replies.success);
    let redirects = match operation.redirects {
        Redirects::Fail => quote! { Redirects::Fail },
        Redirects::Follow => quote! { Redirects::Follow },
    };
    let security = security::requirement(view.cx, &operation.auth);
    let errors = error_reader(view);
    quote! {
        static OPERATION: Operation = Operation {
            id: #id,
            method: Method::#method,
            accept: #accept,
            success: &[#(#success),*],
            redirects: #redirects,
            security: #security,
        };
        const ERRORS: ReadError<ServiceError> = #errors;
    }
}

/// The method as HTTP and the `http` crate write it.
pub(super) fn method_name(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Put => "PUT",
        Method::Post => "POST",
        Method::Delete => "DELETE",
        Method::Options => "OPTIONS",
        Method::Head => "HEAD",
        Method::Patch => "PATCH",
        Method::Trace => "TRACE",
    }
}

fn statuses(success: &Success) -> Vec<Literal> {
    let codes: Vec<u16> = match success {
        Success::Uniform { statuses, .. } => statuses.clone(),
        Success::Optional { with_body, .. } if with_body.is_empty() => Vec::new(),
        Success::Optional {
            with_body,
            without_body,
            ..
        } => with_body.iter().chain(without_body).copied().collect(),
        Success::ByStatus(replies) => replies.iter().map(|reply| reply.status).collect(),
    };
    codes.into_iter().map(Literal::u16_unsuffixed).collect()
}

/// The closure that reads the body of a failure.
fn error_reader(view: &View<'_>) -> TokenStream {
    let mut named: Vec<Arm> = Vec::new();
    let mut ranges: Vec<Arm> = Vec::new();
    let mut otherwise = quote! { None };
    for error in &view.operation.replies.errors {
        let reader = reader(view, error);
        match error.status {
            StatusMatch::Default => otherwise = reader,
            StatusMatch::Code(code) => add_code(&mut named, reader, code_pattern(code)),
            StatusMatch::Range(digit) => add_code(&mut ranges, reader, range_pattern(digit)),
        }
    }
    if ranges.is_empty() {
        named.retain(|(reader, _)| reader.to_string() != otherwise.to_string());
    }
    // A range has what no code before it names.
    named.append(&mut ranges);
    if named.is_empty() {
        let body = if view.operation.replies.errors.is_empty() {
            quote! { _ }
        } else {
            quote! { body }
        };
        return quote! { |_, #body| #otherwise };
    }
    let arms = named
        .iter()
        .map(|(reader, codes)| quote! { #(#codes)|* => #reader, });
    quote! {
        |status, body| match status.as_u16() {
            #(#arms)*
            _ => #otherwise,
        }
    }
}

/// A reader and the patterns of its statuses.
type Arm = (TokenStream, Vec<TokenStream>);

fn code_pattern(code: u16) -> TokenStream {
    Literal::u16_unsuffixed(code).into_token_stream()
}

fn range_pattern(digit: u16) -> TokenStream {
    let first = Literal::u16_unsuffixed(digit.saturating_mul(100));
    let last = Literal::u16_unsuffixed(digit.saturating_mul(100).saturating_add(99));
    quote! { #first..=#last }
}

/// Adds a status to the arm of its reader, so that no two arms are equal.
fn add_code(named: &mut Vec<Arm>, reader: TokenStream, code: TokenStream) {
    let same = named
        .iter_mut()
        .find(|(known, _)| known.to_string() == reader.to_string());
    match same {
        Some((_, codes)) => codes.push(code),
        None => named.push((reader, vec![code])),
    }
}

/// The expression that reads a body as the service error.
fn reader(view: &View<'_>, error: &ErrorReply) -> TokenStream {
    let errors = &view.cx.api.service_errors;
    let decode = decoder(view, error);
    if errors.len() < 2 {
        return quote! { #decode(body) };
    }
    let names = view.cx.names.service_error();
    let mut pairs = errors.iter().zip(&names.variants);
    let found = pairs.find(|(known, _)| **known == error.ty);
    found.map_or_else(
        || quote! { None },
        |(_, variant)| quote! { #decode(body).map(ServiceError::#variant) },
    )
}

/// The function that decodes a body. Any JSON object would do for a type whose fields may all be absent.
fn decoder(view: &View<'_>, error: &ErrorReply) -> TokenStream {
    match (error.format, may_be_empty(view.cx, &error.ty)) {
        (ErrorFormat::Json, true) => quote! { decode_json_nonempty },
        (ErrorFormat::Json, false) => quote! { decode_json },
        (ErrorFormat::Xml, true) => quote! { decode_xml_nonempty },
        (ErrorFormat::Xml, false) => quote! { decode_xml },
    }
}

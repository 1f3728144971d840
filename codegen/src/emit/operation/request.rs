//! `request`: hands the parts of a request to the run-time, one line for each.

use super::checks;
use super::content_type;
use super::multipart;
use super::view::View;
use crate::emit::argument::is_link;
use crate::emit::{lints, xml};
use crate::ir::{
    Body, Collection, FormEncoding, ObjectStyle, Param, ParamIdx, ParamPlace, PathEncoding,
    PayloadDefaults, Requirement, Segment, XmlRoot,
};
use proc_macro2::TokenStream;
use quote::quote;

/// How many lines a check may well take.
const LINES_OF_CHECK: usize = 5;

/// The method.
pub(super) fn emit(view: &View<'_>) -> TokenStream {
    let checks = checks::lines(view);
    let path = path(view);
    let params = params(view).filter_map(|(index, param)| part(view, index, param));
    let params: Vec<TokenStream> = params.collect();
    let body = body(view);
    let lint = lints::lines(checks.len() * LINES_OF_CHECK + path.len() + params.len());
    quote! {
        #lint
        fn request(self) -> Request {
            let mut request = Request::new(&self.client.core, &OPERATION);
            #(#checks)*
            #(#path)*
            #(#params)*
            #body
            request
        }
    }
}

pub(super) fn params<'a>(view: &View<'a>) -> impl Iterator<Item = (ParamIdx, &'a Param)> + use<'a> {
    let params = view.operation.params.iter().enumerate();
    params.map(|(index, param)| (ParamIdx(index), param))
}

/// A line for each segment of the path, and one for its literal query.
fn path(view: &View<'_>) -> Vec<TokenStream> {
    let template = &view.operation.path;
    let segments = template
        .segments
        .iter()
        .filter_map(|segment| match segment {
            Segment::Literal(text) => Some(literal_line(text)),
            Segment::Param(index) => path_param(view, *index),
        });
    let query = template.query.iter();
    segments
        .chain(query.map(|query| literal_query_line(query)))
        .collect()
}

pub(super) fn literal_line(text: &str) -> TokenStream {
    quote! { request.path(#text); }
}

pub(super) fn literal_query_line(query: &str) -> TokenStream {
    quote! { request.literal_query(#query); }
}

fn path_param(view: &View<'_>, index: ParamIdx) -> Option<TokenStream> {
    let param = view.operation.params.get(index.0)?;
    let value = view.value(index, param);
    let text = is_link(view.cx, view.operation, index).then(|| quote! { .0 });
    Some(path_line(param, &quote! { #value #text }))
}

/// The line of a parameter in the path.
pub(super) fn path_line(param: &Param, value: &TokenStream) -> TokenStream {
    let wire = param.wire.as_str();
    match param.place {
        ParamPlace::Path(PathEncoding::Raw) => quote! { request.raw_path(#wire, #value); },
        ParamPlace::Path(PathEncoding::List(collection)) => {
            let collection = collection_tokens(collection);
            quote! { request.segment_list(#wire, #value, #collection); }
        }
        ParamPlace::Path(PathEncoding::Segment)
        | ParamPlace::Query(_)
        | ParamPlace::QueryObject(_)
        | ParamPlace::RawQuery
        | ParamPlace::Header(_)
        | ParamPlace::Cookie(_)
        | ParamPlace::Form(_)
        | ParamPlace::Body
        | ParamPlace::Host
        | ParamPlace::Group => quote! { request.segment(#wire, #value); },
    }
}

fn part(view: &View<'_>, index: ParamIdx, param: &Param) -> Option<TokenStream> {
    part_line(view, param, &view.value(index, param))
}

fn object_line(
    view: &View<'_>,
    param: &Param,
    value: &TokenStream,
    style: ObjectStyle,
) -> TokenStream {
    let wire = param.wire.as_str();
    let style = style_tokens(style);
    if view.cx.api.holds_secrets(&param.ty) {
        quote! { request.query_secret_object(#wire, #value, #style); }
    } else {
        quote! { request.query_object(#wire, #value, #style); }
    }
}

/// The line of a parameter outside the path and the body.
pub(super) fn part_line(
    view: &View<'_>,
    param: &Param,
    value: &TokenStream,
) -> Option<TokenStream> {
    let wire = param.wire.as_str();
    let (single, list, collection) = match param.place {
        ParamPlace::RawQuery => return Some(quote! { request.raw_query(#wire, #value); }),
        ParamPlace::QueryObject(style) => {
            return Some(object_line(view, param, value, style));
        }
        ParamPlace::Query(collection) => (quote! { query }, quote! { query_list }, collection),
        ParamPlace::Header(collection) => (quote! { header }, quote! { header_list }, collection),
        ParamPlace::Cookie(collection) => (quote! { cookie }, quote! { cookie_list }, collection),
        ParamPlace::Form(collection) => (quote! { form }, quote! { form_list }, collection),
        ParamPlace::Path(_) | ParamPlace::Body | ParamPlace::Host | ParamPlace::Group => {
            return None;
        }
    };
    if view.operation.body_is_multipart() && matches!(param.place, ParamPlace::Form(_)) {
        return None;
    }
    if view.cx.is_map(&param.ty) {
        return Some(quote! { request.header_map(#wire, #value); });
    }
    let is_constant = matches!(view.cx.requirement(param), Requirement::Constant(_));
    if *view.cx.requirement(param) == Requirement::RequestId {
        Some(quote! { request.request_id(#wire, #value); })
    } else if view.cx.is_list(&param.ty) && !is_constant {
        let collection = collection_tokens(collection);
        Some(quote! { request.#list(#wire, #value, #collection); })
    } else {
        Some(quote! { request.#single(#wire, #value); })
    }
}

fn style_tokens(style: ObjectStyle) -> TokenStream {
    match style {
        ObjectStyle::Form => quote! { ObjectStyle::Form },
        ObjectStyle::Joined => quote! { ObjectStyle::Joined },
        ObjectStyle::Deep => quote! { ObjectStyle::Deep },
        ObjectStyle::Json => quote! { ObjectStyle::Json },
    }
}

pub(super) fn collection_tokens(collection: Collection) -> TokenStream {
    match collection {
        Collection::Csv => quote! { Collection::Csv },
        Collection::Ssv => quote! { Collection::Ssv },
        Collection::Tsv => quote! { Collection::Tsv },
        Collection::Pipes => quote! { Collection::Pipes },
        Collection::Multi => quote! { Collection::Multi },
    }
}

fn body(view: &View<'_>) -> Option<TokenStream> {
    let media_type = content_type::value(view);
    match view.operation.body.as_ref()? {
        Body::Json { param, .. } => Some(body_line(
            view,
            *param,
            |value| quote! { request.json(#media_type, #value); },
        )),
        Body::Text { param, .. } => Some(body_line(
            view,
            *param,
            |value| quote! { request.text(#media_type, #value); },
        )),
        Body::Xml { param, root, .. } => Some(body_line(view, *param, |value| {
            xml_line(view, *param, root, &media_type, &value)
        })),
        Body::Payload {
            param, defaults, ..
        } => Some(payload_lines(view, *param, defaults)),
        Body::Bytes { param, .. } => Some(moved_line(view, *param, |value| {
            quote! { request.body(#media_type, #value); }
        })),
        Body::Form(FormEncoding::Multipart) => Some(multipart::lines(view)),
        // The lines of its parameters make the form.
        Body::Form(FormEncoding::UrlEncoded) => None,
    }
}

/// The line of a body that is sent by reference, under a condition where it may be absent.
pub(super) fn body_line(
    view: &View<'_>,
    index: ParamIdx,
    line: impl Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    let field = &view.names.param(index).field;
    if is_optional(view, index) {
        let line = line(quote! { body });
        quote! { if let Some(body) = &self.#field { #line } }
    } else {
        line(quote! { &self.#field })
    }
}

/// The line of a body that is moved into the request.
fn moved_line(
    view: &View<'_>,
    index: ParamIdx,
    line: impl Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    let field = &view.names.param(index).field;
    if is_optional(view, index) {
        let line = line(quote! { body });
        quote! { if let Some(body) = self.#field { #line } }
    } else {
        line(quote! { self.#field })
    }
}

/// The lines of a body that may be JSON or something else.
fn payload_lines(view: &View<'_>, index: ParamIdx, defaults: &PayloadDefaults) -> TokenStream {
    let PayloadDefaults { json, text, bytes } = defaults;
    let chosen = content_type::chosen(view);
    let line = moved_line(view, index, |value| {
        quote! { request.payload(types, #chosen, #value); }
    });
    quote! {
        let types = PayloadTypes { json: #json, text: #text, bytes: #bytes };
        #line
    }
}

/// The line of an XML body.
fn xml_line(
    view: &View<'_>,
    index: ParamIdx,
    root: &XmlRoot,
    media_type: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let name = xml::root_name(root);
    let param = view.operation.params.get(index.0);
    if param.is_some_and(|param| view.cx.is_list(&param.ty)) {
        let item = xml::name(&root.item);
        quote! { request.xml_list(#media_type, #name, #item, #value); }
    } else {
        quote! { request.xml(#media_type, #name, #value); }
    }
}

pub(super) fn is_optional(view: &View<'_>, index: ParamIdx) -> bool {
    let param = view.operation.params.get(index.0);
    param.is_some_and(|param| param.requirement != Requirement::Required)
}

//! The lines of `request` that refuse what the document does not allow, where `validate` asks for them.

use super::request::{body_line, params};
use super::view::View;
use crate::emit::bounds;
use crate::ir::{Body, Param, ParamIdx, ParamPlace, PathEncoding, Requirement, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// A line for each argument that is held to something.
pub(super) fn lines(view: &View<'_>) -> Vec<TokenStream> {
    if !view.cx.api.checks.are_on() {
        return Vec::new();
    }
    params(view)
        .filter_map(|(index, param)| line(view, index, param))
        .collect()
}

fn line(view: &View<'_>, index: ParamIdx, param: &Param) -> Option<TokenStream> {
    if matches!(view.cx.requirement(param), Requirement::Constant(_)) {
        return None;
    }
    let bounds = bounds::of_value(view.cx, &param.ty, param.bounds.as_deref());
    if bounds.is_empty() {
        return None;
    }
    let wire = param.wire.as_str();
    let value = view.value(index, param);
    match param.place {
        ParamPlace::Body => body(view, index, wire, &bounds),
        ParamPlace::Path(PathEncoding::Segment | PathEncoding::List(_))
        | ParamPlace::Query(_)
        | ParamPlace::RawQuery
        | ParamPlace::Header(_)
        | ParamPlace::Cookie(_)
        | ParamPlace::Form(_) => argument(view, param, &value, &bounds),
        // What the document says of a whole map is not known here.
        ParamPlace::QueryObject(_) => {
            Some(quote! { request.check_object(#wire, #value, &[#(#bounds),*]); })
        }
        // A raw path may be a part of what the document describes, with a query of its own.
        ParamPlace::Path(PathEncoding::Raw) | ParamPlace::Host | ParamPlace::Group => None,
    }
}

/// The line of a value, or a list of values, that is sent as text.
fn argument(
    view: &View<'_>,
    param: &Param,
    value: &TokenStream,
    bounds: &[TokenStream],
) -> Option<TokenStream> {
    let wire = param.wire.as_str();
    if view.cx.is_map(&param.ty) || is_files(view, param) {
        None
    } else if view.cx.is_list(&param.ty) {
        Some(quote! { request.check_list(#wire, #value, &[#(#bounds),*]); })
    } else {
        Some(quote! { request.check(#wire, #value, &[#(#bounds),*]); })
    }
}

fn is_files(view: &View<'_>, param: &Param) -> bool {
    match view.cx.resolve(&param.ty) {
        Type::List(inner) => *view.cx.resolve(inner) == Type::File,
        ty => *ty == Type::File,
    }
}

fn body(
    view: &View<'_>,
    index: ParamIdx,
    wire: &str,
    bounds: &[TokenStream],
) -> Option<TokenStream> {
    match view.operation.body.as_ref()? {
        Body::Json { .. } => Some(body_line(view, index, |value| {
            quote! { request.check_json(#wire, #value, &[#(#bounds),*]); }
        })),
        Body::Bytes { .. }
        | Body::Text { .. }
        | Body::Payload { .. }
        | Body::Xml { .. }
        | Body::Form(_) => None,
    }
}

//! `next_page`: the request of all further pages, where another operation gives them.

use super::descriptor::method_name;
use super::request::{literal_line, literal_query_line, part_line, path_line};
use super::view::View;
use crate::emit::argument::is_link;
use crate::ir::{NextRequest, NextValue, ParamIdx, Segment};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The method.
pub(super) fn emit(view: &View<'_>) -> Option<TokenStream> {
    let NextRequest::Operation(next) = &view.operation.paging.as_ref()?.request else {
        return None;
    };
    let lines = Next {
        first: view,
        view: View {
            operation: &view.cx.api.operations[next.operation],
            names: view.cx.names.operation(next.operation),
            ..*view
        },
        values: &next.values,
    };
    let method = lines.method();
    let path = lines.path();
    let params = lines.params();
    Some(quote! {
        fn next_page(&self) -> Request {
            let mut request = Request::new(&self.client.core, &OPERATION);
            #method
            #(#path)*
            #(#params)*
            request
        }
    })
}

/// The operation that gives the next page, and where its values come from.
struct Next<'a> {
    first: &'a View<'a>,
    view: View<'a>,
    values: &'a [NextValue],
}

impl Next<'_> {
    fn method(&self) -> Option<TokenStream> {
        let method = self.view.operation.method;
        (method != self.first.operation.method).then(|| {
            let method = Ident::new(method_name(method), Span::call_site());
            quote! { request.method(Method::#method); }
        })
    }

    fn path(&self) -> Vec<TokenStream> {
        let template = &self.view.operation.path;
        let segments = template.segments.iter();
        let lines = segments.filter_map(|segment| match segment {
            Segment::Literal(text) => Some(literal_line(text)),
            Segment::Param(index) => self.path_param(*index),
        });
        let query = template.query.iter();
        lines
            .chain(query.map(|query| literal_query_line(query)))
            .collect()
    }

    fn path_param(&self, index: ParamIdx) -> Option<TokenStream> {
        let param = self.view.operation.params.get(index.0)?;
        match self.values.get(index.0)? {
            NextValue::Link => Some(quote! { request.link(); }),
            NextValue::First(first) => {
                let given = self.first.operation.params.get(first.0)?;
                let value = self.first.value(*first, given);
                let text =
                    is_link(self.first.cx, self.first.operation, *first).then(|| quote! { .0 });
                Some(path_line(param, &quote! { #value #text }))
            }
            NextValue::Own => Some(path_line(param, &self.view.value(index, param))),
            NextValue::Absent => None,
        }
    }

    fn params(&self) -> Vec<TokenStream> {
        let params = self.view.operation.params.iter().zip(self.values);
        params
            .enumerate()
            .filter_map(|(index, (param, value))| {
                let value = match value {
                    NextValue::First(first) => {
                        let given = self.first.operation.params.get(first.0)?;
                        self.first.value(*first, given)
                    }
                    NextValue::Own => self.view.value(ParamIdx(index), param),
                    NextValue::Link | NextValue::Absent => return None,
                };
                part_line(&self.view, param, &value)
            })
            .collect()
    }
}

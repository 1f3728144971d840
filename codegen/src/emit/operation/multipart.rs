//! The form with files that is a body: one line for each field.

use super::request::{collection_tokens, is_optional, params};
use super::view::View;
use crate::ir::{Collection, Param, ParamIdx, ParamPlace, Requirement, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The lines that make the form and give it to the request.
pub(super) fn lines(view: &View<'_>) -> TokenStream {
    let fields = params(view).filter_map(|(index, param)| match param.place {
        ParamPlace::Form(collection) => Some(line(view, index, param, collection)),
        ParamPlace::Path(_)
        | ParamPlace::Query(_)
        | ParamPlace::QueryObject(_)
        | ParamPlace::RawQuery
        | ParamPlace::Header(_)
        | ParamPlace::Cookie(_)
        | ParamPlace::Body
        | ParamPlace::Host
        | ParamPlace::Group => None,
    });
    quote! {
        let mut form = Multipart::new();
        #(#fields)*
        request.multipart(form);
    }
}

fn line(view: &View<'_>, index: ParamIdx, param: &Param, collection: Collection) -> TokenStream {
    let wire = param.wire.as_str();
    let field = &view.names.param(index).field;
    let is_list = view.cx.is_list(&param.ty);
    if param.ty == Type::File {
        return quote! { form.file(#wire, self.#field); };
    }
    if param.ty == Type::List(Box::new(Type::File)) {
        let absent = is_optional(view, index).then(|| quote! { .unwrap_or_default() });
        return quote! { form.files(#wire, self.#field #absent); };
    }
    let value = view.value(index, param);
    let is_constant = matches!(view.cx.requirement(param), Requirement::Constant(_));
    if is_list && !is_constant {
        let collection = collection_tokens(collection);
        quote! { form.field_list(#wire, #value, #collection); }
    } else {
        quote! { form.field(#wire, #value); }
    }
}

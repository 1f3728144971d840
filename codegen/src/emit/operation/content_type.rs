//! The choice of `Content-Type` of an operation whose body may have one of several media types.

use super::view::View;
use crate::emit::docs::{DocText, code_span};
use crate::ir::PayloadDefaults;
use crate::naming::ContentTypeNames;
use proc_macro2::TokenStream;
use quote::quote;

/// The names of the choice, where there is one.
pub(super) fn names<'a>(view: &View<'a>) -> Option<&'a ContentTypeNames> {
    let names = view.names.content_type.as_ref();
    names.filter(|_| view.media_types().len() > 1)
}

/// The field of the request builder.
pub(super) fn field(view: &View<'_>) -> Option<TokenStream> {
    let names = names(view)?;
    let field = &names.param.field;
    let ty = &names.type_name;
    Some(if view.payload_defaults().is_some() {
        quote! { #field: Option<#ty>, }
    } else {
        quote! { #field: #ty, }
    })
}

/// The field in the struct expression of `new`: the first media type.
pub(super) fn initial_value(view: &View<'_>) -> Option<TokenStream> {
    let names = names(view)?;
    let field = &names.param.field;
    let ty = &names.type_name;
    let first = names.variants.first()?;
    Some(if view.payload_defaults().is_some() {
        quote! { #field: None, }
    } else {
        quote! { #field: #ty::#first, }
    })
}

/// The setter of the request builder.
pub(super) fn setter(view: &View<'_>) -> Option<TokenStream> {
    let names = names(view)?;
    let visibility = view.visibility();
    let field = &names.param.field;
    let setter = &names.param.setter;
    let ty = &names.type_name;
    let default = default_text(view)?;
    let docs = DocText::own(&format!(
        "The media type of the body.\n\nUnless it is set: {default}."
    ));
    let value = if view.payload_defaults().is_some() {
        quote! { Some(#field) }
    } else {
        quote! { #field }
    };
    Some(quote! {
        #docs
        #visibility fn #setter(mut self, #field: #ty) -> Self {
            self.#field = #value;
            self
        }
    })
}

/// What the method that makes the request says of the choice.
pub(in crate::emit) fn default_docs(view: &View<'_>) -> DocText {
    let choice = names(view).zip(default_text(view));
    choice.map_or_else(DocText::default, |(names, default)| {
        DocText::own(&format!(
            "The body is sent as {default},\nunless [`{}::{}`] says otherwise.",
            view.names.request,
            names.param.setter.as_str().trim_start_matches("r#")
        ))
    })
}

/// The media type that is sent unless one is chosen.
fn default_text(view: &View<'_>) -> Option<String> {
    let Some(PayloadDefaults { json, text, bytes }) = view.payload_defaults() else {
        return view.media_types().first().map(|first| code_span(first));
    };
    let json = code_span(json);
    Some(if text == bytes {
        format!("{json}, or {} for what is no JSON", code_span(bytes))
    } else {
        format!(
            "{json}, {} for a text, {} for bytes",
            code_span(text),
            code_span(bytes)
        )
    })
}

/// The media type that the caller has chosen, as an `Option` of a reference.
pub(super) fn chosen(view: &View<'_>) -> TokenStream {
    let Some(names) = names(view) else {
        return quote! { None::<&str> };
    };
    let field = &names.param.field;
    quote! { self.#field.as_ref() }
}

/// What is sent as `Content-Type`.
pub(super) fn value(view: &View<'_>) -> TokenStream {
    if let Some(names) = names(view) {
        let field = &names.param.field;
        return quote! { self.#field.as_str() };
    }
    let only = view.media_types().first().map_or("", String::as_str);
    quote! { #only }
}

/// The enum.
pub(super) fn emit(view: &View<'_>) -> Option<TokenStream> {
    let names = names(view)?;
    let visibility = view.visibility();
    let name = &names.type_name;
    let docs = format!(
        " The media type of the body of {}.",
        code_span(view.operation.id.as_str())
    );
    let variants = view
        .media_types()
        .iter()
        .zip(&names.variants)
        .map(|(media_type, variant)| {
            let docs = format!(" {}.", code_span(media_type));
            quote! { #[doc = #docs] #variant, }
        });
    let other = &names.other;
    let accessor = accessor(view, names);
    let conversions = conversions(view, names);
    Some(quote! {
        #[doc = #docs]
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #visibility enum #name {
            #(#variants)*
            /// Another one.
            #other(String),
        }
        #accessor
        #conversions
    })
}

fn accessor(view: &View<'_>, names: &ContentTypeNames) -> TokenStream {
    let visibility = view.visibility();
    let name = &names.type_name;
    let other = &names.other;
    let arms = view
        .media_types()
        .iter()
        .zip(&names.variants)
        .map(|(media_type, variant)| {
            quote! { Self::#variant => #media_type, }
        });
    quote! {
        impl #name {
            /// The media type as it is on the wire.
            #visibility fn as_str(&self) -> &str {
                match self {
                    #(#arms)*
                    Self::#other(media_type) => media_type,
                }
            }
        }
    }
}

fn conversions(view: &View<'_>, names: &ContentTypeNames) -> TokenStream {
    let name = &names.type_name;
    let other = &names.other;
    let variants = view.media_types().iter().zip(&names.variants);
    let arms = variants.map(|(media_type, variant)| quote! { #media_type => Self::#variant, });
    quote! {
        impl From<&str> for #name {
            fn from(media_type: &str) -> Self {
                match media_type {
                    #(#arms)*
                    other => Self::#other(other.to_owned()),
                }
            }
        }
        impl AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        impl fmt::Display for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.as_str())
            }
        }
    }
}

//! `ClientBuilder`: what a client needs to be given before it can send.

use super::argument::Argument;
use super::client::{given_params, stored_params};
use super::context::Context;
use super::docs::{DocText, code_span};
use super::{lints, text};
use crate::ir::{ClientParamId, HostSegment, Param, Requirement, Server, Type};
use crate::naming::FieldName;
use proc_macro2::TokenStream;
use quote::quote;

/// The struct and its methods.
pub(super) fn emit(cx: Context<'_>) -> TokenStream {
    let definition = definition(cx);
    let setters = given_params(cx).filter_map(|(id, param)| setter(cx, id, param));
    let endpoint = endpoint_setter(cx);
    let build = build(cx);
    quote! {
        #definition
        impl ClientBuilder {
            #endpoint
            /// Who asks; without it requests are anonymous.
            pub fn credential(mut self, credential: impl Credential + 'static) -> Self {
                self.credential = Some(Arc::new(credential));
                self
            }
            /// How requests are sent: time-outs, limits, redirects.
            pub fn options(mut self, options: ClientOptions) -> Self {
                self.options = options;
                self
            }
            #(#setters)*
            #build
        }
    }
}

/// `Client::builder`.
pub(super) fn start(cx: Context<'_>) -> TokenStream {
    let (endpoint_parameter, endpoint) = match &cx.api.server {
        Server::Fixed(url) => (
            None,
            quote! { endpoint: super::runtime::Endpoint::new(#url), },
        ),
        Server::Given(None) => (
            Some(quote! { endpoint: impl Into<String>, }),
            quote! { endpoint: super::runtime::Endpoint::new(endpoint), },
        ),
        Server::Given(Some(id)) => {
            let name = &cx.names.client_param(*id).field;
            (
                Some(quote! { #name: impl Into<String>, }),
                quote! { endpoint: super::runtime::Endpoint::new(#name), },
            )
        }
        Server::Template(_) => (None, quote! { endpoint: None, }),
    };
    let docs = start_docs(cx);
    let too_many = lints::arguments(1 + required(cx).count());
    let parameters = required(cx).map(|(id, param)| {
        let name = &cx.names.client_param(id).field;
        let given = Argument::of(cx, &param.ty, name).given;
        quote! { #name: #given, }
    });
    let values = given_params(cx).map(|(id, param)| initial_value(cx, id, param));
    quote! {
        #docs
        #too_many
        pub fn builder(#endpoint_parameter #(#parameters)*) -> ClientBuilder {
            ClientBuilder {
                #endpoint
                credential: None,
                options: ClientOptions::default(),
                #(#values)*
            }
        }
    }
}

fn start_docs(cx: Context<'_>) -> DocText {
    let text = match &cx.api.server {
        Server::Fixed(url) => format!(
            "Begins a client of {}.\n\n[`ClientBuilder::endpoint`] takes another endpoint.",
            code_span(url)
        ),
        Server::Given(_) => "Begins a client of the service at this URL.".to_owned(),
        Server::Template(_) => "Begins a client of the endpoint that these values name.".to_owned(),
    };
    let endpoint = match &cx.api.server {
        Server::Given(Some(id)) => Some((*id, cx.client_param(*id))),
        Server::Given(None) | Server::Fixed(_) | Server::Template(_) => None,
    };
    let arguments = endpoint
        .into_iter()
        .chain(required(cx))
        .map(|(id, param)| (cx.names.client_param(id).field.as_str(), param));
    DocText::own(&text).and(text::arguments(arguments))
}

fn required(cx: Context<'_>) -> impl Iterator<Item = (ClientParamId, &Param)> {
    given_params(cx).filter(|(_, param)| param.requirement == Requirement::Required)
}

/// The type of a parameter's field, in the client and in its builder.
pub(super) fn stored_type(cx: Context<'_>, id: ClientParamId, param: &Param) -> TokenStream {
    let name = &cx.names.client_param(id).field;
    let stored = Argument::of(cx, &param.ty, name).stored;
    if is_optional(cx, param) {
        quote! { Option<#stored> }
    } else {
        stored
    }
}

fn is_optional(cx: Context<'_>, param: &Param) -> bool {
    match &param.requirement {
        Requirement::Required | Requirement::Constant(_) => false,
        Requirement::Optional | Requirement::RequestId => true,
        Requirement::Default(value) => super::default_value(cx, &param.ty, value).is_none(),
    }
}

/// A parameter in the struct expression of `Client::builder`.
fn initial_value(cx: Context<'_>, id: ClientParamId, param: &Param) -> TokenStream {
    let name = &cx.names.client_param(id).field;
    let value = match &param.requirement {
        Requirement::Required => Argument::of(cx, &param.ty, name).convert,
        Requirement::Optional | Requirement::RequestId | Requirement::Constant(_) => {
            quote! { None }
        }
        Requirement::Default(value) => {
            super::default_value(cx, &param.ty, value).unwrap_or_else(|| quote! { None })
        }
    };
    field_value(name, &value)
}

/// `name: value`, or `name` where they are equal.
fn field_value(name: &FieldName, value: &TokenStream) -> TokenStream {
    if value.to_string() == name.to_string() {
        quote! { #name, }
    } else {
        quote! { #name: #value, }
    }
}

fn definition(cx: Context<'_>) -> TokenStream {
    let endpoint = match &cx.api.server {
        Server::Fixed(_) | Server::Given(_) => quote! { super::runtime::Endpoint },
        Server::Template(_) => quote! { Option<super::runtime::Endpoint> },
    };
    let fields = given_params(cx).map(|(id, param)| {
        let name = &cx.names.client_param(id).field;
        let ty = stored_type(cx, id, param);
        quote! { #name: #ty, }
    });
    quote! {
        /// Makes a [`Client`].
        #[derive(Clone, Debug)]
        #[must_use = "a builder does nothing until it builds"]
        pub struct ClientBuilder {
            endpoint: #endpoint,
            credential: Option<Arc<dyn Credential>>,
            options: ClientOptions,
            #(#fields)*
        }
    }
}

fn endpoint_setter(cx: Context<'_>) -> Option<TokenStream> {
    let value = match &cx.api.server {
        Server::Given(_) => return None,
        Server::Fixed(_) => quote! { super::runtime::Endpoint::new(endpoint) },
        Server::Template(_) => quote! { Some(super::runtime::Endpoint::new(endpoint)) },
    };
    Some(quote! {
        /// Sends requests to another endpoint than the document's.
        pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
            self.endpoint = #value;
            self
        }
    })
}

fn setter(cx: Context<'_>, id: ClientParamId, param: &Param) -> Option<TokenStream> {
    let names = cx.names.client_param(id);
    let field = &names.field;
    let setter = &names.setter;
    let Argument { given, convert, .. } = Argument::of(cx, &param.ty, field);
    let value = match &param.requirement {
        Requirement::Required | Requirement::Constant(_) => return None,
        Requirement::Optional | Requirement::RequestId | Requirement::Default(_)
            if is_optional(cx, param) =>
        {
            quote! { Some(#convert) }
        }
        Requirement::Optional | Requirement::RequestId | Requirement::Default(_) => convert,
    };
    let docs = text::setter(param, setter.as_str());
    Some(quote! {
        #docs
        pub fn #setter(mut self, #field: #given) -> Self {
            self.#field = #value;
            self
        }
    })
}

fn build(cx: Context<'_>) -> TokenStream {
    let endpoint = match &cx.api.server {
        Server::Fixed(_) | Server::Given(_) => None,
        Server::Template(segments) => Some(template_endpoint(cx, segments)),
    };
    let argument = if endpoint.is_some() {
        quote! { endpoint.as_str() }
    } else {
        quote! { self.endpoint.as_str() }
    };
    let fields = stored_params(cx).map(|(id, _)| {
        let name = &cx.names.client_param(id).field;
        quote! { #name: self.#name, }
    });
    quote! {
        /// The client.
        ///
        /// # Errors
        ///
        /// If the endpoint is none that requests can be sent to, or the options cannot be met.
        pub fn build(self) -> Result<Client> {
            #endpoint
            let core = Core::new(#argument, self.credential, self.options)?;
            Ok(Client { core, #(#fields)* })
        }
    }
}

fn template_endpoint(cx: Context<'_>, segments: &[HostSegment]) -> TokenStream {
    let parts = segments.iter().map(|segment| match segment {
        HostSegment::Literal(text) => quote! { HostPart::Literal(#text) },
        HostSegment::Param(id) => {
            let param = cx.client_param(*id);
            let wire = param.wire.as_str();
            let value = host_value(cx, *id, param);
            quote! { HostPart::Param { name: #wire, value: #value } }
        }
    });
    quote! {
        let endpoint = match self.endpoint {
            Some(endpoint) => endpoint,
            None => super::runtime::Endpoint::new(host_template(&[#(#parts),*])?),
        };
    }
}

/// The text of a host parameter.
fn host_value(cx: Context<'_>, id: ClientParamId, param: &Param) -> TokenStream {
    if let Requirement::Constant(value) = &param.requirement {
        let literal = super::literal::wire_literal(value);
        return quote! { #literal };
    }
    let field = &cx.names.client_param(id).field;
    if cx.resolve(&param.ty) == &Type::String && !is_optional(cx, param) {
        quote! { &self.#field }
    } else {
        quote! { &Wire::wire(&self.#field).unwrap_or_default() }
    }
}

//! The module files: `mod.rs` of the generated part, `models/mod.rs`, and `operations/mod.rs`.

use super::context::Context;
use super::order::version_cmp;
use super::runtime::RuntimeParts;
use super::service_error;
use crate::naming::{ModelNames, ModuleName};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The run-time types that callers name, where the client has them. All others may change without a caller noticing.
const REEXPORTED: &[&str] = &[
    "ApiKey",
    "Authorization",
    "Base64",
    "Base64Url",
    "BasicCredential",
    "BearerToken",
    "Body",
    "BoxError",
    "BoxFuture",
    "ClientOptions",
    "Credential",
    "CredentialError",
    "Date",
    "DateTime",
    "ErrorKind",
    "FilePart",
    "HttpDate",
    "Items",
    "Json",
    "Need",
    "Pages",
    "ParseTimeError",
    "Patch",
    "Payload",
    "PollStatus",
    "Poller",
    "Response",
    "Retries",
    "SchemeUse",
    "Secret",
    "SecurityScheme",
    "SecuritySchemeKind",
    "UnixTime",
];

/// `mod.rs`: the module list, re-exports, and the aliases that name the service error once.
pub(super) fn root(cx: Context<'_>, parts: &RuntimeParts) -> TokenStream {
    let several_errors = cx.api.service_errors.len() > 1;
    let models = (!cx.api.models.is_empty()).then(|| quote! { pub mod models; });
    let operations = (!cx.api.groups.is_empty()).then(|| quote! { pub mod operations; });
    let security = (!cx.api.security.is_empty()).then(|| quote! { pub mod security; });
    let service_error = cx.names.service_error();
    let error_module = several_errors.then(|| {
        let module = &service_error.module;
        quote! { mod #module; }
    });
    let error_export = several_errors.then(|| {
        let (module, name) = (&service_error.module, &service_error.type_name);
        quote! { pub use self::#module::#name; }
    });
    let runtime = runtime();
    let reexported = parts.exported(REEXPORTED);
    let reexported = reexported
        .iter()
        .map(|name| Ident::new(name, Span::call_site()));
    let aliases = aliases(cx);
    quote! {
        mod client;
        #models
        #operations
        #security
        #error_module
        #runtime
        pub use self::client::{Client, ClientBuilder};
        pub use self::runtime::{#(#reexported),*};
        #error_export
        #aliases
    }
}

/// The run-time, private to the crate, and a public place for those of its types that callers know by an alias.
fn runtime() -> TokenStream {
    quote! {
        #[allow(
            dead_code,
            unreachable_pub,
            unused_imports,
            unused_macros,
            reason = "no client needs all of the run-time"
        )]
        pub(crate) mod runtime;
        /// The types behind this crate's aliases, for code that is generic over the service error.
        pub mod generic {
            pub use super::runtime::{ByteStream, Error};
        }
    }
}

fn aliases(cx: Context<'_>) -> TokenStream {
    let own = [cx.names.service_error().type_name.to_string()];
    let service_error = service_error::alias(cx);
    let imports = service_error::alias_text(cx).map(|ty| cx.imports.of(&ty, &own));
    quote! {
        #imports
        #service_error
        /// What went wrong in a request.
        pub type Error = generic::Error<ServiceError>;
        /// The result of a request.
        pub type Result<T, E = Error> = std::result::Result<T, E>;
        /// The body of a reply, as it arrives.
        pub type ByteStream = generic::ByteStream<ServiceError>;
    }
}

/// `models/mod.rs`.
pub(super) fn models(cx: Context<'_>) -> TokenStream {
    let mut names: Vec<&ModelNames> = cx.api.models.ids().map(|id| cx.names.model(id)).collect();
    names.sort_by_key(|names| names.module.as_str());
    let modules: Vec<&ModuleName> = names.iter().map(|names| &names.module).collect();
    names.sort_by(|left, right| version_cmp(left.module.as_str(), right.module.as_str()));
    let exports = names.iter().map(|names| {
        let (module, name) = (&names.module, &names.type_name);
        quote! { pub use self::#module::#name; }
    });
    quote! {
        #(mod #modules;)*
        #(#exports)*
    }
}

/// `operations/mod.rs`.
pub(super) fn operations(cx: Context<'_>) -> TokenStream {
    let groups = cx.names.groups().iter();
    let mut modules: Vec<&ModuleName> = groups.map(|names| &names.module).collect();
    modules.sort_by_key(|module| module.as_str());
    quote! { #(pub mod #modules;)* }
}

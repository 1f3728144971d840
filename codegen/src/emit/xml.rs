//! Names in XML as expressions: a literal, unless there is more to a name than a word.

use crate::ir::{XmlName, XmlRoot};
use proc_macro2::TokenStream;
use quote::quote;

/// The name of an element or attribute.
pub(super) fn name(name: &XmlName) -> TokenStream {
    let local = name.local.as_str();
    if name.prefix.is_none() && name.namespace.is_none() {
        return quote! { #local };
    }
    let prefix = name.prefix.iter().map(|prefix| quote! { .prefix(#prefix) });
    let namespace = name.namespace.iter().map(|uri| quote! { .namespace(#uri) });
    quote! { XmlName::new(#local) #(#prefix)* #(#namespace)* }
}

/// The name of a root, which may be any.
pub(super) fn root_name(root: &XmlRoot) -> TokenStream {
    let given = root.name.as_ref();
    given.map_or_else(|| quote! { XmlName::ANY }, name)
}

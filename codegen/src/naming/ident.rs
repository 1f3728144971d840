//! The kinds of Rust names, each a type that only the naming stage can make.
//!
//! Invariant: the text is an ASCII identifier of Rust's, not empty, never one of the words that cannot be raw.

use super::reserved;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use std::fmt;

macro_rules! name_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            pub(super) fn new(text: String) -> Self {
                Self(text)
            }

            /// The text without `r#`, as it stands in the names of files and in prose.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// As it is written in code, with `r#` where the name is a keyword.
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                ident(&self.0).fmt(formatter)
            }
        }

        impl ToTokens for $name {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(ident(&self.0));
            }
        }
    )*};
}

name_types! {
    /// The name of a type: `OciManifest`.
    TypeName;
    /// The name of a field, which is also that of the argument it is filled from: `media_type`.
    FieldName;
    /// The name of a method: `get_list`.
    MethodName;
    /// The name of a module and, with `.rs`, of its file. Never raw, never a name that Windows reserves.
    ModuleName;
    /// The name of an enum's variant: `Asc`.
    VariantName;
    /// The name of a constant or static: `REGISTRY_BASIC`.
    ConstName;
}

fn ident(text: &str) -> Ident {
    if reserved::is_keyword(text) {
        Ident::new_raw(text, Span::call_site())
    } else {
        Ident::new(text, Span::call_site())
    }
}

//! Conversions of enums whose values are text.
//!
//! Invariant: associated types are written out, since a value may be called `Err` and then `Self::Err` is ambiguous; an
//! error tells nothing of a value that may come from a reply.

use super::enums::keeps_unknown;
use crate::emit::lints;
use crate::emit::literal::wire_literal;
use crate::ir::Enum;
use crate::naming::ModelNames;
use proc_macro2::TokenStream;
use quote::quote;

/// `as_str`, the conversions from and to text, serde, and the form on the wire.
pub(super) fn conversions(names: &ModelNames, shape: &Enum) -> TokenStream {
    let accessor = accessor(names, shape);
    let from_text = if keeps_unknown(shape) {
        from_any_text(names, shape)
    } else {
        from_known_text(names, shape)
    };
    let to_text = to_text(names);
    let serde = serde(names, shape);
    quote! {
        #accessor
        #from_text
        #to_text
        #serde
    }
}

fn accessor(names: &ModelNames, shape: &Enum) -> TokenStream {
    let name = &names.type_name;
    let lint = lints::lines(shape.values.len());
    let arms = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, variant)| {
            let wire = wire_literal(&value.wire);
            quote! { Self::#variant => #wire, }
        });
    let unknown = keeps_unknown(shape).then(|| {
        let variant = &names.unknown;
        quote! { Self::#variant(value) => value, }
    });
    quote! {
        impl #name {
            /// The value as it is on the wire.
            #lint
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms)*
                    #unknown
                }
            }
        }
    }
}

/// Every text is a value: one that the document does not name is kept.
fn from_any_text(names: &ModelNames, shape: &Enum) -> TokenStream {
    let name = &names.type_name;
    let lint = lints::lines(shape.values.len());
    let unknown = &names.unknown;
    let arms = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, variant)| {
            let wire = wire_literal(&value.wire);
            quote! { #wire => Self::#variant, }
        });
    quote! {
        impl From<&str> for #name {
            #lint
            fn from(value: &str) -> Self {
                match value { #(#arms)* other => Self::#unknown(other.to_owned()), }
            }
        }
        impl From<String> for #name {
            fn from(value: String) -> Self {
                Self::from(value.as_str())
            }
        }
        impl FromStr for #name {
            type Err = Infallible;
            fn from_str(value: &str) -> Result<Self, Infallible> {
                Ok(Self::from(value))
            }
        }
    }
}

/// A text that the document does not name is an error.
fn from_known_text(names: &ModelNames, shape: &Enum) -> TokenStream {
    let name = &names.type_name;
    let lint = lints::lines(shape.values.len());
    let arms = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, variant)| {
            let wire = wire_literal(&value.wire);
            quote! { #wire => Ok(Self::#variant), }
        });
    quote! {
        impl FromStr for #name {
            type Err = serde::de::value::Error;
            #lint
            fn from_str(value: &str) -> Result<Self, serde::de::value::Error> {
                match value {
                    #(#arms)*
                    _ => Err(serde::de::Error::custom("unknown value")),
                }
            }
        }
    }
}

fn to_text(names: &ModelNames) -> TokenStream {
    let name = &names.type_name;
    quote! {
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
        impl FromWire for #name {
            fn from_wire(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
        impl Wire for #name {
            fn wire(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(self.as_str()))
            }
        }
    }
}

fn serde(names: &ModelNames, shape: &Enum) -> TokenStream {
    let name = &names.type_name;
    let read = if keeps_unknown(shape) {
        quote! { String::deserialize(deserializer).map(Self::from) }
    } else {
        quote! {
            let value = String::deserialize(deserializer)?;
            value.parse().map_err(serde::de::Error::custom)
        }
    };
    quote! {
        impl Serialize for #name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de> Deserialize<'de> for #name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #read
            }
        }
    }
}

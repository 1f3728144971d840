//! Conversions of enums whose values are numbers or truth values.
//!
//! Invariant: associated types are written out, since a value may be called `Error` and then `Self::Error` is ambiguous;
//! an error tells nothing of a value that may come from a reply.

use super::enums::keeps_unknown;
use crate::emit::lints;
use crate::emit::literal::{self, wire_text};
use crate::ir::{Enum, Scalar};
use crate::naming::ModelNames;
use proc_macro2::TokenStream;
use quote::quote;

/// The type of the values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// `i64`.
    Int,
    /// `f64`.
    Float,
    /// `bool`.
    Bool,
}

/// `value`, the conversions from and to it, serde, and the form on the wire.
pub(super) fn conversions(names: &ModelNames, shape: &Enum, base: Base) -> TokenStream {
    let accessor = accessor(names, shape, base);
    let from_value = if is_total(shape, base) {
        from_any_value(names, shape, base)
    } else {
        from_known_value(names, shape, base)
    };
    let to_text = to_text(names);
    let serde = serde(names, shape, base);
    quote! {
        #accessor
        #from_value
        #to_text
        #serde
    }
}

impl Base {
    fn rust_type(self) -> TokenStream {
        match self {
            Self::Int => quote! { i64 },
            Self::Float => quote! { f64 },
            Self::Bool => quote! { bool },
        }
    }

    /// A value of the document as a literal.
    fn literal(self, scalar: &Scalar) -> TokenStream {
        match (self, scalar) {
            (Self::Float, _) => literal::float(float(scalar)),
            (Self::Int | Self::Bool, Scalar::Int(value)) => literal::int(*value),
            (Self::Int | Self::Bool, Scalar::Bool(value)) => quote! { #value },
            (Self::Int | Self::Bool, Scalar::Float(_) | Scalar::String(_)) => quote! { 0 },
        }
    }
}

fn float(scalar: &Scalar) -> f64 {
    let value: f64 = wire_text(scalar).parse().unwrap_or_default();
    if value.is_finite() { value } else { 0.0 }
}

/// Whether every value of the base is a value of the enum.
fn is_total(shape: &Enum, base: Base) -> bool {
    keeps_unknown(shape) || (base == Base::Bool && shape.values.len() > 1)
}

fn accessor(names: &ModelNames, shape: &Enum, base: Base) -> TokenStream {
    let name = &names.type_name;
    let ty = base.rust_type();
    let lint = lints::lines(shape.values.len());
    let arms = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, variant)| {
            let literal = base.literal(&value.wire);
            quote! { Self::#variant => #literal, }
        });
    let unknown = keeps_unknown(shape).then(|| {
        let variant = &names.unknown;
        quote! { Self::#variant(value) => *value, }
    });
    quote! {
        impl #name {
            /// The value as it is on the wire.
            #lint
            pub fn value(&self) -> #ty {
                match self {
                    #(#arms)*
                    #unknown
                }
            }
        }
    }
}

/// Every value of the base is one: what the document does not name is kept.
fn from_any_value(names: &ModelNames, shape: &Enum, base: Base) -> TokenStream {
    let name = &names.type_name;
    let ty = base.rust_type();
    let lint = lints::lines(shape.values.len());
    let arms = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, variant)| {
            let pattern = base.literal(&value.wire);
            quote! { #pattern => Self::#variant, }
        });
    let unknown = keeps_unknown(shape).then(|| {
        let variant = &names.unknown;
        quote! { _ => Self::#variant(value), }
    });
    quote! {
        impl From<#ty> for #name {
            #lint
            fn from(value: #ty) -> Self {
                match value { #(#arms)* #unknown }
            }
        }
        impl FromStr for #name {
            type Err = <#ty as FromStr>::Err;
            fn from_str(value: &str) -> Result<Self, <#ty as FromStr>::Err> {
                value.parse::<#ty>().map(Self::from)
            }
        }
    }
}

/// A value that the document does not name is an error.
fn from_known_value(names: &ModelNames, shape: &Enum, base: Base) -> TokenStream {
    let name = &names.type_name;
    let ty = base.rust_type();
    let lint = lints::lines(shape.values.len());
    let arms = shape
        .values
        .iter()
        .zip(&names.variants)
        .map(|(value, variant)| {
            let pattern = base.literal(&value.wire);
            quote! { #pattern => Ok(Self::#variant), }
        });
    quote! {
        impl TryFrom<#ty> for #name {
            type Error = serde::de::value::Error;
            #lint
            fn try_from(value: #ty) -> Result<Self, serde::de::value::Error> {
                match value {
                    #(#arms)*
                    _ => Err(serde::de::Error::custom("unknown value")),
                }
            }
        }
        impl FromStr for #name {
            type Err = serde::de::value::Error;
            fn from_str(value: &str) -> Result<Self, serde::de::value::Error> {
                Self::try_from(value.parse::<#ty>().map_err(serde::de::Error::custom)?)
            }
        }
    }
}

fn to_text(names: &ModelNames) -> TokenStream {
    let name = &names.type_name;
    quote! {
        impl fmt::Display for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.value().fmt(formatter)
            }
        }
        impl FromWire for #name {
            fn from_wire(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
        impl Wire for #name {
            fn wire(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }
    }
}

fn serde(names: &ModelNames, shape: &Enum, base: Base) -> TokenStream {
    let name = &names.type_name;
    let ty = base.rust_type();
    let read = if is_total(shape, base) {
        quote! { #ty::deserialize(deserializer).map(Self::from) }
    } else {
        quote! {
            let value = #ty::deserialize(deserializer)?;
            Self::try_from(value).map_err(serde::de::Error::custom)
        }
    };
    quote! {
        impl Serialize for #name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.value().serialize(serializer)
            }
        }
        impl<'de> Deserialize<'de> for #name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #read
            }
        }
    }
}

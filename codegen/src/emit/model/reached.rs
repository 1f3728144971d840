//! What a struct gives of the objects that it flattens: one method for each of their properties, which reads it there.
//!
//! Invariant: a method gives an `Option` exactly where the property, or anything on the way to it, may be absent.

use crate::emit::context::Context;
use crate::emit::text;
use crate::ir::{Field, ModelId, Presence, Reached, Struct, Type};
use crate::naming::{FieldName, MethodName};
use proc_macro2::TokenStream;
use quote::quote;

/// The methods, where there are any.
pub(super) fn emit(cx: Context<'_>, id: ModelId, shape: &Struct) -> Option<TokenStream> {
    let names = cx.names.model(id);
    let name = &names.type_name;
    let pairs = shape.reached.iter().zip(&names.reached);
    let methods: Vec<TokenStream> = pairs
        .filter_map(|(reached, name)| method(cx, reached, name))
        .collect();
    (!methods.is_empty()).then(|| quote! { impl #name { #(#methods)* } })
}

fn method(cx: Context<'_>, reached: &Reached, name: &MethodName) -> Option<TokenStream> {
    let field = cx.api.field(reached.field)?;
    let path = cx.api.path_of(reached);
    let docs = text::named(&field.docs, "The property", &path, name.as_str());
    let way = Way::along(cx, reached)?;
    let loan = Loan::of(cx, &field.ty);
    let value = value(&way, field, cx.names.field(reached.field), &loan);
    let lent = loan.lent(cx, &field.ty);
    let lent = if way.may_end || field.presence != Presence::Required {
        quote! { Option<#lent> }
    } else {
        lent
    };
    Some(quote! {
        #docs
        pub fn #name(&self) -> #lent {
            #value
        }
    })
}

/// How to get from `self` to the object that has a property.
struct Way {
    object: TokenStream,
    /// Whether there may be no such object.
    may_end: bool,
}

impl Way {
    fn along(cx: Context<'_>, reached: &Reached) -> Option<Self> {
        let mut way = Self {
            object: quote! { self },
            may_end: false,
        };
        for step in &reached.through {
            let (object, name) = (&way.object, cx.names.field(*step));
            let presence = cx.api.field(*step)?.presence;
            way = Self {
                may_end: way.may_end || presence != Presence::Required,
                object: match presence {
                    Presence::Required => quote! { #object.#name },
                    Presence::RequiredNullable | Presence::Optional => {
                        quote! { #object.#name.as_ref()? }
                    }
                    Presence::OptionalNullable => quote! { #object.#name.value()? },
                },
            };
        }
        Some(way)
    }
}

/// How a value is given to who only reads it.
enum Loan {
    /// As a copy.
    Copy,
    /// As what it dereferences to, and by which function of its type.
    Target(TokenStream, TokenStream),
    /// As it is.
    Whole,
}

impl Loan {
    fn of(cx: Context<'_>, ty: &Type) -> Self {
        if let Type::Boxed(id) = ty {
            let name = &cx.names.model(*id).type_name;
            return Self::Target(quote! { #name }, quote! { Box::as_ref });
        }
        match cx.resolve(ty) {
            Type::Bool | Type::Int(_) | Type::Float(_) | Type::Time(_) => Self::Copy,
            Type::String => Self::Target(quote! { str }, quote! { String::as_str }),
            Type::List(element) => {
                let element = cx.rust_type(element);
                Self::Target(quote! { [#element] }, quote! { Vec::as_slice })
            }
            Type::Bytes(_)
            | Type::Secret
            | Type::Any
            | Type::Binary
            | Type::File
            | Type::Map(_)
            | Type::Nullable(_)
            | Type::Model(_)
            | Type::Boxed(_) => Self::Whole,
        }
    }

    /// The type of what is given.
    fn lent(&self, cx: Context<'_>, ty: &Type) -> TokenStream {
        let ty = cx.rust_type(ty);
        match self {
            Self::Copy => ty,
            Self::Target(target, _) => quote! { &#target },
            Self::Whole => quote! { &#ty },
        }
    }
}

/// The value of the property `name`, as an `Option` where it need not be there.
fn value(way: &Way, field: &Field, name: &FieldName, loan: &Loan) -> TokenStream {
    let object = &way.object;
    let place = quote! { #object.#name };
    match (field.presence, loan) {
        (Presence::Required, Loan::Copy) => certain(way, place),
        (Presence::Required, Loan::Target(..) | Loan::Whole) => certain(way, quote! { &#place }),
        (Presence::RequiredNullable | Presence::Optional, Loan::Copy) => place,
        (Presence::RequiredNullable | Presence::Optional, Loan::Target(..)) => {
            quote! { #place.as_deref() }
        }
        (Presence::RequiredNullable | Presence::Optional, Loan::Whole) => {
            quote! { #place.as_ref() }
        }
        (Presence::OptionalNullable, Loan::Copy) => quote! { #place.value().copied() },
        (Presence::OptionalNullable, Loan::Target(_, by)) => quote! { #place.value().map(#by) },
        (Presence::OptionalNullable, Loan::Whole) => quote! { #place.value() },
    }
}

/// What is there whenever its object is.
fn certain(way: &Way, value: TokenStream) -> TokenStream {
    if way.may_end {
        quote! { Some(#value) }
    } else {
        value
    }
}

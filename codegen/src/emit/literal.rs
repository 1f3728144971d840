//! Values of the document as literals.

use crate::ir::Scalar;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The text that a value is written as where there is no JSON.
pub(super) fn wire_text(scalar: &Scalar) -> String {
    match scalar {
        Scalar::String(text) | Scalar::Float(text) => text.clone(),
        Scalar::Int(number) => number.to_string(),
        Scalar::Bool(value) => value.to_string(),
    }
}

/// The text of a value as a string literal.
pub(super) fn wire_literal(scalar: &Scalar) -> Literal {
    Literal::string(&wire_text(scalar))
}

/// An integer, with its digits in groups of three where there are many.
pub(super) fn int(value: i64) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let sign = if value < 0 { "-" } else { "" };
    let grouped: Literal = if digits.len() > 5 {
        let text = format!("{sign}{}", group(&digits));
        text.parse()
            .unwrap_or_else(|_| Literal::i64_unsuffixed(value))
    } else {
        Literal::i64_unsuffixed(value)
    };
    quote! { #grouped }
}

/// A finite number with a point or an exponent, with its digits in groups of three where there are many.
pub(super) fn float(value: f64) -> TokenStream {
    let text = format!("{value:?}");
    let (number, exponent) = text.split_at(text.find('e').unwrap_or(text.len()));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.trim_start_matches('-');
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let whole = if digits.len() > 5 {
        group(digits)
    } else {
        digits.to_owned()
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let fraction = if fraction.len() > 5 {
        group_fraction(fraction)
    } else {
        fraction.to_owned()
    };
    let grouped: Literal = format!("{sign}{whole}{point}{fraction}{exponent}")
        .parse()
        .unwrap_or_else(|_| Literal::f64_unsuffixed(value));
    quote! { #grouped }
}

/// From the point on.
fn group_fraction(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % 3 == 0 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

fn group(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

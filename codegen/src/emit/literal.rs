//! Values of the document as literals.

use crate::ir::Scalar;
use proc_macro2::Literal;

/// The text that a value is written as where there is no JSON.
pub(super) fn wire_text(scalar: &Scalar) -> String {
    match scalar {
        Scalar::String(text) => text.clone(),
        Scalar::Int(number) => number.to_string(),
        Scalar::Float(text) => text.clone(),
        Scalar::Bool(value) => value.to_string(),
    }
}

/// The text of a value as a string literal.
pub(super) fn wire_literal(scalar: &Scalar) -> Literal {
    Literal::string(&wire_text(scalar))
}

//! How serde is told the names on the wire: by one rule for a whole struct where one explains all, else field by field.

use crate::ir::Struct;
use crate::naming::FieldName;
use proc_macro2::TokenStream;
use quote::quote;

/// The rule of a struct.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RenameRule {
    /// Fields are named as on the wire.
    None,
    /// `camelCase`.
    Camel,
    /// `PascalCase`.
    Pascal,
    /// `kebab-case`.
    Kebab,
}

impl RenameRule {
    /// The first rule that explains all names, or [`RenameRule::None`].
    pub(super) fn of(shape: &Struct, names: &[FieldName]) -> Self {
        let explains_all = |rule: &Self| {
            let mut pairs = shape.fields.iter().zip(names);
            pairs.all(|(field, name)| rule.apply(name.as_str()) == field.wire.as_str())
        };
        [Self::None, Self::Camel, Self::Pascal, Self::Kebab]
            .into_iter()
            .find(explains_all)
            .unwrap_or(Self::None)
    }

    /// The attribute's argument, where one is needed.
    pub(super) fn attribute(self) -> Option<TokenStream> {
        let case = match self {
            Self::None => return None,
            Self::Camel => "camelCase",
            Self::Pascal => "PascalCase",
            Self::Kebab => "kebab-case",
        };
        Some(quote! { #[serde(rename_all = #case)] })
    }

    /// The wire name that serde makes of a field by this rule.
    pub(super) fn apply(self, field: &str) -> String {
        match self {
            Self::None => field.to_owned(),
            Self::Camel => first_lower(&pascal(field)),
            Self::Pascal => pascal(field),
            Self::Kebab => field.replace('_', "-"),
        }
    }
}

/// As serde does it: each letter behind an underscore, and the first, in upper case.
fn pascal(field: &str) -> String {
    let mut result = String::with_capacity(field.len());
    let mut capitalize = true;
    for character in field.chars() {
        if character == '_' {
            capitalize = true;
        } else if capitalize {
            result.push(character.to_ascii_uppercase());
            capitalize = false;
        } else {
            result.push(character);
        }
    }
    result
}

fn first_lower(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_ascii_lowercase().to_string() + characters.as_str(),
        None => String::new(),
    }
}

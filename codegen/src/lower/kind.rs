//! What a schema is, by the keys that it has, before anything is resolved.

use crate::swagger::{AdditionalProperties, Reference, Schema, SchemaItems};

/// What a schema is, by the keys that it has.
pub(super) enum Kind<'s> {
    Reference(&'s Reference),
    Enum,
    Struct,
    List(Option<&'s Schema>),
    Map(Option<&'s Schema>),
    /// One of several schemas (version 3).
    Choice(&'s [Schema]),
    Any,
    SeveralTypes,
    Plain(&'s str),
}

/// Whether `null` is a legal value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nullability {
    Null,
    NotNull,
}

/// What `schema` is.
pub(super) fn classify(schema: &Schema) -> Kind<'_> {
    if let Some(reference) = effective_reference(schema) {
        return Kind::Reference(reference);
    }
    if is_enum(schema) {
        return Kind::Enum;
    }
    if !schema.properties.is_empty() || !schema.all_of.is_empty() {
        return Kind::Struct;
    }
    if !schema.choices.is_empty() {
        return Kind::Choice(&schema.choices);
    }
    let mut types = schema.types.iter().filter(|name| *name != "null");
    let type_name = types.next().map(String::as_str);
    if types.next().is_some() {
        return Kind::SeveralTypes;
    }
    match type_name {
        Some("array") => Kind::List(items(schema)),
        None if schema.items.is_some() => Kind::List(items(schema)),
        Some("object") | None => match &schema.additional_properties {
            Some(AdditionalProperties::Schema(values)) => Kind::Map(Some(values)),
            Some(AdditionalProperties::Any(true)) => Kind::Map(None),
            Some(AdditionalProperties::Any(false)) | None => Kind::Any,
        },
        Some(other) => Kind::Plain(other),
    }
}

/// The reference that a schema is: its `$ref`, or that of an `allOf` that adds nothing to it.
pub(super) fn effective_reference(schema: &Schema) -> Option<&Reference> {
    if schema.reference.is_some() {
        return schema.reference.as_ref();
    }
    let mut parts = schema.all_of.iter().filter(|part| !adds_nothing(part));
    let only = parts.next().filter(|_| parts.next().is_none())?;
    let adds_none = schema.properties.is_empty()
        && schema.required.is_empty()
        && schema.enumeration.is_empty()
        && schema.additional_properties.is_none()
        && schema.choices.is_empty();
    only.reference.as_ref().filter(|_| adds_none)
}

/// Whether a part of `allOf` says no more than the reference beside it: nothing, or which type a plain value has.
fn adds_nothing(part: &Schema) -> bool {
    let mut types = part.types.iter();
    let is_plain = part.items.is_none() && types.all(|name| name != "object" && name != "array");
    is_silent(part) || (is_plain && is_silent_but_for_type(part))
}

/// Whether a schema says nothing about the values: it is there for a description, or for `nullable`.
pub(super) fn is_silent(schema: &Schema) -> bool {
    schema.types.is_empty() && schema.items.is_none() && is_silent_but_for_type(schema)
}

fn is_silent_but_for_type(schema: &Schema) -> bool {
    schema.reference.is_none()
        && schema.properties.is_empty()
        && schema.required.is_empty()
        && schema.enumeration.is_empty()
        && schema.additional_properties.is_none()
        && schema.all_of.is_empty()
        && schema.choices.is_empty()
}

/// What a schema says outright about `null`, itself or by a part of `allOf` that says nothing else.
pub(super) fn explicit_nullability(schema: &Schema) -> Option<bool> {
    let mut parts = schema.all_of.iter().filter(|part| is_silent(part));
    let of_part = || parts.find_map(|part| part.extensions.nullable);
    schema.extensions.nullable.or_else(of_part)
}

/// Whether `null` is a legal value, by the keys of the schema itself.
pub(super) fn own_nullability(schema: &Schema) -> Nullability {
    Nullability::from(explicit_nullability(schema).unwrap_or_else(|| {
        schema.types.iter().any(|name| name == "null")
            || schema.enumeration.iter().any(serde_json::Value::is_null)
    }))
}

impl From<bool> for Nullability {
    fn from(nullable: bool) -> Self {
        if nullable { Self::Null } else { Self::NotNull }
    }
}

/// Whether a schema is one of several plain values. Lists and objects are not told apart by their values.
pub(super) fn is_enum(schema: &Schema) -> bool {
    let mut values = schema.enumeration.iter();
    let mut types = schema.types.iter();
    values.any(|value| !value.is_null())
        && !schema
            .enumeration
            .iter()
            .any(|value| value.is_array() || value.is_object())
        && !types.any(|name| name == "array" || name == "object")
}

/// Whether the values of an enum are text. So are those of which some are not of the declared type.
pub(super) fn is_text_enum(schema: &Schema) -> bool {
    schema.types.iter().any(|name| name == "string")
        || schema.enumeration.iter().any(serde_json::Value::is_string)
}

/// The schema of all elements; a tuple has none.
fn items(schema: &Schema) -> Option<&Schema> {
    match &schema.items {
        Some(SchemaItems::One(items)) => Some(items),
        Some(SchemaItems::Tuple(_)) | None => None,
    }
}

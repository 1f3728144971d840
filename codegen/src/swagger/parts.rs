//! `allOf` of what is no object: its parts are about one value, so that all of them are one schema.
//!
//! Invariant: what a schema says itself goes before what its parts say, and what a part says before what later ones say.
//! Objects and references are left to lowering, which knows what they inherit.

use super::Schema;
use serde_json::Value;

/// Takes the parts of `schema` into it, if neither they nor it are objects, and any of them says what the value is.
pub(super) fn join_plain_parts(schema: &mut Schema) {
    let choices = schema.all_of.iter().filter(|part| !part.choices.is_empty());
    let is_one_choice = choices.count() + usize::from(!schema.choices.is_empty()) <= 1;
    let is_own_plain = is_plain(schema) && is_one_choice;
    if !is_own_plain
        || !schema.all_of.iter().any(says_what_it_is)
        || !schema
            .all_of
            .iter()
            .all(|part| is_plain(part) && part.all_of.is_empty())
    {
        return;
    }
    let parts = std::mem::take(&mut schema.all_of);
    schema.types = types_of_all(schema, &parts);
    for part in parts {
        join(schema, part);
    }
}

/// Whether a schema is neither a reference nor says anything that only an object can have.
fn is_plain(schema: &Schema) -> bool {
    schema.reference.is_none()
        && schema.properties.is_empty()
        && schema.required.is_empty()
        && schema.additional_properties.is_none()
        && schema.discriminator.is_none()
        && values(&schema.types).count() <= 1
        && values(&schema.types).all(|name| name != "object")
}

fn says_what_it_is(part: &Schema) -> bool {
    !part.types.is_empty()
        || part.items.is_some()
        || !part.enumeration.is_empty()
        || !part.choices.is_empty()
}

fn values(types: &[String]) -> impl Iterator<Item = &String> {
    types.iter().filter(|name| *name != "null")
}

/// The types that a value of `schema` and of all `parts` has: more than one where there is no such value.
fn types_of_all(schema: &Schema, parts: &[Schema]) -> Vec<String> {
    let say_it = || {
        let all = std::iter::once(schema).chain(parts);
        all.filter(|schema| !schema.types.is_empty())
    };
    let mut types: Vec<String> = Vec::new();
    for name in say_it().flat_map(|schema| values(&schema.types)) {
        if !types.contains(name) {
            types.push(name.clone());
        }
    }
    if types.iter().any(|name| name == "integer") {
        types.retain(|name| name != "number");
    }
    let has_null = |schema: &Schema| schema.types.iter().any(|name| name == "null");
    if !types.is_empty() && say_it().all(has_null) {
        types.push("null".to_owned());
    }
    types
}

fn join(schema: &mut Schema, part: Schema) {
    or(&mut schema.title, part.title);
    or(&mut schema.description, part.description);
    or(&mut schema.format, part.format);
    or(&mut schema.default, part.default);
    or(&mut schema.items, part.items);
    or(&mut schema.xml, part.xml);
    or(&mut schema.example, part.example);
    join_values(&mut schema.enumeration, part.enumeration);
    schema.choices.extend(part.choices);
    schema.read_only |= part.read_only;
    schema.write_only |= part.write_only;
    schema.bounds.join(part.bounds);
    let extensions = &mut schema.extensions;
    or(&mut extensions.nullable, part.extensions.nullable);
    or(&mut extensions.enumeration, part.extensions.enumeration);
    or(&mut extensions.mutability, part.extensions.mutability);
    extensions.secret |= part.extensions.secret;
}

fn or<T>(own: &mut Option<T>, other: Option<T>) {
    if own.is_none() {
        *own = other;
    }
}

/// Leaves the values that both enums have; an empty list is no enum.
fn join_values(own: &mut Vec<Value>, others: Vec<Value>) {
    if own.is_empty() {
        *own = others;
    } else if others.iter().any(|other| own.contains(other)) {
        own.retain(|value| others.contains(value));
    }
}

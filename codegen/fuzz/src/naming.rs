//! Names that a document gives to its things.

use super::document::{Outcome, parse, rust};
use codegen::diagnostics::Levels;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use syn::{Fields, ImplItem, Item};

/// The most names that are tried at once.
const MOST: usize = 5;

/// Each line of `text` names a schema, a property, a value, an operation, a parameter and a header of one document: its
/// client is Rust in which no two things of one scope have one name.
///
/// # Panics
///
/// When it does not hold.
pub fn naming(text: &str) {
    let names: Vec<&str> = text.lines().take(MOST).collect();
    let outcome = Outcome::of(&with_names(&names).to_string(), Levels::default());
    let Some(files) = outcome.files else {
        return;
    };
    let mut modules = BTreeSet::new();
    for (path, text) in rust(&files) {
        assert!(modules.insert(path.to_lowercase()), "two files are {path}");
        assert_distinct(path, &parse(path, text));
    }
}

/// A document in which all that can have a name has one of `names`.
fn with_names(names: &[&str]) -> Value {
    let members = |value: &dyn Fn(&str) -> Value| -> Value {
        let each = names.iter().map(|name| ((*name).to_owned(), value(name)));
        each.collect::<Map<_, _>>().into()
    };
    let mut definitions = members(
        &|_| json!({"type": "object", "properties": members(&|_| json!({"type": "string"}))}),
    );
    definitions["values"] = json!({"type": "string", "enum": names});
    let parameters: Vec<Value> = names
        .iter()
        .map(|name| json!({"name": name, "in": "query", "type": "string"}))
        .collect();
    let mut paths = Map::new();
    for (number, name) in names.iter().enumerate() {
        let operation = json!({
            "operationId": name,
            "tags": [name],
            "parameters": parameters,
            "responses": {"200": {"description": "", "headers": members(&|_| json!({"type": "string"}))}},
        });
        paths.insert(format!("/{number}"), json!({"get": operation}));
    }
    json!({"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": paths, "definitions": definitions})
}

/// Fails when two items of `file`, or two members of one of them, have one name.
fn assert_distinct(path: &str, file: &syn::File) {
    let mut types = Vec::new();
    for item in &file.items {
        match item {
            Item::Struct(item) => {
                types.push(item.ident.to_string());
                assert_set(path, fields(&item.fields));
            }
            Item::Enum(item) => {
                types.push(item.ident.to_string());
                assert_set(
                    path,
                    item.variants
                        .iter()
                        .map(|variant| variant.ident.to_string()),
                );
            }
            Item::Impl(item) => assert_set(path, item.items.iter().filter_map(method)),
            _ => {}
        }
    }
    assert_set(path, types.into_iter());
}

fn fields(fields: &Fields) -> impl Iterator<Item = String> {
    fields
        .iter()
        .filter_map(|field| Some(field.ident.as_ref()?.to_string()))
}

fn method(item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
        _ => None,
    }
}

fn assert_set(path: &str, names: impl Iterator<Item = String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(
            !seen.contains(&name),
            "{path}: two things are called {name}"
        );
        seen.insert(name);
    }
}

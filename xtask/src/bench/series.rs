//! One document in several sizes: cost has to grow with the document, not faster.
//!
//! A smaller document has each nth path and definition, and a reference to a definition that is left out leads to the one
//! before it; a larger one has renamed copies. So all sizes are equally dense.

use super::process::Meter;
use super::{generate, workspace};
use crate::corpus::count;
use crate::crates::cannot;
use crate::terminal;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The size of a document as a part or a multiple of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Part(usize),
    Copies(usize),
}

const SIZES: &[Size] = &[
    Size::Part(8),
    Size::Part(4),
    Size::Part(2),
    Size::Copies(1),
    Size::Copies(2),
    Size::Copies(4),
];

/// Prints a row for each size of the document `spec`, and how the last relates to the first.
pub(super) fn measure(meter: Meter, runs: u16, spec: &Path) -> Result<(), String> {
    let text = fs::read_to_string(spec).map_err(cannot("read", spec))?;
    let document: Value = serde_json::from_str(&text)
        .map_err(|error| format!("`{}` is not JSON: {error}", spec.display()))?;
    let folder = workspace::target().join("bench/series");
    fs::create_dir_all(&folder).map_err(cannot("create", &folder))?;
    let file = folder.join("document.json");
    let mut parts = Vec::new();
    for size in SIZES {
        let scaled = size.of(&document);
        let operations = count::operations(&scaled);
        fs::write(&file, scaled.to_string()).map_err(cannot("write", &file))?;
        let run = || {
            let name = OsStr::new("series");
            generate(&["--spec".as_ref(), file.as_os_str(), "--name".as_ref(), name])
        };
        let cost = meter.median(runs, run, &|| Ok(()))?;
        let (time, memory) = cost.of_part(operations);
        let title = format!("generate {}, {operations} operations", size.title());
        let memory = memory.map_or_else(String::new, |memory| format!(", {memory:.0} KiB"));
        terminal::out(format_args!(
            "{}   {} µs{memory} per operation",
            cost.row(&title),
            time.as_micros()
        ));
        parts.push(time);
    }
    terminal::out(growth(&parts));
    Ok(())
}

fn growth(parts: &[Duration]) -> String {
    match parts {
        [first, .., last] if !first.is_zero() => format!(
            "an operation of the largest takes {:.2} times as long as one of the smallest",
            last.as_secs_f64() / first.as_secs_f64()
        ),
        _ => "there is nothing to compare".to_owned(),
    }
}

impl Size {
    fn title(self) -> String {
        match self {
            Self::Part(part) => format!("×1/{part}"),
            Self::Copies(copies) => format!("×{copies}"),
        }
    }

    fn of(self, document: &Value) -> Value {
        match self {
            Self::Part(part) => thinned(document, part),
            Self::Copies(copies) => multiplied(document, copies),
        }
    }
}

fn thinned(document: &Value, part: usize) -> Value {
    let mut thinned = document.clone();
    let mut kept = BTreeMap::new();
    let mut last = String::new();
    for (index, name) in keys(document, "definitions").into_iter().enumerate() {
        if index % part == 0 {
            last.clone_from(&name);
        }
        kept.insert(name, last.clone());
    }
    for section in ["paths", "definitions"] {
        if let Some(members) = object(&mut thinned, section) {
            let mut index = 0;
            members.retain(|_, _| {
                index += 1;
                (index - 1) % part == 0
            });
        }
    }
    rename(&mut thinned, &kept);
    thinned
}

fn multiplied(document: &Value, copies: usize) -> Value {
    let mut multiplied = document.clone();
    for copy in 1..copies {
        let mut next = document.clone();
        let names = keys(document, "definitions").into_iter();
        let names = names
            .map(|name| (name.clone(), format!("Copy{copy}.{name}")))
            .collect();
        rename(&mut next, &names);
        for (name, schema) in object(&mut next, "definitions").into_iter().flatten() {
            let renamed = names.get(name).unwrap_or(name).clone();
            insert(&mut multiplied, "definitions", renamed, schema.take());
        }
        for (path, item) in object(&mut next, "paths").into_iter().flatten() {
            rename_operations(item, copy);
            insert(
                &mut multiplied,
                "paths",
                format!("/copy{copy}{path}"),
                item.take(),
            );
        }
    }
    multiplied
}

fn rename_operations(item: &mut Value, copy: usize) {
    for method in count::METHODS {
        let operation = item
            .get_mut(method)
            .and_then(|operation| operation.get_mut("operationId"));
        if let Some(Value::String(id)) = operation {
            *id = format!("{id}Copy{copy}");
        }
    }
}

/// Leads every reference to a definition to the one that `names` has for it.
fn rename(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(reference) if key == "$ref" => {
                        let name = reference.strip_prefix("#/definitions/");
                        if let Some(name) = name.and_then(|name| names.get(name)) {
                            *reference = format!("#/definitions/{name}");
                        }
                    }
                    _ => rename(member, names),
                }
            }
        }
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|element| rename(element, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn keys(document: &Value, section: &str) -> Vec<String> {
    let members = document.get(section).and_then(Value::as_object);
    members.map_or_else(Vec::new, |members| members.keys().cloned().collect())
}

fn object<'a>(document: &'a mut Value, section: &str) -> Option<&'a mut Map<String, Value>> {
    document.get_mut(section)?.as_object_mut()
}

fn insert(document: &mut Value, section: &str, key: String, value: Value) {
    if let Some(members) = object(document, section) {
        members.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::{Size, growth};
    use serde_json::{Value, json};
    use std::time::Duration;

    fn document() -> Value {
        json!({
            "paths": {"/a": {"get": {"operationId": "A", "schema": {"$ref": "#/definitions/B"}}}, "/b": {}},
            "definitions": {"A": {}, "B": {"$ref": "#/definitions/A"}},
        })
    }

    #[test]
    fn references_of_a_part_lead_to_what_is_kept() {
        assert_eq!(
            Size::Part(2).of(&document()),
            json!({
                "paths": {"/a": {"get": {"operationId": "A", "schema": {"$ref": "#/definitions/A"}}}},
                "definitions": {"A": {}},
            })
        );
    }

    #[test]
    fn copies_have_names_of_their_own() {
        let copied = Size::Copies(2).of(&document());
        assert_eq!(
            copied["paths"]["/copy1/a"],
            json!({"get": {"operationId": "ACopy1", "schema": {"$ref": "#/definitions/Copy1.B"}}})
        );
        assert_eq!(
            copied["definitions"]["Copy1.B"],
            json!({"$ref": "#/definitions/Copy1.A"})
        );
        assert_eq!(copied["paths"]["/a"], document()["paths"]["/a"]);
        assert_eq!(Size::Copies(1).of(&document()), document());
    }

    #[test]
    fn growth_compares_the_last_with_the_first() {
        let parts = [Duration::from_micros(100), Duration::from_micros(120)];
        assert!(growth(&parts).contains("1.20 times"));
    }
}

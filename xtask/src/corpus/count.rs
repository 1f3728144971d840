//! Counts the operations of a document by its text alone, so that the generator's own count can be held against it.

use serde_json::Value;

/// What operations stand below.
pub(crate) const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The operations below `paths` and `x-ms-paths`.
pub(crate) fn operations(document: &Value) -> usize {
    ["paths", "x-ms-paths"]
        .into_iter()
        .filter_map(|paths| document.get(paths)?.as_object())
        .flat_map(|paths| paths.values())
        .map(of_path)
        .sum()
}

fn of_path(item: &Value) -> usize {
    METHODS
        .iter()
        .filter(|method| item.get(method).is_some_and(Value::is_object))
        .count()
}

#[cfg(test)]
mod tests {
    use super::operations;
    use serde_json::json;

    #[test]
    fn operations_stand_below_methods_of_paths() {
        let document = json!({
            "paths": {"/a": {"get": {}, "post": {}, "parameters": [], "x-get": {}}, "/b": {"put": null}},
            "x-ms-paths": {"/a?b": {"head": {}}},
            "definitions": {"get": {"get": {}}},
        });
        assert_eq!(operations(&document), 3);
        assert_eq!(operations(&json!(null)), 0);
    }
}

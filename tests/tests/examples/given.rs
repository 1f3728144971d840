//! The parameters of a call, as a user would hold them.

use generated_client::{Body, Json};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::document::{Example, Operation, Parameter};

/// Which parameters of an example are given.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// Those that the example gives.
    AsWritten,
    /// Those of them that the operation requires.
    Required,
    /// All that the operation has; what the example leaves out is made up.
    All,
}

/// Parameters by their name on the wire.
pub struct Given(Map<String, Value>);

impl Given {
    /// The parameters of an example. Those of the host are left out: the endpoint is the listener's.
    pub fn of(operation: &Operation<'_>, example: &Example<'_>, choice: Choice) -> Self {
        let mut given = example.parameters.clone();
        for parameter in operation.host_parameters() {
            given.remove(parameter.name());
        }
        for name in given.keys() {
            assert!(
                operation.parameter(name).is_some(),
                "{}: the example gives `{name}`, which is no parameter",
                operation.id()
            );
        }
        match choice {
            Choice::AsWritten => {}
            Choice::Required => given.retain(|name, _| {
                operation
                    .parameter(name)
                    .is_some_and(|parameter| parameter.is_required())
            }),
            Choice::All => {
                for parameter in operation.parameters() {
                    given
                        .entry(parameter.name())
                        .or_insert_with(|| made_up(parameter));
                }
            }
        }
        Self(given)
    }

    /// The value as the document's author wrote it.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A string that the operation requires.
    pub fn text(&self, name: &str) -> &str {
        self.optional_text(name)
            .unwrap_or_else(|| panic!("the example lacks `{name}`"))
    }

    /// A string.
    pub fn optional_text(&self, name: &str) -> Option<&str> {
        self.value(name)
            .map(|value| value.as_str().expect("a string"))
    }

    /// An integer.
    pub fn optional_integer(&self, name: &str) -> Option<i64> {
        self.value(name)
            .map(|value| value.as_i64().expect("an integer"))
    }

    /// The elements of a list. A value by itself is a list of one.
    pub fn texts(&self, name: &str) -> Vec<String> {
        match self.value(name) {
            Some(Value::Array(elements)) => elements.iter().map(plain).collect(),
            Some(other) => vec![plain(other)],
            None => Vec::new(),
        }
    }

    /// A JSON body. A string is the text of the JSON, to be sent as it is.
    pub fn optional_json<T: DeserializeOwned>(&self, name: &str) -> Option<Json<T>> {
        self.value(name).map(|value| match value {
            Value::String(text) => Json::raw(text.clone()),
            other => Json::value(
                serde_json::from_value(other.clone()).expect("what the schema describes"),
            ),
        })
    }

    /// A body of bytes, which the example gives as text.
    pub fn optional_body(&self, name: &str) -> Option<Body> {
        self.optional_text(name)
            .map(|text| Body::from(text.to_owned()))
    }

    /// A body of bytes that the operation requires.
    pub fn body(&self, name: &str) -> Body {
        Body::from(self.text(name).to_owned())
    }
}

/// A scalar as text.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A value that needs care on its way, where there can be such.
fn made_up(parameter: Parameter<'_>) -> Value {
    match (parameter.place(), parameter.kind()) {
        (_, "integer") => Value::from(7),
        ("header", "string") => Value::from("0-1238"),
        (_, "string") => Value::from("über a/b?c=d&e+f"),
        (place, kind) => panic!("no value is known for a {kind} in {place}"),
    }
}

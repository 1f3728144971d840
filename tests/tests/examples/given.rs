//! The parameters of a call, as a user would hold them.

use generated_client::{Body, Json};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::document::{Example, Operation, Parameter};

/// Which parameters of an example are given.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Choice {
    /// Those that the example gives.
    AsWritten,
    /// Those of them that the operation requires.
    Required,
    /// All that the operation has, with values that need care on their way; of the example only bodies are kept, and
    /// what is sent as it is given.
    MadeUp,
}

/// Parameters by their name on the wire.
pub(crate) struct Given(Map<String, Value>);

impl Given {
    /// The parameters of an example. Those of the host are left out: the endpoint is the listener's.
    pub(crate) fn of(operation: &Operation<'_>, example: &Example<'_>, choice: Choice) -> Self {
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
                    .is_some_and(Parameter::is_required)
            }),
            Choice::MadeUp => given.extend(operation.parameters().filter_map(made_up)),
        }
        Self(given)
    }

    /// The value as the document's author wrote it.
    pub(crate) fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A string that the operation requires.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.optional_text(name)
            .unwrap_or_else(|| panic!("the example lacks `{name}`"))
    }

    /// A string.
    pub(crate) fn optional_text(&self, name: &str) -> Option<&str> {
        self.value(name)
            .map(|value| value.as_str().expect("a string"))
    }

    /// An integer.
    pub(crate) fn optional_integer(&self, name: &str) -> Option<i64> {
        self.value(name)
            .map(|value| value.as_i64().expect("an integer"))
    }

    /// The elements of a list. A value by itself is a list of one.
    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        match self.value(name) {
            Some(Value::Array(elements)) => elements.iter().map(plain).collect(),
            Some(other) => vec![plain(other)],
            None => Vec::new(),
        }
    }

    /// A JSON body. A string is the text of the JSON, to be sent as it is.
    pub(crate) fn optional_json<T: DeserializeOwned>(&self, name: &str) -> Option<Json<T>> {
        self.value(name).map(|value| match value {
            Value::String(text) => Json::raw(text.clone()),
            other => Json::value(
                serde_json::from_value(other.clone()).expect("what the schema describes"),
            ),
        })
    }

    /// A body of bytes, which the example gives as text.
    pub(crate) fn optional_body(&self, name: &str) -> Option<Body> {
        self.optional_text(name)
            .map(|text| Body::from(text.to_owned()))
    }

    /// A body of bytes that the operation requires.
    pub(crate) fn body(&self, name: &str) -> Body {
        Body::from(self.text(name).to_owned())
    }
}

/// A scalar as text.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn made_up(parameter: Parameter<'_>) -> Option<(String, Value)> {
    let awkward = "über a/b?c=d&e+f,g";
    if parameter.place() == "body" || parameter.is_raw() {
        return None;
    }
    let value = match (parameter.place(), parameter.kind()) {
        (_, "integer") => Value::from(7),
        (_, "array") => Value::from([awkward, "second"].as_slice()),
        ("header", "string") => Value::from("0-1238"),
        (_, "string") => Value::from(awkward),
        (place, kind) => panic!("no value is known for a {kind} in {place}"),
    };
    Some((parameter.name().to_owned(), value))
}

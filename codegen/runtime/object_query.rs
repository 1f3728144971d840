//! Objects as query parameters (version 3.0.3, section "Style Values").

use serde::Serialize;
use serde_json::{Map, Value};

use super::encode::{component, query_name};
use super::error::Failure;
use super::request::{Draft, Request};

/// How an object is written into a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObjectStyle {
    /// Each property a pair of its own: `size=2&color=red`.
    Form,
    /// All properties in one value: `filter=size,2,color,red`.
    Joined,
    /// Each property a pair below the name: `filter[size]=2&filter[color]=red`.
    Deep,
    /// As JSON, which may be a value of any kind.
    Json,
}

impl Request {
    /// Adds an object as a query parameter; nothing when it is absent. Properties that are absent or `null` are left out;
    /// what a style cannot write is refused.
    pub fn query_object<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
        style: ObjectStyle,
    ) {
        let value = serde_json::to_value(value);
        self.draft.query_object(name, value, style);
    }

    /// As [`query_object`](Self::query_object), for an object that has secrets in it: none of its pairs is written down.
    pub fn query_secret_object<T: Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
        style: ObjectStyle,
    ) {
        let value = serde_json::to_value(value);
        let before = self.draft.query_length();
        self.draft.query_object(name, value, style);
        self.draft.hide_query(before);
    }
}

impl Draft {
    fn query_object(&mut self, name: &str, value: serde_json::Result<Value>, style: ObjectStyle) {
        let part = match value {
            Ok(value) => self.object_pairs(name, &value, style),
            Err(error) => {
                Err(Failure::bad_parameter(name, "cannot be written as JSON").caused_by(error))
            }
        };
        self.note(part);
    }

    fn object_pairs(
        &mut self,
        name: &str,
        value: &Value,
        style: ObjectStyle,
    ) -> Result<(), Failure> {
        match (style, value) {
            (_, Value::Null) => Ok(()),
            (ObjectStyle::Json, value) => {
                self.pair(&query_name(name).to_string(), &value.to_string());
                Ok(())
            }
            (ObjectStyle::Form, Value::Object(members)) => self.form_pairs(name, members),
            (ObjectStyle::Joined, Value::Object(members)) => self.joined_pair(name, members),
            (ObjectStyle::Deep, Value::Object(_)) => {
                self.deep_pairs(&query_name(name).to_string(), value);
                Ok(())
            }
            (
                ObjectStyle::Form | ObjectStyle::Joined | ObjectStyle::Deep,
                Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_),
            ) => Err(Failure::bad_parameter(name, "is no object")),
        }
    }

    fn form_pairs(&mut self, name: &str, members: &Map<String, Value>) -> Result<(), Failure> {
        for (key, member) in members {
            for text in texts(name, member)? {
                self.pair(&query_name(key).to_string(), &text);
            }
        }
        Ok(())
    }

    fn joined_pair(&mut self, name: &str, members: &Map<String, Value>) -> Result<(), Failure> {
        let mut parts = Vec::new();
        for (key, member) in members {
            let texts = texts(name, member)?;
            let [text] = texts.as_slice() else {
                if texts.is_empty() {
                    continue;
                }
                return Err(Failure::bad_parameter(name, "has a list in it"));
            };
            parts.push(component(key).to_string());
            parts.push(component(text).to_string());
        }
        if !parts.is_empty() {
            let pair = format!("{}={}", query_name(name), parts.join(","));
            self.target.raw_query(&pair);
        }
        Ok(())
    }

    /// Objects within an object are written as most frameworks read them, which the specification leaves open.
    fn deep_pairs(&mut self, path: &str, value: &Value) {
        match value {
            Value::Null => {}
            Value::Object(members) => {
                for (key, member) in members {
                    self.deep_pairs(&format!("{path}[{}]", query_name(key)), member);
                }
            }
            Value::Array(elements) => {
                for element in elements {
                    self.deep_pairs(path, element);
                }
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) => self.pair(path, &text(value)),
        }
    }

    fn pair(&mut self, encoded_name: &str, text: &str) {
        self.target
            .raw_query(&format!("{encoded_name}={}", component(text)));
    }
}

/// The texts of a value that is a scalar or a list of scalars.
fn texts(name: &str, value: &Value) -> Result<Vec<String>, Failure> {
    let elements = match value {
        Value::Null => &[],
        Value::Array(elements) => elements.as_slice(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            std::slice::from_ref(value)
        }
    };
    if elements
        .iter()
        .any(|element| element.is_object() || element.is_array())
    {
        return Err(Failure::bad_parameter(
            name,
            "has an object or a list within a property",
        ));
    }
    Ok(elements.iter().map(text).collect())
}

fn text(scalar: &Value) -> String {
    match scalar {
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            scalar.to_string()
        }
    }
}

//! Values as elements.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::patch::Patch;
use super::element::XmlElement;
use super::error::XmlError;
use super::name::XmlName;

/// A value that can be written as an element.
pub trait ToXml {
    /// Fills the element.
    fn to_xml(&self, element: &mut XmlElement);

    /// Whether the value is absent, so that there is no element.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A value that can be read from an element.
pub trait FromXml: Sized {
    /// Reads the element, and takes from it what it reads.
    ///
    /// # Errors
    ///
    /// The element is not what the document describes.
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError>;

    /// The value where there is no element; `None` when there must be one.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: ToXml> ToXml for Option<T> {
    fn to_xml(&self, element: &mut XmlElement) {
        match self {
            Some(value) => value.to_xml(element),
            None => element.set_nil(),
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(ToXml::is_absent)
    }
}

impl<T: FromXml> FromXml for Option<T> {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        if element.is_nil() {
            return Ok(None);
        }
        // Services send `<Expiry />` for a date that is not set.
        let is_blank = element.is_blank();
        match T::from_xml(element) {
            Err(error) if is_blank && error.is_wrong_text() => Ok(None),
            value => value.map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: ToXml> ToXml for Patch<T> {
    fn to_xml(&self, element: &mut XmlElement) {
        self.value().to_xml(element);
    }

    fn is_absent(&self) -> bool {
        Patch::is_absent(self)
    }
}

impl<T: FromXml> FromXml for Patch<T> {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        Option::from_xml(element).map(|value| value.map_or(Self::Null, Self::Value))
    }

    fn absent() -> Option<Self> {
        Some(Self::Absent)
    }
}

impl<T: ToXml + ?Sized> ToXml for &T {
    fn to_xml(&self, element: &mut XmlElement) {
        (**self).to_xml(element);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: ToXml + ?Sized> ToXml for Box<T> {
    fn to_xml(&self, element: &mut XmlElement) {
        (**self).to_xml(element);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: FromXml> FromXml for Box<T> {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        T::from_xml(element).map(Self::new)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }
}

/// A map has an element for each of its keys.
impl<T: ToXml> ToXml for BTreeMap<String, T> {
    fn to_xml(&self, element: &mut XmlElement) {
        for (key, value) in self {
            element.nullable_child(XmlName::of_key(key), value);
        }
    }
}

impl<T: FromXml> FromXml for BTreeMap<String, T> {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        let mut map = Self::new();
        for mut child in std::mem::take(&mut element.children) {
            let key = child.name.local.to_string();
            let value = T::from_xml(&mut child).map_err(|error| error.within(&key))?;
            if map.insert(key.clone(), value).is_some() {
                return Err(XmlError::new("it stands more than once").within(&key));
            }
        }
        Ok(map)
    }
}

/// Any value: an object has an element for each of its keys, a list repeats the element.
impl ToXml for Value {
    fn to_xml(&self, element: &mut XmlElement) {
        match self {
            Self::Null => element.set_nil(),
            Self::Bool(value) => element.write(value),
            Self::Number(number) => element.text.push_str(&number.to_string()),
            Self::String(text) => element.text.push_str(text),
            Self::Array(_) => {
                element.fault = Some("it has a list where no name says how to write its elements");
            }
            Self::Object(object) => {
                for (key, value) in object {
                    let name = XmlName::of_key(key);
                    match value {
                        Self::Array(items) => element.items(name, items),
                        Self::Null
                        | Self::Bool(_)
                        | Self::Number(_)
                        | Self::String(_)
                        | Self::Object(_) => element.nullable_child(name, value),
                    }
                }
            }
        }
    }
}

/// An element of text is a string; any other is an object of its attributes and elements, whose own text is `#text`.
/// What stands more than once is a list.
impl FromXml for Value {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        if element.is_nil() {
            return Ok(Self::Null);
        }
        let text = std::mem::take(&mut element.text);
        if element.children.is_empty() && element.attributes.is_empty() {
            return Ok(Self::String(text));
        }
        let mut object = Map::new();
        for (name, value) in std::mem::take(&mut element.attributes) {
            object.insert(name.local.into_owned(), Self::String(value));
        }
        for mut child in std::mem::take(&mut element.children) {
            let value = Self::from_xml(&mut child)?;
            add(&mut object, child.name.local.into_owned(), value);
        }
        if !text.trim().is_empty() {
            add(&mut object, "#text".to_owned(), Self::String(text));
        }
        Ok(Self::Object(object))
    }
}

fn add(object: &mut Map<String, Value>, key: String, value: Value) {
    match object.get_mut(&key) {
        None => {
            object.insert(key, value);
        }
        Some(Value::Array(items)) => items.push(value),
        Some(first) => {
            let first_value = first.take();
            *first = Value::Array(vec![first_value, value]);
        }
    }
}

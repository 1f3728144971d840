//! Objects that say by one of their properties of which type they are.
//!
//! The property may come last, so the object is read as it is first, and then as the type. A failure of the second reading
//! knows its place below the object alone; [`Within`] carries it, as text, to the one who knows the place of the object.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    self, Deserialize, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor,
};
use serde_json::{Map, Value};

use super::json::{Located, Within};

/// An object whose type is not known yet.
#[derive(Clone, Debug)]
pub struct TaggedObject {
    property: String,
    tag: Option<String>,
    properties: Map<String, Value>,
}

impl TaggedObject {
    /// Reads an object of which `property` says the type.
    ///
    /// # Errors
    ///
    /// When there is no object, or its text is no JSON.
    pub fn read<'de, D: Deserializer<'de>>(
        property: &str,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let properties = Map::deserialize(deserializer)?;
        let tag = match properties.get(property) {
            None | Some(Value::Null) => None,
            Some(Value::String(tag)) => Some(tag.clone()),
            Some(other) => Some(other.to_string()),
        };
        Ok(Self {
            property: property.to_owned(),
            tag,
            properties,
        })
    }

    /// The type; `None` when the object does not say it.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// Reads the object as a `T`.
    ///
    /// # Errors
    ///
    /// When it is none; the message begins with the place below the object.
    pub fn decode<T: DeserializeOwned, E: de::Error>(self) -> Result<T, E> {
        let property = self.property;
        serde_path_to_error::deserialize(Value::Object(self.properties)).map_err(|error| {
            let message = error.inner().to_string();
            E::custom(Within {
                property: &property,
                found: Located::new(&error.path().to_string(), &message),
            })
        })
    }

    /// The object as it is.
    pub fn into_properties(self) -> BTreeMap<String, Value> {
        self.properties.into_iter().collect()
    }

    /// Reads the properties that have no field of their own, without `property`, which says the type.
    ///
    /// # Errors
    ///
    /// When one of them is no `V`.
    pub fn read_rest<'de, V: Deserialize<'de>, D: Deserializer<'de>>(
        property: &'static str,
        deserializer: D,
    ) -> Result<BTreeMap<String, V>, D::Error> {
        deserializer.deserialize_map(AllBut {
            excluded: property,
            values: PhantomData,
        })
    }
}

struct AllBut<V> {
    excluded: &'static str,
    values: PhantomData<V>,
}

impl<'de, V: Deserialize<'de>> Visitor<'de> for AllBut<V> {
    type Value = BTreeMap<String, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut properties = BTreeMap::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == self.excluded {
                map.next_value::<IgnoredAny>()?;
            } else {
                properties.insert(name, map.next_value()?);
            }
        }
        Ok(properties)
    }
}

//! What Azure keeps about repositories, tags and manifests: two times, and what may be done with them.

use serde_json::{Map, Value, json};

use super::super::answer::{Answer, UNSUPPORTED};

/// The attributes of one thing.
pub(crate) struct Attributes {
    pub(super) created: String,
    pub(super) updated: String,
    pub(super) changeable: Map<String, Value>,
}

impl Attributes {
    /// The attributes of what is made at `now`: everything is allowed.
    pub(crate) fn new(now: String) -> Self {
        let allowed = [
            "deleteEnabled",
            "writeEnabled",
            "readEnabled",
            "listEnabled",
        ];
        Self {
            created: now.clone(),
            updated: now,
            changeable: allowed
                .map(|key| (key.to_owned(), json!(true)))
                .into_iter()
                .collect(),
        }
    }

    /// Notes that the thing was changed.
    pub(crate) fn touch(&mut self, now: String) {
        self.updated = now;
    }

    /// Takes over what a PATCH names; the rest stays.
    pub(super) fn change(&mut self, body: &[u8], now: String) -> Result<(), Answer> {
        let Ok(Value::Object(changes)) = serde_json::from_slice(body) else {
            return Err(UNSUPPORTED.answer());
        };
        for (key, value) in changes {
            if value.is_null() {
                continue;
            }
            let fits = if key.starts_with("quarantine") {
                value.is_string()
            } else {
                self.changeable.contains_key(&key) && value.is_boolean()
            };
            if !fits {
                return Err(UNSUPPORTED.answer());
            }
            self.changeable.insert(key, value);
        }
        self.touch(now);
        Ok(())
    }
}

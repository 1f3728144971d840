//! Text that is never shown.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::wire::{FromWire, Wire};

/// A secret: a password, a token, a key.
///
/// `Debug` prints `Secret(…)` and there is no `Display`; [`expose`](Self::expose) gives the text. It is serialized as
/// the text that it is.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text. Take care that it does not end up in a log.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Wire for Secret {
    fn wire(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.0))
    }

    fn is_secret(&self) -> bool {
        true
    }
}

impl FromWire for Secret {
    fn from_wire(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }
}

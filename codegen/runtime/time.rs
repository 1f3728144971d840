//! What the forms of points in time and of days have in common. Their code is compiled where it is used (`inline`): a
//! client has more types with dates than any one program reads.

use std::fmt;

/// A text that is no time, or none of the form that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseTimeError {
    pub(super) expected: &'static str,
}

impl fmt::Display for ParseTimeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}", self.expected)
    }
}

impl std::error::Error for ParseTimeError {}

/// Implements what is written by `text` and read by `FromStr`.
macro_rules! time_as_text {
    ($($ty:ty),+) => {$(
        impl fmt::Display for $ty {
            #[inline]
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.text() {
                    Some(text) => formatter.write_str(&text),
                    // Its own form cannot say it; `to_string` must not panic all the same.
                    None => fmt::Display::fmt(&self.0, formatter),
                }
            }
        }

        impl Wire for $ty {
            #[inline]
            fn wire(&self) -> Option<Cow<'_, str>> {
                self.text().map(Cow::Owned)
            }
        }

        impl Serialize for $ty {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.text() {
                    Some(text) => serializer.serialize_str(&text),
                    None => Err(serde::ser::Error::custom("the year is out of the range 0 to 9999")),
                }
            }
        }

        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Cow::<'_, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

/// Implements [`FromWire`] and the conversions from and to the type inside.
macro_rules! time_newtype {
    ($($ty:ident($inner:ty)),+) => {$(
        impl FromWire for $ty {
            #[inline]
            fn from_wire(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }

        impl From<$inner> for $ty {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }

        impl From<$ty> for $inner {
            fn from(outer: $ty) -> Self {
                outer.0
            }
        }
    )+};
}

pub(super) use {time_as_text, time_newtype};

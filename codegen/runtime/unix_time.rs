//! Points in time as numbers.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::OffsetDateTime;

use super::time::{ParseTimeError, time_newtype};
use super::wire::{FromWire, Wire};

/// A point in time as the number of seconds since the beginning of 1970 in UTC: `unixtime`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(pub OffsetDateTime);

impl FromStr for UnixTime {
    type Err = ParseTimeError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let expected = ParseTimeError {
            expected: "the seconds since 1970",
        };
        let seconds = text.parse().map_err(|_| expected)?;
        OffsetDateTime::from_unix_timestamp(seconds)
            .map(Self)
            .map_err(|_| expected)
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.unix_timestamp(), formatter)
    }
}

impl Wire for UnixTime {
    fn wire(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.to_string()))
    }
}

impl Serialize for UnixTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.unix_timestamp().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for UnixTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        OffsetDateTime::from_unix_timestamp(i64::deserialize(deserializer)?)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}

time_newtype!(UnixTime(OffsetDateTime));

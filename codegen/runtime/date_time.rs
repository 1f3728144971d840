//! Points in time in the form of RFC 3339. Invariant: what is written can be read again.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::time::{ParseTimeError, time_as_text, time_newtype};
use super::wire::{FromWire, Wire};

/// A point in time in the form of RFC 3339: `date-time`.
///
/// Reading accepts lower case `t` and `z`, any offset and any number of digits of a second's fraction, of which nine
/// are kept. A text without an offset, which RFC 3339 does not allow but services send, is read as UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(pub OffsetDateTime);

impl FromStr for DateTime {
    type Err = ParseTimeError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        OffsetDateTime::parse(text, &Rfc3339)
            .or_else(|_| OffsetDateTime::parse(&format!("{text}Z"), &Rfc3339))
            .map(Self)
            .map_err(|_| ParseTimeError {
                expected: "a date-time of RFC 3339",
            })
    }
}

impl DateTime {
    #[inline]
    fn text(self) -> Option<String> {
        let has_seconds = self.0.offset().seconds_past_minute() != 0;
        let writable = if has_seconds {
            self.0.checked_to_offset(UtcOffset::UTC)?
        } else {
            self.0
        };
        writable.format(&Rfc3339).ok()
    }
}

time_as_text!(DateTime);
time_newtype!(DateTime(OffsetDateTime));

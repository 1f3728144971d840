//! Days. Invariant: what is written can be read again.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::Month;

use super::time::{ParseTimeError, time_as_text, time_newtype};
use super::wire::{FromWire, Wire};

/// A day in the form of RFC 3339: `date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub time::Date);

impl FromStr for Date {
    type Err = ParseTimeError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        full_date(text).map(Self).ok_or(ParseTimeError {
            expected: "a full-date of RFC 3339",
        })
    }
}

/// Reads `full-date` of RFC 3339.
fn full_date(text: &str) -> Option<time::Date> {
    let digits = |range| -> Option<u16> {
        let part: &str = text.get(range)?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let separators = [text.get(4..5)?, text.get(7..8)?];
    if separators != ["-", "-"] || text.len() != 10 {
        return None;
    }
    let month = Month::try_from(u8::try_from(digits(5..7)?).ok()?).ok()?;
    let day = u8::try_from(digits(8..10)?).ok()?;
    time::Date::from_calendar_date(i32::from(digits(0..4)?), month, day).ok()
}

impl Date {
    #[inline]
    fn text(self) -> Option<String> {
        let (year, month, day) = self.0.to_calendar_date();
        (year >= 0).then(|| format!("{year:04}-{:02}-{day:02}", u8::from(month)))
    }
}

time_as_text!(Date);
time_newtype!(Date(time::Date));

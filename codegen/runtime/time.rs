//! Points in time and days, each in the form that the document asks for. Invariant: what is written can be read again.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::{Rfc2822, Rfc3339};
use time::{Month, OffsetDateTime, UtcOffset};

use super::wire::{FromWire, Wire};

/// A point in time in the form of RFC 3339: `date-time`.
///
/// Reading accepts lower case `t` and `z`, any offset and any number of digits of a second's fraction, of which nine
/// are kept. A text without an offset, which RFC 3339 does not allow but services send, is read as UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(pub OffsetDateTime);

/// A point in time in the form of HTTP's headers (RFC 9110, section 5.6.7): `date-time-rfc1123`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpDate(pub OffsetDateTime);

/// A point in time as the number of seconds since the beginning of 1970 in UTC: `unixtime`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(pub OffsetDateTime);

/// A day in the form of RFC 3339: `date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub time::Date);

/// A text that is no time, or none of the form that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseTimeError {
    expected: &'static str,
}

impl fmt::Display for ParseTimeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}", self.expected)
    }
}

impl std::error::Error for ParseTimeError {}

impl FromStr for DateTime {
    type Err = ParseTimeError;

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

impl FromStr for HttpDate {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        OffsetDateTime::parse(text, &Rfc2822)
            .ok()
            .or_else(|| OffsetDateTime::parse(&modern_form(text)?, &Rfc2822).ok())
            .or_else(|| early(text))
            .map(Self)
            .ok_or(ParseTimeError {
                expected: "a date of RFC 9110",
            })
    }
}

/// The two obsolete forms that RFC 9110 wants to be read, in the order of the one that it wants to be written.
fn modern_form(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    match *words.as_slice() {
        [_weekday, month, day, time, year] => Some(format!("{day} {month} {year} {time} GMT")),
        [_weekday, date, time, "GMT"] => {
            let (day, month_and_year) = date.split_once('-')?;
            let (month, year) = month_and_year.split_once('-')?;
            let year = full_year(year, OffsetDateTime::now_utc().year())?;
            Some(format!("{day} {month} {year:04} {time} GMT"))
        }
        _ => None,
    }
}

/// A year before 1900, with which RFC 2822 begins. After 2000 years the calendar repeats itself, weekdays included.
fn early(text: &str) -> Option<OffsetDateTime> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let [weekday, day, month, year, time, zone] = *words.as_slice() else {
        return None;
    };
    let early: i32 = (year.len() == 4).then(|| year.parse().ok())??;
    let later = early.checked_add(2000)?;
    let later = format!("{weekday} {day} {month} {later:04} {time} {zone}");
    let later = OffsetDateTime::parse(&later, &Rfc2822).ok()?;
    later.replace_year(early).ok()
}

/// A year of two digits: of those that end so, the last one that is not more than fifty years ahead.
fn full_year(digits: &str, this_year: i32) -> Option<i32> {
    if digits.len() != 2 {
        return None;
    }
    let latest = this_year + 50;
    let year = i32::from(digits.parse::<u8>().ok()?);
    Some(latest - (latest - year).rem_euclid(100))
}

impl HttpDate {
    fn text(self) -> Option<String> {
        let utc = self.0.checked_to_offset(UtcOffset::UTC)?;
        if utc.year() < 0 {
            return None;
        }
        let weekday = utc.weekday().to_string();
        let month = utc.month().to_string();
        Some(format!(
            "{weekday:.3}, {:02} {month:.3} {:04} {:02}:{:02}:{:02} GMT",
            utc.day(),
            utc.year(),
            utc.hour(),
            utc.minute(),
            utc.second()
        ))
    }
}

impl FromStr for UnixTime {
    type Err = ParseTimeError;

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

impl FromStr for Date {
    type Err = ParseTimeError;

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
    fn text(self) -> Option<String> {
        let (year, month, day) = self.0.to_calendar_date();
        (year >= 0).then(|| format!("{year:04}-{:02}-{day:02}", u8::from(month)))
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

/// Implements what is written by `text` and read by `FromStr`.
macro_rules! time_as_text {
    ($($ty:ty),+) => {$(
        impl fmt::Display for $ty {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.text() {
                    Some(text) => formatter.write_str(&text),
                    // Its own form cannot say it; `to_string` must not panic all the same.
                    None => fmt::Display::fmt(&self.0, formatter),
                }
            }
        }

        impl Wire for $ty {
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

time_as_text!(DateTime, HttpDate, Date);

/// Implements [`FromWire`] and the conversions from and to the type inside.
macro_rules! time_newtype {
    ($($ty:ident($inner:ty)),+) => {$(
        impl FromWire for $ty {
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

time_newtype!(
    DateTime(OffsetDateTime),
    HttpDate(OffsetDateTime),
    UnixTime(OffsetDateTime),
    Date(time::Date)
);

//! Points in time in the form of HTTP. Invariant: what is written can be read again.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc2822;
use time::{OffsetDateTime, UtcOffset};

use super::time::{ParseTimeError, time_as_text, time_newtype};
use super::wire::{FromWire, Wire};

/// A point in time in the form of HTTP's headers (RFC 9110, section 5.6.7): `date-time-rfc1123`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpDate(pub OffsetDateTime);

impl FromStr for HttpDate {
    type Err = ParseTimeError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        rfc2822(text)
            .or_else(|| rfc2822(&modern_form(text)?))
            .or_else(|| early(text))
            .map(Self)
            .ok_or(ParseTimeError {
                expected: "a date of RFC 9110",
            })
    }
}

/// A date of RFC 2822 without comments, which HTTP has none of, and whose nesting would go as deep as the text is long.
fn rfc2822(text: &str) -> Option<OffsetDateTime> {
    let may_be_date = text.len() <= LONGEST && !text.contains('(');
    may_be_date.then(|| OffsetDateTime::parse(text, &Rfc2822).ok())?
}

/// More than any date has, in bytes.
const LONGEST: usize = 64;

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
    let later = rfc2822(&later)?;
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
    #[inline]
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

time_as_text!(HttpDate);
time_newtype!(HttpDate(OffsetDateTime));

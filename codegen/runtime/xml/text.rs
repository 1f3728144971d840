//! Values that are the text of an element.

use super::super::binary::{Base64, Base64Url};
use super::super::date::Date;
use super::super::date_time::DateTime;
use super::super::http_date::HttpDate;
use super::super::secret::Secret;
use super::super::unix_time::UnixTime;
use super::element::XmlElement;
use super::error::XmlError;
use super::value::{FromXml, ToXml};

/// Implements both traits for what is written and read as text. Generated enums do the same.
macro_rules! xml_as_text {
    ($($ty:ty),+ $(,)?) => {$(
        impl ToXml for $ty {
            fn to_xml(&self, element: &mut XmlElement) {
                element.write(self);
            }
        }

        impl FromXml for $ty {
            fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
                element.parse()
            }
        }
    )+};
}

xml_as_text!(
    bool, i32, i64, f32, f64, String, Base64, Base64Url, Secret, DateTime, HttpDate, UnixTime,
    Date,
);

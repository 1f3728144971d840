//! Types of values on the wire.

use super::ModelId;
use std::fmt;

/// A name as it is on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireName(pub String);

impl WireName {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WireName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `true` or `false`.
    Bool,
    /// An integer.
    Int(IntWidth),
    /// A number that need not be an integer.
    Float(FloatWidth),
    /// Text.
    String,
    /// Bytes as text.
    Bytes(BytesEncoding),
    /// A point in time, a day, a time of day or a span of time.
    Time(TimeFormat),
    /// Text that is never shown (`format: password`, `x-ms-secret`).
    Secret,
    /// Any JSON value, kept as it is.
    Any,
    /// Raw bytes, streamed. Only as the whole of a body, never inside another type.
    Binary,
    /// A file in a multipart form, streamed, with a name and a media type. Only as a field of such a form, or as the
    /// element of a list that is one.
    File,
    /// A JSON array.
    List(Box<Type>),
    /// A JSON object used as a map.
    Map(Box<Type>),
    /// `null` is a legal element. Only directly inside [`List`](Self::List) and [`Map`](Self::Map).
    Nullable(Box<Type>),
    /// A named type.
    Model(ModelId),
    /// A named type behind a pointer, where it would contain itself otherwise.
    Boxed(ModelId),
}

/// The width of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntWidth {
    /// `int32`.
    I32,
    /// `int64`, or no format.
    I64,
}

/// The width of a floating-point number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FloatWidth {
    /// `float`.
    F32,
    /// `double`, or no format.
    F64,
}

/// How bytes are written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BytesEncoding {
    /// `byte`: RFC 4648, section 4.
    Base64,
    /// `base64url`: RFC 4648, section 5, without padding.
    Base64Url,
}

/// How times are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeFormat {
    /// `date-time`: RFC 3339.
    DateTime,
    /// `date-time-rfc1123`: RFC 9110, section 5.6.7.
    Rfc1123,
    /// `unixtime`: seconds since 1970 as a number.
    Unix,
    /// `date`: RFC 3339 full-date.
    Date,
}

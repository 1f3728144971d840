//! Types that need no model: what `type` and `format` mean together.

use crate::ir::{BytesEncoding, FloatWidth, IntWidth, TimeFormat, Type};

/// What is odd about a `type` and `format` that were given a type nevertheless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Oddity {
    /// The format means nothing here; the type alone counts.
    Format,
    /// The type is unknown.
    Type,
    /// A file where there is no body.
    File,
}

/// Whether a text may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Secrecy {
    /// It may.
    Open,
    /// It may not (`x-ms-secret`).
    Secret,
}

/// The type of a value of `type_name` and `format`.
pub(super) fn plain_type(
    type_name: &str,
    format: Option<&str>,
    secrecy: Secrecy,
) -> (Type, Option<Oddity>) {
    match type_name {
        "string" => match secrecy {
            Secrecy::Secret => (Type::Secret, None),
            Secrecy::Open => string_type(format),
        },
        "integer" => match format {
            None | Some("int64" | "long") => (Type::Int(IntWidth::I64), None),
            Some("int32") => (Type::Int(IntWidth::I32), None),
            Some("unixtime") => (Type::Time(TimeFormat::Unix), None),
            Some(_) => (Type::Int(IntWidth::I64), Some(Oddity::Format)),
        },
        "number" => match format {
            None | Some("double" | "decimal" | "int32" | "int64") => {
                (Type::Float(FloatWidth::F64), None)
            }
            Some("float") => (Type::Float(FloatWidth::F32), None),
            Some(_) => (Type::Float(FloatWidth::F64), Some(Oddity::Format)),
        },
        "boolean" => (Type::Bool, None),
        "file" => (Type::Any, Some(Oddity::File)),
        "null" => (Type::Any, None),
        _ => (Type::Any, Some(Oddity::Type)),
    }
}

fn string_type(format: Option<&str>) -> (Type, Option<Oddity>) {
    let Some(format) = format else {
        return (Type::String, None);
    };
    let ty = match format {
        "byte" => Type::Bytes(BytesEncoding::Base64),
        "base64url" => Type::Bytes(BytesEncoding::Base64Url),
        "date" => Type::Time(TimeFormat::Date),
        "date-time" => Type::Time(TimeFormat::DateTime),
        "date-time-rfc1123" => Type::Time(TimeFormat::Rfc1123),
        "password" => Type::Secret,
        "duration" | "time" | "uuid" | "uri" | "url" | "char" | "decimal" | "email" | "string" => {
            Type::String
        }
        _ => return (Type::String, Some(Oddity::Format)),
    };
    (ty, None)
}

//! JSON bodies: of requests as a value or as bytes that are sent as they are, of replies with the place of what is
//! wrong with them.

use std::fmt;

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{ErrorKind, Failure};
use super::place::place_of;

/// The JSON body of a request.
///
/// [`Json::raw`] sends a text byte for byte, which matters where the service takes a digest of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Json<T>(Content<T>);

#[derive(Clone, PartialEq)]
enum Content<T> {
    Value(T),
    Raw(Bytes),
}

impl<T> Json<T> {
    /// A value, which is serialized when the request is sent.
    pub fn value(value: T) -> Self {
        Self(Content::Value(value))
    }

    /// A JSON text, which is sent as it is and not looked at.
    pub fn raw(text: impl Into<Bytes>) -> Self {
        Self(Content::Raw(text.into()))
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self::value(value)
    }
}

impl<T: fmt::Debug> fmt::Debug for Content<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(formatter),
            Self::Raw(text) => write!(formatter, "raw, {} bytes", text.len()),
        }
    }
}

impl<T> Json<T> {
    pub(super) fn is_raw(&self) -> bool {
        match self.0 {
            Content::Value(_) => false,
            Content::Raw(_) => true,
        }
    }
}

impl<T: Serialize> Json<T> {
    pub(super) fn to_bytes(&self) -> Result<Bytes, serde_json::Error> {
        match &self.0 {
            Content::Value(value) => serde_json::to_vec(value).map(Bytes::from),
            Content::Raw(text) => Ok(text.clone()),
        }
    }
}

/// Reads a JSON text, for the error bodies of a service: `None` when it is not what the document describes.
pub fn decode_json<T: DeserializeOwned>(text: &[u8]) -> Option<T> {
    serde_json::from_slice(without_bom(text)).ok()
}

/// Like [`decode_json`], for a type whose fields may all be absent: `None` as well when nothing of it is there, since any
/// JSON object would do.
pub fn decode_json_nonempty<T: DeserializeOwned + Default + PartialEq>(text: &[u8]) -> Option<T> {
    decode_json(text).filter(|value| *value != T::default())
}

/// Reads a JSON text; a failure names the place in the text by its path.
pub(super) fn decode<T: DeserializeOwned>(text: &[u8]) -> Result<T, Failure> {
    let text = without_bom(text);
    serde_json::from_slice(text).map_err(|error| decode_failure(text, &error))
}

fn decode_failure(text: &[u8], error: &serde_json::Error) -> Failure {
    let found = Located::new(&place_of(text, error), &error.to_string());
    let mut message = match found.path() {
        "." => "the body of the reply".to_owned(),
        path => format!("`{}` in the reply", Shown(path)),
    };
    message.push_str(" is not what the document describes: ");
    message.push_str(&Shown(found.message()).to_string());
    Failure::new(ErrorKind::Decode, message)
}

/// A text of a server's in a message: on one line, not longer than a person reads, and without what would make a
/// terminal or a log show something else.
struct Shown<'a>(&'a str);

/// Characters of a path or a message that are shown.
const MOST_SHOWN: usize = 200;

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(MOST_SHOWN) {
            match character {
                '"' | '\'' | '\\' => fmt::Write::write_char(formatter, character)?,
                _ => write!(formatter, "{}", character.escape_debug())?,
            }
        }
        formatter.write_str(if characters.next().is_some() {
            "…"
        } else {
            ""
        })
    }
}

/// What is wrong, and where, as a path such as `siblings[0].birthday`; `.` is the value itself.
pub(super) struct Located {
    path: String,
    message: String,
}

impl Located {
    /// Takes apart a message that another one of these wrote below `path`. The message does not show the value that was
    /// found.
    pub(super) fn new(path: &str, message: &str) -> Self {
        let Some((_, below, message)) = take_apart(message) else {
            return Self {
                path: path.to_owned(),
                message: without_value(message),
            };
        };
        let path = match (path, below) {
            (path, ".") => path.to_owned(),
            (".", below) => below.to_owned(),
            (path, below) if below.starts_with('[') => format!("{path}{below}"),
            (path, below) => format!("{path}.{below}"),
        };
        Self {
            path,
            message: without_value(message),
        }
    }

    /// The place.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong.
    pub(super) fn message(&self) -> &str {
        &self.message
    }
}

/// What is wrong within an object that was read on its own, with the property that says of which type it is.
pub(super) struct Within<'a> {
    pub(super) property: &'a str,
    pub(super) found: Located,
}

impl Within<'_> {
    /// The property, where this is the message of one of these.
    pub(super) fn property_of(message: &str) -> Option<&str> {
        take_apart(message).map(|(property, _, _)| property)
    }
}

const START: &str = "by `";
const MIDDLE: &str = "` at `";
const END: &str = "`: ";

impl fmt::Display for Within<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { property, found } = self;
        let Located { path, message } = found;
        write!(formatter, "{START}{property}{MIDDLE}{path}{END}{message}")
    }
}

/// The parts of the message of a [`Within`]: property, path, what is wrong.
fn take_apart(message: &str) -> Option<(&str, &str, &str)> {
    let (property, rest) = message.strip_prefix(START)?.split_once(MIDDLE)?;
    let (path, message) = rest.split_once(END)?;
    Some((property, path, message))
}

/// A message of `serde` without the value that was found, which may be a secret: `invalid type: string "x", expected
/// i64` becomes `invalid type, expected i64`.
fn without_value(message: &str) -> String {
    let shows_value = ["invalid type: ", "invalid value: ", "unknown variant `"]
        .iter()
        .find(|start| message.starts_with(**start));
    match (shows_value, message.rfind(", expected ")) {
        (Some(start), Some(end)) => {
            let what = start.trim_end_matches([':', ' ', '`']);
            format!("{what}{}", message.get(end..).unwrap_or_default())
        }
        (Some(start), None) => start.trim_end_matches([':', ' ', '`']).to_owned(),
        (None, _) => message.to_owned(),
    }
}

/// The text without the byte order mark that some services put in front of it.
pub(super) fn without_bom(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text)
}

//! Text in the character set that a media type names. Invariant: no text is sent or read in another one than it says.

use bytes::Bytes;

use super::error::{ErrorKind, Failure};
use super::json::without_bom;

/// A character set.
#[derive(Clone, Copy, PartialEq)]
enum Charset {
    /// UTF-8, which is also what nothing is said of.
    Utf8,
    /// ISO 8859-1: each byte is a character of Unicode.
    Latin1,
    /// ASCII, or one that has ASCII in it, of which the client knows no more.
    Ascii,
    /// One that may write even ASCII in other bytes, as UTF-16 does.
    Unknown,
}

/// How the names of the character sets begin whose first 128 characters are those of ASCII.
const WITH_ASCII: &[&str] = &[
    "us-ascii",
    "ascii",
    "iso-8859-",
    "windows-125",
    "cp125",
    "koi8-",
    "gb",
    "big5",
    "euc-",
];

/// What the media type says: `text/plain; charset=utf-8`.
fn charset(media_type: &str) -> Charset {
    let mut parameters = media_type.split(';').skip(1);
    let named = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches('"').to_ascii_lowercase())
    });
    match named.as_deref() {
        None | Some("" | "utf-8" | "utf8") => Charset::Utf8,
        Some("iso-8859-1" | "latin1") => Charset::Latin1,
        Some(name) if WITH_ASCII.iter().any(|start| name.starts_with(start)) => Charset::Ascii,
        Some(_) => Charset::Unknown,
    }
}

/// The bytes of a text that is sent.
pub(super) fn encode(media_type: &str, text: &str) -> Result<Bytes, Failure> {
    let bytes = match charset(media_type) {
        Charset::Utf8 => Some(text.as_bytes().to_vec()),
        Charset::Latin1 => text.chars().map(|c| u8::try_from(c).ok()).collect(),
        Charset::Ascii => text.is_ascii().then(|| text.as_bytes().to_vec()),
        Charset::Unknown => {
            let message = "the media type of the body names a character set that is not known";
            return Err(Failure::new(ErrorKind::BadParameter, message));
        }
    };
    bytes.map(Bytes::from).ok_or_else(|| {
        let message = "the body has a character that the character set of its media type lacks";
        Failure::new(ErrorKind::BadParameter, message)
    })
}

/// The text of a reply.
pub(super) fn decode(media_type: Option<&str>, bytes: &[u8]) -> Result<String, Failure> {
    let charset = charset(media_type.unwrap_or_default());
    let text = without_bom(bytes);
    match charset {
        Charset::Latin1 => return Ok(bytes.iter().copied().map(char::from).collect()),
        Charset::Ascii if bytes.is_ascii() => {}
        Charset::Ascii | Charset::Unknown => {
            let message = "the body of the reply is in a character set that is not known";
            return Err(Failure::new(ErrorKind::Decode, message));
        }
        Charset::Utf8 => {}
    }
    match std::str::from_utf8(text) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(
            Failure::new(ErrorKind::Decode, "the body of the reply is not UTF-8").caused_by(error),
        ),
    }
}

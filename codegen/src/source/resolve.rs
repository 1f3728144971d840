//! Where a `$ref` leads.

use super::{DocumentId, Location, Pointer, Sources, names};
use crate::nearest::nearest;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use std::fmt::{self, Write as _};

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResolveError {
    /// The file is missing, was refused or could not be read; the loader has reported that already.
    NotLoaded {
        /// The file part of the reference.
        file: String,
    },
    /// The part behind `#` is no JSON pointer.
    NotAPointer {
        /// That part, decoded.
        fragment: String,
    },
    /// The file is there, but the pointer leads nowhere in it.
    NoSuchValue {
        /// The deepest value on the way that exists.
        deepest: Location,
        /// The first key that does not exist in it.
        missing: String,
        /// An existing key that looks like the missing one.
        similar: Option<String>,
    },
}

impl Sources {
    /// The place that `reference`, found in the document of `from`, leads to.
    ///
    /// # Errors
    ///
    /// Says which end failed; only [`ResolveError::NotLoaded`] has been reported before.
    pub fn resolve(&self, from: &Location, reference: &str) -> Result<Location, ResolveError> {
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let document =
            self.referred_document(from.document, file)
                .ok_or_else(|| ResolveError::NotLoaded {
                    file: file.to_owned(),
                })?;
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let Some(pointer) = Pointer::parse(&fragment) else {
            return Err(ResolveError::NotAPointer {
                fragment: fragment.into_owned(),
            });
        };
        let target = Location { document, pointer };
        match self.get(&target) {
            Some(_) => Ok(target),
            None => Err(self.explain(&target)),
        }
    }

    /// A key of the object at `location` that looks like `key`.
    pub fn similar_key(&self, location: &Location, key: &str) -> Option<&str> {
        let keys = self.get(location)?.as_object()?.keys();
        nearest(key, keys.map(String::as_str))
    }

    /// The query of RFC 9535 that selects `location`, as an overlay's `target` has it: `$.paths['/pets'].get`.
    pub fn json_path(&self, location: &Location) -> String {
        let mut segments = vec!["$".to_owned()];
        let mut value = Some(&self.document(location.document).value);
        for key in location.pointer.keys() {
            segments.push(match value {
                Some(Value::Array(_)) => format!("[{key}]"),
                _ => member_segment(&key),
            });
            value = value.and_then(|value| value.pointer(Pointer::root().key(&key).as_str()));
        }
        segments.concat()
    }

    fn referred_document(&self, from: DocumentId, file: &str) -> Option<DocumentId> {
        if file.is_empty() {
            return Some(from);
        }
        let key = names::join(&self.document(from).key, file).ok()?;
        let id = self.by_key.get(&key).copied()?;
        (!self.document(id).value.is_null()).then_some(id)
    }

    fn explain(&self, target: &Location) -> ResolveError {
        let mut deepest = Location::root(target.document);
        for key in target.pointer.keys() {
            let next = deepest.key(&key);
            if self.get(&next).is_none() {
                return ResolveError::NoSuchValue {
                    similar: self.similar_key(&deepest, &key).map(str::to_owned),
                    deepest,
                    missing: key,
                };
            }
            deepest = next;
        }
        ResolveError::NoSuchValue {
            deepest,
            missing: String::new(),
            similar: None,
        }
    }
}

fn member_segment(key: &str) -> String {
    let begins_name = |character: char| character.is_ascii_alphabetic() || character == '_';
    let in_name = |character: char| begins_name(character) || character.is_ascii_digit();
    if key.starts_with(begins_name) && key.chars().all(in_name) {
        format!(".{key}")
    } else {
        let mut segment = String::from("['");
        for character in key.chars() {
            push_escaped(&mut segment, character);
        }
        segment + "']"
    }
}

/// A character of a key in quotes (RFC 9535, section 2.7).
fn push_escaped(segment: &mut String, character: char) {
    match character {
        '\'' | '\\' => segment.extend(['\\', character]),
        '\n' => segment.push_str("\\n"),
        '\r' => segment.push_str("\\r"),
        '\t' => segment.push_str("\\t"),
        control if control < ' ' => {
            // Writing to a `String` cannot fail.
            let _ = write!(segment, "\\u{:04x}", u32::from(control));
        }
        other => segment.push(other),
    }
}

impl fmt::Display for ResolveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLoaded { file } => write!(formatter, "`{file}` is not loaded"),
            Self::NotAPointer { fragment } => {
                write!(
                    formatter,
                    "`{fragment}` is not a JSON pointer: it has to begin with `/`"
                )
            }
            Self::NoSuchValue {
                deepest, missing, ..
            } if deepest.pointer.as_str().is_empty() => {
                write!(
                    formatter,
                    "there is no `{missing}` at the top of the document"
                )
            }
            Self::NoSuchValue {
                deepest, missing, ..
            } => {
                write!(
                    formatter,
                    "there is no `{missing}` in `{}`",
                    deepest.pointer
                )
            }
        }
    }
}

impl std::error::Error for ResolveError {}

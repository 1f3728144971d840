//! The headers of a reply, by name and type, and those of one beginning. Every header may be absent, whatever the
//! document says.

use std::collections::BTreeMap;
use std::fmt;

use http::{HeaderMap, HeaderValue};

use super::operation::Collection;
use super::request::Request;
use super::wire::FromWire;

/// Typed headers of a reply.
pub trait FromHeaders: Sized {
    /// Reads them.
    ///
    /// # Errors
    ///
    /// A header that is present and not of its type.
    fn from_headers(headers: &ReplyHeaders<'_>) -> Result<Self, HeaderError>;
}

impl FromHeaders for () {
    fn from_headers(_: &ReplyHeaders<'_>) -> Result<Self, HeaderError> {
        Ok(())
    }
}

/// The headers of a reply, as [`FromHeaders`] sees them.
pub struct ReplyHeaders<'a>(pub(super) &'a HeaderMap);

impl ReplyHeaders<'_> {
    /// The header of this name, if it is there; the first one if there are several. An empty one is not there, unless
    /// `T` has an empty value.
    ///
    /// # Errors
    ///
    /// It is not of the type `T`.
    pub fn get<T: FromWire>(&self, name: &'static str) -> Result<Option<T>, HeaderError> {
        let Some(value) = self.0.get(name) else {
            return Ok(None);
        };
        let text = text_of(name, value)?.trim();
        match T::from_wire(text) {
            None if !text.is_empty() => Err(HeaderError { name }),
            typed => Ok(typed),
        }
    }

    /// The elements of the header of this name, if it is there. Several headers of one name make one list.
    ///
    /// # Errors
    ///
    /// An element is not of the type `T`.
    pub fn get_list<T: FromWire>(
        &self,
        name: &'static str,
        collection: Collection,
    ) -> Result<Option<Vec<T>>, HeaderError> {
        let separator = match collection {
            Collection::Csv | Collection::Multi => ',',
            Collection::Ssv => ' ',
            Collection::Tsv => '\t',
            Collection::Pipes => '|',
        };
        let mut list = None;
        for value in self.0.get_all(name) {
            let list: &mut Vec<T> = list.get_or_insert_default();
            for element in text_of(name, value)?
                .split(separator)
                .map(str::trim)
                .filter(|text| !text.is_empty())
            {
                list.push(T::from_wire(element).ok_or(HeaderError { name })?);
            }
        }
        Ok(list)
    }

    /// The headers whose names begin with this prefix, by the rest of their names in lower case
    /// (`x-ms-header-collection-prefix`).
    #[inline]
    pub fn prefixed(&self, prefix: &'static str) -> BTreeMap<String, String> {
        let prefix = prefix.to_ascii_lowercase();
        let mut map = BTreeMap::new();
        for (name, value) in self.0 {
            if let (Some(rest), Ok(text)) = (name.as_str().strip_prefix(&prefix), value.to_str()) {
                map.insert(rest.to_owned(), text.to_owned());
            }
        }
        map
    }
}

impl Request {
    /// Adds a header for each value, whose name is the prefix and the key (`x-ms-header-collection-prefix`).
    pub fn header_map<'v>(
        &mut self,
        prefix: &'static str,
        values: impl Into<Option<&'v BTreeMap<String, String>>>,
    ) {
        for (key, value) in values.into().into_iter().flatten() {
            self.draft.header(&format!("{prefix}{key}"), value);
        }
    }
}

impl fmt::Debug for ReplyHeaders<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}

/// UTF-8 rather than ASCII: services put names of people and files into headers.
fn text_of<'a>(name: &'static str, value: &'a HeaderValue) -> Result<&'a str, HeaderError> {
    std::str::from_utf8(value.as_bytes()).map_err(|_| HeaderError { name })
}

/// A header of a reply that is not of the type that the document gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderError {
    name: &'static str,
}

impl fmt::Display for HeaderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the header `{}` of the reply is not of its type",
            self.name
        )
    }
}

impl std::error::Error for HeaderError {}

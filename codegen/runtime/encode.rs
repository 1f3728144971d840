//! How values are written into paths, queries, forms and headers.

use std::borrow::Cow;

use http::header::COOKIE;
use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::operation::Collection;

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Names of query parameters keep the characters that stand for themselves in a query: `$filter`.
const QUERY_NAME: &AsciiSet = &RESERVED
    .remove(b'$')
    .remove(b'!')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b':')
    .remove(b'@');

/// What a cookie cannot hold (RFC 6265, section 4.1.1), and what tells it from the value itself. The rest stays as it is,
/// since many services decode nothing.
const NO_COOKIE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'%')
    .add(b',')
    .add(b';')
    .add(b'\\');

/// One segment of a path, or one value of a query.
pub(super) fn component(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

pub(super) fn query_name(name: &str) -> PercentEncode<'_> {
    utf8_percent_encode(name, QUERY_NAME)
}

/// A pair of the `Cookie` header.
pub(super) fn cookie_pair(name: &str, value: &str) -> String {
    format!("{name}={}", cookie_value(value))
}

/// A value in the `Cookie` header.
pub(super) fn cookie_value(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, NO_COOKIE)
}

/// Whether a cookie can hold a value as it is.
pub(super) fn is_cookie_value(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\'))
}

/// Sets a header in place of one of its name. Cookies are added to those that are there, all in one header (RFC 6265,
/// section 5.4).
pub(super) fn put_header(headers: &mut HeaderMap, name: &HeaderName, value: &HeaderValue) {
    let value = match headers.get(COOKIE) {
        Some(others) if *name == COOKIE => joined_cookies(others, value),
        Some(_) | None => value.clone(),
    };
    headers.insert(name, value);
}

fn joined_cookies(first: &HeaderValue, second: &HeaderValue) -> HeaderValue {
    let text = [first.as_bytes(), second.as_bytes()].join(&b"; "[..]);
    // What is made of two values is always a value.
    let mut joined = HeaderValue::from_bytes(&text).unwrap_or_else(|_| second.clone());
    joined.set_sensitive(first.is_sensitive() || second.is_sensitive());
    joined
}

/// A name or value of a form, as the URL standard writes `application/x-www-form-urlencoded`.
pub(super) fn form_component(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// What stands between the elements of a list; `None` when the name is repeated instead.
fn separator(collection: Collection) -> Option<&'static str> {
    match collection {
        Collection::Csv => Some(","),
        Collection::Ssv => Some(" "),
        Collection::Tsv => Some("\t"),
        Collection::Pipes => Some("|"),
        Collection::Multi => None,
    }
}

/// The values that are sent under one name. Elements are encoded one by one, so that a separator within an element is
/// told from one between two; a comma between two is written as it is.
pub(super) fn list_values(
    elements: &[Cow<'_, str>],
    collection: Collection,
    encode: fn(&str) -> String,
) -> Vec<String> {
    let encoded: Vec<String> = elements.iter().map(|element| encode(element)).collect();
    match separator(collection) {
        None => encoded,
        Some(_) if encoded.is_empty() => encoded,
        Some(",") => vec![encoded.join(",")],
        Some(other) => vec![encoded.join(&encode(other))],
    }
}

/// Adds a pair to a form.
pub(super) fn push_field(form: &mut String, name: &str, value: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    form.push_str(&form_component(name));
    form.push('=');
    form.push_str(value);
}

//! What a request should look like on the wire, worked out from the document alone.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use tests::listener::Recorded;

use super::document::{Operation, Parameter};
use super::given::{Given, plain};

/// The user and the password of the client under test.
pub(crate) const LOGIN: (&str, &str) = ("user", "password");

/// Asserts that the request is what the document makes of the parameters, byte for byte.
pub(crate) fn assert_request(seen: &Recorded, operation: &Operation<'_>, given: &Given) {
    assert_eq!(seen.method(), operation.method.to_uppercase());
    assert_eq!(seen.target(), target(operation, given));
    let mut expected = headers(operation, given);
    let body = body(operation, given);
    expected.extend(body_headers(operation, body.as_ref()));
    for (name, value) in &expected {
        assert_eq!(seen.header(name), value.as_deref(), "`{name}`");
    }
    for name in seen.head.lines().skip(1).filter_map(header_name) {
        let known = ["host", "user-agent"].contains(&name.as_str())
            || expected
                .iter()
                .any(|(known, _)| known.eq_ignore_ascii_case(&name));
        assert!(known, "nothing asks for the header `{name}`");
    }
    match body {
        None => assert_eq!(seen.text(), ""),
        Some(Content::Exact(text)) => assert_eq!(seen.text(), text),
        Some(Content::Json(value)) => {
            let sent: Value = serde_json::from_slice(&seen.body).expect("a JSON body");
            assert_eq!(sent, value);
        }
    }
}

/// Path and query.
fn target(operation: &Operation<'_>, given: &Given) -> String {
    let (path, literal_query) = match operation.path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (operation.path, None),
    };
    let mut target = path.to_owned();
    for parameter in placed(operation, "path") {
        let value = given.text(parameter.name());
        let value = if parameter.is_raw() {
            value.to_owned()
        } else {
            percent_encoded(value)
        };
        target = target.replace(&format!("{{{}}}", parameter.name()), &value);
    }
    let literal = literal_query.map(str::to_owned);
    let pairs =
        placed(operation, "query").flat_map(|parameter| pairs(parameter, given, percent_encoded));
    for pair in literal.into_iter().chain(pairs) {
        target.push(if target.contains('?') { '&' } else { '?' });
        target.push_str(&pair);
    }
    target
}

/// The headers that do not depend on the body; `None` for one that has to be absent.
fn headers(operation: &Operation<'_>, given: &Given) -> Vec<(String, Option<String>)> {
    let (user, password) = LOGIN;
    let login = BASE64_STANDARD.encode(format!("{user}:{password}"));
    let authorization = operation.is_protected().then(|| format!("Basic {login}"));
    let accept = operation.produces().join(", ");
    let mut headers = vec![
        ("authorization".to_owned(), authorization),
        ("accept".to_owned(), Some(accept)),
    ];
    for parameter in placed(operation, "header") {
        let name = parameter.name().to_lowercase();
        let value = given.optional_text(parameter.name()).map(str::to_owned);
        match headers.iter_mut().find(|(other, _)| *other == name) {
            Some((_, standard)) => *standard = value.or(standard.take()),
            None => headers.push((name, value)),
        }
    }
    headers
}

enum Content {
    Exact(String),
    Json(Value),
}

fn body(operation: &Operation<'_>, given: &Given) -> Option<Content> {
    let form: Vec<String> = placed(operation, "formData")
        .flat_map(|parameter| pairs(parameter, given, form_encoded))
        .collect();
    if !form.is_empty() {
        return Some(Content::Exact(form.join("&")));
    }
    let parameter = placed(operation, "body").next()?;
    match given.value(parameter.name())? {
        Value::String(text) => Some(Content::Exact(text.clone())),
        other => {
            assert!(!parameter.is_file(), "bytes are given as text");
            Some(Content::Json(other.clone()))
        }
    }
}

/// A method that usually has a body says that there is none.
fn body_headers(
    operation: &Operation<'_>,
    body: Option<&Content>,
) -> Vec<(String, Option<String>)> {
    let media_type = body.and_then(|_| operation.consumes().first().map(ToString::to_string));
    let mut headers = vec![("content-type".to_owned(), media_type)];
    let length = match body {
        Some(Content::Exact(text)) => Some(text.len().to_string()),
        Some(Content::Json(value)) => Some(value.to_string().len().to_string()),
        None if ["post", "put", "patch"].contains(&operation.method) => Some("0".to_owned()),
        None => None,
    };
    headers.push(("content-length".to_owned(), length));
    headers
}

fn placed<'a>(
    operation: &Operation<'a>,
    place: &'static str,
) -> impl Iterator<Item = Parameter<'a>> {
    operation
        .parameters()
        .filter(move |parameter| parameter.place() == place)
}

/// `name=value`, several times for a list that is written so.
fn pairs(parameter: Parameter<'_>, given: &Given, encoded: fn(&str) -> String) -> Vec<String> {
    let name = parameter.name();
    let values = match (parameter.kind(), given.value(name)) {
        (_, None) => Vec::new(),
        ("array", Some(_)) => {
            assert_eq!(parameter.collection_format(), "multi", "of `{name}`");
            given.texts(name)
        }
        (_, Some(value)) => vec![plain(value)],
    };
    let values = values.iter();
    values
        .map(|value| format!("{}={}", encoded(name), encoded(value)))
        .collect()
}

/// RFC 3986: only unreserved characters stand for themselves.
fn percent_encoded(text: &str) -> String {
    encoded_except(text, b"-._~")
}

/// `application/x-www-form-urlencoded` of the URL standard.
fn form_encoded(text: &str) -> String {
    encoded_except(text, b"*-._ ").replace(' ', "+")
}

fn encoded_except(text: &str, unreserved: &[u8]) -> String {
    let encoded = text.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || unreserved.contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    encoded.collect()
}

fn header_name(line: &str) -> Option<String> {
    line.split_once(':').map(|(name, _)| name.to_lowercase())
}

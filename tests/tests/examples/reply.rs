//! The reply of an example: as the listener sends it, and as the client should hand it out.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use generated_client::{Error, ErrorKind, Result};
use serde_json::Value;
use tests::listener::Script;
use url::{Position, Url};

use super::document::{Example, Operation, members};
use super::given::plain;
use super::outcome::{Content, Outcome};

/// A reply of an example.
#[derive(Clone)]
pub(crate) struct ExampleReply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Body,
}

#[derive(Clone)]
enum Body {
    None,
    Json(Value),
    Bytes(Vec<u8>),
}

impl ExampleReply {
    /// The replies of an example, in its order.
    pub(crate) fn all(operation: &Operation<'_>, example: &Example<'_>) -> Vec<Self> {
        let replies = example.replies.iter();
        replies
            .map(|(status, reply)| Self::of(operation, status, reply))
            .collect()
    }

    fn of(operation: &Operation<'_>, status: &str, example: &Value) -> Self {
        let body = Body::of(&operation.reply(status)["schema"], &example["body"]);
        let mut headers: Vec<(String, String)> = members(&example["headers"])
            .map(|(name, value)| (name.to_owned(), plain(value)))
            .collect();
        let length = body.bytes().len().to_string();
        let stated = headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        match stated {
            // The reply to HEAD says how long the body of the reply to GET would be.
            Some(_) if operation.method == "head" => {}
            Some((_, stated)) => assert_eq!(*stated, length, "the example contradicts itself"),
            // RFC 9110, 8.6: no length with 204.
            None if operation.method == "head" || status == "204" => {}
            None => headers.push(("Content-Length".to_owned(), length)),
        }
        if !matches!(body, Body::None) {
            let media_type = operation.produces().first().map(ToString::to_string);
            headers.extend(media_type.map(|value| ("Content-Type".to_owned(), value)));
        }
        Self {
            status: status.parse().expect("a status"),
            headers,
            body,
        }
    }

    /// The status.
    pub(crate) fn status(&self) -> u16 {
        self.status
    }

    /// Whether it sends the client elsewhere.
    pub(crate) fn is_redirect(&self) -> bool {
        (300..400).contains(&self.status)
    }

    /// The same reply with a location of another origin, of the form `http://host:port`.
    pub(crate) fn located_at(&self, origin: &str) -> Self {
        let mut moved = self.clone();
        for (name, value) in &mut moved.headers {
            if name.eq_ignore_ascii_case("location") {
                let location = Url::parse(value).expect("an absolute location");
                *value = format!("{origin}{}", &location[Position::BeforePath..]);
            }
        }
        moved
    }

    /// What the listener sends.
    pub(crate) fn script(&self) -> Script {
        let mut head = format!("HTTP/1.1 {} Status\r\n", self.status);
        for (name, value) in &self.headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str("\r\n");
        Script::reply([head.into_bytes(), self.body.bytes()].concat())
    }

    /// Asserts that the client handed out just this.
    pub(crate) fn assert_outcome(&self, operation: &Operation<'_>, outcome: Result<Outcome>) {
        if self.is_redirect() {
            let Err(error) = outcome else {
                panic!("a redirect that is not followed should be an error");
            };
            return self.assert_redirect(&error);
        }
        let outcome = outcome.unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(outcome.status, self.status);
        let declared = operation.success_headers();
        let expected: BTreeMap<_, _> = declared
            .map(|name| (snake_case(name), self.header(name)))
            .collect();
        assert_eq!(outcome.headers, expected);
        match (&self.body, &outcome.content) {
            (Body::None, Content::Empty) => {}
            (Body::Bytes(sent), Content::Bytes(read)) => assert_eq!(read, sent),
            (Body::Json(sent), Content::Json { value, bytes }) => {
                assert_eq!(value, sent);
                assert_eq!(*bytes, self.body.bytes(), "the exact bytes");
            }
            (_, content) => panic!("{content:?} is another kind of content than was sent"),
        }
    }

    fn assert_redirect(&self, error: &Error) {
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(
            error.status().map(|status| status.as_u16()),
            Some(self.status)
        );
        assert_eq!(error.location(), self.header("Location").as_deref());
    }

    fn header(&self, name: &str) -> Option<String> {
        let mut headers = self.headers.iter();
        headers
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.clone())
    }
}

impl Body {
    /// A reply without a schema has no body, whatever the example shows: some show `{}`. Bytes are given as Base64.
    fn of(schema: &Value, example: &Value) -> Self {
        match (schema, example) {
            (Value::Null, _) => Self::None,
            (schema, Value::String(text)) if schema["type"] == "file" => {
                Self::Bytes(BASE64_STANDARD.decode(text).expect("Base64"))
            }
            (_, value) => Self::Json(value.clone()),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::None => Vec::new(),
            Self::Json(value) => format!("{value:#}").into_bytes(),
            Self::Bytes(bytes) => bytes.clone(),
        }
    }
}

fn snake_case(header: &str) -> String {
    header.to_lowercase().replace('-', "_")
}

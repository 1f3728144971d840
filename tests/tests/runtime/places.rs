//! The places that decode errors name.

use std::collections::BTreeMap;

use serde::Deserialize;
use tests::listener::{Listener, Script};

use super::{core, get};
use tests::runtime::{Base64, Date, DateTime, ErrorKind, UnixTime};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Ship {
    name: Option<String>,
    built: Option<Date>,
    logo: Option<Base64>,
    sailed: Vec<DateTime>,
    seen: BTreeMap<String, UnixTime>,
    crew: Vec<Sailor>,
    sister: Option<Box<Ship>>,
    length: Option<i32>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the values are not looked at")]
struct Sailor {
    born: Date,
    height: i64,
}

/// What the message says before the reason.
async fn place(body: &str) -> String {
    let server = Listener::start([Script::json(200, body)]).await;
    let error = get::<Ship>(&core(&server.url())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    let message = error.to_string();
    let end = message.find(" is not what the document describes: ");
    let end = end.unwrap_or_else(|| panic!("{message}"));
    message["Thing_Do: ".len()..end].replace(" in the reply", "")
}

#[tokio::test]
async fn a_value_is_found_whatever_stands_around_it() {
    for (body, expected) in [
        (r#"{"length":"x"}"#, "`length`"),
        (r#"{"length":"x","name":"a"}"#, "`length`"),
        (r#"{"name":"a","length":{}}"#, "`length`"),
        (r#"{"name":["a","b"],"length":1}"#, "`name`"),
        (
            r#"{"sister":{"sister":{"length":2147483648}}}"#,
            "`sister.sister.length`",
        ),
        (
            r#"{"crew":[{"born":"2000-01-01","height":1},{"born":"2000-01-01","height":null}]}"#,
            "`crew[1].height`",
        ),
        (
            "{\n  \"name\": \"}\\\"{\",\n  \"sister\": {\n    \"length\": true\n  }\n}",
            "`sister.length`",
        ),
    ] {
        assert_eq!(place(body).await, expected, "{body}");
    }
}

#[tokio::test]
async fn a_text_that_was_read_and_then_refused_is_found() {
    for (body, expected) in [
        (r#"{"built":"yesterday"}"#, "`built`"),
        (r#"{"built":"yesterday" , "name":"a"}"#, "`built`"),
        (r#"{"name":"a","logo":"???"}"#, "`logo`"),
        (
            r#"{"sailed":["2000-01-01T00:00:00Z","never"]}"#,
            "`sailed[1]`",
        ),
        (
            r#"{"sailed":["never", "2000-01-01T00:00:00Z"]}"#,
            "`sailed[0]`",
        ),
        (
            r#"{"seen":{"a":1,"b":9223372036854775807,"c":1}}"#,
            "`seen.b`",
        ),
        (r#"{"seen":{"a":1,"b":9223372036854775807}}"#, "`seen.b`"),
        (
            r#"{"crew":[{"born":"2000-01-01","height":1},{"height":1,"born":"2000-02-30"}]}"#,
            "`crew[1].born`",
        ),
    ] {
        assert_eq!(place(body).await, expected, "{body}");
    }
}

#[tokio::test]
async fn what_an_object_lacks_is_told_of_the_object() {
    for (body, expected) in [
        (
            r#"{"crew":[{"born":"2000-01-01","height":1},{"born":"2000-01-01"}]}"#,
            "`crew[1]`",
        ),
        (
            r#"{"crew":[{"born":"2000-01-01","height":1},{}],"name":"a"}"#,
            "`crew[1]`",
        ),
        (r#"{"sister":7}"#, "`sister`"),
        ("7", "the body of the reply"),
        ("", "the body of the reply"),
        (r#"{"name":"a"}}"#, "the body of the reply"),
        (r#"{"sister":{"name":"#, "`sister.name`"),
        (r#"{"sister":{"name":"a"#, "`sister.name`"),
    ] {
        assert_eq!(place(body).await, expected, "{body}");
    }
}

//! Replies that succeed: statuses, headers, bodies, limits.

use std::collections::BTreeMap;

use http::Method;
use serde::Deserialize;
use tests::listener::{Listener, Script};
use tests::runtime::{Collection, ErrorKind, FromHeaders, HeaderError, Operation, ReplyHeaders};

use super::{Headers, core, core_with, get, operation, send};

#[derive(Debug, Deserialize, PartialEq)]
struct Thing {
    name: String,
    #[serde(default)]
    tags: Vec<Tag>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Tag {
    size: i32,
}

#[tokio::test]
async fn headers_are_typed_and_optional() {
    let server = Listener::start([
        Script::with(
            200,
            "docker-content-digest: sha256:1\r\n",
            r#"{"name":"a"}"#,
        ),
        Script::with(200, "", r#"{"name":"b"}"#),
    ])
    .await;
    let core = core(&server.url());
    let first = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .json::<Thing, Headers>()
        .await
        .unwrap();
    assert_eq!(
        first.headers(),
        &Headers {
            digest: Some("sha256:1".into()),
            length: Some(12)
        }
    );
    assert_eq!(first.bytes().as_ref(), br#"{"name":"a"}"#);
    assert_eq!(first.raw_headers().len(), 2);
    let second = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .json::<Thing, Headers>()
        .await
        .unwrap();
    assert_eq!(second.headers().digest, None);
    assert_eq!(second.into_body().name, "b");
}

#[tokio::test]
async fn head_gives_the_length_of_the_body_that_is_not_there() {
    let reply = "HTTP/1.1 200 OK\r\nContent-Length: 5242880000\r\n\r\n";
    let server = Listener::start([Script::reply(reply), Script::reply(reply)]).await;
    let core = core(&server.url());
    for _ in 0..2 {
        let reply = send(&core, operation(Method::HEAD)).await.unwrap();
        let response = reply.empty::<Headers>().await.unwrap();
        assert_eq!(response.headers().length, Some(5_242_880_000));
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn only_the_documented_statuses_are_success() {
    for (success, status, is_success) in [
        (&[][..], 299, true),
        (&[200, 202][..], 202, true),
        (&[200][..], 201, false),
        (&[200, 404][..], 404, true),
    ] {
        let server = Listener::start([Script::with(status, "", "")]).await;
        let operation = Operation {
            success,
            ..operation(Method::GET)
        };
        let result = send(&core(&server.url()), operation).await;
        assert_eq!(result.is_ok(), is_success, "{success:?} {status}");
    }
}

#[tokio::test]
async fn a_head_may_ask_whether_a_thing_is_there() {
    let replies = [200, 204, 404].map(|status| Script::with(status, "", ""));
    let server = Listener::start(replies).await;
    let core = core(&server.url());
    for found in [true, true, false] {
        let operation = Operation {
            success: &[200, 204, 404],
            ..operation(Method::HEAD)
        };
        let reply = send(&core, operation).await.unwrap();
        assert_eq!(reply.found::<()>().await.unwrap().body(), &found);
    }
}

#[tokio::test]
async fn a_body_may_be_optional() {
    let server = Listener::start([
        Script::with(200, "", r#"{"name":"a"}"#),
        Script::reply("HTTP/1.1 204 No Content\r\n\r\n"),
        Script::with(200, "", ""),
        Script::with(200, "", "null"),
    ])
    .await;
    let core = core(&server.url());
    let mut names = Vec::new();
    for _ in 0..4 {
        let reply = send(&core, operation(Method::GET)).await.unwrap();
        let response = reply.json_optional::<Thing, ()>(&[204]).await.unwrap();
        names.push(response.into_body().map(|thing| thing.name));
    }
    assert_eq!(names, [Some("a".to_owned()), None, None, None]);
}

#[tokio::test]
async fn a_byte_order_mark_is_accepted() {
    let server = Listener::start([
        Script::with(200, "", "\u{feff}{\"name\":\"a\"}"),
        Script::with(200, "", "\u{feff}text"),
    ])
    .await;
    let core = core(&server.url());
    assert_eq!(get::<Thing>(&core).await.unwrap().body().name, "a");
    let text = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .text::<()>()
        .await
        .unwrap();
    assert_eq!(text.body(), "text");
}

#[tokio::test]
async fn a_decode_error_names_the_place() {
    for (body, message) in [
        (
            r"null",
            "the body of the reply is not what the document describes: invalid type, expected struct Thing",
        ),
        (
            r"[]",
            "the body of the reply is not what the document describes: invalid length 0",
        ),
        (r"", "EOF while parsing a value"),
        (r#"{"name":"a"} x"#, "trailing characters"),
        (r"{}", "missing field `name`"),
        (r#"{"name":"a","name":"b"}"#, "duplicate field `name`"),
        (
            r#"{"name":"a","tags":[{"size":1},{"size":"p4ssw0rd"}]}"#,
            "`tags[1].size` in the reply is not",
        ),
        (
            r#"{"name":"a","tags":[{"size":4294967296}]}"#,
            "`tags[0].size` in the reply is not",
        ),
        (
            r#"{"name":"a","tags":[{"size":1e400}]}"#,
            "`tags[0].size` in the reply is not",
        ),
        (r#"{"name":"\ud800"}"#, "`name` in the reply is not"),
    ] {
        let server = Listener::start([Script::json(200, body)]).await;
        let error = get::<Thing>(&core(&server.url())).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert!(error.to_string().contains(message), "{body}: {error}");
        assert!(!format!("{error:?}").contains("p4ssw0rd"), "{error:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        assert_eq!(error.raw_body(), body.as_bytes());
    }
}

#[tokio::test]
async fn unknown_fields_are_tolerated() {
    let server = Listener::start([Script::json(200, r#"{"new":[1],"name":"a"}"#)]).await;
    assert_eq!(
        get::<Thing>(&core(&server.url()))
            .await
            .unwrap()
            .body()
            .name,
        "a"
    );
}

#[tokio::test]
async fn a_reply_that_is_too_long_is_refused() {
    let announced =
        Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n[").then_hang();
    let endless = Script::reply("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        .then_repeat(
            "400\r\n".to_owned() + &" ".repeat(0x400) + "\r\n",
            1_000_000,
        );
    for script in [announced, endless] {
        let server = Listener::start([script]).await;
        let core = core_with(&server.url(), None, super::once().response_limit(8000));
        let error = get::<Vec<i32>>(&core).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
        assert_eq!(
            error.to_string(),
            "Thing_Do: the reply is longer than the limit of 8000 bytes"
        );
    }
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_read() {
    let server =
        Listener::start([Script::json(200, "[1,2,3]"), Script::json(200, "[1,2,34]")]).await;
    let core = core_with(&server.url(), None, super::once().response_limit(7));
    assert_eq!(get::<Vec<i32>>(&core).await.unwrap().body(), &[1, 2, 3]);
    assert_eq!(
        get::<Vec<i32>>(&core).await.unwrap_err().kind(),
        ErrorKind::ResponseTooLarge
    );
}

#[tokio::test]
async fn a_body_that_is_cut_off_is_told_so() {
    let short = Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1]").then_close();
    let chunked =
        Script::reply("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1]\r\n")
            .then_close();
    let server = Listener::start([short.clone(), chunked, short]).await;
    let core = core(&server.url());
    let error = get::<Vec<i32>>(&core).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IncompleteBody);
    assert_eq!(
        error.to_string(),
        "Thing_Do: the reply ended after 3 of 10 bytes"
    );
    let error = get::<Vec<i32>>(&core).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IncompleteBody);
    let mut stream = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .bytes::<()>()
        .unwrap()
        .into_body();
    assert_eq!(stream.next().await.unwrap().unwrap().as_ref(), b"[1]");
    assert_eq!(
        stream.next().await.unwrap().unwrap_err().kind(),
        ErrorKind::IncompleteBody
    );
    assert!(
        stream.next().await.is_none(),
        "after an error there is nothing"
    );
}

#[tokio::test]
async fn a_reply_that_is_no_http_fails_and_the_next_request_works() {
    for broken in [
        Script::reply("SSH-2.0-OpenSSH\r\n"),
        Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        Script::reply("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
        Script::reply("HTTP/1.1 200 OK\r\nContent-Le").then_close(),
    ] {
        let server = Listener::start([broken.then_close(), Script::json(200, "[1]")]).await;
        let core = core(&server.url());
        assert_eq!(
            get::<Vec<i32>>(&core).await.unwrap_err().kind(),
            ErrorKind::Transport
        );
        assert_eq!(get::<Vec<i32>>(&core).await.unwrap().body(), &[1]);
    }
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_is_opened_again() {
    let server = Listener::start([
        Script::json(200, "[1]").then_close(),
        Script::json(200, "[2]"),
    ])
    .await;
    let core = core(&server.url());
    assert_eq!(get::<Vec<i32>>(&core).await.unwrap().body(), &[1]);
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert_eq!(get::<Vec<i32>>(&core).await.unwrap().body(), &[2]);
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_stream_can_be_collected_up_to_a_limit() {
    let server = Listener::start([
        Script::with(200, "", "abcdef"),
        Script::with(200, "", "abcdef"),
    ])
    .await;
    let core = core(&server.url());
    let stream = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .bytes::<Headers>()
        .unwrap();
    assert_eq!(stream.headers().length, Some(6));
    assert_eq!(
        stream.into_body().collect(6).await.unwrap().as_ref(),
        b"abcdef"
    );
    let stream = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .bytes::<()>()
        .unwrap();
    assert_eq!(
        stream.into_body().collect(5).await.unwrap_err().kind(),
        ErrorKind::ResponseTooLarge
    );
}

#[derive(Debug)]
struct Many {
    numbers: Option<Vec<i32>>,
    words: Option<Vec<String>>,
    meta: BTreeMap<String, String>,
}

impl FromHeaders for Many {
    fn from_headers(headers: &ReplyHeaders<'_>) -> Result<Self, HeaderError> {
        Ok(Self {
            numbers: headers.get_list("X-Numbers", Collection::Csv)?,
            words: headers.get_list("X-Words", Collection::Pipes)?,
            meta: headers.prefixed("x-ms-meta-"),
        })
    }
}

#[tokio::test]
async fn headers_may_be_lists_and_maps() {
    let server = Listener::start([
        Script::with(
            200,
            "X-Numbers: 1, 2\r\nX-Numbers: 3\r\nx-ms-meta-One: 1\r\nX-MS-META-two: 2\r\n",
            "",
        ),
        Script::with(200, "X-Numbers: 1, b\r\n", ""),
    ])
    .await;
    let core = core(&server.url());
    let response = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .empty::<Many>()
        .await
        .unwrap();
    assert_eq!(response.headers().numbers, Some(vec![1, 2, 3]));
    assert_eq!(response.headers().words, None);
    let meta: Vec<_> = response
        .headers()
        .meta
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    assert_eq!(meta, ["one=1", "two=2"]);
    let error = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .empty::<Many>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "Thing_Do: a header of the reply is not of its type"
    );
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "the header `X-Numbers` of the reply is not of its type"
    );
}

#[tokio::test]
async fn the_rest_of_a_stream_can_be_collected() {
    let server =
        Listener::start([
            Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc")
                .then_pause(std::time::Duration::from_millis(100))
                .then_send("def"),
        ])
        .await;
    let reply = send(&core(&server.url()), operation(Method::GET))
        .await
        .unwrap();
    let mut stream = reply.bytes::<()>().unwrap().into_body();
    assert_eq!(stream.next().await.unwrap().unwrap().as_ref(), b"abc");
    assert_eq!(stream.collect(3).await.unwrap().as_ref(), b"def");
}

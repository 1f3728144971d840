//! Replies that fail.

use std::time::{Duration, Instant};

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{ErrorKind, Operation, decode_json_nonempty};

use super::{Service, core, operation, send};

#[tokio::test]
async fn the_error_body_of_the_service_is_typed_when_it_parses() {
    for (script, code, raw) in [
        (
            Script::json(404, r#"{"code":"GONE","detail":null}"#),
            Some("GONE"),
            r#"{"code":"GONE","detail":null}"#,
        ),
        (Script::json(500, "{}"), None, "{}"),
        (
            Script::with(404, "Content-Type: text/plain\r\n", "404 page not found\n"),
            None,
            "404 page not found\n",
        ),
        (
            Script::with(502, "Content-Type: text/html\r\n", "<html>"),
            None,
            "<html>",
        ),
        (Script::with(405, "", ""), None, ""),
        (
            Script::with(
                400,
                "Content-Type: text/html; charset=x\r\n",
                "\u{feff}{\"code\":\"A\"}",
            ),
            Some("A"),
            "\u{feff}{\"code\":\"A\"}",
        ),
    ] {
        let server = Listener::start([script]).await;
        let error = send(&core(&server.url()), operation(Method::GET))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(
            error
                .service()
                .map(|service: &Service| service.code.as_str()),
            code
        );
        assert_eq!(String::from_utf8_lossy(error.raw_body()), raw);
        assert_eq!(error.operation(), Some("Thing_Do"));
        assert!(error.request_was_sent());
    }
}

#[tokio::test]
async fn an_error_says_what_answered_and_how() {
    let server = Listener::start([Script::with(
        503,
        "x-ms-request-id: 42\r\nRetry-After: 3\r\n",
        "secret text",
    )])
    .await;
    let error = send(&core(&server.url()), operation(Method::GET))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "Thing_Do: the service answered 503 Service Unavailable"
    );
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert_eq!(error.request_id(), Some("42"));
    assert_eq!(error.headers().unwrap()["retry-after"], "3");
    assert!(error.is_retryable());
    assert_eq!(size_of_val(&error), size_of::<usize>());
    assert!(!format!("{error:?}").contains("secret text"));
    assert_eq!(error.into_service(), None);
}

#[tokio::test]
async fn strange_statuses_are_errors() {
    for status in [304, 300, 404, 418, 599, 999] {
        let server = Listener::start([Script::reply(format!(
            "HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n"
        ))])
        .await;
        let error = send(&core(&server.url()), operation(Method::GET))
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.status().unwrap().as_u16()),
            (ErrorKind::Service, status)
        );
    }
}

#[tokio::test]
async fn a_long_error_body_is_not_read_to_its_end() {
    let endless = Script::reply("HTTP/1.1 500 X\r\nTransfer-Encoding: chunked\r\n\r\n")
        .then_repeat(
            "400\r\n".to_owned() + &"x".repeat(0x400) + "\r\n",
            1_000_000,
        );
    let long = format!(r#"{{"code":"LONG","text":"{}"}}"#, "x".repeat(60_000));
    let server = Listener::start([endless, Script::json(400, &long)]).await;
    let core = core(&server.url());
    let error = send(&core, operation(Method::GET)).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.raw_body().len()),
        (ErrorKind::Service, 2048)
    );
    let error = send(&core, operation(Method::GET)).await.unwrap_err();
    assert_eq!(
        error.service().map(|service| service.code.as_str()),
        Some("LONG")
    );
    assert_eq!(error.raw_body().len(), 2048);
}

#[tokio::test]
async fn an_announced_body_that_never_comes_does_not_hang() {
    let head = "HTTP/1.1 416 X\r\nContent-Range: bytes */10\r\nContent-Length: 100\r\n\r\n";
    for script in [
        Script::reply(head).then_hang(),
        Script::reply(head).then_close(),
    ] {
        let server = Listener::start([script]).await;
        let start = Instant::now();
        let error = send(&core(&server.url()), operation(Method::GET))
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.status().unwrap().as_u16()),
            (ErrorKind::Service, 416)
        );
        assert_eq!(error.headers().unwrap()["content-range"], "bytes */10");
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_service_that_does_not_speak_tls_will_not_learn_it() {
    use tokio::io::AsyncWriteExt as _;

    let server = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", server.local_addr().unwrap());
    let plain = tokio::spawn(async move {
        let (mut stream, _) = server.accept().await.unwrap();
        let answer = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
        stream.write_all(answer).await.unwrap();
        stream
    });
    let error = send(&core(&url), operation(Method::GET)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error:?}");
    assert!(!error.is_retryable() && !error.request_was_sent());
    plain.await.unwrap();
    let closed = send(&core(&url), operation(Method::GET)).await.unwrap_err();
    assert_eq!(closed.kind(), ErrorKind::Connect);
    assert!(closed.is_retryable());
}

#[tokio::test]
async fn retryable_is_what_may_pass() {
    for (status, retryable) in [
        (408, true),
        (429, true),
        (502, true),
        (503, true),
        (504, true),
        (500, true),
        (501, false),
        (404, false),
    ] {
        let server = Listener::start([Script::with(status, "", "")]).await;
        let error = send(&core(&server.url()), operation(Method::GET))
            .await
            .unwrap_err();
        assert_eq!(error.is_retryable(), retryable, "{status}");
    }
}

#[tokio::test]
async fn the_error_body_is_for_the_caller_and_not_for_the_log() {
    let server = Listener::start([Script::json(404, r#"{"code":"b-secret"}"#)]).await;
    let error = send(&core(&server.url()), operation(Method::GET))
        .await
        .unwrap_err();
    assert!(!format!("{error:?}").contains("b-secret"), "{error:?}");
    let service: Option<Service> = error.into_service();
    assert_eq!(service.unwrap().code, "b-secret");
}

#[tokio::test]
async fn a_success_that_is_not_documented_says_so() {
    let server = Listener::start([Script::json(202, "{}")]).await;
    let operation = Operation {
        success: &[200],
        ..operation(Method::GET)
    };
    let error = send(&core(&server.url()), operation).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "Thing_Do: the service answered 202 Accepted, which this operation does not expect"
    );
}

#[tokio::test]
async fn a_body_that_trickles_has_an_end() {
    let trickle = |status| {
        let head = format!("HTTP/1.1 {status} X\r\nContent-Length: 60000\r\n\r\n");
        (0..60).fold(Script::reply(head), |script, _| {
            script.then_pause(Duration::from_millis(100)).then_send("x")
        })
    };
    let failure = Listener::start([trickle(500)]).await;
    let success = Listener::start([trickle(201)]).await;
    let start = Instant::now();
    let read = async {
        let core = core(&failure.url());
        send(&core, operation(Method::GET)).await.unwrap_err()
    };
    let drained = async {
        let core = core(&success.url());
        let reply = send(&core, operation(Method::GET)).await.unwrap();
        reply.empty::<()>().await
    };
    let (error, response) = tokio::join!(read, drained);
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.raw_body().starts_with(b"x"));
    response.unwrap();
    assert!(start.elapsed() < Duration::from_secs(4));
}

#[test]
fn an_error_body_without_anything_in_it_is_none() {
    #[derive(Debug, Default, serde::Deserialize, PartialEq)]
    struct Errors {
        errors: Option<Vec<String>>,
    }
    assert_eq!(decode_json_nonempty::<Errors>(b"{}"), None);
    assert_eq!(decode_json_nonempty::<Errors>(br#"{"message":"x"}"#), None);
    let errors = decode_json_nonempty::<Errors>(br#"{"errors":[]}"#);
    assert_eq!(errors.unwrap().errors, Some(Vec::new()));
}

#[tokio::test]
async fn a_reply_that_does_not_decode_is_not_lost() {
    let body = format!("[{}\"x\"]", "1,".repeat(5000));
    let server = Listener::start([Script::json(200, &body)]).await;
    let error = super::get::<Vec<i32>>(&core(&server.url()))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.raw_body(), body.as_bytes());
}

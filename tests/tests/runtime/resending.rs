//! Redirects of methods that write: followed by choice only, and never to another origin.

use std::time::Duration;

use bytes::Bytes;
use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{Body, ErrorKind, Operation, Retries};

use super::credentials::Once;
use super::{SERVICE, core_with, guarded_get, thing};

fn redirect(status: u16, location: &str) -> Script {
    Script::with(status, &format!("Location: {location}\r\n"), "moved")
}

/// Sends a body by `method` where the first reply is `first`: what was sent, and what kind of error came of it.
async fn sent(method: Method, body: Body, first: Script) -> (Vec<String>, Option<ErrorKind>) {
    let server = Listener::start([first, Script::with(200, "", "ok")]).await;
    let core = core_with(&server.url(), None, super::once().resend_redirected(true));
    let operation = Operation {
        method,
        security: &[],
        ..guarded_get()
    };
    let mut request = thing(&core, operation);
    request.header("X-Custom", &"kept");
    request.body("text/plain", body);
    let outcome = request.send(SERVICE).await;
    let requests = server.requests();
    let lines = requests.iter().map(|request| {
        let line = request.line().trim_end_matches(" HTTP/1.1");
        let custom = request.header("X-Custom").unwrap_or_default();
        format!("{line} {custom} {}", request.text())
            .trim_end()
            .to_owned()
    });
    (lines.collect(), outcome.err().map(|error| error.kind()))
}

#[tokio::test]
async fn method_and_body_are_kept_by_307_and_308() {
    for method in [
        Method::PUT,
        Method::POST,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ] {
        for status in [307, 308] {
            let found = sent(method.clone(), "x".into(), redirect(status, "/b")).await;
            let lines = vec![
                format!("{method} /thing kept x"),
                format!("{method} /b kept x"),
            ];
            assert_eq!(found, (lines, None));
        }
    }
}

#[tokio::test]
async fn what_303_points_to_is_read() {
    let (lines, kind) = sent(Method::POST, "x".into(), redirect(303, "/b")).await;
    assert_eq!((lines[1].as_str(), kind), ("GET /b", None));
}

#[tokio::test]
async fn what_303_says_is_done_is_not_done_again() {
    let busy = || Script::with(503, "Retry-After: 0\r\n", "");
    for after in [busy(), Script::with(429, "", ""), Script::close()] {
        let server = Listener::start([redirect(303, "/b"), after, busy(), busy()]).await;
        let retries = Retries::default().first_delay(Duration::ZERO);
        let options = super::once().retries(retries).resend_redirected(true);
        let core = core_with(&server.url(), None, options);
        let operation = Operation {
            method: Method::POST,
            security: &[],
            ..guarded_get()
        };
        let mut request = thing(&core, operation);
        request.body("text/plain", "x".into());
        let error = request.send(SERVICE).await.unwrap_err();
        assert!(error.request_was_sent());
        let lines: Vec<String> = server
            .requests()
            .iter()
            .map(|request| request.line().to_owned())
            .collect();
        assert_eq!(lines, ["POST /thing HTTP/1.1", "GET /b HTTP/1.1"]);
    }
}

#[tokio::test]
async fn what_is_not_clear_is_not_repeated() {
    for status in [301, 302] {
        let (lines, kind) = sent(Method::POST, "x".into(), redirect(status, "/b")).await;
        assert_eq!(
            (lines.len(), kind),
            (1, Some(ErrorKind::Redirect)),
            "{status}"
        );
    }
    let stream = Body::stream(Once(Some(Bytes::from_static(b"x"))));
    let (lines, kind) = sent(Method::PUT, stream, redirect(307, "/b")).await;
    assert_eq!((lines.len(), kind), (1, Some(ErrorKind::Redirect)));
}

#[tokio::test]
async fn another_origin_gets_nothing() {
    let other = Listener::start([]).await;
    for status in [303, 307, 308] {
        let to_other = redirect(status, &other.url());
        let (lines, kind) = sent(Method::POST, "x".into(), to_other).await;
        assert_eq!(
            (lines.len(), kind),
            (1, Some(ErrorKind::Redirect)),
            "{status}"
        );
    }
    assert_eq!(other.connections(), 0);
}

//! What is sent again, how often, and after which wait.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tests::listener::{Listener, Script};
use tests::runtime::{Body, ClientOptions, Error, ErrorKind, Operation, Retries};

use super::credentials::Once;
use super::{SERVICE, Service, core_with, operation, send, thing};

/// Options that do not wait, unless the service asks for it.
fn quick(retries: Retries) -> ClientOptions {
    ClientOptions::default().retries(retries.first_delay(Duration::ZERO))
}

/// How many requests it takes until the caller has an answer to `status`, with a success behind it.
async fn requests_for(method: Method, status: u16, headers: &str, retries: Retries) -> usize {
    let server =
        Listener::start([Script::with(status, headers, ""), Script::with(200, "", "")]).await;
    let core = core_with(&server.url(), None, quick(retries));
    let sent = send(&core, operation(method)).await;
    let requests = server.requests().len();
    assert_eq!(sent.is_ok(), requests == 2);
    requests
}

#[tokio::test]
async fn what_passes_is_a_reason_to_try_again() {
    let retries = Retries::default;
    for status in [408, 429, 500, 502, 503, 504] {
        let sent = requests_for(Method::GET, status, "", retries()).await;
        assert_eq!(sent, 2, "{status}");
    }
    for status in [400, 401, 404, 409, 501, 505] {
        let sent = requests_for(Method::GET, status, "", retries()).await;
        assert_eq!(sent, 1, "{status}");
    }
    for method in [Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let sent = requests_for(method.clone(), 500, "", retries()).await;
        assert_eq!(sent, 2, "{method}");
    }
}

#[tokio::test]
async fn other_methods_are_repeated_when_nothing_was_done() {
    for method in [Method::POST, Method::PATCH] {
        for (status, headers, sent) in [
            (408, "", 2),
            (429, "", 2),
            (503, "Retry-After: 0\r\n", 2),
            (503, "", 1),
            (500, "Retry-After: 0\r\n", 1),
            (502, "", 1),
            (504, "", 1),
        ] {
            let found = requests_for(method.clone(), status, headers, Retries::default()).await;
            assert_eq!(found, sent, "{method} {status} {headers}");
        }
        let all = Retries::default().all_methods(true);
        assert_eq!(requests_for(method.clone(), 500, "", all).await, 2);
    }
}

#[tokio::test]
async fn the_body_is_sent_again_unless_it_is_a_stream() {
    let stream = || Body::stream(Once(Some(Bytes::from_static(b"body"))));
    for (body, sent) in [(Body::from("body"), 2), (stream(), 1)] {
        let server = Listener::start([
            Script::with(503, "Retry-After: 0\r\n", ""),
            Script::with(200, "", ""),
        ])
        .await;
        let core = core_with(&server.url(), None, quick(Retries::default()));
        let mut request = thing(&core, operation(Method::PUT));
        request.body("text/plain", body);
        assert_eq!(request.send(SERVICE).await.is_ok(), sent == 2);
        let requests = server.requests();
        assert_eq!(requests.len(), sent);
        assert!(
            requests
                .iter()
                .all(|request| { String::from_utf8_lossy(&request.body).contains("body") })
        );
    }
}

#[tokio::test]
async fn a_documented_success_is_never_repeated() {
    let server = Listener::start([Script::with(503, "", "")]).await;
    let core = core_with(&server.url(), None, quick(Retries::default()));
    let documented = Operation {
        success: &[503],
        ..operation(Method::GET)
    };
    assert_eq!(send(&core, documented).await.unwrap().status(), 503);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_number_of_repetitions_has_a_limit() {
    for limit in [0, 1, 3] {
        let server = Listener::start(vec![Script::json(500, r#"{"code":"e"}"#); 9]).await;
        let core = core_with(&server.url(), None, quick(Retries::default().limit(limit)));
        let error = send(&core, operation(Method::GET)).await.unwrap_err();
        assert_eq!(error.service().unwrap().code, "e");
        let attempts = u32::try_from(server.requests().len());
        assert_eq!(attempts, Ok(limit + 1));
    }
}

#[tokio::test]
async fn a_lost_connection_is_repeated_where_that_is_safe() {
    for (method, sent) in [(Method::GET, 2), (Method::POST, 1)] {
        let server = Listener::start([Script::close(), Script::with(200, "", "")]).await;
        let core = core_with(&server.url(), None, quick(Retries::default()));
        let outcome = send(&core, operation(method.clone())).await;
        assert_eq!(outcome.is_ok(), sent == 2, "{method}");
        assert_eq!(server.requests().len(), sent);
    }
}

#[tokio::test]
async fn a_time_to_come_back_is_bounded_or_ignored() {
    for (header, sent) in [
        ("Retry-After: 0", 2),
        ("Retry-After:   0  ", 2),
        ("Retry-After: Fri, 31 Dec 1999 23:59:59 GMT", 2),
        ("Retry-After: Friday, 31-Dec-99 23:59:59 GMT", 2),
        ("retry-after-ms: 1", 2),
        ("x-ms-retry-after-ms: 1\r\nRetry-After: 3600", 2),
        // No times: ignored.
        ("Retry-After: -1", 2),
        ("Retry-After: +1", 2),
        ("Retry-After: 1.5", 2),
        ("Retry-After: soon", 2),
        ("Retry-After: ", 2),
        ("Retry-After: 99999999999999999999999", 2),
        // Longer than the client waits: the caller decides.
        ("Retry-After: 61", 1),
        ("Retry-After: 1000000000", 1),
        ("Retry-After: 18446744073709551615", 1),
        ("retry-after-ms: 18446744073709551615", 1),
        ("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", 1),
    ] {
        let headers = format!("{header}\r\n");
        let found = requests_for(Method::GET, 429, &headers, Retries::default()).await;
        assert_eq!(found, sent, "{header}");
    }
}

/// Finds no host, and counts how often it is asked.
#[derive(Clone, Default)]
struct Nowhere(Arc<AtomicU32>);

impl Resolve for Nowhere {
    fn resolve(&self, _: Name) -> Resolving {
        self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async {
            let nothing: Result<Addrs, _> = Err(io::Error::other("no such host").into());
            nothing
        })
    }
}

/// Sends a POST to a host that is not there: how often, how long it took, and what came of it.
async fn unreachable(retries: Retries) -> (u32, Duration, Error<Service>) {
    let nowhere = Nowhere::default();
    let builder = reqwest::Client::builder().dns_resolver(nowhere.clone());
    let options = ClientOptions::default()
        .retries(retries)
        .http_client(builder);
    let core = core_with("http://a.example", None, options);
    let start = tokio::time::Instant::now();
    let error = send(&core, operation(Method::POST)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(!error.request_was_sent());
    (nowhere.0.load(Ordering::Relaxed), start.elapsed(), error)
}

#[tokio::test(start_paused = true)]
async fn waits_double_and_a_random_half_is_left_out() {
    let mut waits = Vec::new();
    for _ in 0..20 {
        let (attempts, waited, _) = unreachable(Retries::default()).await;
        assert_eq!(attempts, 4);
        // 0.8 + 1.6 + 3.2 seconds, and the clock of the timers counts whole milliseconds.
        let expected = Duration::from_millis(2800)..Duration::from_millis(5610);
        assert!(expected.contains(&waited), "{waited:?}");
        waits.push(waited);
    }
    waits.dedup();
    assert!(waits.len() > 1, "all clients would come back at once");
}

#[tokio::test(start_paused = true)]
async fn one_wait_and_all_of_them_have_a_limit() {
    let short = Retries::default()
        .limit(9)
        .max_delay(Duration::from_secs(1));
    let (attempts, waited, _) = unreachable(short.clone()).await;
    assert_eq!(attempts, 10);
    assert!(waited < Duration::from_millis(9020), "{waited:?}");
    let total = Duration::from_secs(3);
    let (attempts, waited, _) = unreachable(short.total(total)).await;
    assert!((3..=7).contains(&attempts), "{attempts}");
    assert!(waited <= total, "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn no_number_is_too_large() {
    let endless = Retries::default()
        .limit(40)
        .first_delay(Duration::MAX)
        .max_delay(Duration::MAX)
        .total(Duration::MAX);
    let day = Duration::from_secs(24 * 60 * 60);
    assert!(
        tokio::time::timeout(day, unreachable(endless))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn what_an_earlier_attempt_sent_was_sent() {
    let server = Listener::start([Script::close()]).await;
    let core = core_with(&server.url(), None, quick(Retries::default()));
    let pending = send(&core, operation(Method::GET));
    let error = pending.await.unwrap_err();
    assert!(error.request_was_sent());
}

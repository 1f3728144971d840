//! Long-running operations: where they are asked for, when they are over, and what comes of them.

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use serde::Deserialize;
use tests::listener::{Listener, Recorded, Script};
use tests::runtime::{
    BearerToken, ClientOptions, Core, Error, ErrorKind, FinalState, Operation, Pages, PollStatus,
    Poller, Polling, Response, Retries,
};

use super::{SERVICE, Service, core_with, guarded_get, operation, thing};

#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub(super) struct Thing {
    pub(super) id: String,
    next: Option<String>,
}

pub(super) type Result = Response<Option<Thing>, ()>;

pub(super) fn quick() -> ClientOptions {
    ClientOptions::default()
        .retries(Retries::default().first_delay(Duration::ZERO))
        .poll_interval(Duration::ZERO)
}

pub(super) fn polling(
    operation: Operation,
    final_state: FinalState,
) -> &'static Polling<Result, Service> {
    Box::leak(Box::new(Polling {
        operation: Box::leak(Box::new(operation)),
        errors: SERVICE,
        final_state,
        read: |reply| Box::pin(reply.json_optional(&[204])),
    }))
}

pub(super) fn poller(
    core: &Core,
    operation: Operation,
    final_state: FinalState,
) -> Poller<Result, Service> {
    let method = operation.method.clone();
    let same = Operation {
        security: operation.security,
        ..super::operation(method)
    };
    let mut request = thing(core, same);
    request.header("X-Custom", &"kept");
    if operation.method != Method::DELETE {
        request.body("application/json", "{}".into());
    }
    Poller::new(request, polling(operation, final_state))
}

/// What comes of an operation, and what was sent.
pub(super) async fn outcome(
    method: Method,
    final_state: FinalState,
    scripts: impl IntoIterator<Item = Script>,
) -> (
    std::result::Result<Option<String>, Error<Service>>,
    Vec<String>,
) {
    let server = Listener::start(scripts).await;
    let core = core_with(&server.url(), None, quick());
    let result = poller(&core, operation(method), final_state).wait().await;
    let lines = server.requests().iter().map(asked).collect();
    (
        result.map(|reply| reply.into_body().map(|thing| thing.id)),
        lines,
    )
}

pub(super) fn asked(request: &Recorded) -> String {
    request.line().trim_end_matches(" HTTP/1.1").to_owned()
}

pub(super) fn reply(status: u16, headers: &[&str], body: &str) -> Script {
    let lines: Vec<String> = headers.iter().map(|line| format!("{line}\r\n")).collect();
    Script::with(status, &lines.concat(), body)
}

pub(super) const MONITOR: &str = "Azure-AsyncOperation: {url}/status";
pub(super) const LOCATION: &str = "Location: {url}/result";

#[tokio::test]
async fn a_link_is_relative_to_where_it_stood() {
    let (result, sent) = outcome(
        Method::POST,
        FinalState::ByMethod,
        [
            reply(202, &["Location: a/1"], ""),
            reply(202, &["Location: 2"], ""),
            reply(200, &[], r#"{"id":"a"}"#),
        ],
    )
    .await;
    assert_eq!(result.unwrap().unwrap(), "a");
    assert_eq!(sent, ["POST /thing", "GET /a/1", "GET /a/2"]);
}

#[tokio::test]
async fn questions_have_no_condition_of_the_first_request() {
    let server = Listener::start([reply(202, &[], ""), reply(200, &[], r#"{"id":"a"}"#)]).await;
    let core = core_with(&server.url(), None, quick());
    let data = polling(operation(Method::PUT), FinalState::ByMethod);
    let mut request = thing(&core, operation(Method::PUT));
    request.header("If-None-Match", &"*");
    request.header("Content-MD5", &"x");
    request.header("X-Custom", &"kept");
    request.body("application/json", "{}".into());
    Poller::new(request, data).wait().await.unwrap();
    let question = &server.requests()[1];
    assert_eq!(question.header("X-Custom"), Some("kept"));
    for absent in ["If-None-Match", "Content-MD5", "Content-Type"] {
        assert_eq!(question.header(absent), None, "{absent}");
    }
}

#[tokio::test]
async fn a_resource_is_asked_for_its_own_state() {
    for method in [Method::PUT, Method::PATCH] {
        let (result, sent) = outcome(
            method.clone(),
            FinalState::ByMethod,
            [
                reply(
                    201,
                    &[],
                    r#"{"properties":{"provisioningState":"Creating"}}"#,
                ),
                reply(
                    200,
                    &[],
                    r#"{"properties":{"provisioningState":"Thinking"}}"#,
                ),
                reply(
                    200,
                    &[],
                    r#"{"id":"a","properties":{"provisioningState":"sUCCEEDED"}}"#,
                ),
            ],
        )
        .await;
        assert_eq!(result.unwrap().unwrap(), "a");
        assert_eq!(
            sent,
            [&format!("{method} /thing"), "GET /thing", "GET /thing"]
        );
    }
}

#[tokio::test]
async fn what_is_over_at_once_is_not_asked_for() {
    let body = r#"{"id":"a"}"#;
    let done = r#"{"id":"a","properties":{"provisioningState":"Succeeded"}}"#;
    for (method, script) in [
        (Method::PUT, reply(200, &[], body)),
        (Method::PUT, reply(201, &[], done)),
        (Method::PUT, reply(200, &[MONITOR], done)),
        (Method::POST, reply(200, &[], body)),
        (Method::POST, reply(201, &[], body)),
        (Method::DELETE, reply(200, &[], body)),
    ] {
        let (result, sent) = outcome(method, FinalState::ByMethod, [script]).await;
        assert_eq!((result.unwrap().as_deref(), sent.len()), (Some("a"), 1));
    }
    let (result, _) = outcome(Method::DELETE, FinalState::ByMethod, [reply(204, &[], "")]).await;
    assert_eq!(result.unwrap(), None);
}

fn done() -> Script {
    reply(200, &[], r#"{"status":"Succeeded","id":"monitor"}"#)
}

/// Asks a status monitor that ends with `monitor`: the result must be called `id` and have come from `place`.
async fn check_monitor(
    method: Method,
    final_state: FinalState,
    monitor: Script,
    (id, place): (&str, Option<&str>),
) {
    let scripts = [
        reply(202, &[MONITOR, LOCATION], r#"{"id":"early"}"#),
        reply(202, &[], r#"{"status":"InProgress"}"#),
        monitor,
        reply(200, &[], r#"{"id":"last"}"#),
    ];
    let (result, sent) = outcome(method.clone(), final_state, scripts).await;
    let found = result.unwrap().unwrap_or_default();
    assert_eq!(found, id, "{method} {final_state:?}");
    let first = format!("{method} /thing");
    let mut expected = vec![first.as_str(), "GET /status", "GET /status"];
    expected.extend(place);
    assert_eq!(sent, expected, "{method} {final_state:?}");
}

#[tokio::test]
async fn a_status_monitor_is_asked_and_then_the_place_of_the_result() {
    use FinalState::{ByMethod, Location, OriginalUri, StatusMonitor};
    for (method, final_state, place) in [
        (Method::PUT, ByMethod, "GET /thing"),
        (Method::PATCH, ByMethod, "GET /thing"),
        (Method::POST, ByMethod, "GET /result"),
        (Method::POST, Location, "GET /result"),
        (Method::PUT, Location, "GET /result"),
        (Method::POST, OriginalUri, "GET /thing"),
    ] {
        check_monitor(method, final_state, done(), ("last", Some(place))).await;
    }
    let monitor = ("monitor", None);
    check_monitor(Method::POST, StatusMonitor, done(), monitor).await;
    check_monitor(Method::DELETE, ByMethod, done(), ("", None)).await;
    let link = r#"{"status":"Succeeded","resourceLocation":"/linked"}"#;
    let linked = ("last", Some("GET /linked"));
    check_monitor(Method::PUT, ByMethod, reply(200, &[], link), linked).await;
}

#[tokio::test]
async fn a_location_answers_202_until_it_has_the_result() {
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let (result, sent) = outcome(
            method.clone(),
            FinalState::ByMethod,
            [
                reply(202, &[LOCATION], ""),
                reply(202, &["Location: /elsewhere?a=%2f"], ""),
                reply(202, &[], ""),
                reply(200, &[], r#"{"id":"a"}"#),
            ],
        )
        .await;
        assert_eq!(result.unwrap().unwrap(), "a");
        let first = format!("{method} /thing");
        let other = "GET /elsewhere?a=%2f";
        assert_eq!(sent, [first.as_str(), "GET /result", other, other]);
    }
}

#[tokio::test]
async fn each_question_has_the_credential_and_the_headers_but_not_the_body() {
    let server = Listener::start([
        reply(202, &[MONITOR, LOCATION], ""),
        reply(500, &[], ""),
        reply(200, &[], r#"{"status":"Succeeded"}"#),
        reply(503, &[], ""),
        reply(200, &[], r#"{"id":"a"}"#),
    ])
    .await;
    let credential = Arc::new(BearerToken::new("t0ken"));
    let core = core_with(&server.url(), Some(credential), quick());
    let guarded = Operation {
        method: Method::POST,
        ..guarded_get()
    };
    let mut poller = poller(&core, guarded, FinalState::ByMethod);
    poller.wait().await.unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 5, "two of them are repetitions");
    for request in &requests[1..] {
        assert_eq!(request.header("Authorization"), Some("Bearer t0ken"));
        assert_eq!(request.header("X-Custom"), Some("kept"));
        assert_eq!(request.header("Content-Type"), None);
        assert!(request.body.is_empty());
    }
    let again = poller.wait().await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::LongRunning);
    assert_eq!(server.requests().len(), 5);
}

#[tokio::test]
async fn the_wait_is_what_the_service_asks_for_from_a_second_to_an_hour() {
    for (header, seconds) in [
        ("X: y", 7),
        ("Retry-After: 2", 2),
        ("Retry-After: 0", 1),
        ("Retry-After: Thu, 01 Jan 1970 00:00:00 GMT", 1),
        ("retry-after-ms: 5000", 5),
        ("Retry-After: /bar", 7),
        ("Retry-After: -3", 7),
        ("Retry-After: 1000000000", 3600),
    ] {
        let server = Listener::start([reply(202, &[LOCATION, header], "")]).await;
        let options = quick().poll_interval(Duration::from_secs(7));
        let core = core_with(&server.url(), None, options);
        let mut poller = poller(&core, operation(Method::POST), FinalState::ByMethod);
        assert_eq!(poller.poll_once().await.unwrap(), PollStatus::InProgress);
        assert_eq!(poller.delay(), Duration::from_secs(seconds), "{header}");
    }
}

#[tokio::test]
async fn wait_waits_between_its_questions_and_can_be_given_up() {
    let server = Listener::start([
        reply(202, &[MONITOR, "Retry-After: 3000"], ""),
        reply(200, &["Retry-After: 0"], r#"{"status":"Running"}"#),
        reply(200, &[], r#"{"status":"Succeeded","id":"a"}"#),
    ])
    .await;
    let core = core_with(&server.url(), None, quick());
    let mut poller = poller(&core, operation(Method::POST), FinalState::StatusMonitor);
    let patience = Duration::from_millis(300);
    assert!(tokio::time::timeout(patience, poller.wait()).await.is_err());
    assert_eq!(
        server.requests().len(),
        1,
        "it is not begun twice, nor asked too early"
    );
    assert_eq!(poller.poll_once().await.unwrap(), PollStatus::InProgress);
    assert_eq!(poller.status(), Some("Running"));
    assert_eq!(
        poller.wait().await.unwrap().body().as_ref().unwrap().id,
        "a"
    );
}

#[tokio::test]
async fn a_list_may_come_from_a_long_running_operation() {
    let server = Listener::start([
        reply(202, &[MONITOR, LOCATION], ""),
        reply(200, &[], r#"{"status":"Succeeded"}"#),
        reply(200, &[], r#"{"id":"a","next":"/second"}"#),
        reply(200, &[], r#"{"id":"b"}"#),
    ])
    .await;
    let core = core_with(&server.url(), None, quick());
    let accepted = Operation {
        success: &[202],
        ..operation(Method::POST)
    };
    let request = thing(&core, accepted).until_done(FinalState::ByMethod);
    let mut pages: Pages<Response<Thing, ()>, Service> = Pages::by_field(
        request,
        SERVICE,
        |reply| Box::pin(reply.json()),
        |page| page.body().next.clone(),
    );
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        ids.push(page.unwrap().into_body().id);
    }
    assert_eq!(ids, ["a", "b"]);
    let sent: Vec<String> = server.requests().iter().map(asked).collect();
    assert_eq!(
        sent,
        ["POST /thing", "GET /status", "GET /result", "GET /second"]
    );
}

//! One client for many tasks, for several executors, and for callers who go away.

use std::time::Duration;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{ClientOptions, Error, ErrorKind};

use super::{Service, core, core_with, get, impatient, operation, send};

#[tokio::test(flavor = "multi_thread")]
async fn many_tasks_share_a_client() {
    let server = Listener::start((0..1000).map(|_| Script::json(200, "[1]"))).await;
    let core = core(&server.url());
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..1000 {
        let core = core.clone();
        tasks.spawn(async move {
            get::<Vec<i32>>(&core)
                .await
                .map(tests::runtime::Response::into_body)
        });
    }
    for result in tasks.join_all().await {
        assert_eq!(result.unwrap(), [1]);
    }
    assert_eq!(server.requests().len(), 1000);
}

#[test]
fn a_client_outlives_an_executor() {
    let executor = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    let (first, second, servers) = (executor(), executor(), executor());
    let server = servers.block_on(Listener::start([
        Script::json(200, "[1]"),
        Script::json(200, "[2]"),
    ]));
    std::thread::spawn(move || servers.block_on(std::future::pending::<()>()));
    let core = core(&server.url());
    assert_eq!(first.block_on(get::<Vec<i32>>(&core)).unwrap().body(), &[1]);
    drop(first);
    assert_eq!(
        second.block_on(get::<Vec<i32>>(&core)).unwrap().body(),
        &[2]
    );
}

#[tokio::test]
async fn a_caller_may_go_away() {
    let stops = Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab").then_hang();
    let server = Listener::start([Script::hang(), stops, Script::json(200, "[1]")]).await;
    let core = core(&server.url());
    let patience = Duration::from_millis(50);
    assert!(
        tokio::time::timeout(patience, send(&core, operation(Method::GET)))
            .await
            .is_err()
    );
    assert!(
        tokio::time::timeout(patience, get::<Vec<i32>>(&core))
            .await
            .is_err()
    );
    assert_eq!(get::<Vec<i32>>(&core).await.unwrap().body(), &[1]);
}

/// Never finds an address.
struct Lost;

impl reqwest::dns::Resolve for Lost {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        Box::pin(std::future::pending())
    }
}

fn lost() -> reqwest::ClientBuilder {
    reqwest::Client::builder().dns_resolver(Lost)
}

/// Sends a request that never gets a connection, and gives the time in which it fails.
async fn time_to_fail(options: ClientOptions) -> (Duration, Error<Service>) {
    let core = core_with("http://a.example", None, options);
    let start = tokio::time::Instant::now();
    let error = send(&core, operation(Method::GET)).await.unwrap_err();
    (start.elapsed(), error)
}

#[tokio::test(start_paused = true)]
async fn each_request_has_a_time_out_of_its_own() {
    let mut tasks = tokio::task::JoinSet::new();
    for limit in [600, 150, 350].map(Duration::from_millis) {
        let options = super::once().read_timeout(limit);
        let wait = time_to_fail(options.http_client(lost()));
        tasks.spawn(async move { (limit, wait.await) });
    }
    for (limit, (waited, error)) in tasks.join_all().await {
        assert_eq!(error.kind(), ErrorKind::Timeout);
        // The clock of the timers counts whole milliseconds.
        let late = Duration::from_millis(3);
        assert!(
            (limit..limit + late).contains(&waited),
            "{waited:?} of {limit:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_time_out_longer_than_any_clock_never_comes() {
    let options = super::once().read_timeout(Duration::MAX);
    let request = time_to_fail(options.http_client(lost()));
    let day = Duration::from_secs(24 * 60 * 60);
    assert!(tokio::time::timeout(day, request).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_does_not_come_about_is_a_time_out() {
    let (waited, error) = time_to_fail(impatient().http_client(lost())).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(waited < Duration::from_millis(210), "{waited:?}");
    let quick = lost().connect_timeout(Duration::from_millis(50));
    let options = super::once().http_client(quick);
    let (waited, error) = time_to_fail(options).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(waited < Duration::from_millis(60), "{waited:?}");
    assert!(!error.request_was_sent());
}

#[test]
fn the_defaults_are_those_of_the_documentation() {
    let shown = format!("{:?}", ClientOptions::default());
    for default in [
        "follow_redirects: true",
        "connect_timeout: 10s",
        "read_timeout: 30s",
        "response_limit: 4194304",
    ] {
        assert!(shown.contains(default), "{shown}");
    }
}

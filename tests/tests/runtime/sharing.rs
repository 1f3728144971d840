//! One client for many tasks, for several executors, and for callers who go away.

use std::time::Duration;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{ClientOptions, ErrorKind};

use super::{core, core_with, get, impatient, operation, send};

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

#[tokio::test]
async fn time_outs_come_in_the_order_of_their_deadlines() {
    let server = Listener::start([Script::hang(), Script::hang(), Script::hang()]).await;
    let waits = [600_u64, 150, 350].map(|millis| {
        let core = core_with(
            &server.url(),
            None,
            ClientOptions::default().read_timeout(Duration::from_millis(millis)),
        );
        async move {
            let start = std::time::Instant::now();
            assert_eq!(
                send(&core, operation(Method::GET))
                    .await
                    .unwrap_err()
                    .kind(),
                ErrorKind::Timeout
            );
            (millis, start.elapsed().as_millis())
        }
    });
    let mut tasks = tokio::task::JoinSet::new();
    for wait in waits {
        tasks.spawn(wait);
    }
    for (asked, waited) in tasks.join_all().await {
        assert!(
            (u128::from(asked)..u128::from(asked) + 150).contains(&waited),
            "{waited} ms instead of {asked}"
        );
    }
}

/// Never finds an address.
struct Lost;

impl reqwest::dns::Resolve for Lost {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_connection_that_does_not_come_about_is_a_time_out() {
    let builder = || reqwest::Client::builder().dns_resolver(Lost);
    let options = impatient().http_client(builder());
    let error = send(
        &core_with("http://a.example", None, options),
        operation(Method::GET),
    )
    .await
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let quick = builder().connect_timeout(Duration::from_millis(50));
    let options = ClientOptions::default().http_client(quick);
    let error = send(
        &core_with("http://a.example", None, options),
        operation(Method::GET),
    )
    .await
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
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

//! Long-running operations that go on in another client, by a token.

use std::collections::BTreeMap;
use std::sync::Arc;

use http::Method;
use tests::listener::Listener;
use tests::runtime::{
    ApiKey, Collection, Core, Error, ErrorKind, FinalState, ObjectStyle, Operation, Poller,
    Request, SchemeUse, Secret, SecurityScheme, SecuritySchemeKind,
};

use super::polling::{LOCATION, MONITOR, Result, asked, poller, polling, quick, reply};
use super::{Service, core_with, operation};

#[tokio::test]
async fn a_token_goes_on_in_another_client() {
    let server = Listener::start([
        reply(202, &[MONITOR, LOCATION], ""),
        reply(200, &[], r#"{"status":"Running"}"#),
        reply(200, &[], r#"{"status":"Succeeded"}"#),
        reply(200, &[], r#"{"id":"a"}"#),
    ])
    .await;
    let core = core_with(&server.url(), None, quick());
    let mut first = poller(&core, operation(Method::POST), FinalState::ByMethod);
    assert_eq!(first.token(), None);
    first.poll_once().await.unwrap();
    first.poll_once().await.unwrap();
    let token = first.token().unwrap();
    let core = core_with(&server.url(), None, quick());
    let data = polling(operation(Method::POST), FinalState::ByMethod);
    let mut second = Poller::resume(&core, &token, data).unwrap();
    assert_eq!(
        second.wait().await.unwrap().body().as_ref().unwrap().id,
        "a"
    );
    let sent: Vec<String> = server.requests().iter().map(asked).collect();
    assert_eq!(sent[1..], ["GET /status", "GET /status", "GET /result"]);
    assert_eq!(second.token(), None);
}

static KEY: SecurityScheme = SecurityScheme::new("key", SecuritySchemeKind::ApiKeyQuery("k"));
static KEYED: &[&[SchemeUse]] = &[&[SchemeUse::new(&KEY, &[])]];

#[tokio::test]
async fn a_token_has_no_secret_and_is_not_trusted() {
    let monitor = "Azure-AsyncOperation: {url}/status?a=1&k=s3cret&K=s3cret&b=2#k=s3cret";
    let server = Listener::start([reply(202, &[monitor], "")]).await;
    let credential = Arc::new(ApiKey::new("s3cret"));
    let core = core_with(&server.url(), Some(credential), quick());
    let keyed = || Operation {
        security: KEYED,
        ..operation(Method::POST)
    };
    let mut first = poller(&core, keyed(), FinalState::ByMethod);
    first.poll_once().await.unwrap();
    let token = first.token().unwrap();
    assert!(!token.contains("s3cret"), "{token}");
    assert!(token.contains("/status?a=1&b=2"), "{token}");

    let data = polling(keyed(), FinalState::ByMethod);
    let kind = |core: &Core, token: &str, data| {
        let failure = Poller::<Result, Service>::resume(core, token, data).err();
        failure.map(|failure| Error::<Service>::from(failure).kind())
    };
    assert_eq!(kind(&core, &token, data), None);
    let elsewhere = core_with("http://other.example", None, quick());
    assert_eq!(kind(&elsewhere, &token, data), Some(ErrorKind::Untrusted));
    let other_method = polling(operation(Method::PUT), FinalState::ByMethod);
    assert_eq!(
        kind(&core, &token, other_method),
        Some(ErrorKind::BadParameter)
    );
    for bad in [
        "",
        "{}",
        "null",
        "no token",
        &token.replace("\"version\":1", "\"version\":2"),
    ] {
        assert_eq!(
            kind(&core, bad, data),
            Some(ErrorKind::BadParameter),
            "{bad}"
        );
    }
    let led_away = token.replace(
        &format!("{}/status", server.url()),
        "http://evil.example/status",
    );
    assert_eq!(kind(&core, &led_away, data), Some(ErrorKind::Untrusted));
}

#[tokio::test]
async fn a_token_has_no_parameter_that_is_secret() {
    let server = Listener::start([reply(202, &[], ""), reply(202, &[], "")]).await;
    let core = core_with(&server.url(), None, quick());
    let begun = async |set: fn(&mut Request)| {
        let data = polling(operation(Method::PUT), FinalState::ByMethod);
        let mut request = Request::new(&core, data.operation);
        request.path("/thing");
        set(&mut request);
        let mut poller = Poller::new(request, data);
        poller.poll_once().await.unwrap();
        poller.token()
    };
    let token = begun(|request| {
        request.query("a", &1_i64);
        request.query("sig", &Some(Secret::new("s3cret")));
        request.query_list("keys", &vec![Secret::new("s3cret")], Collection::Csv);
        request.raw_query("raw", &Secret::new("s3cret&more=s3cret"));
        let login = BTreeMap::from([("the key", Secret::new("s3cret"))]);
        for style in [
            ObjectStyle::Form,
            ObjectStyle::Joined,
            ObjectStyle::Deep,
            ObjectStyle::Json,
        ] {
            request.query_secret_object("login", &login, style);
        }
    })
    .await
    .unwrap();
    assert!(token.contains("/thing?a=1\""), "{token}");
    assert!(!token.contains("s3cret"), "{token}");
    let in_path = begun(|request| {
        request.path("/");
        request.segment("key", &Secret::new("s3cret"));
    });
    assert_eq!(in_path.await, None);
}

//! Nothing that a log may show contains a secret.

use std::error::Error as _;
use std::fmt::Debug;
use std::sync::Arc;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{
    ApiKey, Authorization, BasicCredential, BearerToken, Body, Endpoint, Json, Operation, Secret,
};

use super::{BASIC_OR_OAUTH, SERVICE, core_with, operation, thing};

/// Fails when a planted secret is shown.
#[track_caller]
fn assert_silent(shown: &dyn Debug) {
    for text in [format!("{shown:?}"), format!("{shown:#?}")] {
        for secret in [
            "p4ss", "t0ken", "k3y", "q-secret", "b-secret", "h-secret", "cDRzcw",
        ] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}

#[test]
fn credentials_and_bodies_are_silent() {
    assert_silent(&Secret::new("p4ss"));
    assert_silent(&BasicCredential::new("user", "p4ss"));
    assert_silent(&BearerToken::new("t0ken"));
    assert_silent(&ApiKey::new("k3y"));
    assert_silent(&Authorization::bearer("t0ken").unwrap());
    assert_silent(&Authorization::query("code", "k3y"));
    assert_silent(&Body::from("b-secret"));
    for url in ["https://user:p4ss@host/x?t0ken", "user:p4ss@host", "k3y"] {
        assert_silent(&Endpoint::new(url));
    }
    assert_eq!(
        format!("{:?}", Endpoint::new("https://user:p4ss@Host:8443/x")),
        "Endpoint(https://host:8443)"
    );
    assert_silent(&Json::<Secret>::value("p4ss".into()));
    assert_silent(&Json::<Secret>::raw("\"p4ss\""));
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("x-secret", "h-secret".parse().unwrap());
    let builder = reqwest::Client::builder().default_headers(headers);
    assert_silent(&super::once().http_client(builder));
}

#[test]
fn a_secret_is_itself_on_the_wire() {
    let secret: Secret = serde_json::from_str("\"p4ss\"").unwrap();
    assert_eq!(
        (
            secret.expose(),
            serde_json::to_string(&secret).unwrap().as_str()
        ),
        ("p4ss", "\"p4ss\"")
    );
}

#[tokio::test]
async fn requests_replies_and_errors_are_silent() {
    let scripts = [
        Script::with(
            200,
            "Location: /x?sig=q-secret\r\nSet-Cookie: a=h-secret\r\n",
            "b-secret",
        ),
        Script::with(401, "WWW-Authenticate: h-secret\r\n", "b-secret"),
        Script::with(302, "Location: https://x/?sig=q-secret\r\n", "b-secret"),
        Script::json(200, r#"{"x":"b-secret"}"#),
        Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nb-secret").then_close(),
        Script::close(),
        Script::hang(),
        Script::reply("b-secret\r\n\r\n").then_close(),
    ];
    let server = Listener::start(scripts).await;
    let credential = BasicCredential::new("user", "p4ss");
    let core = core_with(
        &server.url(),
        Some(Arc::new(credential)),
        super::impatient(),
    );
    assert_silent(&core);
    for index in 0..8 {
        let mut request = thing(
            &core,
            Operation {
                security: BASIC_OR_OAUTH,
                ..operation(Method::POST)
            },
        );
        request.query("token", &"q-secret");
        request.header("X-Secret", &"h-secret");
        request.form("password", &"p4ss");
        assert_silent(&request);
        let result = match request.send(SERVICE).await {
            Ok(reply) => {
                assert_silent(&reply);
                reply.json::<Vec<i32>, ()>().await
            }
            Err(error) => Err(error),
        };
        let error = result.expect_err("a failure");
        assert_silent(&error);
        assert_silent(&format_args!("{error}"));
        let mut cause = error.source();
        while let Some(error) = cause {
            assert_silent(&error);
            assert_silent(&format_args!("{error}"));
            cause = error.source();
        }
        assert_eq!(server.requests().len(), index + 1);
    }
}

#[tokio::test]
async fn a_refused_parameter_is_named_and_not_shown() {
    let core = core_with("http://127.0.0.1:1", None, super::once());
    let mut request = thing(&core, operation(Method::GET));
    request.segment("name", &"../t0ken");
    assert_silent(&request.send(SERVICE).await.unwrap_err());
    let mut request = thing(&core, operation(Method::GET));
    request.header("X-Name", &"t0ken\n");
    assert_silent(&request.send(SERVICE).await.unwrap_err());
    let mut request = thing(&core, operation(Method::GET));
    request.query("token", &"q-secret");
    let error = request.send(SERVICE).await.unwrap_err();
    assert_eq!(error.kind(), tests::runtime::ErrorKind::Connect);
    assert_silent(&error);
}

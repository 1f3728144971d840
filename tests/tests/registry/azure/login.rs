//! From an Azure AD token to a push.

use generated_client::{BasicCredential, BearerToken, Client, Secret};
use http::StatusCode;
use tests::registry::double::{Access, Double, Login, Options};

use crate::steps::{self, NAME, refused};

const PUSH: &str = "repository:prod/bash:pull,push";

async fn guarded() -> Double {
    let options = Options {
        access: Access::Bearer(Login::default()),
        ..Options::default()
    };
    Double::start(options).await
}

fn service(double: &Double) -> &str {
    double.url().trim_start_matches("http://")
}

fn bearer(double: &Double, token: &Secret) -> Client {
    Client::builder(double.url())
        .credential(BearerToken::new(token.clone()))
        .build()
        .expect("a client of the registry")
}

#[tokio::test]
async fn azure_token_to_push() {
    let double = guarded().await;
    let stranger = steps::client(double.url());
    let start = stranger.blob().start_upload(NAME).send().await;
    let error = start.expect_err("a token is needed");
    refused(&error, StatusCode::UNAUTHORIZED, "UNAUTHORIZED");

    let exchange = stranger
        .refresh_tokens()
        .get_from_exchange("access_token".into(), service(&double))
        .access_token("aad-token-of-alice");
    let refresh = exchange.send().await.expect("a refresh token").into_body();
    let refresh = refresh.refresh_token.expect("a refresh token");

    let token = stranger
        .access_tokens()
        .get(
            "refresh_token".into(),
            service(&double),
            [PUSH, "registry:catalog:*"],
        )
        .refresh_token(refresh);
    let token = token.send().await.expect("an access token").into_body();
    let token = token.access_token.expect("an access token");

    let client = bearer(&double, &token);
    steps::blobs::pushed_in_chunks(&client).await;
    let form = double
        .log()
        .into_iter()
        .find(|entry| entry.target == "/oauth2/token");
    let form = form.expect("the request for the token");
    let form = String::from_utf8_lossy(&form.body).into_owned();
    assert_eq!(form.matches("scope=").count(), 2, "one pair for each scope");
}

/// Nobody gets a token to pull, and no more.
#[tokio::test]
async fn token_of_nobody() {
    let double = guarded().await;
    let stranger = steps::client(double.url());
    let token = stranger
        .access_tokens()
        .get("password".into(), service(&double), [PUSH]);
    let token = token.send().await.expect("an access token").into_body();
    let client = bearer(&double, &token.access_token.expect("an access token"));
    let blob = client.blob().get(NAME, steps::NO_DIGEST).send().await;
    refused(
        &blob.expect_err("no such blob"),
        StatusCode::NOT_FOUND,
        "BLOB_UNKNOWN",
    );
    let start = client.blob().start_upload(NAME).send().await;
    let error = start.expect_err("the token does not allow a push");
    refused(&error, StatusCode::UNAUTHORIZED, "UNAUTHORIZED");
}

#[tokio::test]
async fn token_by_password() {
    let double = guarded().await;
    let alice = Client::builder(double.url())
        .credential(BasicCredential::new("alice", "wonderland"))
        .build()
        .expect("a client of the registry");
    let token = alice
        .access_tokens()
        .get_from_login(service(&double), [PUSH]);
    let token = token.send().await.expect("an access token").into_body();
    let client = bearer(&double, &token.access_token.expect("an access token"));
    steps::blobs::pushed_in_chunks(&client).await;
}

/// The token endpoints need no credential, so they get none.
#[tokio::test]
async fn no_credential_where_none_is_asked_for() {
    let double = guarded().await;
    let client = bearer(&double, &Secret::new("bearer-of-somebody"));
    let token = client
        .access_tokens()
        .get("password".into(), service(&double), [PUSH]);
    token.send().await.expect("an access token");
    let last = double.log().pop().expect("the request");
    assert_eq!(last.header("authorization"), None);
}

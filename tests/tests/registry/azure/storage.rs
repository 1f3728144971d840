//! Blobs that come from storage: the redirect is followed, and the credential stays behind.

use generated_client::{BasicCredential, Client, ClientOptions, ErrorKind};
use http::StatusCode;
use tests::registry::double::{Access, BlobDelivery, Double, Login, Options};

use crate::steps::{NAME, push};

async fn redirecting() -> Double {
    let options = Options {
        blobs: BlobDelivery::Redirected,
        access: Access::Basic(Login::default()),
        ..Options::default()
    };
    Double::start(options).await
}

fn alice(double: &Double, options: ClientOptions) -> Client {
    Client::builder(double.url())
        .credential(BasicCredential::new("alice", "wonderland"))
        .options(options)
        .build()
        .expect("a client of the registry")
}

#[tokio::test]
async fn blob_from_storage() {
    let double = redirecting().await;
    let client = alice(&double, ClientOptions::default());
    let digest = push(&client, NAME, b"hello blob").await;

    let blob = client.blob().get(NAME, &digest).send().await;
    let blob = blob.expect("the blob").into_body().collect(1024).await;
    assert_eq!(blob.expect("the whole blob"), "hello blob");
    let check = client.blob().check(NAME, &digest).send().await;
    assert_eq!(check.expect("the blob").headers().content_length, Some(10));
    let chunk = client.blob().get_chunk(NAME, &digest, "bytes=0-3");
    let chunk = chunk.send().await.expect("a part of the blob");
    assert_eq!(chunk.status(), StatusCode::PARTIAL_CONTENT);
    let chunk = chunk.into_body().collect(1024).await;
    assert_eq!(chunk.expect("the whole part"), "hell");

    let seen = double.storage_log();
    assert_eq!(seen.len(), 3);
    for entry in &seen {
        for left_behind in ["authorization", "cookie", "referer"] {
            assert_eq!(entry.header(left_behind), None, "{}", entry.line());
        }
    }
}

#[tokio::test]
async fn redirect_that_is_not_followed() {
    let double = redirecting().await;
    let options = ClientOptions::default().follow_redirects(false);
    let client = alice(&double, options);
    let digest = push(&client, NAME, b"hello blob").await;
    let get = client.blob().get(NAME, &digest).send().await;
    let error = get.expect_err("a redirect");
    assert_eq!(error.kind(), ErrorKind::Redirect);
    let location = error.location().expect("where to");
    assert!(location.starts_with(double.storage_url()));
    assert!(double.storage_log().is_empty());
}

/// A space travels as `%20`, and a slash in a name as part of one segment.
#[tokio::test]
async fn name_with_a_space() {
    let double = Double::start(Options::default()).await;
    let client = crate::steps::client(double.url());
    let digest = push(&client, "with space/and slash", b"hello blob").await;
    let check = client.blob().check("with space/and slash", &digest);
    check.send().await.expect("the blob");
    let last = double.log().pop().expect("the request");
    assert!(
        last.target
            .starts_with("/v2/with%20space%2Fand%20slash/blobs/")
    );
}

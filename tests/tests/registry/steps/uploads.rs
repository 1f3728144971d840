//! Uploads that are looked at, left, and refused.

use generated_client::Client;
use http::StatusCode;
use tests::digest::sha256;

use super::{NAME, refused, start};

pub(crate) async fn status(client: &Client) {
    let place = start(client, NAME).await;
    let sent = client.blob().upload("hello", place).send().await;
    let place = sent.expect("an accepted chunk").headers().location.clone();
    let place = place.expect("the next place");

    let status = client.blob().get_status(&place).send().await;
    let status = status.expect("the upload");
    assert_eq!(status.status(), StatusCode::NO_CONTENT);
    assert_eq!(status.headers().range.as_deref(), Some("0-4"));

    let place = status.headers().location.clone().expect("a fresh place");
    let digest = sha256(b"hello blob");
    let end = client.blob().end_upload(digest, place).value(" blob");
    end.send().await.expect("a finished upload");
}

/// `_state` says how much the registry had when it was given; a chunk cannot be sent twice to one place.
pub(crate) async fn stale_location(client: &Client) {
    let place = start(client, NAME).await;
    let sent = client.blob().upload("hello", &place).send().await;
    sent.expect("an accepted chunk");
    let again = client.blob().upload("hello", &place).send().await;
    let error = again.expect_err("the place has moved");
    refused(&error, StatusCode::NOT_FOUND, "BLOB_UPLOAD_INVALID");
}

pub(crate) async fn cancelled(client: &Client) {
    let place = start(client, NAME).await;
    let cancel = client.blob().cancel_upload(&place).send().await;
    let cancel = cancel.expect("a cancelled upload");
    assert_eq!(cancel.status(), StatusCode::NO_CONTENT);
    let status = client.blob().get_status(&place).send().await;
    let error = status.expect_err("it is gone");
    refused(&error, StatusCode::NOT_FOUND, "BLOB_UPLOAD_UNKNOWN");
}

pub(crate) async fn wrong_digest(client: &Client) {
    let (place, digest) = (start(client, NAME).await, sha256(b"other"));
    let end = client.blob().end_upload(&digest, place).value("hello");
    let error = end.send().await.expect_err("another digest");
    let detail = refused(&error, StatusCode::BAD_REQUEST, "DIGEST_INVALID");
    let detail = detail.expect("a detail, which is an object here");
    assert_eq!(detail["Digest"], digest);
}

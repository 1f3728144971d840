//! Blobs: pushed, pulled, mounted, deleted.

use generated_client::{Body, ByteStream, Client, ErrorKind};
use http::StatusCode;
use tests::digest::sha256;

use super::{NAME, NO_DIGEST, push, refused, start};

const BLOB: &[u8] = b"hello blob";

pub(crate) async fn registry_is_found(client: &Client) {
    let reply = client.v2_support().check().send().await;
    assert_eq!(reply.expect("a registry").status(), StatusCode::OK);
}

pub(crate) async fn pushed_in_chunks(client: &Client) {
    let (digest, place) = (sha256(BLOB), start(client, NAME).await);
    let first = client.blob().upload(&BLOB[..5], place).content_range("0-4");
    let first = first.send().await.expect("an accepted chunk");
    assert_eq!(first.headers().range.as_deref(), Some("0-4"));

    let place = first.headers().location.clone().expect("the next place");
    let second = client.blob().upload(&BLOB[5..], place).content_range("5-9");
    let second = second.send().await.expect("an accepted chunk");
    assert_eq!(second.headers().range.as_deref(), Some("0-9"));

    let place = second.headers().location.clone().expect("the last place");
    let end = client.blob().end_upload(&digest, place).send().await;
    let end = end.expect("a finished upload");
    assert_eq!(end.status(), StatusCode::CREATED);
    assert_eq!(
        end.headers().docker_content_digest.as_deref(),
        Some(&*digest)
    );

    let found = client.blob().check(NAME, &digest).send().await;
    let found = found.expect("the blob");
    assert_eq!(found.headers().content_length, Some(10));
    assert_eq!(pull(client, &digest).await, BLOB);
}

pub(crate) async fn pushed_in_one_stream(client: &Client) {
    // Larger than any buffer on the way.
    let blob: Vec<u8> = (0..3_000_000_u32).map(|i| i.to_le_bytes()[1]).collect();
    let (digest, place) = (sha256(&blob), start(client, NAME).await);
    let sent = client.blob().upload(Body::from(blob.clone()), place);
    let sent = sent.send().await.expect("an accepted stream");
    assert_eq!(sent.headers().range.as_deref(), Some("0-2999999"));
    let place = sent.headers().location.clone().expect("the last place");
    let end = client.blob().end_upload(&digest, place).send().await;
    end.expect("a finished upload");
    assert!(pull(client, &digest).await == blob, "the blob came back");
}

pub(crate) async fn pushed_with_the_last_request(client: &Client) {
    let digest = push(client, NAME, BLOB).await;
    assert_eq!(pull(client, &digest).await, BLOB);
}

/// Reads a blob as it arrives.
async fn pull(client: &Client, digest: &str) -> Vec<u8> {
    let reply = client.blob().get(NAME, digest).send().await;
    let reply = reply.expect("the blob");
    assert_eq!(reply.status(), StatusCode::OK);
    assert_eq!(
        reply.headers().docker_content_digest.as_deref(),
        Some(digest)
    );
    let length = reply.headers().content_length;
    let blob = read(reply.into_body()).await;
    assert_eq!(length, i64::try_from(blob.len()).ok());
    blob
}

async fn read(mut stream: ByteStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Some(part) = stream.next().await {
        bytes.extend_from_slice(&part.expect("a part of the blob"));
    }
    bytes
}

pub(crate) async fn read_in_ranges(client: &Client) {
    let digest = push(client, NAME, BLOB).await;
    let chunk = client.blob().get_chunk(NAME, &digest, "bytes=0-3");
    let chunk = chunk.send().await.expect("a part of the blob");
    assert_eq!(chunk.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        chunk.headers().content_range.as_deref(),
        Some("bytes 0-3/10")
    );
    assert_eq!(chunk.headers().content_length, Some(4));
    assert_eq!(read(chunk.into_body()).await, b"hell");

    let check = client.blob().check_chunk(NAME, &digest, "bytes=0-3");
    let check = check.send().await.expect("a part of the blob");
    assert_eq!(check.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        check.headers().content_range.as_deref(),
        Some("bytes 0-3/10")
    );
}

/// The registry promises a body with its 416 and then sends none: the status has to be looked at first.
pub(crate) async fn range_beyond_the_end(client: &Client) {
    let digest = push(client, NAME, BLOB).await;
    let chunk = client.blob().get_chunk(NAME, &digest, "bytes=100-200");
    let error = chunk.send().await.expect_err("nothing is there");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(StatusCode::RANGE_NOT_SATISFIABLE));
    let headers = error.headers().expect("the headers of the reply");
    assert_eq!(headers["content-range"], "bytes */10");
    registry_is_found(client).await;
}

pub(crate) async fn unknown_blob(client: &Client) {
    let get = client.blob().get(NAME, NO_DIGEST).send().await;
    let error = get.expect_err("no such blob");
    let detail = refused(&error, StatusCode::NOT_FOUND, "BLOB_UNKNOWN");
    assert_eq!(detail, Some(NO_DIGEST.into()));

    let check = client.blob().check(NAME, NO_DIGEST).send().await;
    let error = check.expect_err("no such blob");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert!(error.service().is_none(), "a reply to HEAD has no body");
}

pub(crate) async fn mounted(client: &Client) {
    let digest = push(client, NAME, BLOB).await;
    let mount = client.blob().mount("test/bash", NAME, &digest).send().await;
    let mount = mount.expect("a mounted blob");
    assert_eq!(mount.status(), StatusCode::CREATED);
    assert_eq!(
        mount.headers().docker_content_digest.as_deref(),
        Some(&*digest)
    );
    assert_eq!(mount.headers().docker_upload_uuid, None);
    let found = client.blob().check("test/bash", &digest).send().await;
    found.expect("the blob in the other repository");
}

/// A mount that misses becomes an upload, which works like any other.
pub(crate) async fn mount_without_a_source(client: &Client) {
    let digest = sha256(BLOB);
    let mount = client.blob().mount(NAME, "test/none", &digest).send().await;
    let mount = mount.expect("an upload in place of the mount");
    assert_eq!(mount.status(), StatusCode::ACCEPTED);
    assert!(mount.headers().docker_upload_uuid.is_some());
    let place = mount.headers().location.clone();
    let place = place.expect("the place of the upload");
    let end = client.blob().end_upload(&digest, place).value(BLOB);
    end.send().await.expect("a finished upload");
    assert_eq!(pull(client, &digest).await, BLOB);
}

pub(crate) async fn deleted(client: &Client) {
    let digest = push(client, NAME, BLOB).await;
    let delete = client.blob().delete(NAME, &digest).send().await;
    assert_eq!(delete.expect("a deletion").status(), StatusCode::ACCEPTED);
    let again = client.blob().delete(NAME, &digest).send().await;
    let error = again.expect_err("it is gone");
    assert_eq!(refused(&error, StatusCode::NOT_FOUND, "BLOB_UNKNOWN"), None);
}

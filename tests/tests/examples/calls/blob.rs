//! Blobs and their uploads.

use generated_client::operations::blob::{BlobEndUpload, BlobUpload};
use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub(crate) async fn get(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.blob().get(given.text("name"), given.text("digest"));
    let reply = call.send().await?;
    let headers = headers!(reply: content_length, docker_content_digest);
    Outcome::stream(reply, headers).await
}

pub(crate) async fn check(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .blob()
        .check(given.text("name"), given.text("digest"));
    let reply = call.send().await?;
    let headers = headers!(reply: content_length, docker_content_digest);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn get_chunk(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.blob().get_chunk(
        given.text("name"),
        given.text("digest"),
        given.text("Range"),
    );
    let reply = call.send().await?;
    let headers = headers!(reply: content_length, content_range);
    Outcome::stream(reply, headers).await
}

pub(crate) async fn check_chunk(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.blob().check_chunk(
        given.text("name"),
        given.text("digest"),
        given.text("Range"),
    );
    let reply = call.send().await?;
    Ok(Outcome::empty(
        &reply,
        headers!(reply: content_length, content_range),
    ))
}

pub(crate) async fn delete(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .blob()
        .delete(given.text("name"), given.text("digest"));
    let reply = call.send().await?;
    Ok(Outcome::empty(
        &reply,
        headers!(reply: docker_content_digest),
    ))
}

pub(crate) async fn mount(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .blob()
        .mount(given.text("name"), given.text("from"), given.text("mount"));
    let reply = call.send().await?;
    let headers = headers!(reply: docker_content_digest, docker_upload_uuid, location, range);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn start_upload(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.blob().start_upload(given.text("name"));
    let reply = call.send().await?;
    let headers = headers!(reply: docker_upload_uuid, location, range);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn upload(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .blob()
        .upload(given.body("value"), given.text("nextBlobUuidLink"))
        .optional(
            given.optional_text("Content-Range"),
            BlobUpload::content_range,
        );
    let reply = call.send().await?;
    let headers = headers!(reply: docker_upload_uuid, location, range);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn get_status(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.blob().get_status(given.text("nextBlobUuidLink"));
    let reply = call.send().await?;
    let headers = headers!(reply: docker_upload_uuid, location, range);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn end_upload(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .blob()
        .end_upload(given.text("digest"), given.text("nextBlobUuidLink"))
        .optional(given.optional_body("value"), BlobEndUpload::value);
    let reply = call.send().await?;
    let headers = headers!(reply: docker_content_digest, location, range);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn cancel_upload(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.blob().cancel_upload(given.text("nextBlobUuidLink"));
    let reply = call.send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

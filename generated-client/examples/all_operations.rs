//! Calls every operation of a registry once and prints what each came to.
//!
//! ```text
//! cargo run --example all_operations -- http://127.0.0.1:5000 [USER PASSWORD]
//! ```
//!
//! It writes to one repository, which it deletes in the end. A registry that offers no metadata answers some calls with
//! 404; that is printed like the rest.

use generated_client::models::{AccessTokensGetGrantType, ChangeableAttributes, GrantType};
use generated_client::{BasicCredential, Client, Error, Response, Result};

const REPOSITORY: &str = "generated-client/all-operations";
const TAG: &str = "latest";
const BLOB: &str = "{}";
const DIGEST: &str = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
const MANIFEST: &str = r#"{
  "schemaVersion": 2,
  "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
  "config": {
    "mediaType": "application/vnd.docker.container.image.v1+json",
    "size": 2,
    "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
  },
  "layers": []
}"#;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let Some(endpoint) = arguments.next() else {
        eprintln!("usage: all_operations ENDPOINT [USER PASSWORD]");
        std::process::exit(2);
    };
    let mut builder = Client::builder(endpoint);
    if let (Some(user), Some(password)) = (arguments.next(), arguments.next()) {
        builder = builder.credential(BasicCredential::new(user, password));
    }
    let client = builder.build()?;

    login(&client).await;
    upload(&client).await;
    read_blob(&client).await;
    let manifest = manifests(&client).await;
    tags(&client).await;
    repositories(&client).await;
    clean_up(&client, &manifest).await;
    Ok(())
}

async fn login(client: &Client) {
    let service = "registry.example";
    let scope = [format!("repository:{REPOSITORY}:pull,push")];

    let check = client.v2_support().check();
    show("V2Support_Check", check.send().await);
    let exchange = client
        .refresh_tokens()
        .get_from_exchange(GrantType::AccessToken, service)
        .access_token("a token of the directory");
    show("RefreshTokens_GetFromExchange", exchange.send().await);
    let tokens = client.access_tokens();
    let by_login = tokens.get_from_login(service, &scope);
    show("AccessTokens_GetFromLogin", by_login.send().await);
    let anonymous = tokens.get(AccessTokensGetGrantType::Password, service, &scope);
    show("AccessTokens_Get", anonymous.send().await);
}

/// Each reply tells where the upload goes on.
async fn upload(client: &Client) {
    let blob = client.blob();
    let nowhere = format!("/v2/{REPOSITORY}/blobs/uploads/none");

    let mount = blob.mount(REPOSITORY, "library/other", DIGEST);
    let canceled = show("Blob_Mount", mount.send().await)
        .and_then(|reply| reply.headers().location.clone())
        .unwrap_or_else(|| nowhere.clone());
    let cancel = blob.cancel_upload(canceled);
    show("Blob_CancelUpload", cancel.send().await);

    let start = blob.start_upload(REPOSITORY);
    let started = show("Blob_StartUpload", start.send().await)
        .and_then(|reply| reply.headers().location.clone())
        .unwrap_or(nowhere);
    let upload = blob.upload(BLOB, &started);
    let uploaded = show("Blob_Upload", upload.send().await)
        .and_then(|reply| reply.headers().location.clone())
        .unwrap_or(started);
    let status = blob.get_status(&uploaded);
    let current = show("Blob_GetStatus", status.send().await)
        .and_then(|reply| reply.headers().location.clone())
        .unwrap_or(uploaded);
    let end = blob.end_upload(DIGEST, current);
    show("Blob_EndUpload", end.send().await);
}

async fn read_blob(client: &Client) {
    let blob = client.blob();

    let check = blob.check(REPOSITORY, DIGEST);
    show("Blob_Check", check.send().await);
    let check_chunk = blob.check_chunk(REPOSITORY, DIGEST, "bytes=0-0");
    show("Blob_CheckChunk", check_chunk.send().await);
    let get = blob.get(REPOSITORY, DIGEST);
    show("Blob_Get", get.send().await);
    let get_chunk = blob.get_chunk(REPOSITORY, DIGEST, "bytes=0-0");
    show("Blob_GetChunk", get_chunk.send().await);
}

/// Gives the digest, by which a manifest is deleted.
async fn manifests(client: &Client) -> String {
    let manifests = client.manifests();

    let create = manifests.create(REPOSITORY, TAG, MANIFEST);
    let digest = show("Manifests_Create", create.send().await)
        .and_then(|reply| reply.headers().docker_content_digest.clone())
        .unwrap_or_else(|| TAG.to_owned());
    let get = manifests.get(REPOSITORY, TAG);
    show("Manifests_Get", get.send().await);
    let list = manifests.get_list(REPOSITORY).n(10);
    show("Manifests_GetList", list.send().await);
    let attributes = manifests.get_attributes(REPOSITORY, TAG);
    show("Manifests_GetAttributes", attributes.send().await);
    let update = manifests.update_attributes(REPOSITORY, TAG);
    let update = update.value(writable());
    show("Manifests_UpdateAttributes", update.send().await);
    digest
}

async fn tags(client: &Client) {
    let tag = client.tag();

    let list = tag.get_list(REPOSITORY).orderby("timedesc");
    show("Tag_GetList", list.send().await);
    let attributes = tag.get_attributes(REPOSITORY, TAG);
    show("Tag_GetAttributes", attributes.send().await);
    let update = tag.update_attributes(REPOSITORY, TAG).value(writable());
    show("Tag_UpdateAttributes", update.send().await);
    let delete = tag.delete(REPOSITORY, TAG);
    show("Tag_Delete", delete.send().await);
}

async fn repositories(client: &Client) {
    let repository = client.repository();

    let list = repository.get_list().n(10);
    show("Repository_GetList", list.send().await);
    let attributes = repository.get_attributes(REPOSITORY);
    show("Repository_GetAttributes", attributes.send().await);
    let update = repository.update_attributes(REPOSITORY).value(writable());
    show("Repository_UpdateAttributes", update.send().await);
}

/// Deletes what the others made.
async fn clean_up(client: &Client, manifest: &str) {
    let manifest = client.manifests().delete(REPOSITORY, manifest);
    show("Manifests_Delete", manifest.send().await);
    let blob = client.blob().delete(REPOSITORY, DIGEST);
    show("Blob_Delete", blob.send().await);
    let repository = client.repository().delete(REPOSITORY);
    show("Repository_Delete", repository.send().await);
}

fn writable() -> ChangeableAttributes {
    ChangeableAttributes {
        write_enabled: Some(true),
        ..ChangeableAttributes::default()
    }
}

/// Prints the status or the kind of error, and hands on the reply.
fn show<B, H>(operation: &str, outcome: Result<Response<B, H>>) -> Option<Response<B, H>> {
    match outcome {
        Ok(reply) => {
            println!("{operation:<30} {}", reply.status());
            Some(reply)
        }
        Err(error) => {
            show_failure(operation, &error);
            None
        }
    }
}

fn show_failure(operation: &str, error: &Error) {
    let status = error.status().map(|status| status.to_string());
    let status = status.unwrap_or_default();
    println!("{operation:<30} {:?} {status}", error.kind());
}

//! Pushes a blob in two chunks and a manifest that refers to it, reads the manifest back, and deletes both.
//!
//! ```text
//! cargo run -p generated-client --example quickstart -- http://127.0.0.1:5000
//! ```
//!
//! A registry to try it on: `docker-registry serve config.yml`, with `delete: {enabled: true}` in its storage.

use std::fmt::Write as _;

use generated_client::operations::manifests::ManifestsCreateContentType as ContentType;
use generated_client::{Client, Result};
use sha2::{Digest as _, Sha256};

const NAME: &str = "quickstart/hello";
const TAG: &str = "latest";
const OCI_MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(endpoint) = std::env::args().nth(1) else {
        eprintln!("usage: quickstart ENDPOINT, for example http://127.0.0.1:5000");
        std::process::exit(2);
    };
    let client = Client::builder(endpoint).build()?;
    client.v2_support().check().send().await?;
    println!("found a registry");

    let (first, second) = ("hello ", "blob");
    let blob = push_in_chunks(&client, first, second).await?;
    println!("pushed {blob} in two chunks");

    let manifest = manifest_of(&blob, first.len() + second.len());
    let digest = digest_of(manifest.as_bytes());
    client
        .manifests()
        .create(NAME, TAG, manifest)
        .content_type(ContentType::OciImageManifestV1Json)
        .send()
        .await?;
    println!("put {NAME}:{TAG}");

    let reply = client.manifests().get(NAME, TAG).send().await?;
    assert_eq!(
        digest_of(reply.bytes()),
        digest,
        "the manifest came back changed"
    );
    let layers = reply.body().layers.iter().flatten().count();
    println!("read {NAME}:{TAG} back: {digest}, layers: {layers}");

    client.manifests().delete(NAME, &digest).send().await?;
    println!("deleted the manifest");
    client.blob().delete(NAME, &blob).send().await?;
    println!("deleted the blob");
    Ok(())
}

/// Uploads a blob in two requests, and gives its digest. Each reply says where the upload goes on.
async fn push_in_chunks(
    client: &Client,
    first: &'static str,
    second: &'static str,
) -> Result<String> {
    let blobs = client.blob();
    let start = blobs.start_upload(NAME).send().await?;
    let place = start.headers().location.clone().unwrap_or_default();

    let range = format!("0-{}", first.len() - 1);
    let sent = blobs
        .upload(first, place)
        .content_range(range)
        .send()
        .await?;
    let place = sent.headers().location.clone().unwrap_or_default();

    let range = format!("{}-{}", first.len(), first.len() + second.len() - 1);
    let sent = blobs
        .upload(second, place)
        .content_range(range)
        .send()
        .await?;
    let place = sent.headers().location.clone().unwrap_or_default();

    let digest = digest_of([first, second].concat().as_bytes());
    blobs.end_upload(&digest, place).send().await?;
    Ok(digest)
}

/// An OCI image manifest whose config and only layer are the blob.
fn manifest_of(blob: &str, size: usize) -> String {
    let part = |media_type: &str| {
        format!(r#"{{"mediaType":"{media_type}","size":{size},"digest":"{blob}"}}"#)
    };
    format!(
        r#"{{"schemaVersion":2,"mediaType":"{OCI_MANIFEST}","config":{},"layers":[{}]}}"#,
        part("application/vnd.oci.image.config.v1+json"),
        part("application/vnd.oci.image.layer.v1.tar"),
    )
}

/// `sha256:` and 64 hexadecimal digits.
fn digest_of(bytes: &[u8]) -> String {
    let mut digest = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        // Writing to a `String` cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

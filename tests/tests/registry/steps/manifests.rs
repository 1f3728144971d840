//! Manifests: put as bytes under their own media type, read as a document and as bytes.

use generated_client::Client;
use generated_client::operations::manifests::ManifestsCreateContentType as ContentType;
use http::StatusCode;
use serde_json::json;
use tests::digest::sha256;

use super::{NAME, push, refused};

const DOCKER: &str = "application/vnd.docker.distribution.manifest.v2+json";
const OCI: &str = "application/vnd.oci.image.manifest.v1+json";

/// A manifest whose config was pushed.
async fn manifest(client: &Client, media_type: &str) -> String {
    let config = push(client, NAME, b"{}").await;
    json!({
        "schemaVersion": 2,
        "mediaType": media_type,
        "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "size": 2, "digest": config},
        "layers": [],
    })
    .to_string()
}

/// Puts a manifest and gives its digest, which has to be that of the very bytes.
async fn put(client: &Client, tag: &str, content_type: ContentType, manifest: &str) -> String {
    let put = client.manifests().create(NAME, tag, manifest.to_owned());
    let put = put.content_type(content_type).send().await;
    let put = put.expect("an accepted manifest");
    assert_eq!(put.status(), StatusCode::CREATED);
    let digest = put.headers().docker_content_digest.clone();
    assert_eq!(digest, Some(sha256(manifest.as_bytes())));
    digest.unwrap_or_default()
}

pub(crate) async fn oci_manifest(client: &Client) {
    let manifest = manifest(client, OCI).await;
    let digest = put(client, "v1", ContentType::OciImageManifestV1Json, &manifest).await;
    for reference in ["v1", &digest] {
        let reply = client.manifests().get(NAME, reference).send().await;
        let reply = reply.expect("the manifest");
        assert_eq!(reply.headers().content_type.as_deref(), Some(OCI));
        assert_eq!(
            reply.headers().docker_content_digest.as_deref(),
            Some(&*digest)
        );
        assert_eq!(sha256(reply.bytes()), digest);
        let config = reply.body().config.as_ref().expect("a config");
        assert_eq!(config.digest.as_deref(), Some(&*sha256(b"{}")));
        assert_eq!(reply.body().schema_version, Some(2));
    }
}

/// Docker's media type is what is sent when the caller does not choose.
pub(crate) async fn docker_manifest(client: &Client) {
    let manifest = manifest(client, DOCKER).await;
    let put = client.manifests().create(NAME, "v1", manifest.clone());
    put.send().await.expect("an accepted manifest");
    let reply = client.manifests().get(NAME, "v1").accept(DOCKER);
    let reply = reply.send().await.expect("the manifest");
    assert_eq!(reply.headers().content_type.as_deref(), Some(DOCKER));
    assert_eq!(reply.bytes(), manifest.as_bytes());
}

/// White space, the order of keys and what no model knows: nothing of it may be lost on the way.
pub(crate) async fn own_bytes_keep_their_digest(client: &Client) {
    let manifest = manifest(client, OCI).await;
    let manifest = manifest.replacen('{', "{ \n \"x\": null,\t", 1);
    put(client, "own", ContentType::Other(OCI.to_owned()), &manifest).await;
    let reply = client.manifests().get(NAME, "own").send().await;
    let reply = reply.expect("the manifest");
    assert_eq!(reply.bytes(), manifest.as_bytes());
}

pub(crate) async fn wrong_accept(client: &Client) {
    let manifest = manifest(client, OCI).await;
    put(client, "v1", ContentType::OciImageManifestV1Json, &manifest).await;
    let get = client
        .manifests()
        .get(NAME, "v1")
        .accept("application/json");
    let error = get.send().await.expect_err("JSON is no kind of manifest");
    assert_eq!(
        refused(&error, StatusCode::NOT_FOUND, "MANIFEST_UNKNOWN"),
        None
    );
}

pub(crate) async fn refused_manifest(client: &Client) {
    let only_version = r#"{"schemaVersion":2}"#;
    let put = client
        .manifests()
        .create(NAME, "v1", only_version)
        .send()
        .await;
    let error = put.expect_err("too little for a manifest");
    let detail = refused(&error, StatusCode::BAD_REQUEST, "MANIFEST_INVALID");
    assert_eq!(detail, Some(json!({})));
}

pub(crate) async fn deleted_manifest(client: &Client) {
    let manifest = manifest(client, OCI).await;
    let digest = put(client, "v1", ContentType::OciImageManifestV1Json, &manifest).await;
    let by_tag = client.manifests().delete(NAME, "v1").send().await;
    let error = by_tag.expect_err("only a digest can be deleted");
    refused(&error, StatusCode::BAD_REQUEST, "DIGEST_INVALID");

    let delete = client.manifests().delete(NAME, &digest).send().await;
    assert_eq!(delete.expect("a deletion").status(), StatusCode::ACCEPTED);
    let get = client.manifests().get(NAME, "v1").send().await;
    let error = get.expect_err("it is gone");
    let detail = refused(&error, StatusCode::NOT_FOUND, "MANIFEST_UNKNOWN");
    assert_eq!(detail, Some(json!({"Tag": "v1"})));
}

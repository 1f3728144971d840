//! What the generated client promises beside what it sends: what `Debug` shows, what callers can build, and what an
//! error tells.

use generated_client::models::{Descriptor, OciManifest};
use generated_client::operations::blob::BlobUploadHeaders;
use generated_client::operations::manifests::ManifestsCreateContentType;
use generated_client::{Body, Client, ErrorKind};
use tests::listener::{Listener, Script};

#[test]
fn the_endpoint_of_a_builder_keeps_its_password() {
    let builder = Client::builder("https://user:hunter2@registry.example/");
    let shown = format!("{builder:?}");
    assert!(shown.contains("https://registry.example"), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn the_state_of_an_upload_is_not_shown() {
    let link = "/v2/app/blobs/uploads/1?_state=hunter2";
    let client = Client::builder("https://registry.example").build().unwrap();
    let mut headers = BlobUploadHeaders::default();
    headers.location = Some(link.to_owned());
    headers.range = Some("0-9".to_owned());
    for (shown, kept) in [
        (
            format!("{:?}", client.blob().upload(Body::empty(), link)),
            "uploads/1?…",
        ),
        (
            format!("{:?}", client.blob().cancel_upload(link)),
            "uploads/1?…",
        ),
        (format!("{headers:?}"), "uploads/1?…"),
        (format!("{headers:?}"), "0-9"),
    ] {
        assert!(shown.contains(kept), "{shown}");
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[test]
fn a_manifest_that_no_operation_names_can_be_built() {
    let manifest = OciManifest {
        schema_version: Some(2),
        config: Some(Descriptor {
            size: Some(2),
            ..Default::default()
        }),
        ..Default::default()
    };
    let text = serde_json::to_value(&manifest).unwrap();
    assert_eq!(
        text,
        serde_json::json!({ "schemaVersion": 2, "config": { "size": 2 } })
    );
}

#[test]
fn a_media_type_is_read_and_written_as_text() {
    for text in ["application/vnd.oci.image.manifest.v1+json", "text/x-own"] {
        let media_type = ManifestsCreateContentType::from(text);
        assert_eq!(media_type.to_string(), text);
        assert_eq!(media_type.as_ref(), text);
    }
    assert_eq!(
        ManifestsCreateContentType::from("application/vnd.oci.image.manifest.v1+json"),
        ManifestsCreateContentType::OciImageManifestV1Json
    );
}

#[tokio::test]
async fn an_error_body_without_content_is_none() {
    let described = r#"{"errors":[{"code":"DENIED"}]}"#;
    for (body, is_described) in [
        ("{}", false),
        (r#"{"error":"x"}"#, false),
        (described, true),
    ] {
        let server = Listener::start([Script::json(501, body)]).await;
        let client = Client::builder(server.url()).build().unwrap();
        let error = client.repository().get_list().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.service().is_some(), is_described, "{body}");
        assert_eq!(error.raw_body(), body.as_bytes());
    }
}

//! The suite: what every registry has to do for the generated client. One list, run against the double and the real one.

pub(crate) mod blobs;
pub(crate) mod manifests;
pub(crate) mod uploads;

use generated_client::{Client, Error, ErrorKind};
use http::StatusCode;
use serde_json::Value;
use tests::digest::sha256;

/// The repository that most steps use; a slash is part of its name.
pub(crate) const NAME: &str = "prod/bash";
/// The digest of nothing that any step uploads.
pub(crate) const NO_DIGEST: &str =
    "sha256:0000000000000000000000000000000000000000000000000000000000000000";

/// Makes a test of each step; `$run` runs it on a registry of its own.
macro_rules! suite {
    ($run:ident) => {
        $crate::steps::suite! { @tests $run:
            blobs::registry_is_found,
            blobs::pushed_in_chunks,
            blobs::pushed_in_one_stream,
            blobs::pushed_with_the_last_request,
            blobs::read_in_ranges,
            blobs::range_beyond_the_end,
            blobs::unknown_blob,
            blobs::mounted,
            blobs::mount_without_a_source,
            blobs::deleted,
            uploads::status,
            uploads::stale_location,
            uploads::cancelled,
            uploads::wrong_digest,
            manifests::oci_manifest,
            manifests::docker_manifest,
            manifests::own_bytes_keep_their_digest,
            manifests::wrong_accept,
            manifests::refused_manifest,
            manifests::deleted_manifest,
        }
    };
    (@tests $run:ident: $($area:ident::$step:ident,)*) => {
        $(
            #[tokio::test]
            async fn $step() {
                $run(steps::$area::$step).await;
            }
        )*
    };
}
pub(crate) use suite;

/// A client without a credential.
pub(crate) fn client(url: &str) -> Client {
    Client::builder(url)
        .build()
        .expect("a client of the registry")
}

/// Uploads a blob in one request after the start, and gives its digest.
pub(crate) async fn push(client: &Client, name: &str, blob: &'static [u8]) -> String {
    let location = start(client, name).await;
    let digest = sha256(blob);
    let end = client.blob().end_upload(&digest, location).value(blob);
    end.send().await.expect("a finished upload");
    digest
}

/// Starts an upload, and gives the place where it goes on.
pub(crate) async fn start(client: &Client, name: &str) -> String {
    let started = client.blob().start_upload(name).send().await;
    let started = started.expect("a started upload");
    assert_eq!(started.status(), StatusCode::ACCEPTED);
    let headers = started.headers().clone();
    assert_eq!(headers.range.as_deref(), Some("0-0"));
    assert!(headers.docker_upload_uuid.is_some());
    headers.location.expect("the place of the upload")
}

/// Checks that the registry refused, with this status and this code; gives the `detail`.
#[track_caller]
pub(crate) fn refused(error: &Error, status: StatusCode, code: &str) -> Option<Value> {
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(status));
    let body = error.service().expect("an error body of the registry");
    let errors = body.errors.as_deref().unwrap_or_default();
    let first = errors.first().expect("an error in the list");
    assert_eq!(first.code.as_deref(), Some(code));
    assert!(first.message.is_some());
    first.detail.clone()
}

//! Attributes of repositories, tags and manifests: read, changed; and deletion.

use generated_client::models::ChangeableAttributes;
use http::StatusCode;
use tests::registry::double::{Double, Options};

use super::listings::put;
use crate::steps::{self, NAME, refused};

#[tokio::test]
async fn locked_repository() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    put(&client, &["v1"]).await;
    let change = ChangeableAttributes {
        write_enabled: Some(false),
        ..ChangeableAttributes::default()
    };
    let update = client.repository().update_attributes(NAME).value(change);
    update.send().await.expect("a change");
    let last = double.log().pop().expect("the request");
    assert_eq!(last.line(), "PATCH /acr/v1/prod%2Fbash");
    assert_eq!(last.body, "{\"writeEnabled\":false}");

    let found = client.repository().get_attributes(NAME).send().await;
    let found = found.expect("the repository").into_body();
    assert_eq!((found.manifest_count, found.tag_count), (Some(1), Some(1)));
    let attributes = found.changeable_attributes.expect("attributes");
    assert_eq!(attributes.write_enabled, Some(false));
    assert_eq!(attributes.delete_enabled, Some(true));
}

#[tokio::test]
async fn locked_tag_and_manifest() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    put(&client, &["v1"]).await;
    let change = ChangeableAttributes {
        delete_enabled: Some(false),
        ..ChangeableAttributes::default()
    };
    let update = client.tag().update_attributes(NAME, "v1");
    let update = update.value(change.clone()).send().await;
    update.expect("a change");
    let tag = client.tag().get_attributes(NAME, "v1").send().await;
    let tag = tag.expect("the tag").into_body().attributes;
    let tag = tag.expect("attributes");
    let digest = tag.digest.expect("a digest");
    assert_eq!(tag.changeable_attributes, Some(all_but_deletion()));

    let update = client.manifests().update_attributes(NAME, &digest);
    update.value(change).send().await.expect("a change");
    let manifest = client.manifests().get_attributes(NAME, &digest);
    let manifest = manifest.send().await.expect("the manifest").into_body();
    let manifest = manifest.attributes.expect("attributes");
    assert_eq!(manifest.tags, Some(vec!["v1".to_owned()]));
    assert_eq!(manifest.changeable_attributes, Some(all_but_deletion()));
}

fn all_but_deletion() -> ChangeableAttributes {
    ChangeableAttributes {
        delete_enabled: Some(false),
        write_enabled: Some(true),
        list_enabled: Some(true),
        read_enabled: Some(true),
    }
}

#[tokio::test]
async fn deleted_tag_and_repository() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    put(&client, &["v1", "v2"]).await;
    let delete = client.tag().delete(NAME, "v1").send().await;
    assert_eq!(delete.expect("a deletion").status(), StatusCode::ACCEPTED);
    let again = client.tag().delete(NAME, "v1").send().await;
    refused(
        &again.expect_err("it is gone"),
        StatusCode::NOT_FOUND,
        "TAG_UNKNOWN",
    );

    let delete = client.repository().delete(NAME).send().await;
    let deleted = delete.expect("a deletion").into_body();
    assert_eq!(deleted.tags_deleted, Some(vec!["v2".to_owned()]));
    assert_eq!(deleted.manifests_deleted.map(|list| list.len()), Some(1));
    let again = client.repository().delete(NAME).send().await;
    refused(
        &again.expect_err("it is gone"),
        StatusCode::NOT_FOUND,
        "NAME_UNKNOWN",
    );
}

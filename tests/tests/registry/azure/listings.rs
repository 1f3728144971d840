//! Listings over several pages, which are linked by the `Link` header.

use generated_client::Client;
use serde_json::json;
use tests::registry::double::{Double, Entry, Options};

use crate::steps::{self, NAME, push};

const DOCKER: &str = "application/vnd.docker.distribution.manifest.v2+json";

/// Puts one manifest under several tags.
pub(super) async fn put(client: &Client, tags: &[&str]) {
    let config = push(client, NAME, b"{}").await;
    let manifest = json!({
        "schemaVersion": 2,
        "mediaType": DOCKER,
        "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2, "digest": config},
        "layers": [],
    })
    .to_string();
    for tag in tags {
        let put = client.manifests().create(NAME, *tag, manifest.clone());
        put.send().await.expect("an accepted manifest");
    }
}

#[tokio::test]
async fn repositories_over_three_pages() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    for name in ["a", "b/c", "d", "with space", "z"] {
        push(&client, name, b"{}").await;
    }
    double.clear_log();

    let mut items = client.repository().get_list().n(2).items();
    let mut names = Vec::new();
    while let Some(name) = items.next().await {
        names.push(name.expect("a repository"));
    }
    assert_eq!(names, ["a", "b/c", "d", "with space", "z"]);
    let lines: Vec<_> = double.log().iter().map(Entry::line).collect();
    assert_eq!(
        lines,
        [
            "GET /acr/v1/_catalog?n=2",
            "GET /acr/v1/_catalog?last=b%2Fc&n=2",
            "GET /acr/v1/_catalog?last=with+space&n=2",
        ]
    );
}

#[tokio::test]
async fn tags_over_three_pages() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    put(&client, &["v1", "v2", "v3"]).await;
    let list = client.tag().get_list(NAME).n(1).orderby("timedesc");
    let mut pages = list.pages();
    let mut names = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.expect("a page").into_body();
        assert_eq!(page.image_name.as_deref(), Some(NAME));
        for tag in page.tags.into_iter().flatten() {
            names.extend(tag.name);
        }
    }
    assert_eq!(names, ["v3", "v2", "v1"]);
}

#[tokio::test]
async fn manifests_with_their_tags() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    put(&client, &["v1", "v2"]).await;
    let list = client.manifests().get_list(NAME).send().await;
    let list = list.expect("the manifests").into_body();
    assert_eq!(list.image_name.as_deref(), Some(NAME));
    let manifests = list.manifests_attributes.unwrap_or_default();
    assert_eq!(manifests.len(), 1);
    let tags = ["v1", "v2"].map(str::to_owned).to_vec();
    assert_eq!(manifests[0].tags, Some(tags));
    assert_eq!(manifests[0].media_type.as_deref(), Some(DOCKER));
}

/// Azure writes `null` where nothing is.
#[tokio::test]
async fn empty_lists() {
    let double = Double::start(Options::default()).await;
    let client = steps::client(double.url());
    let none = client.repository().get_list().send().await;
    assert_eq!(
        none.expect("an empty page").bytes(),
        "{\"repositories\":null}\n"
    );
    let mut items = client.repository().get_list().items();
    assert!(items.next().await.is_none());

    push(&client, NAME, b"{}").await;
    let mut tags = client.tag().get_list(NAME).items();
    assert!(tags.next().await.is_none());
}

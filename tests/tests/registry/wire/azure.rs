//! What Azure adds: listings with attributes, tokens, and the redirect to storage.

use http::Method;

use super::manifests::{DOCKER, OCI, docker_manifest, oci_manifest};
use super::transcript::{Sent, Transcript};
use super::uploads::{BLOB, CONFIG, push};
use tests::digest::sha256;

/// Listings, attributes and deletions of `/acr/v1`.
pub(crate) async fn attributes(url: &str) -> Transcript {
    let mut log = Transcript::new(url);
    log.part("azure_empty");
    let empty = Sent::get("/acr/v1/_catalog");
    log.send("no repository", empty).await;
    fill(&mut log).await;
    listings(&mut log).await;
    changes(&mut log).await;
    deletions(&mut log).await;
    log
}

/// Three repositories, one of them with two manifests and three tags, and one name with a space.
async fn fill(log: &mut Transcript) {
    log.part("azure_fill");
    for name in ["prod/bash", "test/bash", "with%20space"] {
        push(log, name, CONFIG).await;
    }
    push(log, "prod/bash", BLOB).await;
    let oci = oci_manifest(&sha256(CONFIG.as_bytes()));
    for (tag, media_type, document) in [
        ("v1", DOCKER, docker_manifest("")),
        ("v2", OCI, oci.clone()),
        ("latest", OCI, oci),
    ] {
        let target = format!("/v2/prod/bash/manifests/{tag}");
        let put = Sent::new(Method::PUT, target).body(media_type, document);
        log.send("put", put).await;
    }
}

async fn listings(log: &mut Transcript) {
    log.part("azure_listings");
    let digest = sha256(docker_manifest("").as_bytes());
    for (title, target) in [
        ("catalog", "/acr/v1/_catalog"),
        ("catalog, first page", "/acr/v1/_catalog?n=2"),
        (
            "catalog, last page",
            "/acr/v1/_catalog?last=test%2Fbash&n=2",
        ),
        ("catalog, behind the end", "/acr/v1/_catalog?last=zzz&n=2"),
        ("tags", "/acr/v1/prod/bash/_tags"),
        (
            "tags, first page",
            "/acr/v1/prod%2Fbash/_tags?n=1&orderby=timedesc",
        ),
        (
            "tags, next page",
            "/acr/v1/prod/bash/_tags?last=latest&n=1&orderby=timedesc",
        ),
        ("tags of none", "/acr/v1/test/bash/_tags"),
        ("manifests", "/acr/v1/prod/bash/_manifests?orderby=timeasc"),
        ("unknown repository", "/acr/v1/nope/_tags"),
        ("repository", "/acr/v1/prod/bash"),
        ("repository with a space", "/acr/v1/with%20space"),
        ("tag", "/acr/v1/prod/bash/_tags/v1"),
        ("unknown tag", "/acr/v1/prod/bash/_tags/nope"),
    ] {
        log.send(title, Sent::get(target)).await;
    }
    let tags = format!("/acr/v1/prod/bash/_tags?digest={digest}");
    log.send("tags of one digest", Sent::get(tags)).await;
    let manifest = format!("/acr/v1/prod/bash/_manifests/{digest}");
    log.send("manifest", Sent::get(&manifest)).await;
}

async fn changes(log: &mut Transcript) {
    log.part("azure_changes");
    for (title, target, change) in [
        (
            "lock a repository",
            "/acr/v1/test/bash",
            r#"{"writeEnabled":false}"#,
        ),
        (
            "lock a tag",
            "/acr/v1/prod/bash/_tags/v1",
            r#"{"deleteEnabled":false}"#,
        ),
        (
            "change what is unknown",
            "/acr/v1/prod/bash/_tags/nope",
            "{}",
        ),
        ("change nonsense", "/acr/v1/test/bash", r#"{"color":"red"}"#),
    ] {
        let patch = Sent::new(Method::PATCH, target).body("application/json", change);
        log.send(title, patch).await;
    }
}

async fn deletions(log: &mut Transcript) {
    log.part("azure_deletions");
    for (title, target) in [
        ("delete a tag", "/acr/v1/prod/bash/_tags/latest"),
        ("delete it again", "/acr/v1/prod/bash/_tags/latest"),
        ("delete a repository", "/acr/v1/prod/bash"),
        ("delete it again", "/acr/v1/prod/bash"),
    ] {
        log.send(title, Sent::new(Method::DELETE, target)).await;
    }
}

/// The way from an Azure AD token to a push, on a registry that asks for tokens.
pub(crate) async fn tokens(url: &str) -> Transcript {
    let mut log = Transcript::new(url);
    log.part("azure_challenges");
    let host = url.replace("http://", "");
    log.send("no token", Sent::get("/v2/prod/bash/tags/list"))
        .await;
    log.send("no token, base", Sent::get("/v2/")).await;
    let wrong = Sent::get("/v2/_catalog").header("authorization", "Bearer wrong");
    log.send("wrong token", wrong).await;

    log.part("azure_tokens");
    let exchange = format!("grant_type=access_token&service={host}&access_token=");
    let stranger = Sent::new(Method::POST, "/oauth2/exchange").form(format!("{exchange}stranger"));
    log.send("exchange of a stranger", stranger).await;
    let known =
        Sent::new(Method::POST, "/oauth2/exchange").form(format!("{exchange}aad-token-of-alice"));
    let refresh = log.exchange("exchange", known).await;
    let refresh = text(&refresh.document["refresh_token"]);

    let scopes = "scope=repository:prod/bash:pull,push&scope=registry:catalog:*";
    let form = format!("grant_type=refresh_token&service={host}&{scopes}&refresh_token={refresh}");
    let pushing = token(&mut log, "token by refresh token", post(&form)).await;
    let anonymous = format!("grant_type=password&service={host}&{scopes}");
    let pulling = token(&mut log, "token of nobody", post(&anonymous)).await;
    let login = format!("/oauth2/token?service={host}&scope=repository:a:pull");
    let login = Sent::get(login).header("authorization", "Basic YWxpY2U6d29uZGVybGFuZA==");
    token(&mut log, "token by login", login).await;
    for (title, form) in [
        ("token without a grant type", format!("service={host}")),
        ("token for another service", anonymous.replace(&host, "x")),
    ] {
        log.send(title, post(&form)).await;
    }

    let start = Sent::new(Method::POST, "/v2/prod/bash/blobs/uploads/");
    for (title, token) in [("push", &pushing), ("push with a token to pull", &pulling)] {
        let start = start.clone().header("authorization", bearer(token));
        log.send(title, start).await;
    }
    let catalog = Sent::get("/v2/_catalog").header("authorization", bearer(&pushing));
    log.send("catalog", catalog).await;
    log
}

fn post(form: &str) -> Sent {
    Sent::new(Method::POST, "/oauth2/token").form(form)
}

async fn token(log: &mut Transcript, title: &str, sent: Sent) -> String {
    let received = log.exchange(title, sent).await;
    text(&received.document["access_token"])
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().expect("a token").to_owned()
}

fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

/// Blobs from storage: with the signature that the registry gave, and with what storage refuses.
pub(crate) async fn redirected(url: &str, storage_url: &str) -> Transcript {
    let mut log = Transcript::new(url);
    log.part("azure_storage");
    log.rename(storage_url, "http://STORAGE");
    push(&mut log, "prod/bash", BLOB).await;
    let blob = format!("/v2/prod/bash/blobs/{}", sha256(BLOB.as_bytes()));
    log.send("HEAD", Sent::new(Method::HEAD, &blob)).await;
    let place = log.send("GET", Sent::get(&blob)).await;
    log.send("from storage", Sent::get(&place)).await;
    log.send("from storage, HEAD", Sent::new(Method::HEAD, &place))
        .await;
    let range = Sent::get(&place).header("range", "bytes=0-3");
    log.send("from storage, range", range).await;
    let authorized = Sent::get(&place).header("authorization", "Bearer x");
    log.send("from storage with a token", authorized).await;
    let unsigned = Sent::get(place.split('?').next().unwrap_or_default());
    log.send("from storage without a signature", unsigned).await;
    log
}

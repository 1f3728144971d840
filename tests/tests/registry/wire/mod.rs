//! The script: every request that the registry's behavior was learned from, by plain HTTP.

mod azure;
mod blobs;
mod manifests;
mod transcript;
mod uploads;

pub(crate) use azure::{attributes, redirected, tokens};
pub(crate) use transcript::Transcript;

use http::Method;
use transcript::Sent;

/// `/v2` from the first request to the last, on an empty registry without a login.
pub(crate) async fn everything(url: &str) -> Transcript {
    let mut log = Transcript::new(url);
    base(&mut log).await;
    uploads::play(&mut log).await;
    blobs::play(&mut log).await;
    manifests::play(&mut log).await;
    refusals(&mut log).await;
    log
}

/// What a registry says to a caller without the right login.
pub(crate) async fn login(url: &str) -> Transcript {
    const SOME_BLOB: &str =
        "sha256:e997afd18e5f6be004fc193aed2c90291e68ab2c7599a62538c935b7fca6ab0f";
    let mut log = Transcript::new(url);
    log.part("registry_login");
    for (title, target) in [
        ("base", "/v2/"),
        ("catalog", "/v2/_catalog"),
        ("tags", "/v2/a/b/tags/list"),
        ("no such page", "/v2/a/b/nothing"),
    ] {
        log.send(title, Sent::get(target)).await;
    }
    log.send("base, HEAD", Sent::new(Method::HEAD, "/v2/"))
        .await;
    let mount = format!("/v2/a/b/blobs/uploads/?mount={SOME_BLOB}&from=a/c");
    log.send("mount", Sent::new(Method::POST, mount)).await;
    let delete = Sent::new(Method::DELETE, "/v2/a/b/manifests/v1");
    log.send("delete", delete).await;
    let wrong = Sent::get("/v2/").header("authorization", "Basic YWxpY2U6d3Jvbmc=");
    log.send("wrong password", wrong).await;
    let right = "Basic YWxpY2U6d29uZGVybGFuZA==";
    let base = Sent::get("/v2/").header("authorization", right);
    log.send("right password", base).await;
    let start = Sent::new(Method::POST, "/v2/a/b/blobs/uploads/").header("authorization", right);
    log.send("start, relative location", start).await;
    log
}

async fn base(log: &mut Transcript) {
    log.part("registry_base");
    log.send("base", Sent::get("/v2/")).await;
    log.send("base without its slash", Sent::get("/v2")).await;
    log.send("base, POST", Sent::new(Method::POST, "/v2/"))
        .await;
    log.send("empty catalog", Sent::get("/v2/_catalog")).await;
}

async fn refusals(log: &mut Transcript) {
    log.part("registry_refusals");
    for (title, target) in [
        ("upper-case name", "/v2/UPPER/case/tags/list"),
        ("upper-case name without slash", "/v2/UPPER/tags/list"),
        ("upper case behind the first slash", "/v2/a/UPPER/tags/list"),
        ("no such page", "/v2/a/b/nothing"),
    ] {
        log.send(title, Sent::get(target)).await;
    }
    let put = Sent::new(Method::PUT, "/v2/wire/repo/tags/list");
    log.send("method that a resource does not have", put).await;
}

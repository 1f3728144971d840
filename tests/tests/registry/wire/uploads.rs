//! Uploads: start, mount, chunks, status, finish, cancel, and the states that are refused.

use http::Method;

use super::transcript::{Sent, Transcript};
use tests::digest::sha256;

const UPLOADS: &str = "/v2/wire/repo/blobs/uploads/";

pub(super) const BLOB: &str = "hello blob";
pub(super) const CONFIG: &str = "{}";
pub(super) const NO_BLOB: &str =
    "sha256:0000000000000000000000000000000000000000000000000000000000000000";

pub(super) async fn play(log: &mut Transcript) {
    start(log).await;
    chunks(log).await;
    finish(log).await;
    refused_ends(log).await;
    refused_states(log).await;
    cancel(log).await;
}

/// Uploads a blob in one request, for the other parts of the script.
pub(super) async fn push(log: &mut Transcript, name: &str, blob: &str) {
    let uploads = format!("/v2/{name}/blobs/uploads/");
    let place = log.send("push", Sent::new(Method::POST, uploads)).await;
    let end = format!("{place}&digest={}", sha256(blob.as_bytes()));
    log.send("push", Sent::new(Method::PUT, end).octets(blob))
        .await;
}

async fn begin(log: &mut Transcript) -> String {
    log.send("start", Sent::new(Method::POST, UPLOADS)).await
}

async fn start(log: &mut Transcript) {
    log.part("uploads_start");
    begin(log).await;
    let without_slash = Sent::new(Method::POST, "/v2/wire/repo/blobs/uploads");
    log.send("start without its slash", without_slash).await;
    let resumable = format!("{UPLOADS}?mode=resumable");
    log.send("start, resumable", Sent::new(Method::POST, resumable))
        .await;
    let mount = format!(
        "{UPLOADS}?mount={}&from=other/none",
        sha256(BLOB.as_bytes())
    );
    log.send("mount from nowhere", Sent::new(Method::POST, mount))
        .await;
    let single = format!("{UPLOADS}?digest={}", sha256(CONFIG.as_bytes()));
    let single = Sent::new(Method::POST, single).octets(CONFIG);
    log.send("everything in one POST", single).await;
    log.send("GET of what is no upload", Sent::get(UPLOADS))
        .await;
}

async fn chunks(log: &mut Transcript) {
    log.part("uploads_chunks");
    let first = begin(log).await;
    log.send("status", Sent::get(&first)).await;
    log.send("status, HEAD", Sent::new(Method::HEAD, &first))
        .await;
    let chunk = Sent::new(Method::PATCH, &first)
        .header("content-range", "0-4")
        .octets("hello");
    let second = log.send("first chunk", chunk).await;
    assert_ne!(first, second, "each reply has a new state");
    let stale = Sent::new(Method::PATCH, &first).octets(" blob");
    log.send("second chunk to the place of the first", stale)
        .await;
    let chunk = Sent::new(Method::PATCH, &second)
        .header("content-range", "5-9")
        .octets(" blob");
    let third = log.send("second chunk", chunk).await;
    log.send("status after the chunks", Sent::get(&third)).await;
    let end = format!("{third}&digest={}", sha256(BLOB.as_bytes()));
    log.send("finish without a body", Sent::new(Method::PUT, end))
        .await;
}

async fn finish(log: &mut Transcript) {
    log.part("uploads_finish");
    let place = begin(log).await;
    let digest = sha256(CONFIG.as_bytes()).replace(':', "%3A");
    let end = Sent::new(Method::PUT, format!("{place}&digest={digest}")).octets(CONFIG);
    log.send("finish with everything", end).await;
}

async fn refused_ends(log: &mut Transcript) {
    log.part("uploads_refused_ends");
    for (title, query) in [
        ("wrong digest", format!("&digest={}", sha256(b"other"))),
        ("malformed digest", "&digest=foo".to_owned()),
        ("empty digest", "&digest=".to_owned()),
        ("no digest", String::new()),
    ] {
        let place = begin(log).await;
        let end = Sent::new(Method::PUT, format!("{place}{query}")).octets(CONFIG);
        log.send(title, end).await;
    }
    let place = begin(log).await;
    let text = Sent::new(Method::PATCH, place).body("text/plain", BLOB);
    log.send("chunk of another media type", text).await;
}

async fn refused_states(log: &mut Transcript) {
    log.part("uploads_refused_states");
    let place = begin(log).await;
    let escaped = Sent::new(Method::PUT, place.replace('?', "%3F")).octets(CONFIG);
    log.send("query escaped into the path", escaped).await;
    let (bare, _) = place.split_once('?').expect("a location with a state");
    log.send(
        "state left out",
        Sent::new(Method::PATCH, bare).octets(BLOB),
    )
    .await;
    let garbage = Sent::get(format!("{bare}?_state=Z2FyYmFnZQ%3D%3D"));
    log.send("state made up", garbage).await;
    let elsewhere = place.replace("wire/repo", "wire/other");
    log.send("state of another repository", Sent::get(elsewhere))
        .await;
}

async fn cancel(log: &mut Transcript) {
    log.part("uploads_cancel");
    let place = begin(log).await;
    log.send("cancel", Sent::new(Method::DELETE, &place)).await;
    log.send("status of a cancelled upload", Sent::get(&place))
        .await;
    log.send("cancel again", Sent::new(Method::DELETE, &place))
        .await;
}

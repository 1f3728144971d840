//! Blobs: whole, in ranges, unknown, mounted, deleted, and the listings that follow from them.

use http::Method;

use super::transcript::{Sent, Transcript};
use super::uploads::{BLOB, NO_BLOB};
use tests::digest::sha256;

pub(super) async fn play(log: &mut Transcript) {
    let digest = sha256(BLOB.as_bytes());
    read(log, &digest).await;
    ranges(log, &digest).await;
    unknown(log).await;
    mount(log, &digest).await;
    catalog(log).await;
    delete(log, &digest).await;
}

async fn read(log: &mut Transcript, digest: &str) {
    log.part("blobs_read");
    let blob = format!("/v2/wire/repo/blobs/{digest}");
    let escaped = digest.replace(':', "%3A");
    log.send("blob", Sent::get(&blob)).await;
    log.send("blob, HEAD", Sent::new(Method::HEAD, &blob)).await;
    log.send("blob, POST", Sent::new(Method::POST, &blob)).await;
    let digest_escaped = Sent::get(format!("/v2/wire/repo/blobs/{escaped}"));
    log.send("blob, digest escaped", digest_escaped).await;
    let name_escaped = Sent::get(format!("/v2/wire%2Frepo/blobs/{digest}"));
    log.send("blob, name escaped", name_escaped).await;
    let known = Sent::get(&blob).header("if-none-match", format!("\"{digest}\""));
    log.send("blob that the client has", known).await;
}

async fn ranges(log: &mut Transcript, digest: &str) {
    log.part("blobs_ranges");
    let blob = format!("/v2/wire/repo/blobs/{digest}");
    for (title, range) in [
        ("range", "bytes=0-3"),
        ("range to the end", "bytes=3-"),
        ("range from the end", "bytes=-2"),
        ("range over the end", "bytes=8-99"),
        ("range beyond the end", "bytes=100-200"),
        ("range without its unit", "0-3"),
    ] {
        log.send(title, Sent::get(&blob).header("range", range))
            .await;
    }
    let chunk = format!("{blob}?mode=chunk");
    let get = Sent::get(&chunk).header("range", "bytes=0-3");
    log.send("range, as chunk", get).await;
    let head = Sent::new(Method::HEAD, &chunk).header("range", "bytes=0-3");
    log.send("range, HEAD", head).await;
}

async fn unknown(log: &mut Transcript) {
    log.part("blobs_unknown");
    let blob = format!("/v2/wire/repo/blobs/{NO_BLOB}");
    log.send("unknown blob", Sent::get(&blob)).await;
    log.send("unknown blob, HEAD", Sent::new(Method::HEAD, &blob))
        .await;
    log.send("unknown blob, DELETE", Sent::new(Method::DELETE, &blob))
        .await;
    let elsewhere = Sent::get(format!("/v2/nope/nope/blobs/{NO_BLOB}"));
    log.send("blob of an unknown repository", elsewhere).await;
    let malformed = Sent::get("/v2/wire/repo/blobs/notadigest");
    log.send("malformed digest", malformed).await;
}

async fn mount(log: &mut Transcript, digest: &str) {
    log.part("blobs_mount");
    let escaped = digest.replace(':', "%3A");
    for (title, name, query) in [
        ("mount", "repo", format!("mount={digest}&from=wire/repo")),
        (
            "mount, escaped",
            "repo2",
            format!("mount={escaped}&from=wire%2Frepo"),
        ),
        (
            "mount of an unknown blob",
            "repo",
            format!("mount={NO_BLOB}&from=wire/repo"),
        ),
    ] {
        let target = format!("/v2/other/{name}/blobs/uploads/?{query}");
        log.send(title, Sent::new(Method::POST, target)).await;
    }
}

async fn catalog(log: &mut Transcript) {
    log.part("blobs_catalog");
    for (title, query) in [
        ("catalog", ""),
        ("catalog, first page", "?n=1"),
        ("catalog, next page", "?n=1&last=other/repo"),
        ("catalog, last page", "?n=1&last=other%2Frepo2"),
        ("catalog, behind the last page", "?n=2&last=zzz"),
        ("catalog, page of the very size", "?n=3"),
        ("catalog, page of none", "?n=0"),
        ("catalog, page of less than none", "?n=-1"),
        ("catalog, number that is none", "?n=abc"),
        ("catalog, largest page", "?n=1000"),
        ("catalog, too large a page", "?n=1001"),
    ] {
        log.send(title, Sent::get(format!("/v2/_catalog{query}")))
            .await;
    }
}

async fn delete(log: &mut Transcript, digest: &str) {
    log.part("blobs_delete");
    let blob = format!("/v2/other/repo2/blobs/{digest}");
    log.send("delete a blob", Sent::new(Method::DELETE, &blob))
        .await;
    log.send("delete it again", Sent::new(Method::DELETE, &blob))
        .await;
    log.send("deleted blob", Sent::get(&blob)).await;
    let source = Sent::get(format!("/v2/wire/repo/blobs/{digest}"));
    log.send("the same blob where it came from", source).await;
}

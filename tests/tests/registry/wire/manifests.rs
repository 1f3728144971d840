//! Manifests and tags: what a registry takes, what it gives to which `Accept`, and how they go.

use http::Method;
use serde_json::json;

use super::transcript::{Sent, Transcript};
use super::uploads::{BLOB, CONFIG, NO_BLOB};
use tests::digest::sha256;

pub(super) const DOCKER: &str = "application/vnd.docker.distribution.manifest.v2+json";
pub(super) const OCI: &str = "application/vnd.oci.image.manifest.v1+json";
const LIST: &str = "application/vnd.docker.distribution.manifest.list.v2+json";
const INDEX: &str = "application/vnd.oci.image.index.v1+json";

pub(super) async fn play(log: &mut Transcript) {
    log.part("manifests_none");
    log.send("tags of nothing", Sent::get("/v2/wire/repo/tags/list"))
        .await;
    put(log).await;
    refused(log).await;
    get_docker(log).await;
    get_oci(log).await;
    tags(log).await;
    delete(log).await;
}

/// A Docker manifest of the blob and the config; `extra` is written in front of its end.
pub(super) fn docker_manifest(extra: &str) -> String {
    format!(
        r#"{{"schemaVersion":2,"mediaType":"{DOCKER}","config":{{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,"digest":"{}"}},"layers":[{{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":10,"digest":"{}"}}]{extra}}}"#,
        sha256(CONFIG.as_bytes()),
        sha256(BLOB.as_bytes()),
    )
}

pub(super) fn oci_manifest(config: &str) -> String {
    json!({
        "schemaVersion": 2,
        "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "size": 2, "digest": config},
        "layers": [],
    })
    .to_string()
}

fn nulls_manifest() -> String {
    docker_manifest(r#","annotations":null"#)
}

fn index_manifest() -> String {
    let oci = oci_manifest(&sha256(CONFIG.as_bytes()));
    let entry = json!({"mediaType": OCI, "size": oci.len(), "digest": sha256(oci.as_bytes())});
    json!({"schemaVersion": 2, "manifests": [entry]}).to_string()
}

/// A list that names its own kind: OCI's index, or Docker's list.
fn named_index(media_type: &str) -> String {
    let docker = docker_manifest("");
    let entry = json!({
        "mediaType": DOCKER,
        "size": docker.len(),
        "digest": sha256(docker.as_bytes()),
        "platform": {"architecture": "arm64", "os": "linux"},
    });
    json!({"schemaVersion": 2, "mediaType": media_type, "manifests": [entry]}).to_string()
}

fn manifest(method: Method, reference: &str) -> Sent {
    Sent::new(method, format!("/v2/wire/repo/manifests/{reference}"))
}

async fn put(log: &mut Transcript) {
    log.part("manifests_put");
    let oci = oci_manifest(&sha256(CONFIG.as_bytes()));
    for (title, reference, media_type, document) in [
        ("put Docker's", "v1", DOCKER, docker_manifest("")),
        (
            "put with nulls: another digest",
            "vnull",
            DOCKER,
            nulls_manifest(),
        ),
        ("put OCI's", "voci", OCI, oci.clone()),
        ("put by digest", &sha256(oci.as_bytes()), OCI, oci),
        ("put an index", "vindex", INDEX, index_manifest()),
        ("put a named index", "vnamed", INDEX, named_index(INDEX)),
        ("put a list", "vlist", LIST, named_index(LIST)),
    ] {
        let put = manifest(Method::PUT, reference).body(media_type, document);
        log.send(title, put).await;
    }
}

async fn refused(log: &mut Transcript) {
    log.part("manifests_refused");
    let docker = docker_manifest("");
    let only_version = r#"{"schemaVersion":2}"#.to_owned();
    let other_config = oci_manifest(NO_BLOB);
    let index = json!({"schemaVersion": 2, "manifests": [
        {"mediaType": OCI, "size": 2, "digest": NO_BLOB},
    ]});
    let own_config = oci_manifest(&sha256(CONFIG.as_bytes()));
    for (title, reference, media_type, document) in [
        ("put as JSON", "vj", "application/json", docker.clone()),
        ("put as text", "vt", "text/plain", docker.clone()),
        ("put Docker's as OCI's", "vd", OCI, docker),
        ("put OCI's as Docker's", "vn", DOCKER, own_config.clone()),
        ("put only the version", "vbad", DOCKER, only_version.clone()),
        ("put only the version, OCI", "vbad", OCI, only_version),
        ("put with an unknown blob", "vu", OCI, other_config),
        (
            "put with an unknown manifest",
            "vu",
            INDEX,
            index.to_string(),
        ),
        ("put by another digest", NO_BLOB, OCI, own_config),
    ] {
        let put = manifest(Method::PUT, reference).body(media_type, document);
        log.send(title, put).await;
    }
    let post = manifest(Method::POST, "v1");
    log.send("method that a manifest does not have", post).await;
}

async fn get_docker(log: &mut Transcript) {
    log.part("manifests_get_docker");
    let digest = sha256(docker_manifest("").as_bytes());
    for (title, reference, accept) in [
        ("get Docker's", "v1", DOCKER),
        ("get Docker's by digest", digest.as_str(), DOCKER),
        ("get Docker's as JSON", "v1", "application/json"),
        ("get Docker's as OCI's", "v1", OCI),
        (
            "get Docker's by digest as JSON",
            &digest,
            "application/json",
        ),
        ("get an unknown tag", "nope", DOCKER),
        ("get an unknown digest", NO_BLOB, DOCKER),
    ] {
        let get = manifest(Method::GET, reference).header("accept", accept);
        log.send(title, get).await;
    }
    let head = manifest(Method::HEAD, "v1").header("accept", DOCKER);
    log.send("head Docker's", head).await;
    let known = manifest(Method::GET, &digest)
        .header("accept", DOCKER)
        .header("if-none-match", format!("\"{digest}\""));
    log.send("get what the client has", known).await;
    let elsewhere = Sent::get("/v2/nope/nope/manifests/nope");
    log.send("get from an unknown repository", elsewhere).await;
}

async fn get_oci(log: &mut Transcript) {
    log.part("manifests_get_oci");
    for (title, reference, accept) in [
        ("get OCI's", "voci", OCI),
        ("get OCI's as JSON", "voci", "application/json"),
        ("get OCI's as Docker's", "voci", DOCKER),
        ("get OCI's as anything", "voci", "*/*"),
        ("get an index", "vindex", INDEX),
        ("get an index as a manifest", "vindex", OCI),
        ("get a named index", "vnamed", INDEX),
        ("get a named index as a manifest", "vnamed", OCI),
        ("get a list", "vlist", LIST),
        ("get a list as a manifest", "vlist", DOCKER),
    ] {
        let get = manifest(Method::GET, reference).header("accept", accept);
        log.send(title, get).await;
    }
    let list = manifest(Method::GET, "voci").header("accept", format!("{DOCKER}, {OCI};q=0.5"));
    log.send("get by a list of media types", list).await;
}

async fn tags(log: &mut Transcript) {
    log.part("manifests_tags");
    for (title, target) in [
        ("tags", "/v2/wire/repo/tags/list"),
        ("tags: no pages", "/v2/wire/repo/tags/list?n=2&last=v1"),
        ("tags of an unknown repository", "/v2/none/x/tags/list"),
    ] {
        log.send(title, Sent::get(target)).await;
    }
}

async fn delete(log: &mut Transcript) {
    log.part("manifests_delete");
    let by_tag = manifest(Method::DELETE, "vnull");
    log.send("delete by tag", by_tag).await;
    let digest = sha256(docker_manifest("").as_bytes());
    log.send("delete by digest", manifest(Method::DELETE, &digest))
        .await;
    log.send("delete again", manifest(Method::DELETE, &digest))
        .await;
    log.send("its tag is gone", Sent::get("/v2/wire/repo/tags/list"))
        .await;
    let nulls = sha256(nulls_manifest().as_bytes());
    let oci = sha256(oci_manifest(&sha256(CONFIG.as_bytes())).as_bytes());
    let indexes = [index_manifest(), named_index(INDEX), named_index(LIST)];
    let indexes = indexes.map(|index| sha256(index.as_bytes()));
    for digest in indexes.into_iter().chain([nulls, oci]) {
        let delete = manifest(Method::DELETE, &digest);
        log.send("delete the others", delete).await;
    }
    log.send("no tag is left", Sent::get("/v2/wire/repo/tags/list"))
        .await;
}

//! Holds the double to the real registry: one script of plain requests is sent to both, and each transcript has to equal
//! the one beside this file, which was taken from CNCF Distribution 2.8.2.
//!
//! What Azure adds cannot be held to a registry on this machine; its transcripts were read by eye.

#[path = "registry/wire/mod.rs"]
mod wire;

use tests::registry::double::{Access, BlobDelivery, Double, Locations, Login, Options};
use tests::registry::real::{self, Real};

use wire::Transcript;

#[tokio::test]
async fn double_answers_as_recorded() {
    let options = Options {
        locations: Locations::Absolute,
        ..Options::default()
    };
    let double = Double::start(options).await;
    compare(&wire::everything(double.url()).await);
}

#[tokio::test]
async fn real_registry_answers_as_recorded() {
    let options = real::Options {
        locations: Locations::Absolute,
        ..real::Options::default()
    };
    let Some(real) = Real::start(options).await else {
        return;
    };
    compare(&wire::everything(real.url()).await);
}

#[tokio::test]
async fn double_asks_for_a_login_as_recorded() {
    let options = Options {
        access: Access::Basic(Login::default()),
        ..Options::default()
    };
    let double = Double::start(options).await;
    compare(&wire::login(double.url()).await);
}

#[tokio::test]
async fn real_registry_asks_for_a_login_as_recorded() {
    let options = real::Options {
        login: real::Login::Alice,
        ..real::Options::default()
    };
    let Some(real) = Real::start(options).await else {
        return;
    };
    compare(&wire::login(real.url()).await);
}

#[tokio::test]
async fn double_keeps_attributes_as_azure() {
    let double = Double::start(Options::default()).await;
    compare(&wire::attributes(double.url()).await);
}

#[tokio::test]
async fn double_gives_tokens_as_azure() {
    let options = Options {
        access: Access::Bearer(Login::default()),
        ..Options::default()
    };
    let double = Double::start(options).await;
    compare(&wire::tokens(double.url()).await);
}

#[tokio::test]
async fn double_redirects_to_storage_as_azure() {
    let options = Options {
        blobs: BlobDelivery::Redirected,
        ..Options::default()
    };
    let double = Double::start(options).await;
    let transcript = wire::redirected(double.url(), double.storage_url()).await;
    compare(&transcript);
    let authorized: Vec<_> = double
        .storage_log()
        .iter()
        .map(|entry| entry.header("authorization").is_some())
        .collect();
    assert_eq!(authorized, [false, false, false, true, false]);
}

/// Each part of a transcript has a snapshot of its own.
fn compare(transcript: &Transcript) {
    insta::with_settings!({
        snapshot_path => "registry/wire",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        for (name, text) in transcript.parts() {
            insta::assert_snapshot!(*name, text);
        }
    });
}

//! The suite against the real registry, CNCF Distribution's `docker-registry`.

#[path = "registry/steps/mod.rs"]
mod steps;

use generated_client::{BasicCredential, Client};
use http::StatusCode;
use tests::registry::double::Locations;
use tests::registry::real::{Login, Options, Real};

steps::suite!(on_real);

/// Runs a step with relative and with absolute locations, each on an empty registry.
async fn on_real(step: impl AsyncFn(&Client)) {
    for locations in [Locations::Relative, Locations::Absolute] {
        let options = Options {
            locations,
            ..Options::default()
        };
        let Some(real) = Real::start(options).await else {
            return;
        };
        step(&steps::client(real.url())).await;
    }
}

#[tokio::test]
async fn login_with_a_password() {
    let options = Options {
        login: Login::Alice,
        ..Options::default()
    };
    let Some(real) = Real::start(options).await else {
        return;
    };
    let stranger = steps::client(real.url());
    let check = stranger.v2_support().check().send().await;
    let error = check.expect_err("a login is needed");
    steps::refused(&error, StatusCode::UNAUTHORIZED, "UNAUTHORIZED");

    let alice = Client::builder(real.url())
        .credential(BasicCredential::new("alice", "wonderland"))
        .build()
        .expect("a client of the registry");
    steps::blobs::pushed_in_chunks(&alice).await;
}

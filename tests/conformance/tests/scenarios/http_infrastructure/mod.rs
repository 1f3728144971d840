//! The scenarios of `httpInfrastructure.json`.

mod bad_requests;
mod failures;
mod payloads;
mod payloads_undocumented;
mod redirects;
mod success;

use conformance::server;
use httpinfrastructure_client::{Client, Error, ErrorKind};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

/// The status of a reply that means failure.
fn status(error: &Error) -> u16 {
    assert_eq!(error.kind(), ErrorKind::Service);
    error.status().expect("a reply").as_u16()
}

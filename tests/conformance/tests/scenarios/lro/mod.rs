//! The scenarios of `lro.json`.

mod bad_answers;
mod custom_header;
mod deletes;
mod posts;
mod puts;
mod puts_async;
mod refused;
mod retries;

use crate::steps;
use conformance::server;
use lro_client::models::Product;
use lro_client::{Client, ClientOptions, Error, ErrorKind, Retries};
use std::time::Duration;

/// A client with the cookies that the server tells the steps of a scenario by, and without waits.
fn client() -> Client {
    with_http_client(steps::http_client())
}

/// A client that gives all its requests the id that the server expects.
fn named_client() -> Client {
    with_http_client(steps::http_client_with_id(steps::REQUEST_ID))
}

fn with_http_client(http_client: reqwest::ClientBuilder) -> Client {
    let options = ClientOptions::default()
        .http_client(http_client)
        .retries(
            Retries::default()
                .first_delay(Duration::ZERO)
                .all_methods(true),
        )
        .poll_interval(Duration::ZERO);
    let client = Client::builder().endpoint(server()).options(options);
    client.build().expect("a client")
}

fn id_and_state(product: &Product) -> (Option<&str>, Option<&str>) {
    (product.id.as_deref(), state(product))
}

fn state(product: &Product) -> Option<&str> {
    product.properties.as_ref()?.provisioning_state.as_deref()
}

/// The status by which one of the requests of an operation was refused.
fn refused(error: &Error) -> u16 {
    assert_eq!(error.kind(), ErrorKind::Service);
    error.status().expect("a reply").as_u16()
}

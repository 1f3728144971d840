//! The scenarios of `body-complex.json`.

mod basic;
mod dot_syntax;
mod polymorphism;
mod primitives;

use body_complex_client::Client;
use conformance::server;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

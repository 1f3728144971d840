//! The scenarios of `body-array.json`.
//!
//! A null or nothing, where the document does not allow it, is an error that names the place.

mod nested;
mod primitives;
mod texts;
mod times_and_bytes;

use body_array_client::Client;
use conformance::server;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

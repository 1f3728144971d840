//! The scenarios of `header.json`.

mod replies;
mod requests;

use conformance::server;
use header_client::Client;

fn client() -> Client {
    Client::builder().endpoint(server()).build().expect("a client")
}

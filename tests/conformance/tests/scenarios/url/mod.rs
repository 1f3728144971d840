//! The scenarios of `url.json`.

mod path_items;
mod paths;
mod queries;

use conformance::server;
use url_client::Client;

fn client() -> Client {
    Client::builder("globalStringPath")
        .global_string_query("globalStringQuery")
        .endpoint(server())
        .build()
        .expect("a client")
}

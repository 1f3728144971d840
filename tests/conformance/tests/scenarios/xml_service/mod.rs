//! The scenarios of `xml-service.json`.

mod lists;
mod objects;
mod storage;

use conformance::server;
use xml_service_client::Client;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

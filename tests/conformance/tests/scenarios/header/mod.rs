//! The scenarios of `header.json`.

mod replies;
mod requests;

use conformance::server;
use header_client::{Base64, Client};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

/// The bytes of a text in which a careless tool changes characters.
fn multi_byte() -> Base64 {
    Base64::from(
        "啊齄丂狛狜\u{f9f1}\u{f92c}\u{f9f1}\u{fa0c}\u{fa29}"
            .as_bytes()
            .to_vec(),
    )
}

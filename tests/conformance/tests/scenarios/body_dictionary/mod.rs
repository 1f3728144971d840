//! The scenarios of `body-dictionary.json`.
//!
//! A null or nothing, where the document does not allow it, is an error that names the place.

mod nested;
mod primitives;
mod texts;
mod times_and_bytes;

use body_dictionary_client::Client;
use conformance::server;
use std::collections::BTreeMap;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

/// A dictionary with these keys and values.
fn dictionary<T, const N: usize>(pairs: [(&str, T); N]) -> BTreeMap<String, T> {
    pairs.map(|(key, value)| (key.to_owned(), value)).into()
}

/// The dictionary with the keys `0`, `1`, … that has these values.
fn numbered<T>(values: impl IntoIterator<Item = T>) -> BTreeMap<String, T> {
    let keys = (0..).map(|number: usize| number.to_string());
    keys.zip(values).collect()
}

//! What the scenarios of several steps need from an HTTP client.

use reqwest::ClientBuilder;
use reqwest::header::{HeaderMap, HeaderValue};

/// The client request id that the server expects.
pub(crate) const REQUEST_ID: &str = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";

/// An HTTP client with cookies: by them the server tells the second request of a scenario from the first one.
pub(crate) fn http_client() -> ClientBuilder {
    ClientBuilder::new().cookie_store(true)
}

/// Like [`http_client`], with a client request id in each request.
pub(crate) fn http_client_with_id(id: &'static str) -> ClientBuilder {
    let name = "x-ms-client-request-id";
    let headers =
        HeaderMap::from_iter([(name.parse().expect("a name"), HeaderValue::from_static(id))]);
    http_client().default_headers(headers)
}

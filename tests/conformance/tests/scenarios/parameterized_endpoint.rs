//! The scenarios of `parameterized-endpoint.json`.

use conformance::{scenario, server};
use parameterized_endpoint_client::Client;

#[test]
fn get() {
    scenario("GetParameterizedHostWithNameEndpoint", async {
        Client::builder(server()).build()?.get().send().await?;
        Ok(())
    });
}

//! The scenario of `header.json` whose header the document does not declare.

use crate::steps;
use conformance::{scenario, server};
use header_client::{Client, ClientOptions};

#[test]
fn custom_request_id() {
    scenario("CustomHeaderInRequest", async {
        let http_client = steps::http_client_with_id(steps::REQUEST_ID);
        let options = ClientOptions::default().http_client(http_client);
        let client = Client::builder()
            .endpoint(server())
            .options(options)
            .build()?;
        let reply = client.header().custom_request_id().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

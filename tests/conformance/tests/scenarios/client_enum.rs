//! The scenarios of `client-enum.json`.

use client_enum_client::Client;
use conformance::{scenario, server};

#[test]
fn client_with_enum() {
    scenario("ClientWithEnumParam", async {
        Client::builder()
            .endpoint(server())
            .build()?
            .head()
            .send()
            .await?;
        Ok(())
    });
}

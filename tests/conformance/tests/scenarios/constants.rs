//! The scenarios of `constants.json`.

use conformance::{scenario, server};
use constants_client::Client;

#[test]
fn client_constants() {
    scenario("ConstantClientProperties", async {
        Client::builder()
            .endpoint(server())
            .build()?
            .contants()
            .put_client_constants()
            .send()
            .await?;
        Ok(())
    });
}

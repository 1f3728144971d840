//! The scenarios of `subscriptionId-apiVersion.json`.

use conformance::{scenario, server};
use subscriptionid_apiversion_client::Client;

#[test]
fn get_sample_resource_group() {
    scenario("SubscriptionIdAndApiVersion", async {
        let reply = Client::builder("1234-5678-9012-3456")
            .endpoint(server())
            .build()?
            .group()
            .get_sample_resource_group("testgroup101")
            .send()
            .await?;
        assert_eq!(reply.body().name.as_deref(), Some("testgroup101"));
        assert_eq!(reply.body().location.as_deref(), Some("West US"));
        Ok(())
    });
}

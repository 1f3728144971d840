//! The scenarios of `validation.json`.

use conformance::{scenario, server};
use validation_client::Client;
use validation_client::models::{ChildProduct, ConstantProduct, Product};

fn client() -> Client {
    let client = Client::builder("subscription", "1.0.0").endpoint(server());
    client.build().expect("a client")
}

fn product() -> Product {
    Product::new(ChildProduct::default(), ConstantProduct::default())
}

#[test]
fn constants_in_path() {
    scenario("ConstantsInPath", async {
        client().get_with_constant_in_path().send().await?;
        Ok(())
    });
}

#[test]
fn constants_in_body() {
    scenario("ConstantsInBody", async {
        let reply = client()
            .post_with_constant_in_body()
            .body(product())
            .send()
            .await?;
        assert_eq!(reply.body(), &product());
        Ok(())
    });
}

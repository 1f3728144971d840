//! The scenarios of `azure-special-properties.json` whose query parameters are sent as they are given.

use azure_special_properties_client::Client;
use conformance::{scenario, server};

const SUBSCRIPTION: &str = "1234-5678-9012-3456";
const PAIRS: &str = "value1&q2=value2&q3=value3";

fn client() -> Client {
    let client = Client::builder(SUBSCRIPTION).endpoint(server());
    client.build().expect("a client")
}

#[test]
fn query_of_the_method() {
    scenario("AzureMethodQueryUrlEncoding", async {
        client()
            .skip_url_encoding()
            .get_method_query_valid(PAIRS)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn query_of_the_path() {
    scenario("AzurePathQueryUrlEncoding", async {
        client()
            .skip_url_encoding()
            .get_path_query_valid(PAIRS)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn query_with_one_value() {
    scenario("AzureSwaggerQueryUrlEncoding", async {
        client()
            .skip_url_encoding()
            .get_swagger_query_valid()
            .send()
            .await?;
        Ok(())
    });
}

//! The scenarios of `azure-special-properties.json` whose queries are sent as they are given.

use azure_special_properties_client::Client;
use conformance::{scenario, server};

/// It brings two further parameters.
const Q1: &str = "value1&q2=value2&q3=value3";

fn client() -> Client {
    let client = Client::builder("1234-5678-9012-3456").endpoint(server());
    client.build().expect("a client")
}

#[test]
fn method_query() {
    scenario("AzureMethodQueryUrlEncoding", async {
        let reply = client()
            .skip_url_encoding()
            .get_method_query_valid(Q1)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn path_query() {
    scenario("AzurePathQueryUrlEncoding", async {
        let reply = client()
            .skip_url_encoding()
            .get_path_query_valid(Q1)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn swagger_query() {
    scenario("AzureSwaggerQueryUrlEncoding", async {
        let reply = client()
            .skip_url_encoding()
            .get_swagger_query_valid()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

//! The scenarios of `lro-parameterized-endpoints.json`.

use conformance::{scenario, scenarios, server};
use lro_parameterized_endpoints_client::{Client, ClientOptions};
use std::time::Duration;

fn client() -> Client {
    let options = ClientOptions::default().poll_interval(Duration::ZERO);
    let client = Client::builder("local", "host").endpoint(server());
    client.options(options).build().expect("a client")
}

#[test]
fn parameterized() {
    scenario("LROParameterizedEndpoint", async {
        let reply = client()
            .poll_with_parameterized_endpoints()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.body(), "success");
        Ok(())
    });
}

#[test]
fn constant_parameterized() {
    scenarios(
        &[
            "LROConstantParameterizedPost",
            "LROConstantParameterizedGet",
        ],
        async {
            let reply = client()
                .poll_with_constant_parameterized_endpoints()
                .poller()
                .wait()
                .await?;
            assert_eq!(reply.body(), "success");
            Ok(())
        },
    );
}

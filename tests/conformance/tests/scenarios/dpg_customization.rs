//! The scenarios of `dpg-customization.json`: each reply is typed, and its bytes are there as well.

use conformance::{collect, scenario, server};
use dpg_customization_client::models::{Input, ProductReceived};
use dpg_customization_client::{Client, ClientOptions};
use std::time::Duration;

const RAW: &str = r#"{"received":"raw"}"#;

fn client() -> Client {
    let options = ClientOptions::default().poll_interval(Duration::ZERO);
    let client = Client::builder().endpoint(server()).options(options);
    client.build().expect("a client")
}

#[test]
fn get_raw() {
    scenario("GetRawModel", async {
        let reply = client().get_model("raw").send().await?;
        assert_eq!(reply.bytes(), RAW.as_bytes());
        Ok(())
    });
}

#[test]
fn get_model() {
    scenario("GetHandwrittenModel", async {
        let reply = client().get_model("model").send().await?;
        assert_eq!(reply.body().received, ProductReceived::Model);
        Ok(())
    });
}

#[test]
fn post_raw() {
    scenario("PostRawModel", async {
        let reply = client()
            .post_model("raw", Input::new("world!"))
            .send()
            .await?;
        assert_eq!(reply.bytes(), RAW.as_bytes());
        Ok(())
    });
}

#[test]
fn post_model() {
    scenario("PostHandwrittenModel", async {
        let input = Input::new("world!");
        let reply = client().post_model("model", input).send().await?;
        assert_eq!(reply.body().received, ProductReceived::Model);
        Ok(())
    });
}

#[test]
fn raw_pages() {
    scenario("GetRawPages", async {
        let pages = collect(client().get_pages("raw").pages()).await?;
        assert_eq!(pages.len(), 2);
        let last = pages.last().expect("a page");
        assert_eq!(last.bytes(), format!(r#"{{"values":[{RAW}]}}"#).as_bytes());
        Ok(())
    });
}

#[test]
fn model_pages() {
    scenario("GetHandwrittenModelPages", async {
        let products = collect(client().get_pages("model").items()).await?;
        let received: Vec<_> = products.iter().map(|product| &product.received).collect();
        assert_eq!(received, [&ProductReceived::Model; 2]);
        Ok(())
    });
}

#[test]
fn raw_long_running() {
    scenario("RawLRO", async {
        let reply = client().lro("raw").poller().wait().await?;
        let text = r#"{"provisioningState":"Succeeded","received":"raw"}"#;
        assert_eq!(reply.bytes(), text.as_bytes());
        Ok(())
    });
}

#[test]
fn model_long_running() {
    scenario("HandwrittenModelLRO", async {
        let reply = client().lro("model").poller().wait().await?;
        assert_eq!(reply.body().received, ProductReceived::Model);
        assert_eq!(reply.body().provisioning_state, "Succeeded");
        Ok(())
    });
}

//! The scenarios of `any-type.json`.

use any_type_client::Client;
use conformance::{scenario, server};
use serde_json::json;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_object() {
    scenario("GetObjectAsAnything", async {
        let reply = client().get_object().send().await?;
        assert_eq!(
            reply.body(),
            &json!({ "message": "An object was successfully returned" })
        );
        Ok(())
    });
}

#[test]
fn put_object() {
    scenario("PutObjectAsAnything", async {
        client().put_object(json!({ "foo": "bar" })).send().await?;
        Ok(())
    });
}

#[test]
fn get_string() {
    scenario("GetStringAsAnything", async {
        let reply = client().get_string().send().await?;
        assert_eq!(reply.body(), &json!("anything"));
        Ok(())
    });
}

#[test]
fn put_string() {
    scenario("PutStringAsAnything", async {
        client().put_string(json!("anything")).send().await?;
        Ok(())
    });
}

#[test]
fn get_array() {
    scenario("GetArrayAsAnything", async {
        let reply = client().get_array().send().await?;
        assert_eq!(reply.body(), &json!(["foo", "bar"]));
        Ok(())
    });
}

#[test]
fn put_array() {
    scenario("PutArrayAsAnything", async {
        client().put_array(json!(["foo", "bar"])).send().await?;
        Ok(())
    });
}

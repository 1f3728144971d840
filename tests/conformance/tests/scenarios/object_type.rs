//! The scenarios of `object-type.json`.

use conformance::{scenario, server};
use object_type_client::{Client, Error};
use serde_json::json;

fn status(error: &Error) -> u16 {
    error.status().expect("a reply").as_u16()
}

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get() {
    scenario("ObjectTypeResponse", async {
        let reply = client().get().send().await?;
        assert_eq!(
            reply.body(),
            &json!({ "message": "An object was successfully returned" })
        );
        Ok(())
    });
}

#[test]
fn put() {
    scenario("ObjectTypePut", async {
        client().put(json!({ "foo": "bar" })).send().await?;
        Ok(())
    });
}

#[test]
fn put_refused() {
    scenario("ObjectTypeErrorResponse", async {
        let error = client()
            .put(json!({ "bar": "foo" }))
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert_eq!(
            error.service(),
            Some(&json!({ "message": "The object you passed was incorrect" }))
        );
        Ok(())
    });
}

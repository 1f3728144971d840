//! The scenarios of `body-boolean.json`.

use body_boolean_client::{Client, ErrorKind};
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_true() {
    scenario("getBoolTrue", async {
        let reply = client().bool().get_true().send().await?;
        assert!(reply.body());
        Ok(())
    });
}

#[test]
fn put_true() {
    scenario("putBoolTrue", async {
        client().bool().put_true(true).send().await?;
        Ok(())
    });
}

#[test]
fn get_false() {
    scenario("getBoolFalse", async {
        let reply = client().bool().get_false().send().await?;
        assert!(!reply.body());
        Ok(())
    });
}

#[test]
fn put_false() {
    scenario("putBoolFalse", async {
        client().bool().put_false(false).send().await?;
        Ok(())
    });
}

#[test]
fn get_null() {
    scenario("getBoolNull", async {
        let reply = client().bool().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getBoolInvalid", async {
        let error = client().bool().get_invalid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

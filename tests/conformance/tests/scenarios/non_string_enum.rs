//! The scenarios of `non-string-enum.json`.

use conformance::{scenario, server};
use non_string_enum_client::Client;
use non_string_enum_client::models::{FloatEnum, IntEnum};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn put_float() {
    scenario("NonStringEnumsPostFloat", async {
        client()
            .float()
            .put()
            .input(FloatEnum::N200_4)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_float() {
    scenario("NonStringEnumsGetFloat", async {
        let reply = client().float().get().send().await?;
        assert_eq!(reply.body(), &FloatEnum::N429_1);
        Ok(())
    });
}

#[test]
fn put_int() {
    scenario("NonStringEnumsPostInt", async {
        client().int().put().input(IntEnum::N200).send().await?;
        Ok(())
    });
}

#[test]
fn get_int() {
    scenario("NonStringEnumsGetInt", async {
        let reply = client().int().get().send().await?;
        assert_eq!(reply.body(), &IntEnum::N429);
        Ok(())
    });
}

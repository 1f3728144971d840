//! The scenarios of `body-time.json`.

use body_time_client::Client;
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get() {
    scenario("BodyTimeGet", async {
        let reply = client().time().get().send().await?;
        assert_eq!(reply.body(), &"11:34:56");
        Ok(())
    });
}

#[test]
fn put() {
    scenario("BodyTimePut", async {
        let reply = client().time().put("08:07:56".to_owned()).send().await?;
        assert_eq!(reply.body(), &"Nice job posting time");
        Ok(())
    });
}

//! The scenarios of `body-duration.json`.

use body_duration_client::Client;
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_null() {
    scenario("getDurationNull", async {
        let reply = client().duration().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn put_positive() {
    scenario("putDurationPositive", async {
        client()
            .duration()
            .put_positive_duration("P123DT22H14M12.011S".to_owned())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_positive() {
    scenario("getDurationPositive", async {
        let reply = client().duration().get_positive_duration().send().await?;
        assert_eq!(reply.body(), &"P3Y6M4DT12H30M5S");
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getDurationInvalid", async {
        let reply = client().duration().get_invalid().send().await?;
        assert_eq!(reply.body(), &"123ABC");
        Ok(())
    });
}

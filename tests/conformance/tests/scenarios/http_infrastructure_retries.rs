//! The scenarios of `httpInfrastructure.json` whose requests are sent again because the first one failed.

use crate::steps;
use conformance::{scenario, server};
use httpinfrastructure_client::{Client, ClientOptions, Retries};
use std::time::Duration;

/// A client that sends again what may have had its effect, without waits, and with the cookies that the server tells the
/// second request from the first one by.
fn client() -> Client {
    let retries = Retries::default().first_delay(Duration::ZERO);
    let options = ClientOptions::default()
        .http_client(steps::http_client())
        .retries(retries.all_methods(true));
    let client = Client::builder().endpoint(server()).options(options);
    client.build().expect("a client")
}

#[test]
fn head_408() {
    scenario("HttpRetry408Head", async {
        let reply = client().http_retry().head408().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn put_500() {
    scenario("HttpRetry500Put", async {
        let reply = client()
            .http_retry()
            .put500()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn patch_500() {
    scenario("HttpRetry500Patch", async {
        let reply = client()
            .http_retry()
            .patch500()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn get_502() {
    scenario("HttpRetry502Get", async {
        let reply = client().http_retry().get502().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn options_502() {
    scenario("HttpRetry502Options", async {
        let reply = client().http_retry().options502().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn post_503() {
    scenario("HttpRetry503Post", async {
        let reply = client()
            .http_retry()
            .post503()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn delete_503() {
    scenario("HttpRetry503Delete", async {
        let reply = client()
            .http_retry()
            .delete503()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn put_504() {
    scenario("HttpRetry504Put", async {
        let reply = client()
            .http_retry()
            .put504()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn patch_504() {
    scenario("HttpRetry504Patch", async {
        let reply = client()
            .http_retry()
            .patch504()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

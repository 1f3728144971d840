//! Operations some of whose requests have to be sent again.

use super::{client, id_and_state};
use conformance::{scenario, scenarios};

#[test]
fn put_201_creating_succeeded_200() {
    scenario("LRORetryPutSucceededWithBody", async {
        let reply = client()
            .lro_retrys()
            .put201_creating_succeeded200()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_async_relative_retry_succeeded() {
    scenarios(
        &[
            "LRORetryErrorPutAsyncSucceeded",
            "LRORetryErrorPutAsyncSucceededPolling",
        ],
        async {
            let reply = client()
                .lro_retrys()
                .put_async_relative_retry_succeeded()
                .poller()
                .wait()
                .await?;
            assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
            Ok(())
        },
    );
}

#[test]
fn delete_provisioning_202_accepted_200_succeeded() {
    scenario("LRORetryErrorDelete202Accepted200Succeeded", async {
        let reply = client()
            .lro_retrys()
            .delete_provisioning202_accepted200_succeeded()
            .poller()
            .wait()
            .await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn delete_202_retry_200() {
    scenario("LRORetryErrorDelete202Retry200Succeeded", async {
        let reply = client()
            .lro_retrys()
            .delete202_retry200()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn delete_async_relative_retry_succeeded() {
    scenario("LRORetryErrorDeleteAsyncRetrySucceeded", async {
        let reply = client()
            .lro_retrys()
            .delete_async_relative_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn post_202_retry_200() {
    scenario("LRORetryErrorPost202Retry200Succeeded", async {
        let reply = client()
            .lro_retrys()
            .post202_retry200()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn post_async_relative_retry_succeeded() {
    scenario("LRORetryErrorPostAsyncRetrySucceeded", async {
        let reply = client()
            .lro_retrys()
            .post_async_relative_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

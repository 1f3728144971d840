//! Operations all of whose requests have a header that the document does not declare.

use super::{id_and_state, named_client};
use conformance::scenario;

#[test]
fn put_async_retry_succeeded() {
    scenario("CustomHeaderPutAsyncSucceded", async {
        let reply = named_client()
            .lros_custom_header()
            .put_async_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_201_creating_succeeded_200() {
    scenario("CustomHeaderPutSucceeded", async {
        let reply = named_client()
            .lros_custom_header()
            .put201_creating_succeeded200()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn post_202_retry_200() {
    scenario("CustomHeaderPostSucceeded", async {
        let reply = named_client()
            .lros_custom_header()
            .post202_retry200()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn post_async_retry_succeeded() {
    scenario("CustomHeaderPostAsyncSucceded", async {
        let reply = named_client()
            .lros_custom_header()
            .post_async_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

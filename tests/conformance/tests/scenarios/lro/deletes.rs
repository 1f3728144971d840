//! Operations that a `DELETE` begins.
//!
//! Where a `Location` is asked, the status 200 is the end of the operation, and what became of the resource is its result.

use super::{client, id_and_state};
use conformance::scenario;
use lro_client::ErrorKind;

#[test]
fn delete_204_succeeded() {
    scenario("LRODeleteInlineComplete", async {
        let reply = client()
            .lros()
            .delete204_succeeded()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn delete_202_retry_200() {
    scenario("LRODelete200", async {
        let reply = client().lros().delete202_retry200().poller().wait().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn delete_202_no_retry_204() {
    scenario("LRODelete204", async {
        let reply = client()
            .lros()
            .delete202_no_retry204()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn delete_provisioning_202_accepted_200_succeeded() {
    scenario("LRODeleteProvisioningSucceededWithBody", async {
        let reply = client()
            .lros()
            .delete_provisioning202_accepted200_succeeded()
            .poller()
            .wait()
            .await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

/// What `Location` answers with 200 is the result, whatever state it tells of the resource: the operation is over by its status.
/// AutoRest's own clients for Python, TypeScript and C# read it so.
#[test]
fn delete_provisioning_202_deleting_failed_200() {
    scenario("LRODeleteProvisioningFailed", async {
        let reply = client()
            .lros()
            .delete_provisioning202_deleting_failed200()
            .poller()
            .wait()
            .await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), Some("Failed")));
        Ok(())
    });
}

#[test]
fn delete_provisioning_202_deleting_canceled_200() {
    scenario("LRODeleteProvisioningCanceled", async {
        let reply = client()
            .lros()
            .delete_provisioning202_deletingcanceled200()
            .poller()
            .wait()
            .await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), Some("Canceled")));
        Ok(())
    });
}

#[test]
fn delete_no_header_in_retry() {
    scenario("LRODeleteNoHeaderInRetry", async {
        let reply = client()
            .lros()
            .delete_no_header_in_retry()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn delete_async_no_header_in_retry() {
    scenario("LRODeleteAsyncNoHeaderInRetry", async {
        let reply = client()
            .lros()
            .delete_async_no_header_in_retry()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn delete_async_retry_succeeded() {
    scenario("LRODeleteAsyncRetrySucceeded", async {
        let reply = client()
            .lros()
            .delete_async_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn delete_async_no_retry_succeeded() {
    scenario("LRODeleteAsyncNoRetrySucceeded", async {
        let reply = client()
            .lros()
            .delete_async_no_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn delete_async_retry_failed() {
    scenario("LRODeleteAsyncRetryFailed", async {
        let error = client()
            .lros()
            .delete_async_retry_failed()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

#[test]
fn delete_async_retry_canceled() {
    scenario("LRODeleteAsyncRetryCanceled", async {
        let error = client()
            .lros()
            .delete_async_retrycanceled()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

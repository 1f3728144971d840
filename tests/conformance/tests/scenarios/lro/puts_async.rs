//! Operations that a `PUT` begins and a resource of their own tells about (`Azure-AsyncOperation`).

use super::{client, id_and_state};
use conformance::scenario;
use lro_client::ErrorKind;

#[test]
fn put_async_retry_succeeded() {
    scenario("LROPutAsyncRetrySucceeded", async {
        let reply = client()
            .lros()
            .put_async_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_async_no_retry_succeeded() {
    scenario("LROPutAsyncNoRetrySucceeded", async {
        let reply = client()
            .lros()
            .put_async_no_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_async_retry_failed() {
    scenario("LROPutAsyncRetryFailed", async {
        let error = client()
            .lros()
            .put_async_retry_failed()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

#[test]
fn put_async_no_retry_canceled() {
    scenario("LROPutAsyncNoRetryCanceled", async {
        let error = client()
            .lros()
            .put_async_no_retrycanceled()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

#[test]
fn put_async_no_header_in_retry() {
    scenario("LROPutAsyncNoHeaderInRetry", async {
        let reply = client()
            .lros()
            .put_async_no_header_in_retry()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_async_non_resource() {
    scenario("LROPutNonResourceAsyncInRetry", async {
        let reply = client()
            .lros()
            .put_async_non_resource()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.body().id.as_deref(), Some("100"));
        assert_eq!(reply.body().name.as_deref(), Some("sku"));
        Ok(())
    });
}

#[test]
fn put_async_sub_resource() {
    scenario("LROPutSubResourceAsyncInRetry", async {
        let reply = client()
            .lros()
            .put_async_sub_resource()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.body().id.as_deref(), Some("100"));
        let properties = reply.body().properties.as_ref();
        assert_eq!(
            properties.and_then(|properties| properties.provisioning_state.as_deref()),
            Some("Succeeded")
        );
        Ok(())
    });
}

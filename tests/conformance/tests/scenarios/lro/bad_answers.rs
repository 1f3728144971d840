//! Operations whose service answers what nobody can follow.

use super::{client, refused};
use conformance::scenario;
use lro_client::ErrorKind;

#[test]
fn put_error_201_no_provisioning_state_payload() {
    scenario("LROErrorPut201NoProvisioningStatePayload", async {
        let error = client()
            .lrosads()
            .put_error201_no_provisioning_state_payload()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_async_relative_retry_no_status() {
    scenario("LROErrorPutAsyncNoPollingStatus", async {
        let error = client()
            .lrosads()
            .put_async_relative_retry_no_status()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_async_relative_retry_no_status_payload() {
    scenario("LROErrorPutAsyncNoPollingStatusPayload", async {
        let error = client()
            .lrosads()
            .put_async_relative_retry_no_status_payload()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_200_invalid_json() {
    scenario("LROErrorPut200InvalidJson", async {
        let error = client()
            .lrosads()
            .put200_invalid_json()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_async_relative_retry_invalid_header() {
    scenario("LROErrorPutAsyncInvalidHeader", async {
        let error = client()
            .lrosads()
            .put_async_relative_retry_invalid_header()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 404);
        Ok(())
    });
}

#[test]
fn put_async_relative_retry_invalid_json_polling() {
    scenario("LROErrorPutAsyncInvalidJsonPolling", async {
        let error = client()
            .lrosads()
            .put_async_relative_retry_invalid_json_polling()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn delete_204_succeeded() {
    scenario("LROErrorDeleteNoLocation", async {
        let reply = client()
            .lrosads()
            .delete204_succeeded()
            .poller()
            .wait()
            .await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn delete_202_retry_invalid_header() {
    scenario("LROErrorDelete202RetryInvalidHeader", async {
        let error = client()
            .lrosads()
            .delete202_retry_invalid_header()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 404);
        Ok(())
    });
}

#[test]
fn delete_async_relative_retry_no_status() {
    scenario("LROErrorDeleteAsyncNoPollingStatus", async {
        let error = client()
            .lrosads()
            .delete_async_relative_retry_no_status()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn delete_async_relative_retry_invalid_header() {
    scenario("LROErrorDeleteAsyncInvalidHeader", async {
        let error = client()
            .lrosads()
            .delete_async_relative_retry_invalid_header()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 404);
        Ok(())
    });
}

#[test]
fn delete_async_relative_retry_invalid_json_polling() {
    scenario("LROErrorDeleteAsyncInvalidJsonPolling", async {
        let error = client()
            .lrosads()
            .delete_async_relative_retry_invalid_json_polling()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn post_202_no_location() {
    scenario("LROErrorPostNoLocation", async {
        let error = client()
            .lrosads()
            .post202_no_location()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn post_202_retry_invalid_header() {
    scenario("LROErrorPost202RetryInvalidHeader", async {
        let error = client()
            .lrosads()
            .post202_retry_invalid_header()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 404);
        Ok(())
    });
}

#[test]
fn post_async_relative_retry_no_payload() {
    scenario("LROErrorPostAsyncNoPollingPayload", async {
        let error = client()
            .lrosads()
            .post_async_relative_retry_no_payload()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn post_async_relative_retry_invalid_header() {
    scenario("LROErrorPostAsyncInvalidHeader", async {
        let error = client()
            .lrosads()
            .post_async_relative_retry_invalid_header()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 404);
        Ok(())
    });
}

#[test]
fn post_async_relative_retry_invalid_json_polling() {
    scenario("LROErrorPostAsyncInvalidJsonPolling", async {
        let error = client()
            .lrosads()
            .post_async_relative_retry_invalid_json_polling()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

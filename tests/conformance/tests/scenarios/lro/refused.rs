//! Operations one of whose requests is refused, which is not tried again.

use super::{client, refused};
use conformance::scenario;

#[test]
fn put_non_retry_400() {
    scenario("LRONonRetryPut400", async {
        let error = client()
            .lrosads()
            .put_non_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn put_non_retry_201_creating_400() {
    scenario("LRONonRetryPut201Creating400", async {
        let error = client()
            .lrosads()
            .put_non_retry201_creating400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn put_non_retry_201_creating_400_invalid_json() {
    scenario("LRONonRetryPut201Creating400InvalidJson", async {
        let error = client()
            .lrosads()
            .put_non_retry201_creating400_invalid_json()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn put_async_relative_retry_400() {
    scenario("LRONonRetryPutAsyncRetry400", async {
        let error = client()
            .lrosads()
            .put_async_relative_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn delete_non_retry_400() {
    scenario("LRONonRetryDelete400", async {
        let error = client()
            .lrosads()
            .delete_non_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn delete_202_non_retry_400() {
    scenario("LRONonRetryDelete202Retry400", async {
        let error = client()
            .lrosads()
            .delete202_non_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn delete_async_relative_retry_400() {
    scenario("LRONonRetryDeleteAsyncRetry400", async {
        let error = client()
            .lrosads()
            .delete_async_relative_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn post_non_retry_400() {
    scenario("LRONonRetryPost400", async {
        let error = client()
            .lrosads()
            .post_non_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn post_202_non_retry_400() {
    scenario("LRONonRetryPost202Retry400", async {
        let error = client()
            .lrosads()
            .post202_non_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

#[test]
fn post_async_relative_retry_400() {
    scenario("LRONonRetryPostAsyncRetry400", async {
        let error = client()
            .lrosads()
            .post_async_relative_retry400()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(refused(&error), 400);
        Ok(())
    });
}

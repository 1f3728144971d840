//! Operations that a `PUT` or a `PATCH` begins.

use super::{client, id_and_state, state};
use conformance::scenario;
use lro_client::ErrorKind;

#[test]
fn put_200_succeeded() {
    scenario("LROPutInlineComplete", async {
        let reply = client().lros().put200_succeeded().poller().wait().await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_201_succeeded() {
    scenario("LROPutInlineComplete201", async {
        let reply = client().lros().put201_succeeded().poller().wait().await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_200_succeeded_no_state() {
    scenario("LROPut200InlineCompleteNoState", async {
        let reply = client()
            .lros()
            .put200_succeeded_no_state()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), None));
        Ok(())
    });
}

#[test]
fn put_202_retry_200() {
    scenario("LROPut202Retry200", async {
        let reply = client().lros().put202_retry200().poller().wait().await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), None));
        Ok(())
    });
}

#[test]
fn put_201_creating_succeeded_200() {
    scenario("LROPutSucceededWithBody", async {
        let reply = client()
            .lros()
            .put201_creating_succeeded200()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_200_updating_succeeded_204() {
    scenario("LROPutSucceededNoBody", async {
        let reply = client()
            .lros()
            .put200_updating_succeeded204()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_201_creating_failed_200() {
    scenario("LROPutFailed", async {
        let error = client()
            .lros()
            .put201_creating_failed200()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

#[test]
fn put_200_accepted_canceled_200() {
    scenario("LROPutCanceled", async {
        let error = client()
            .lros()
            .put200_acceptedcanceled200()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

#[test]
fn put_no_header_in_retry() {
    scenario("LROPutNoHeaderInRetry", async {
        let reply = client()
            .lros()
            .put_no_header_in_retry()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn put_non_resource() {
    scenario("LROPutNonResourceInRetry", async {
        let reply = client().lros().put_non_resource().poller().wait().await?;
        assert_eq!(reply.body().id.as_deref(), Some("100"));
        assert_eq!(reply.body().name.as_deref(), Some("sku"));
        Ok(())
    });
}

#[test]
fn put_sub_resource() {
    scenario("LROPutSubResourceInRetry", async {
        let reply = client().lros().put_sub_resource().poller().wait().await?;
        assert_eq!(reply.body().id.as_deref(), Some("100"));
        let properties = reply.body().properties.as_ref();
        assert_eq!(
            properties.and_then(|properties| properties.provisioning_state.as_deref()),
            Some("Succeeded")
        );
        Ok(())
    });
}

#[test]
fn patch_200_succeeded_ignore_headers() {
    scenario("LROPatchInlineCompleteIgnoreHeaders", async {
        let reply = client()
            .lros()
            .patch200_succeeded_ignore_headers()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn patch_201_retry_with_async_header() {
    scenario("LROPatch201WithAsyncHeader", async {
        let reply = client()
            .lros()
            .patch201_retry_with_async_header()
            .poller()
            .wait()
            .await?;
        assert_eq!(state(reply.body()), Some("Succeeded"));
        Ok(())
    });
}

#[test]
fn patch_202_retry_with_async_and_location_header() {
    scenario("LROPatch202WithAsyncAndLocationHeader", async {
        let reply = client()
            .lros()
            .patch202_retry_with_async_and_location_header()
            .poller()
            .wait()
            .await?;
        assert_eq!(state(reply.body()), Some("Succeeded"));
        Ok(())
    });
}

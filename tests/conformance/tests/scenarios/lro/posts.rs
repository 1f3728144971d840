//! Operations that a `POST` begins.

use super::{client, id_and_state};
use conformance::{scenario, scenarios};
use lro_client::ErrorKind;

#[test]
fn post_200_with_payload() {
    scenario("LROPost200", async {
        let reply = client()
            .lros()
            .post200_with_payload()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.body().id.as_deref(), Some("1"));
        assert_eq!(reply.body().name.as_deref(), Some("product"));
        Ok(())
    });
}

#[test]
fn post_202_retry_200() {
    scenario("LROPostSuccededWithBody", async {
        let reply = client().lros().post202_retry200().poller().wait().await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn post_202_no_retry_204() {
    scenario("LROPostSuccededNoBody", async {
        let reply = client()
            .lros()
            .post202_no_retry204()
            .poller()
            .wait()
            .await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn post_202_list() {
    scenario("LROPostAndGetList", async {
        let reply = client().lros().post202_list().poller().wait().await?;
        let products = reply.body();
        assert_eq!(products.len(), 1);
        assert_eq!(id_and_state(&products[0]), (Some("100"), None));
        Ok(())
    });
}

#[test]
fn post_double_headers_final_location_get() {
    scenarios(
        &[
            "LROPostDoubleHeadersFinalLocationPost",
            "LROPostDoubleHeadersFinalLocationAsync",
            "LROPostDoubleHeadersFinalLocationGet",
        ],
        async {
            let reply = client()
                .lros()
                .post_double_headers_final_location_get()
                .poller()
                .wait()
                .await?;
            let product = reply.body().as_ref().expect("a product");
            assert_eq!(id_and_state(product), (Some("100"), None));
            Ok(())
        },
    );
}

#[test]
fn post_double_headers_final_azure_header_get() {
    scenario("LROPostDoubleHeadersFinalAzureHeaderGet", async {
        let reply = client()
            .lros()
            .post_double_headers_final_azure_header_get()
            .poller()
            .wait()
            .await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), None));
        Ok(())
    });
}

#[test]
fn post_double_headers_final_azure_header_get_default() {
    scenario("LROPostDoubleHeadersFinalAzureHeaderGetDefault", async {
        let reply = client()
            .lros()
            .post_double_headers_final_azure_header_get_default()
            .poller()
            .wait()
            .await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(id_and_state(product), (Some("100"), None));
        Ok(())
    });
}

#[test]
fn post_async_retry_succeeded() {
    scenario("LROPostAsyncRetrySucceeded", async {
        let reply = client()
            .lros()
            .post_async_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn post_async_no_retry_succeeded() {
    scenario("LROPostAsyncNoRetrySucceeded", async {
        let reply = client()
            .lros()
            .post_async_no_retry_succeeded()
            .poller()
            .wait()
            .await?;
        assert_eq!(id_and_state(reply.body()), (Some("100"), Some("Succeeded")));
        Ok(())
    });
}

#[test]
fn post_async_retry_failed() {
    scenario("LROPostAsyncRetryFailed", async {
        let error = client()
            .lros()
            .post_async_retry_failed()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

#[test]
fn post_async_retry_canceled() {
    scenario("LROPostAsyncRetryCanceled", async {
        let error = client()
            .lros()
            .post_async_retrycanceled()
            .poller()
            .wait()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LongRunning);
        Ok(())
    });
}

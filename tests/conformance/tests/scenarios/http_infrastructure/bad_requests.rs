//! The status 400 in reply to each method, with and without a body.

use super::{client, status};
use conformance::scenario;

#[test]
fn head_400() {
    scenario("HttpClientFailure400Head", async {
        let error = client()
            .http_client_failure()
            .head400()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn get_400() {
    scenario("HttpClientFailure400Get", async {
        let error = client()
            .http_client_failure()
            .get400()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn options_400() {
    scenario("HttpClientFailure400Options", async {
        let error = client()
            .http_client_failure()
            .options400()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn put_400() {
    scenario("HttpClientFailure400Put", async {
        let error = client()
            .http_client_failure()
            .put400()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn post_400() {
    scenario("HttpClientFailure400Post", async {
        let error = client()
            .http_client_failure()
            .post400()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn patch_400() {
    scenario("HttpClientFailure400Patch", async {
        let error = client()
            .http_client_failure()
            .patch400()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn delete_400() {
    scenario("HttpClientFailure400Delete", async {
        let error = client()
            .http_client_failure()
            .delete400()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn empty_error() {
    scenario("ResponsesScenarioEmptyErrorBody", async {
        let error = client()
            .http_failure()
            .get_empty_error()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn error_without_model() {
    scenario("ResponsesScenarioNoModelErrorBody", async {
        let error = client()
            .http_failure()
            .get_no_model_error()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert_eq!(error.raw_body(), br#"{"message":"NoErrorModel"}"#);
        Ok(())
    });
}

#[test]
fn empty_error_without_model() {
    scenario("ResponsesScenarioNoModelEmptyBody", async {
        let error = client()
            .http_failure()
            .get_no_model_empty()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert!(error.raw_body().is_empty());
        Ok(())
    });
}

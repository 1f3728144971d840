//! The scenarios of `incorrect-error-response.json`.

use conformance::{scenario, server};
use incorrect_error_response_client::{Client, ErrorKind};

#[test]
fn error_that_is_no_json() {
    scenario("verifyIncorrectErrorParsing", async {
        let error = Client::builder()
            .endpoint(server())
            .build()?
            .get_incorrect_error_from_server()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(error.service().is_none());
        assert_eq!(error.raw_body(), b"foobar");
        Ok(())
    });
}

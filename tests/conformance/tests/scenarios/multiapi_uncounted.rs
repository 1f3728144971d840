//! The scenarios of `multiapi-v*.json` that the server never counts, for what it answers; see `scenarios.json`.

use conformance::{server, uncounted};
use multiapi_v3_client::operations::operation_group_two::OperationGroupTwoTestFourContentType;
use multiapi_v3_client::{Body, Payload};
use {multiapi_v1_client as v1, multiapi_v2_client as v2, multiapi_v3_client as v3};

#[test]
fn different_calls_of_version_one() {
    uncounted(async {
        let client = v1::Client::builder().endpoint(server()).build()?;
        let reply = client.test_different_calls("hello").send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn different_calls_of_version_two() {
    uncounted(async {
        let client = v2::Client::builder().endpoint(server()).build()?;
        let call = client.test_different_calls("hello");
        let reply = call.greeting_in_chinese("nihao").send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn different_calls_of_version_three() {
    uncounted(async {
        let client = v3::Client::builder().endpoint(server()).build()?;
        let call = client.test_different_calls("hello");
        let call = call.greeting_in_chinese("nihao");
        let reply = call.greeting_in_french("bonjour").send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn test_four_with_a_pdf() {
    uncounted(async {
        let client = v3::Client::builder().endpoint(server()).build()?;
        let post = client.operation_group_two().test_four();
        let reply = post
            .input(Payload::bytes(Body::from("PDF")))
            .content_type(OperationGroupTwoTestFourContentType::Pdf)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

//! The scenarios of `media_types.json`.

use conformance::{scenario, server};
use media_types_client::Client;
use media_types_client::models::SourcePath;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

fn source() -> SourcePath {
    SourcePath {
        source: Some("foo".to_owned()),
    }
}

#[test]
fn json() {
    scenario("MediaTypeJson", async {
        let reply = client().analyze_body().input(source()).send().await?;
        assert_eq!(reply.body(), &"Nice job with JSON");
        Ok(())
    });
}

#[test]
fn no_accept_header() {
    scenario("MediaTypesAnalyzeBodyNoAcceptHeader", async {
        client()
            .analyze_body_no_accept_header()
            .input(source())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn with_encoding() {
    scenario("MediaTypeWithEncoding", async {
        let reply = client()
            .content_type_with_encoding()
            .input("foo")
            .send()
            .await?;
        assert_eq!(reply.body(), &"Nice job sending content type with encoding");
        Ok(())
    });
}

#[test]
fn two_content_types() {
    scenario("MediaTypesTwoContentTypes", async {
        client()
            .binary_body_with_two_content_types("bytes")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn three_content_types() {
    scenario("MediaTypesThreeContentTypes", async {
        client()
            .binary_body_with_three_content_types("bytes")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn three_body_types() {
    scenario("MediaTypesThreeBodyTypes", async {
        client()
            .body_three_types(serde_json::json!({ "hello": "world" }))
            .send()
            .await?;
        Ok(())
    });
}

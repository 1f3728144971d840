//! The scenarios of `media_types.json`.

use conformance::{scenario, server};
use media_types_client::models::SourcePath;
use media_types_client::operations::ungrouped::{
    AnalyzeBodyContentType, BinaryBodyWithThreeContentTypesContentType as ThreeContentTypes,
    BinaryBodyWithTwoContentTypesContentType as TwoContentTypes,
};
use media_types_client::{Client, Payload};

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
fn pdf() {
    scenario("MediaTypePdf", async {
        let reply = client()
            .analyze_body()
            .input(Payload::bytes("PDF"))
            .content_type(AnalyzeBodyContentType::Pdf)
            .send()
            .await?;
        assert_eq!(reply.body(), &"Nice job with PDF");
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
        client()
            .analyze_body_no_accept_header()
            .input(Payload::bytes("PDF"))
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
        client()
            .binary_body_with_two_content_types(r#"{"hello":"world"}"#)
            .content_type(TwoContentTypes::Json)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn three_content_types() {
    scenario("MediaTypesThreeContentTypes", async {
        let bodies = [
            ("bytes", ThreeContentTypes::OctetStream),
            ("hello, world", ThreeContentTypes::TextPlain),
            (r#"{"hello":"world"}"#, ThreeContentTypes::Json),
        ];
        for (body, content_type) in bodies {
            client()
                .binary_body_with_three_content_types(body)
                .content_type(content_type)
                .send()
                .await?;
        }
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
        client()
            .body_three_types(Payload::text("hello, world"))
            .send()
            .await?;
        client()
            .body_three_types(Payload::bytes("bytes"))
            .send()
            .await?;
        Ok(())
    });
}

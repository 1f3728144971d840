//! The scenarios of `body-binary.json`.

use body_binary_client::{Client, ErrorKind};
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn upload_json() {
    scenario("BodyBinaryFile", async {
        client()
            .upload()
            .file(r#"{"more":"cowbell"}"#)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn upload_octets() {
    scenario("BodyBinaryOctet", async {
        client().upload().binary(vec![0, 1, 2]).send().await?;
        Ok(())
    });
}

#[test]
fn error_stream() {
    scenario("BodyBinaryError", async {
        let error = client().download().error_stream().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        Ok(())
    });
}

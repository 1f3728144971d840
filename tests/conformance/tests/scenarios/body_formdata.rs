//! The scenarios of `body-formdata.json`.

use body_formdata_client::{Client, FilePart};
use conformance::{collect, scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn upload_file() {
    scenario("FormdataStreamUploadFile", async {
        let file = FilePart::new("Hello")
            .file_name("a \"b\".txt")
            .content_type("text/plain");
        let reply = client()
            .formdata()
            .upload_file(file, "a.txt")
            .send()
            .await?;
        assert_eq!(collect(reply.into_body()).await?.concat(), b"Hello");
        Ok(())
    });
}

#[test]
fn upload_file_via_body() {
    scenario("StreamUploadFile", async {
        let reply = client()
            .formdata()
            .upload_file_via_body("Hello")
            .send()
            .await?;
        assert_eq!(collect(reply.into_body()).await?.concat(), b"Hello");
        Ok(())
    });
}

//! The scenarios of `reserved-words.json`.

use conformance::{scenario, server};
use reserved_words_client::models::MyEnum;
use reserved_words_client::{Body, Client, FilePart};
use serde_json::json;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn group_named_import() {
    scenario("reservedWordsOperationGroupImport", async {
        let reply = client().import().operation_one("foo").send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn body_named_content() {
    scenario("reservedWordsBodyNamedContent", async {
        let reply = client()
            .operation_with_content_param("hello, world")
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn body_named_json() {
    scenario("reservedWordsBodyNamedJson", async {
        let reply = client()
            .operation_with_json_param(json!({ "hello": "world" }))
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn body_named_data() {
    scenario("reservedWordsBodyNamedData", async {
        let reply = client()
            .operation_with_data_param("hello", "world")
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn header_enum() {
    scenario("reservedWordsHeaderEnum", async {
        let reply = client().reserved_enum(MyEnum::Import).send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn url_header_and_query() {
    scenario("reservedWordsUrlHeaderQuery", async {
        let reply = client()
            .operation_with_url("foo", "x")
            .query_parameters(["one", "two"])
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn body_named_files() {
    scenario("reservedWordsBodyNamedFiles", async {
        let file = FilePart::new(Body::from("hello, world")).file_name("hello.txt");
        let reply = client()
            .operation_with_files_param(file, "hello.txt")
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

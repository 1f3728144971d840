//! The scenarios of `body-file.json`.

use body_file_client::Client;
use conformance::{collect, scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_file() {
    scenario("FileStreamNonempty", async {
        let reply = client().files().get_file().send().await?;
        let chunks = collect(reply.into_body()).await?;
        assert!(chunks.concat().starts_with(b"\x89PNG"));
        Ok(())
    });
}

#[test]
fn get_empty_file() {
    scenario("FileStreamEmpty", async {
        let reply = client().files().get_empty_file().send().await?;
        assert!(collect(reply.into_body()).await?.concat().is_empty());
        Ok(())
    });
}

#[test]
fn get_large_file() {
    scenario("FileStreamVeryLarge", async {
        let reply = client().files().get_file_large().send().await?;
        let mut body = reply.into_body();
        let mut length = 0;
        while let Some(chunk) = body.next().await {
            length += chunk?.len();
        }
        assert_eq!(length, 3000 * 1024 * 1024);
        Ok(())
    });
}

//! The scenarios of `url-multi-collectionFormat.json`.

use conformance::{scenario, server};
use url_multi_collectionformat_client::Client;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn multi_null() {
    scenario("UrlQueriesArrayMultiNull", async {
        client().queries().array_string_multi_null().send().await?;
        Ok(())
    });
}

#[test]
fn multi_empty() {
    scenario("UrlQueriesArrayMultiEmpty", async {
        client()
            .queries()
            .array_string_multi_empty()
            .array_query(Vec::<String>::new())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn multi_valid() {
    scenario("UrlQueriesArrayMultiValid", async {
        client()
            .queries()
            .array_string_multi_valid()
            .array_query(["ArrayQuery1", "begin!*'();:@ &=+$,/?#[]end", "", ""])
            .send()
            .await?;
        Ok(())
    });
}

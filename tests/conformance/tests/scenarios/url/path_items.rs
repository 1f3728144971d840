//! Parameters of the whole path and of the client.

use super::client;
use conformance::{scenario, server};
use url_client::Client;

fn client_without_query() -> Client {
    let client = Client::builder("globalStringPath").endpoint(server());
    client.build().expect("a client")
}

#[test]
fn all_with_values() {
    scenario("UrlPathItemGetAll", async {
        client()
            .path_items()
            .get_all_with_values("pathItemStringPath", "localStringPath")
            .path_item_string_query("pathItemStringQuery")
            .local_string_query("localStringQuery")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn global_query_absent() {
    scenario("UrlPathItemGetGlobalNull", async {
        client_without_query()
            .path_items()
            .get_global_query_null("pathItemStringPath", "localStringPath")
            .path_item_string_query("pathItemStringQuery")
            .local_string_query("localStringQuery")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn global_and_local_query_absent() {
    scenario("UrlPathItemGetGlobalAndLocalNull", async {
        client_without_query()
            .path_items()
            .get_global_and_local_query_null("pathItemStringPath", "localStringPath")
            .path_item_string_query("pathItemStringQuery")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn path_item_and_local_query_absent() {
    scenario("UrlPathItemGetPathItemAndLocalNull", async {
        client()
            .path_items()
            .get_local_path_item_query_null("pathItemStringPath", "localStringPath")
            .send()
            .await?;
        Ok(())
    });
}

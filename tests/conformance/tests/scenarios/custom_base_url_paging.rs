//! The scenarios of `custom-baseUrl-paging.json`.

use conformance::{collect, scenario, server};
use custom_baseurl_paging_client::Client;
use custom_baseurl_paging_client::models::Product;

fn client() -> Client {
    let client = Client::builder("local", "host").endpoint(server());
    client.build().expect("a client")
}

fn ids(products: &[Product]) -> Vec<i64> {
    let ids = products
        .iter()
        .map(|product| product.properties.as_ref()?.id);
    ids.collect::<Option<_>>().expect("ids")
}

#[test]
fn partial_next_link() {
    scenario("PagingCustomUrlPartialNextLink", async {
        let products = collect(client().paging().get_pages_partial_url().items()).await?;
        assert_eq!(ids(&products), [1, 2]);
        Ok(())
    });
}

#[test]
fn partial_next_link_of_operation() {
    scenario("PagingCustomUrlPartialOperationNextLink", async {
        let products = collect(client().paging().get_pages_partial_url_operation().items()).await?;
        assert_eq!(ids(&products), [1, 2]);
        Ok(())
    });
}

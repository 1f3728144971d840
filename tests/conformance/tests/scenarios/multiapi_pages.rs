//! The scenarios of `multiapi-v*.json` that take several requests.
//!
//! Version 1 of the document promises a number for `id`, and the server sends a text. Version 3 knows no `api-version` of
//! the operations with pages, and the server wants one with the second page.

use conformance::{collect, scenario, server};
use multiapi_v1_client::ErrorKind;
use {multiapi_v1_client as v1, multiapi_v3_client as v3};

fn first() -> v1::Client {
    let client = v1::Client::builder().endpoint(server());
    client.build().expect("a client")
}

fn third() -> v3::Client {
    let client = v3::Client::builder().endpoint(server());
    client.build().expect("a client")
}

#[test]
fn long_running() {
    scenario("MultiapiLRO", async {
        let error = first().test_lro().poller().wait().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn long_running_and_paged() {
    scenario("MultiapiLROAndPaging", async {
        let client = first();
        let items = client.test_lro_and_paging().items();
        let error = collect(items).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn paged() {
    scenario("MultiapiPaging", async {
        let client = third();
        let mut pages = client.test_paging().pages();
        let first = pages.next().await.expect("a page")?;
        let models = first.into_body().values.unwrap_or_default();
        assert_eq!(models.len(), 1);
        assert_eq!(models[0].optional_property.as_deref(), Some("paged"));
        let error = pages.next().await.expect("an error").unwrap_err();
        assert_eq!(error.status().expect("a reply"), 400);
        Ok(())
    });
}

#[test]
fn paged_in_group() {
    scenario("MultiapiOperationGroupPaging", async {
        let client = third();
        let mut pages = client
            .operation_group_one()
            .test_operation_group_paging()
            .pages();
        let first = pages.next().await.expect("a page")?;
        let models = first.into_body().values.unwrap_or_default();
        assert_eq!(models.len(), 1);
        assert_eq!(models[0].optional_property.as_deref(), Some("paged"));
        let error = pages.next().await.expect("an error").unwrap_err();
        assert_eq!(error.status().expect("a reply"), 400);
        Ok(())
    });
}

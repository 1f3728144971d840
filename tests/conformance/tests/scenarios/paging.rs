//! The scenarios of `paging.json`.

use crate::steps;
use conformance::{collect, scenario, scenarios, server};
use paging_client::models::{BodyParam, PagingGetMultiplePagesWithOffsetOptions, Product};
use paging_client::{Client, ClientOptions, ErrorKind, Retries};
use std::time::Duration;

/// A client with the cookies that the server tells the steps of a scenario by, and without waits.
fn client() -> Client {
    let options = ClientOptions::default()
        .http_client(steps::http_client())
        .retries(Retries::default().first_delay(Duration::ZERO))
        .poll_interval(Duration::ZERO);
    let client = Client::builder().endpoint(server()).options(options);
    client.build().expect("a client")
}

fn ids(products: &[Product]) -> Vec<i64> {
    let ids = products
        .iter()
        .map(|product| product.properties.as_ref()?.id);
    ids.collect::<Option<_>>().expect("ids")
}

#[test]
fn no_item_name() {
    scenario("PagingNoItemName", async {
        let products = collect(client().paging().get_no_item_name_pages().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn empty_next_link() {
    scenario("PagingEmptyNextLink", async {
        let products = collect(client().paging().get_empty_next_link_name_pages().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn null_next_link_name() {
    scenario("PagingNextLinkNameNull", async {
        let products = collect(client().paging().get_null_next_link_name_pages().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn single() {
    scenario("PagingSingle", async {
        let products = collect(client().paging().get_single_pages().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn single_with_body() {
    scenario("PagingSingleWithBodyParams", async {
        let body = BodyParam {
            name: Some("body".to_owned()),
        };
        let products = collect(
            client()
                .paging()
                .get_single_pages_with_body_params(body)
                .items(),
        )
        .await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn first_response_empty() {
    scenario("PagingFirstResponseEmpty", async {
        let products = collect(client().paging().first_response_empty().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn multiple() {
    scenario("PagingMultiple", async {
        let products = collect(client().paging().get_multiple_pages().items()).await?;
        assert_eq!(ids(&products), (1..=10).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn multiple_with_query_parameters() {
    scenario("PagingMultipleWithQueryParameters", async {
        let products = collect(client().paging().get_with_query_params(100).items()).await?;
        assert_eq!(ids(&products), [1, 2]);
        Ok(())
    });
}

#[test]
fn duplicate_parameters() {
    scenario("PagingDuplicateParameters", async {
        let products = collect(client().paging().duplicate_params().filter("foo").items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn no_max_page_size() {
    scenario("PagingDontSendMaxPageSize", async {
        let products = collect(client().paging().page_with_max_page_size().items()).await?;
        assert!(products.is_empty());
        Ok(())
    });
}

#[test]
fn odata() {
    scenario("PagingOdataMultiple", async {
        let products = collect(client().paging().get_odata_multiple_pages().items()).await?;
        assert_eq!(ids(&products), (1..=10).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn with_offset() {
    scenario("PagingMultiplePath", async {
        let products = collect(
            client()
                .paging()
                .get_multiple_pages_with_offset(PagingGetMultiplePagesWithOffsetOptions::new(100))
                .items(),
        )
        .await?;
        assert_eq!(
            ids(&products),
            [1].into_iter().chain(102..=110).collect::<Vec<_>>()
        );
        Ok(())
    });
}

#[test]
fn retry_of_first_page() {
    scenario("PagingMultipleRetryFirst", async {
        let products = collect(client().paging().get_multiple_pages_retry_first().items()).await?;
        assert_eq!(ids(&products), (1..=10).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn retry_of_second_page() {
    scenario("PagingMultipleRetrySecond", async {
        let products = collect(client().paging().get_multiple_pages_retry_second().items()).await?;
        assert_eq!(
            ids(&products),
            [1, 1].into_iter().chain(3..=10).collect::<Vec<_>>()
        );
        Ok(())
    });
}

#[test]
fn single_failure() {
    scenario("PagingSingleFailure", async {
        let error = collect(client().paging().get_single_pages_failure().items())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().expect("a reply"), 400);
        Ok(())
    });
}

#[test]
fn multiple_failure() {
    scenario("PagingMultipleFailure", async {
        let mut pages = client().paging().get_multiple_pages_failure().pages();
        let first = pages.next().await.expect("a page")?;
        assert_eq!(ids(&first.into_body().values.unwrap_or_default()), [1]);
        let error = pages.next().await.expect("an error").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(pages.next().await.is_none());
        Ok(())
    });
}

#[test]
fn multiple_failure_uri() {
    scenario("PagingMultipleFailureUri", async {
        let mut pages = client().paging().get_multiple_pages_failure_uri().pages();
        let first = pages.next().await.expect("a page")?;
        assert_eq!(ids(&first.into_body().values.unwrap_or_default()), [1]);
        let error = pages.next().await.expect("an error").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(pages.next().await.is_none());
        Ok(())
    });
}

#[test]
fn fragment() {
    scenario("PagingFragment", async {
        let products = collect(
            client()
                .paging()
                .get_multiple_pages_fragment_next_link("1.6", "test_user")
                .items(),
        )
        .await?;
        assert_eq!(ids(&products), (1..=10).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn of_long_running_operation() {
    scenarios(&["PagingMultipleLRO", "PagingMultiple"], async {
        let products = collect(client().paging().get_multiple_pages_lro().items()).await?;
        assert_eq!(ids(&products), (1..=10).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn append_api_version() {
    scenario("PagingWithApiVersionAppend", async {
        let products = collect(client().paging().append_api_version().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn replace_api_version() {
    scenario("PagingWithApiVersionReplace", async {
        let products = collect(client().paging().replace_api_version().items()).await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

#[test]
fn item_name_with_client_name() {
    scenario("PagingReturnModelWithXMSClientName", async {
        let products = collect(
            client()
                .paging()
                .get_paging_model_with_item_name_with_xms_client_name()
                .items(),
        )
        .await?;
        assert_eq!(ids(&products), [1]);
        Ok(())
    });
}

//! The scenarios of `multiapi-v*.json` that take several requests.

use conformance::{collect, scenario, server};
use multiapi_v3_client::models::ModelThree;
use {multiapi_v1_client as v1, multiapi_v3_client as v3};

fn first() -> v1::Client {
    let client = v1::Client::builder().endpoint(server());
    client.build().expect("a client")
}

fn third() -> v3::Client {
    let client = v3::Client::builder().endpoint(server());
    client.build().expect("a client")
}

/// The model on each page.
fn model() -> ModelThree {
    ModelThree {
        optional_property: Some("paged".to_owned()),
    }
}

#[test]
fn long_running() {
    scenario("MultiapiLRO", async {
        let reply = first().test_lro().poller().wait().await?;
        let product = reply.body().as_ref().expect("a product");
        assert_eq!(product.id.as_deref(), Some("100"));
        Ok(())
    });
}

#[test]
fn long_running_and_paged() {
    scenario("MultiapiLROAndPaging", async {
        let client = first();
        let products = collect(client.test_lro_and_paging().items()).await?;
        let ids: Vec<_> = products.iter().map(|product| &product.id).collect();
        assert_eq!(ids, [&Some("100".to_owned())]);
        Ok(())
    });
}

#[test]
fn paged() {
    scenario("MultiapiPaging", async {
        let client = third();
        let models = collect(client.test_paging().items()).await?;
        assert_eq!(models, [model(), model()]);
        Ok(())
    });
}

#[test]
fn paged_in_group() {
    scenario("MultiapiOperationGroupPaging", async {
        let client = third();
        let list = client.operation_group_one().test_operation_group_paging();
        let models = collect(list.items()).await?;
        assert_eq!(models, [model(), model()]);
        Ok(())
    });
}

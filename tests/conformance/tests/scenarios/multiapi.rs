//! The scenarios of `multiapi-v*.json`.

use conformance::{scenario, server};
use {multiapi_v1_client as v1, multiapi_v2_client as v2, multiapi_v3_client as v3};

fn first() -> v1::Client {
    let client = v1::Client::builder().endpoint(server());
    client.build().expect("a client")
}

fn second() -> v2::Client {
    let client = v2::Client::builder().endpoint(server());
    client.build().expect("a client")
}

fn third() -> v3::Client {
    let client = v3::Client::builder().endpoint(server());
    client.build().expect("a client")
}

#[test]
fn test_one_of_version_one() {
    scenario("MultiapiPutTestOneApiVersionOne", async {
        first().test_one(1).send().await?;
        Ok(())
    });
}

#[test]
fn test_one_of_version_two() {
    scenario("MultiapiPutTestOneApiVersionTwo", async {
        let reply = second().test_one(1).send().await?;
        assert_eq!(reply.body().id, "1");
        Ok(())
    });
}

#[test]
fn test_two_of_version_one() {
    scenario("MultiapiGetTestTwoApiVersionOne", async {
        first().operation_group_one().test_two().send().await?;
        Ok(())
    });
}

#[test]
fn test_two_of_version_two() {
    scenario("MultiapiGetTestTwoApiVersionTwo", async {
        let reply = second().operation_group_one().test_two().send().await?;
        assert_eq!(reply.body().id, "1");
        Ok(())
    });
}

#[test]
fn test_two_of_version_three() {
    scenario("MultiapiGetTestTwoApiVersionThree", async {
        third().operation_group_one().test_two().send().await?;
        Ok(())
    });
}

#[test]
fn test_three_of_version_two() {
    scenario("MultiapiPutTestThreeApiVersionTwo", async {
        second().operation_group_one().test_three().send().await?;
        Ok(())
    });
}

#[test]
fn test_four_of_version_two() {
    scenario("MultiapiPostTestFourApiVersionTwo", async {
        second()
            .operation_group_two()
            .test_four(true)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn test_four_of_version_three() {
    scenario("MultiapiPostTestFourApiVersionThreeJSON", async {
        third()
            .operation_group_two()
            .test_four()
            .input(v3::models::SourcePath {
                source: Some("foo".to_owned()),
            })
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn test_five_of_version_three() {
    scenario("MultiapiPutTestFiveApiVersionThree", async {
        third().operation_group_two().test_five().send().await?;
        Ok(())
    });
}

#[test]
fn custom_base_url_of_version_one() {
    scenario("MultiapiCustomBaseUrlApiVersionOne", async {
        multiapi_v1_custom_base_url_client::Client::builder(server())
            .build()?
            .test(1)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn custom_base_url_of_version_two() {
    scenario("MultiapiCustomBaseUrlApiVersionTwo", async {
        multiapi_v2_custom_base_url_client::Client::builder(server())
            .build()?
            .test(2)
            .send()
            .await?;
        Ok(())
    });
}

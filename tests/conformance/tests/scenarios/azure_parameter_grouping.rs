//! The scenarios of `azure-parameter-grouping.json`.

use azure_parameter_grouping_client::Client;
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn required() {
    scenario("postParameterGroupingRequiredParameters", async {
        client()
            .parameter_grouping()
            .post_required(1234, "path")
            .custom_header("header")
            .query(21)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional() {
    scenario("postParameterGroupingOptionalParameters", async {
        client()
            .parameter_grouping()
            .post_optional()
            .custom_header("header")
            .query(21)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn reserved_words() {
    scenario("PostParameterGroupingWithReservedWords", async {
        client()
            .parameter_grouping()
            .post_reserved_words()
            .with_from("bob")
            .accept("yes")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn several_groups() {
    scenario("postParameterGroupingMultipleParameterGroups", async {
        client()
            .parameter_grouping()
            .post_multi_param_groups()
            .header_one("header")
            .query_one(21)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn shared_group() {
    scenario("postParameterGroupingSharedParameterGroupObject", async {
        client()
            .parameter_grouping()
            .post_shared_parameter_group_object()
            .header_one("header")
            .query_one(21)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn constant() {
    scenario("PutParameterGroupingConstant", async {
        client()
            .parameter_grouping()
            .group_with_constant()
            .grouped_constant(azure_parameter_grouping_client::models::EncryptionAlgorithmType::Foo)
            .grouped_parameter("bar")
            .send()
            .await?;
        Ok(())
    });
}

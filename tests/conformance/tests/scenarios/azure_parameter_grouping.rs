//! The scenarios of `azure-parameter-grouping.json`.

use azure_parameter_grouping_client::Client;
use azure_parameter_grouping_client::models::{
    EncryptionAlgorithmType, FirstParameterGroup, Grouper, ParameterGroupingPostOptionalParameters,
    ParameterGroupingPostRequiredParameters, ParameterGroupingPostReservedWordsParameters,
};
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

fn first_group() -> FirstParameterGroup {
    FirstParameterGroup {
        header_one: Some("header".to_owned()),
        query_one: Some(21),
    }
}

#[test]
fn required() {
    scenario("postParameterGroupingRequiredParameters", async {
        let parameters = ParameterGroupingPostRequiredParameters {
            custom_header: Some("header".to_owned()),
            query: Some(21),
            ..ParameterGroupingPostRequiredParameters::new("path")
        };
        client()
            .parameter_grouping()
            .post_required(1234, parameters)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional() {
    scenario("postParameterGroupingOptionalParameters", async {
        let parameters = ParameterGroupingPostOptionalParameters {
            custom_header: Some("header".to_owned()),
            query: Some(21),
        };
        client()
            .parameter_grouping()
            .post_optional()
            .parameters(parameters)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn reserved_words() {
    scenario("PostParameterGroupingWithReservedWords", async {
        let parameters = ParameterGroupingPostReservedWordsParameters {
            from: Some("bob".to_owned()),
            accept: Some("yes".to_owned()),
        };
        client()
            .parameter_grouping()
            .post_reserved_words()
            .parameters(parameters)
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
            .first_parameter_group(first_group())
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
            .first_parameter_group(first_group())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn constant() {
    scenario("PutParameterGroupingConstant", async {
        let group = Grouper {
            grouped_constant: Some(EncryptionAlgorithmType::Foo),
            grouped_parameter: Some("bar".to_owned()),
        };
        client()
            .parameter_grouping()
            .group_with_constant()
            .grouper(group)
            .send()
            .await?;
        Ok(())
    });
}

//! The scenarios of `azure-special-properties.json`.

use azure_special_properties_client::Client;
use azure_special_properties_client::models::HeaderCustomNamedRequestIdParamGroupingParameters;
use conformance::{scenario, server};

const SUBSCRIPTION: &str = "1234-5678-9012-3456";
const REQUEST_ID: &str = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";

fn client() -> Client {
    let client = Client::builder(SUBSCRIPTION).endpoint(server());
    client.build().expect("a client")
}

#[test]
fn api_version_method_global() {
    scenario("AzureApiVersionMethodGlobalValid", async {
        client()
            .api_version_default()
            .get_method_global_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_method_global_not_provided() {
    scenario("AzureApiVersionMethodGlobalNotProvidedValid", async {
        client()
            .api_version_default()
            .get_method_global_not_provided_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_path_global() {
    scenario("AzureApiVersionPathGlobalValid", async {
        client()
            .api_version_default()
            .get_path_global_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_swagger_global() {
    scenario("AzureApiVersionSwaggerGlobalValid", async {
        client()
            .api_version_default()
            .get_swagger_global_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_method_local() {
    scenario("AzureApiVersionMethodLocalValid", async {
        client()
            .api_version_local()
            .get_method_local_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_method_local_null() {
    scenario("AzureApiVersionMethodLocalNull", async {
        client()
            .api_version_local()
            .get_method_local_null()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_path_local() {
    scenario("AzureApiVersionPathLocalValid", async {
        client()
            .api_version_local()
            .get_path_local_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn api_version_swagger_local() {
    scenario("AzureApiVersionSwaggerLocalValid", async {
        client()
            .api_version_local()
            .get_swagger_local_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn skip_url_encoding_method_path() {
    scenario("AzureMethodPathUrlEncoding", async {
        client()
            .skip_url_encoding()
            .get_method_path_valid("path1/path2/path3")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn skip_url_encoding_path_path() {
    scenario("AzurePathPathUrlEncoding", async {
        client()
            .skip_url_encoding()
            .get_path_path_valid("path1/path2/path3")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn skip_url_encoding_swagger_path() {
    scenario("AzureSwaggerPathUrlEncoding", async {
        client()
            .skip_url_encoding()
            .get_swagger_path_valid()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn skip_url_encoding_method_query_null() {
    scenario("AzureMethodQueryUrlEncodingNull", async {
        client()
            .skip_url_encoding()
            .get_method_query_null()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn custom_named_request_id() {
    scenario("AzureXmsCustomNamedRequestId", async {
        let reply = client()
            .header()
            .custom_named_request_id()
            .foo_client_request_id(REQUEST_ID)
            .send()
            .await?;
        assert_eq!(reply.headers().foo_request_id.as_deref(), Some("123"));
        Ok(())
    });
}

#[test]
fn custom_named_request_id_head() {
    scenario("AzureXmsCustomNamedRequestId", async {
        let reply = client()
            .header()
            .custom_named_request_id_head()
            .foo_client_request_id(REQUEST_ID)
            .send()
            .await?;
        assert_eq!(reply.headers().foo_request_id.as_deref(), Some("123"));
        Ok(())
    });
}

#[test]
fn custom_named_request_id_grouped() {
    scenario("AzureXmsCustomNamedRequestIdParameterGroup", async {
        let parameters = HeaderCustomNamedRequestIdParamGroupingParameters {
            foo_client_request_id: Some(REQUEST_ID.to_owned()),
        };
        let reply = client()
            .header()
            .custom_named_request_id_param_grouping()
            .parameters(parameters)
            .send()
            .await?;
        assert_eq!(reply.headers().foo_request_id.as_deref(), Some("123"));
        Ok(())
    });
}

#[test]
fn odata_filter() {
    scenario("AzureODataFilter", async {
        client()
            .odata()
            .get_with_filter()
            .filter("id gt 5 and name eq 'foo'")
            .top(10)
            .orderby("id")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn client_request_id_in_parameter() {
    scenario("AzureXmsRequestClientOverwriteViaParameter", async {
        client()
            .x_ms_client_request_id()
            .param_get()
            .x_ms_client_request_id(REQUEST_ID)
            .send()
            .await?;
        Ok(())
    });
}

//! The scenarios of `azure-special-properties.json` that are about the ids of requests and subscriptions.
//!
//! Where the document does not declare the header with the id, the user's HTTP client adds it.

use crate::steps;
use azure_special_properties_client::{Client, ClientOptions, ErrorKind};
use conformance::{scenario, server};

const SUBSCRIPTION: &str = "1234-5678-9012-3456";

/// A client all of whose requests have this id.
fn client(id: &'static str) -> Client {
    let options = ClientOptions::default().http_client(steps::http_client_with_id(id));
    let client = Client::builder(SUBSCRIPTION)
        .endpoint(server())
        .options(options);
    client.build().expect("a client")
}

#[test]
fn no_request_id() {
    scenario("AzureXmsRequestClientIdNull", async {
        let client = Client::builder(SUBSCRIPTION).endpoint(server()).build()?;
        let reply = client.x_ms_client_request_id().get().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn request_id() {
    scenario("AzureXmsRequestClientOverwrite", async {
        let reply = client(steps::REQUEST_ID)
            .x_ms_client_request_id()
            .get()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn request_id_in_error() {
    scenario("AzureRequestClientIdInError", async {
        let error = client("another")
            .x_ms_client_request_id()
            .get()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().expect("a reply"), 400);
        assert_eq!(error.request_id(), Some("123"));
        Ok(())
    });
}

#[test]
fn subscription_method_global() {
    scenario("AzureSubscriptionMethodGlobalValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_credentials()
            .post_method_global_valid()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn subscription_method_global_not_provided() {
    scenario("AzureSubscriptionMethodGlobalNotProvidedValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_credentials()
            .post_method_global_not_provided_valid()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn subscription_path_global() {
    scenario("AzureSubscriptionPathGlobalValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_credentials()
            .post_path_global_valid()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn subscription_swagger_global() {
    scenario("AzureSubscriptionSwaggerGlobalValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_credentials()
            .post_swagger_global_valid()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn subscription_method_local() {
    scenario("AzureSubscriptionMethodLocalValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_method()
            .post_method_local_valid(SUBSCRIPTION)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn subscription_path_local() {
    scenario("AzureSubscriptionPathLocalValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_method()
            .post_path_local_valid(SUBSCRIPTION)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn subscription_swagger_local() {
    scenario("AzureSubscriptionSwaggerLocalValid", async {
        let reply = client(steps::REQUEST_ID)
            .subscription_in_method()
            .post_swagger_local_valid(SUBSCRIPTION)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

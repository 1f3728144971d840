//! The scenarios of `required-optional.json`.

use conformance::{scenario, server};
use required_optional_client::Client;
use required_optional_client::models::{
    ArrayOptionalWrapper, ClassOptionalWrapper, IntOptionalWrapper,
};

fn client() -> Client {
    let client = Client::builder("path", "query");
    client.endpoint(server()).build().expect("a client")
}

#[test]
fn explicit_optional_binary_body() {
    scenario("ExplicitOptionalBinaryBody", async {
        client()
            .explicit()
            .put_optional_binary_body()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn explicit_required_binary_body() {
    scenario("ExplicitRequiredBinaryBody", async {
        client()
            .explicit()
            .put_required_binary_body("bytes")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_integer() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_integer_parameter()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_integer_property() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_integer_property()
            .body_parameter(IntOptionalWrapper::default())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_integer_header() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_integer_header()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_string() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_string_parameter()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_string_header() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_string_header()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_class() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_class_parameter()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_class_property() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_class_property()
            .body_parameter(ClassOptionalWrapper::default())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_array() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_array_parameter()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_array_property() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_array_property()
            .body_parameter(ArrayOptionalWrapper::default())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn optional_array_header() {
    scenario("GeneralOptional", async {
        client()
            .explicit()
            .post_optional_array_header()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn implicit_optional_query() {
    scenario("OptionalImplicitQuery", async {
        client().implicit().put_optional_query().send().await?;
        Ok(())
    });
}

#[test]
fn implicit_optional_header() {
    scenario("OptionalImplicitHeader", async {
        client().implicit().put_optional_header().send().await?;
        Ok(())
    });
}

#[test]
fn implicit_optional_body() {
    scenario("OptionalImplicitBody", async {
        client().implicit().put_optional_body().send().await?;
        Ok(())
    });
}

#[test]
fn implicit_optional_binary_body() {
    scenario("ImplicitOptionalBinaryBody", async {
        client()
            .implicit()
            .put_optional_binary_body()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn global_optional_query() {
    scenario("OptionalGlobalQuery", async {
        client()
            .implicit()
            .get_optional_global_query()
            .send()
            .await?;
        Ok(())
    });
}

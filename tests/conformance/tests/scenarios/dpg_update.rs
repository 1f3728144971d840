//! The scenarios of `dpg-update1.json`: what a later version of a service adds.

use conformance::{scenario, scenarios, server};
use dpg_update1_client::models::PostInput;
use dpg_update1_client::operations::params::ParamsPostParametersContentType;
use dpg_update1_client::{Body, Client, Payload};
use serde_json::{Value, json};

fn client() -> Client {
    let client = Client::builder().endpoint(server());
    client.build().expect("a client")
}

fn returned() -> Value {
    json!({ "message": "An object was successfully returned" })
}

#[test]
fn head_with_a_new_parameter() {
    scenario("DPGAddOptionalInput_NoParams", async {
        let client = client();
        let head = client.params().head_no_params().new_parameter("new");
        let reply = head.send().await?;
        assert!(reply.status().is_success());
        Ok(())
    });
}

#[test]
fn get_required_with_a_new_parameter() {
    scenario("DPGAddOptionalInput", async {
        let client = client();
        let get = client.params().get_required("foo").new_parameter("new");
        assert_eq!(get.send().await?.body(), &returned());
        Ok(())
    });
}

#[test]
fn put_required_and_optional_with_a_new_parameter() {
    scenario("DPGAddOptionalInput_RequiredOptionalParam", async {
        let client = client();
        let put = client.params().put_required_optional("foo");
        let put = put.optional_param("bar").new_parameter("new");
        assert_eq!(put.send().await?.body(), &returned());
        Ok(())
    });
}

#[test]
fn get_optional_with_a_new_parameter() {
    scenario("DPGAddOptionalInput_OptionalParam", async {
        let client = client();
        let get = client.params().get_optional().new_parameter("new");
        assert_eq!(get.send().await?.body(), &returned());
        Ok(())
    });
}

#[test]
fn post_json() {
    scenarios(&["DPGNewBodyType", "DPGNewBodyType.JSON"], async {
        let client = client();
        let input = PostInput::new("http://example.org/myimage.jpeg");
        let post = client.params().post_parameters(input);
        assert_eq!(post.send().await?.status(), 200);
        Ok(())
    });
}

#[test]
fn post_an_image() {
    scenarios(&["DPGNewBodyType", "DPGNewBodyType.JPEG"], async {
        let client = client();
        let image = Payload::bytes(Body::from("an image"));
        let post = client.params().post_parameters(image);
        let post = post.content_type(ParamsPostParametersContentType::ImageJpeg);
        assert_eq!(post.send().await?.status(), 200);
        Ok(())
    });
}

#[test]
fn a_new_operation() {
    scenario("DPGAddNewOperation", async {
        let reply = client().params().delete_parameters().send().await?;
        assert_eq!(reply.status().as_u16(), 204);
        Ok(())
    });
}

#[test]
fn a_new_path() {
    scenario("DPGAddNewPath", async {
        let reply = client().params().get_new_operation().send().await?;
        assert_eq!(reply.body(), &returned());
        Ok(())
    });
}

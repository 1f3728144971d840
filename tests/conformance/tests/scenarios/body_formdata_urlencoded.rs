//! The scenarios of `body-formdata-urlencoded.json`.

use body_formdata_urlencoded_client::Client;
use body_formdata_urlencoded_client::models::{PetFood, PetType};
use conformance::{scenario, server};

#[test]
fn update_pet() {
    scenario("UpdatePetWithForm", async {
        Client::builder()
            .endpoint(server())
            .build()?
            .formdataurlencoded()
            .update_pet_with_form(1, PetType::Dog, PetFood::Meat, 42)
            .name("Fido")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn partial_constant_body() {
    scenario("UrlEncodedDataWithPartialConstantBody", async {
        Client::builder()
            .endpoint(server())
            .build()?
            .formdataurlencoded()
            .partial_constant_body("bar", "foo")
            .send()
            .await?;
        Ok(())
    });
}

//! The scenarios of `xms-error-responses.json`.

use conformance::{scenario, server};
use xms_error_responses_client::{Client, Error};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

fn status(error: &Error) -> u16 {
    error.status().expect("a reply").as_u16()
}

#[test]
fn no_error() {
    scenario("expectedNoErrors", async {
        let reply = client().pet().get_pet_by_id("tommy").send().await?;
        let pet = reply.into_body().expect("a pet");
        assert_eq!(pet.name.as_deref(), Some("Tommy Tomson"));
        Ok(())
    });
}

#[test]
fn action_without_error() {
    scenario("expectedNoErrors", async {
        client().pet().do_something("stay").send().await?;
        Ok(())
    });
}

#[test]
fn pet_sad() {
    scenario("expectedPetSadError", async {
        let error = client()
            .pet()
            .do_something("jump")
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 500);
        Ok(())
    });
}

#[test]
fn pet_hungry() {
    scenario("expectedPetHungryError", async {
        let error = client()
            .pet()
            .do_something("fetch")
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 404);
        Ok(())
    });
}

#[test]
fn int_error() {
    scenario("intError", async {
        let error = client()
            .pet()
            .get_pet_by_id("alien123")
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 501);
        Ok(())
    });
}

#[test]
fn string_error() {
    scenario("stringError", async {
        let error = client()
            .pet()
            .get_pet_by_id("ringo")
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn animal_not_found() {
    scenario("animalNotFoundError", async {
        let error = client()
            .pet()
            .get_pet_by_id("coyoteUgly")
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 404);
        Ok(())
    });
}

#[test]
fn link_not_found() {
    scenario("linkNotFoundError", async {
        let error = client()
            .pet()
            .get_pet_by_id("weirdAlYankovic")
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 404);
        Ok(())
    });
}

#[test]
fn parameter_named_models() {
    scenario("sendErrorWithParamNameModels", async {
        let error = client().pet().has_models_param().send().await.unwrap_err();
        assert_eq!(status(&error), 500);
        Ok(())
    });
}

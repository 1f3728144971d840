//! The scenarios of `extensible-enums-swagger.json`.

use conformance::{scenario, server};
use extensible_enums_swagger_client::Client;
use extensible_enums_swagger_client::models::{DaysOfWeekExtensibleEnum, IntEnum, Pet};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn expected() {
    scenario("expectedEnum", async {
        let reply = client().pet().get_by_pet_id("tommy").send().await?;
        assert_eq!(
            reply.body().days_of_week,
            Some(DaysOfWeekExtensibleEnum::Monday)
        );
        assert_eq!(reply.body().int_enum, IntEnum::N1);
        Ok(())
    });
}

#[test]
fn unexpected() {
    scenario("unexpectedEnum", async {
        let reply = client().pet().get_by_pet_id("casper").send().await?;
        let weekend = DaysOfWeekExtensibleEnum::Unknown("Weekend".to_owned());
        assert_eq!(reply.body().days_of_week, Some(weekend));
        Ok(())
    });
}

#[test]
fn allowed_value() {
    scenario("allowedValueEnum", async {
        let reply = client().pet().get_by_pet_id("scooby").send().await?;
        assert_eq!(
            reply.body().days_of_week,
            Some(DaysOfWeekExtensibleEnum::Thursday)
        );
        assert_eq!(reply.body().int_enum, IntEnum::Unknown("2.1".to_owned()));
        Ok(())
    });
}

#[test]
fn round_trip() {
    scenario("roundTripEnum", async {
        let reply = client()
            .pet()
            .add_pet()
            .pet_param(Pet {
                name: Some("Retriever".to_owned()),
                ..Pet::new(IntEnum::N3)
            })
            .send()
            .await?;
        assert_eq!(reply.body().int_enum, IntEnum::N3);
        Ok(())
    });
}

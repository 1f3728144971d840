//! The scenarios of `additionalProperties.json`.

use additionalproperties_client::Client;
use additionalproperties_client::models::{
    CatApTrue, PetApInProperties, PetApInPropertiesWithApString, PetApObject, PetApString,
    PetApTrue,
};
use conformance::{scenario, server};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

/// Properties that the document does not name.
fn others<T, const N: usize>(pairs: [(&str, T); N]) -> BTreeMap<String, T> {
    pairs.map(|(key, value)| (key.to_owned(), value)).into()
}

fn birthdate_and_color() -> BTreeMap<String, Value> {
    others([
        ("birthdate", json!("2017-12-13T02:29:51Z")),
        ("complexProperty", json!({ "color": "Red" })),
    ])
}

fn texts<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    others(pairs.map(|(key, value)| (key, value.to_owned())))
}

fn sizes() -> BTreeMap<String, f64> {
    others([("height", 5.61), ("weight", 599.0), ("footsize", 11.5)])
}

#[test]
fn any() {
    scenario("additionalPropertiesTrue", async {
        let reply = client()
            .pets()
            .create_ap_true(PetApTrue {
                name: Some("Puppy".to_owned()),
                additional_properties: birthdate_and_color(),
                ..PetApTrue::new(1)
            })
            .send()
            .await?;
        assert_eq!(reply.body().status, Some(true));
        assert_eq!(reply.body().additional_properties, birthdate_and_color());
        Ok(())
    });
}

#[test]
fn any_in_subclass() {
    scenario("additionalPropertiesSubclass", async {
        let reply = client()
            .pets()
            .create_cat_ap_true(CatApTrue {
                name: Some("Lisa".to_owned()),
                friendly: Some(true),
                additional_properties: birthdate_and_color(),
                ..CatApTrue::new(1)
            })
            .send()
            .await?;
        assert_eq!(reply.body().friendly, Some(true));
        assert_eq!(reply.body().additional_properties, birthdate_and_color());
        Ok(())
    });
}

#[test]
fn objects() {
    scenario("additionalPropertiesTypeObject", async {
        let reply = client().pets().create_ap_object(PetApObject { name: Some("Hira".to_owned()), additional_properties: others([("siblings", json!([{ "id": 1, "name": "Puppy", "birthdate": "2017-12-13T02:29:51Z", "complexProperty": { "color": "Red" } }])), ("picture", json!("//////4="))]), ..PetApObject::new(2) }).send().await?;
        assert_eq!(reply.body().additional_properties.len(), 2);
        Ok(())
    });
}

#[test]
fn strings() {
    scenario("additionalPropertiesTypeString", async {
        let reply = client()
            .pets()
            .create_ap_string(PetApString {
                name: Some("Tommy".to_owned()),
                additional_properties: texts([
                    ("color", "red"),
                    ("weight", "10 kg"),
                    ("city", "Bombay"),
                ]),
                ..PetApString::new(3)
            })
            .send()
            .await?;
        assert_eq!(
            reply
                .body()
                .additional_properties
                .get("city")
                .map(String::as_str),
            Some("Bombay")
        );
        Ok(())
    });
}

#[test]
fn in_properties() {
    scenario("additionalPropertiesInProperties", async {
        let reply = client()
            .pets()
            .create_ap_in_properties(PetApInProperties {
                name: Some("Bunny".to_owned()),
                additional_properties: Some(sizes()),
                ..PetApInProperties::new(4)
            })
            .send()
            .await?;
        assert_eq!(reply.body().additional_properties, Some(sizes()));
        Ok(())
    });
}

#[test]
fn in_properties_with_strings() {
    scenario("additionalPropertiesInPropertiesWithAPTypeString", async {
        let reply = client()
            .pets()
            .create_ap_in_properties_with_ap_string(PetApInPropertiesWithApString {
                name: Some("Funny".to_owned()),
                additional_properties: Some(sizes()),
                additional_properties2: texts([
                    ("color", "red"),
                    ("city", "Seattle"),
                    ("food", "tikka masala"),
                ]),
                ..PetApInPropertiesWithApString::new(5, "westus")
            })
            .send()
            .await?;
        assert_eq!(reply.body().additional_properties, Some(sizes()));
        assert_eq!(reply.body().odata_location, "westus");
        Ok(())
    });
}

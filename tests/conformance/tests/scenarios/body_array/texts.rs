//! Arrays of texts and enums.

use super::client;
use body_array_client::ErrorKind;
use body_array_client::models::FooEnum;
use body_array_client::models::{
    ArrayGetStringEnumValidResponseItem as GetItem, ArrayPutStringEnumValidArrayBodyItem as PutItem,
};
use conformance::scenario;

const UUIDS: [&str; 3] = [
    "6dcc7237-45fe-45c4-8a6b-3a8a3f625652",
    "d1399005-30f7-40d6-8da6-dd7c89ad34db",
    "f42f6aa1-a5bc-4ddf-907e-5f915de43205",
];

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[test]
fn get_string() {
    scenario("getArrayStringValid", async {
        let reply = client().array().get_string_valid().send().await?;
        assert_eq!(reply.body(), &["foo1", "foo2", "foo3"]);
        Ok(())
    });
}

#[test]
fn put_string() {
    scenario("putArrayStringValid", async {
        client()
            .array()
            .put_string_valid(owned(&["foo1", "foo2", "foo3"]))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_string_with_null() {
    scenario("getArrayStringWithNull", async {
        let reply = client().array().get_string_with_null().send().await?;
        let expected = [Some("foo".to_owned()), None, Some("foo2".to_owned())];
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn get_string_with_number() {
    scenario("getArrayStringWithNumber", async {
        let error = client()
            .array()
            .get_string_with_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_enum() {
    scenario("getArrayEnumValid", async {
        let reply = client().array().get_enum_valid().send().await?;
        assert_eq!(reply.body(), &[FooEnum::Foo1, FooEnum::Foo2, FooEnum::Foo3]);
        Ok(())
    });
}

#[test]
fn put_enum() {
    scenario("putArrayEnumValid", async {
        client()
            .array()
            .put_enum_valid(vec![FooEnum::Foo1, FooEnum::Foo2, FooEnum::Foo3])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_string_enum() {
    scenario("getArrayStringEnumValid", async {
        let reply = client().array().get_string_enum_valid().send().await?;
        assert_eq!(reply.body(), &[GetItem::Foo1, GetItem::Foo2, GetItem::Foo3]);
        Ok(())
    });
}

#[test]
fn put_string_enum() {
    scenario("putArrayStringEnumValid", async {
        client()
            .array()
            .put_string_enum_valid(vec![PutItem::Foo1, PutItem::Foo2, PutItem::Foo3])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_uuid() {
    scenario("getArrayUuidValid", async {
        let reply = client().array().get_uuid_valid().send().await?;
        assert_eq!(reply.body(), &UUIDS);
        Ok(())
    });
}

#[test]
fn put_uuid() {
    scenario("putArrayUuidValid", async {
        client()
            .array()
            .put_uuid_valid(owned(&UUIDS))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_uuid_with_invalid_characters() {
    scenario("getArrayUuidWithInvalidChars", async {
        let reply = client().array().get_uuid_invalid_chars().send().await?;
        assert_eq!(
            reply.body(),
            &["6dcc7237-45fe-45c4-8a6b-3a8a3f625652", "foo"]
        );
        Ok(())
    });
}

#[test]
fn get_duration() {
    scenario("getArrayDurationValid", async {
        let reply = client().array().get_duration_valid().send().await?;
        assert_eq!(reply.body(), &["P123DT22H14M12.011S", "P5DT1H0M0S"]);
        Ok(())
    });
}

#[test]
fn put_duration() {
    scenario("putArrayDurationValid", async {
        client()
            .array()
            .put_duration_valid(owned(&["P123DT22H14M12.011S", "P5DT1H"]))
            .send()
            .await?;
        Ok(())
    });
}

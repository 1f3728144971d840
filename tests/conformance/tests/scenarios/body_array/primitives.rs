//! Arrays of plain values.

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
fn get_null() {
    scenario("getArrayNull", async {
        let error = client().array().get_null().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getArrayInvalid", async {
        let error = client().array().get_invalid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_empty() {
    scenario("getArrayEmpty", async {
        let reply = client().array().get_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn put_empty() {
    scenario("putArrayEmpty", async {
        client().array().put_empty(Vec::new()).send().await?;
        Ok(())
    });
}

#[test]
fn get_boolean() {
    scenario("getArrayBooleanValid", async {
        let reply = client().array().get_boolean_tfft().send().await?;
        assert_eq!(reply.body(), &[true, false, false, true]);
        Ok(())
    });
}

#[test]
fn put_boolean() {
    scenario("putArrayBooleanValid", async {
        client()
            .array()
            .put_boolean_tfft(vec![true, false, false, true])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_boolean_with_null() {
    scenario("getArrayBooleanWithNull", async {
        let error = client()
            .array()
            .get_boolean_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_boolean_with_string() {
    scenario("getArrayBooleanWithString", async {
        let error = client()
            .array()
            .get_boolean_invalid_string()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_integer() {
    scenario("getArrayIntegerValid", async {
        let reply = client().array().get_integer_valid().send().await?;
        assert_eq!(reply.body(), &[1, -1, 3, 300]);
        Ok(())
    });
}

#[test]
fn put_integer() {
    scenario("putArrayIntegerValid", async {
        client()
            .array()
            .put_integer_valid(vec![1, -1, 3, 300])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_integer_with_null() {
    scenario("getArrayIntegerWithNull", async {
        let error = client()
            .array()
            .get_int_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_integer_with_string() {
    scenario("getArrayIntegerWithString", async {
        let error = client()
            .array()
            .get_int_invalid_string()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_long() {
    scenario("getArrayLongValid", async {
        let reply = client().array().get_long_valid().send().await?;
        assert_eq!(reply.body(), &[1, -1, 3, 300]);
        Ok(())
    });
}

#[test]
fn put_long() {
    scenario("putArrayLongValid", async {
        client()
            .array()
            .put_long_valid(vec![1, -1, 3, 300])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_long_with_null() {
    scenario("getArrayLongWithNull", async {
        let error = client()
            .array()
            .get_long_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_long_with_string() {
    scenario("getArrayLongWithString", async {
        let error = client()
            .array()
            .get_long_invalid_string()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_float() {
    scenario("getArrayFloatValid", async {
        let reply = client().array().get_float_valid().send().await?;
        assert_eq!(reply.body(), &[0.0, -0.01, -1.2e20]);
        Ok(())
    });
}

#[test]
fn put_float() {
    scenario("putArrayFloatValid", async {
        client()
            .array()
            .put_float_valid(vec![0.0, -0.01, -1.2e20])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_float_with_null() {
    scenario("getArrayFloatWithNull", async {
        let error = client()
            .array()
            .get_float_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_float_with_string() {
    scenario("getArrayFloatWithString", async {
        let error = client()
            .array()
            .get_float_invalid_string()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_double() {
    scenario("getArrayDoubleValid", async {
        let reply = client().array().get_double_valid().send().await?;
        assert_eq!(reply.body(), &[0.0, -0.01, -1.2e20]);
        Ok(())
    });
}

#[test]
fn put_double() {
    scenario("putArrayDoubleValid", async {
        client()
            .array()
            .put_double_valid(vec![0.0, -0.01, -1.2e20])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_double_with_null() {
    scenario("getArrayDoubleWithNull", async {
        let error = client()
            .array()
            .get_double_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_double_with_string() {
    scenario("getArrayDoubleWithString", async {
        let error = client()
            .array()
            .get_double_invalid_string()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
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

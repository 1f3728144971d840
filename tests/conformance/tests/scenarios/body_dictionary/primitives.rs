//! Dictionaries of truth values and numbers, and their edges.

use super::{client, dictionary, numbered};
use body_dictionary_client::ErrorKind;
use conformance::scenario;
use std::collections::BTreeMap;

#[test]
fn get_null() {
    scenario("getDictionaryNull", async {
        let error = client().dictionary().get_null().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_empty() {
    scenario("getDictionaryEmpty", async {
        let reply = client().dictionary().get_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn put_empty() {
    scenario("putDictionaryEmpty", async {
        client()
            .dictionary()
            .put_empty(BTreeMap::new())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_null_value() {
    scenario("getDictionaryNullValue", async {
        let error = client()
            .dictionary()
            .get_null_value()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_null_key() {
    scenario("getDictionaryNullkey", async {
        let error = client()
            .dictionary()
            .get_null_key()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_empty_key() {
    scenario("getDictionaryKeyEmptyString", async {
        let reply = client().dictionary().get_empty_string_key().send().await?;
        assert_eq!(reply.body(), &dictionary([("", "val1".to_owned())]));
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getDictionaryInvalid", async {
        let error = client()
            .dictionary()
            .get_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_boolean() {
    scenario("getDictionaryBooleanValid", async {
        let reply = client().dictionary().get_boolean_tfft().send().await?;
        assert_eq!(reply.body(), &numbered([true, false, false, true]));
        Ok(())
    });
}

#[test]
fn put_boolean() {
    scenario("putDictionaryBooleanValid", async {
        client()
            .dictionary()
            .put_boolean_tfft(numbered([true, false, false, true]))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_boolean_with_null() {
    scenario("getDictionaryBooleanWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryBooleanWithString", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryIntegerValid", async {
        let reply = client().dictionary().get_integer_valid().send().await?;
        assert_eq!(reply.body(), &numbered([1, -1, 3, 300]));
        Ok(())
    });
}

#[test]
fn put_integer() {
    scenario("putDictionaryIntegerValid", async {
        client()
            .dictionary()
            .put_integer_valid(numbered([1, -1, 3, 300]))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_integer_with_null() {
    scenario("getDictionaryIntegerWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryIntegerWithString", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryLongValid", async {
        let reply = client().dictionary().get_long_valid().send().await?;
        assert_eq!(reply.body(), &numbered([1, -1, 3, 300]));
        Ok(())
    });
}

#[test]
fn put_long() {
    scenario("putDictionaryLongValid", async {
        client()
            .dictionary()
            .put_long_valid(numbered([1, -1, 3, 300]))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_long_with_null() {
    scenario("getDictionaryLongWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryLongWithString", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryFloatValid", async {
        let reply = client().dictionary().get_float_valid().send().await?;
        assert_eq!(reply.body(), &numbered([0.0, -0.01, -1.2e20]));
        Ok(())
    });
}

#[test]
fn put_float() {
    scenario("putDictionaryFloatValid", async {
        client()
            .dictionary()
            .put_float_valid(numbered([0.0, -0.01, -1.2e20]))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_float_with_null() {
    scenario("getDictionaryFloatWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryFloatWithString", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDoubleValid", async {
        let reply = client().dictionary().get_double_valid().send().await?;
        assert_eq!(reply.body(), &numbered([0.0, -0.01, -1.2e20]));
        Ok(())
    });
}

#[test]
fn put_double() {
    scenario("putDictionaryDoubleValid", async {
        client()
            .dictionary()
            .put_double_valid(numbered([0.0, -0.01, -1.2e20]))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_double_with_null() {
    scenario("getDictionaryDoubleWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDoubleWithString", async {
        let error = client()
            .dictionary()
            .get_double_invalid_string()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

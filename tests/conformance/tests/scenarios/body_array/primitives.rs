//! Arrays of truth values and numbers.

use super::client;
use body_array_client::ErrorKind;
use conformance::scenario;

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

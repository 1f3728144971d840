//! The scenarios of `body-number.json`.

use body_number_client::models::{
    NumberGetBigDecimalNegativeDecimalResponse as BigNegativeDecimal,
    NumberGetBigDecimalPositiveDecimalResponse as BigPositiveDecimal,
    NumberGetBigDecimalResponse as BigDecimal,
    NumberGetBigDoubleNegativeDecimalResponse as BigNegativeDouble,
    NumberGetBigDoublePositiveDecimalResponse as BigPositiveDouble,
    NumberGetBigDoubleResponse as BigDouble, NumberGetBigFloatResponse as BigFloat,
    NumberGetSmallDecimalResponse as SmallDecimal, NumberGetSmallDoubleResponse as SmallDouble,
    NumberGetSmallFloatResponse as SmallFloat,
    NumberPutBigDecimalNegativeDecimalNumberBody as PutBigNegativeDecimal,
    NumberPutBigDecimalPositiveDecimalNumberBody as PutBigPositiveDecimal,
    NumberPutBigDoubleNegativeDecimalNumberBody as PutBigNegativeDouble,
    NumberPutBigDoublePositiveDecimalNumberBody as PutBigPositiveDouble,
};
use body_number_client::{Client, ErrorKind};
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_null() {
    scenario("getNumberNull", async {
        let reply = client().number().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_invalid_float() {
    scenario("getFloatInvalid", async {
        let error = client()
            .number()
            .get_invalid_float()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_invalid_double() {
    scenario("getDoubleInvalid", async {
        let error = client()
            .number()
            .get_invalid_double()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_invalid_decimal() {
    scenario("getDecimalInvalid", async {
        let error = client()
            .number()
            .get_invalid_decimal()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_big_float() {
    scenario("putFloatBigScientificNotation", async {
        client().number().put_big_float(3.402_823e20).send().await?;
        Ok(())
    });
}

#[test]
fn get_big_float() {
    scenario("getFloatBigScientificNotation", async {
        let reply = client().number().get_big_float().send().await?;
        assert_eq!(reply.body(), &BigFloat::N3_402823e20);
        Ok(())
    });
}

#[test]
fn put_big_double() {
    scenario("putDoubleBigScientificNotation", async {
        client()
            .number()
            .put_big_double(2.597_693_1e101)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_big_double() {
    scenario("getDoubleBigScientificNotation", async {
        let reply = client().number().get_big_double().send().await?;
        assert_eq!(reply.body(), &BigDouble::N2_5976931e101);
        Ok(())
    });
}

#[test]
fn put_big_positive_double() {
    scenario("putDoubleBigPositiveDecimal", async {
        client()
            .number()
            .put_big_double_positive_decimal(PutBigPositiveDouble::N99999999_99)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_big_positive_double() {
    scenario("getDoubleBigPositiveDecimal", async {
        let reply = client()
            .number()
            .get_big_double_positive_decimal()
            .send()
            .await?;
        assert_eq!(reply.body(), &BigPositiveDouble::N99999999_99);
        Ok(())
    });
}

#[test]
fn put_big_negative_double() {
    scenario("putDoubleBigNegativeDecimal", async {
        client()
            .number()
            .put_big_double_negative_decimal(PutBigNegativeDouble::Minus99999999_99)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_big_negative_double() {
    scenario("getDoubleBigNegativeDecimal", async {
        let reply = client()
            .number()
            .get_big_double_negative_decimal()
            .send()
            .await?;
        assert_eq!(reply.body(), &BigNegativeDouble::Minus99999999_99);
        Ok(())
    });
}

#[test]
fn put_big_decimal() {
    scenario("putDecimalBig", async {
        client()
            .number()
            .put_big_decimal(2.597_693_1e101)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_big_decimal() {
    scenario("getDecimalBig", async {
        let reply = client().number().get_big_decimal().send().await?;
        assert_eq!(reply.body(), &BigDecimal::N2_5976931e101);
        Ok(())
    });
}

#[test]
fn put_big_positive_decimal() {
    scenario("putDecimalBigPositiveDecimal", async {
        client()
            .number()
            .put_big_decimal_positive_decimal(PutBigPositiveDecimal::N99999999_99)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_big_positive_decimal() {
    scenario("getDecimalBigPositiveDecimal", async {
        let reply = client()
            .number()
            .get_big_decimal_positive_decimal()
            .send()
            .await?;
        assert_eq!(reply.body(), &BigPositiveDecimal::N99999999_99);
        Ok(())
    });
}

#[test]
fn put_big_negative_decimal() {
    scenario("putDecimalBigNegativeDecimal", async {
        client()
            .number()
            .put_big_decimal_negative_decimal(PutBigNegativeDecimal::Minus99999999_99)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_big_negative_decimal() {
    scenario("getDecimalBigNegativeDecimal", async {
        let reply = client()
            .number()
            .get_big_decimal_negative_decimal()
            .send()
            .await?;
        assert_eq!(reply.body(), &BigNegativeDecimal::Minus99999999_99);
        Ok(())
    });
}

#[test]
fn put_small_float() {
    scenario("putFloatSmallScientificNotation", async {
        client()
            .number()
            .put_small_float(3.402_823e-20)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_small_float() {
    scenario("getFloatSmallScientificNotation", async {
        let reply = client().number().get_small_float().send().await?;
        assert_eq!(reply.body(), &SmallFloat::N3_402823e20);
        Ok(())
    });
}

#[test]
fn put_small_double() {
    scenario("putDoubleSmallScientificNotation", async {
        client()
            .number()
            .put_small_double(2.597_693_1e-101)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_small_double() {
    scenario("getDoubleSmallScientificNotation", async {
        let reply = client().number().get_small_double().send().await?;
        assert_eq!(reply.body(), &SmallDouble::N2_5976931e101);
        Ok(())
    });
}

#[test]
fn put_small_decimal() {
    scenario("putDecimalSmall", async {
        client()
            .number()
            .put_small_decimal(2.597_693_1e-101)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_small_decimal() {
    scenario("getDecimalSmall", async {
        let reply = client().number().get_small_decimal().send().await?;
        assert_eq!(reply.body(), &SmallDecimal::N2_5976931e101);
        Ok(())
    });
}

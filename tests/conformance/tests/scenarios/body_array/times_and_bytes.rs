//! Arrays of dates, times and bytes.

use super::client;
use body_array_client::{Base64, Base64Url, Date, DateTime, ErrorKind, HttpDate};
use conformance::scenario;
use time::macros::{date, datetime};

fn dates() -> Vec<Date> {
    vec![
        Date(date!(2000 - 12 - 01)),
        Date(date!(1980 - 01 - 02)),
        Date(date!(1492 - 10 - 12)),
    ]
}

fn http_dates() -> Vec<HttpDate> {
    vec![
        HttpDate(datetime!(2000-12-01 00:00:01 UTC)),
        HttpDate(datetime!(1980-01-02 00:11:35 UTC)),
        HttpDate(datetime!(1492-10-12 10:15:01 UTC)),
    ]
}

fn bytes() -> Vec<Base64> {
    vec![
        Base64::from(vec![255, 255, 255, 250]),
        Base64::from(vec![1, 2, 3]),
        Base64::from(vec![37, 41, 67]),
    ]
}

#[test]
fn get_date() {
    scenario("getArrayDateValid", async {
        let reply = client().array().get_date_valid().send().await?;
        assert_eq!(reply.body(), &dates());
        Ok(())
    });
}

#[test]
fn put_date() {
    scenario("putArrayDateValid", async {
        client().array().put_date_valid(dates()).send().await?;
        Ok(())
    });
}

#[test]
fn get_date_with_null() {
    scenario("getArrayDateWithNull", async {
        let error = client()
            .array()
            .get_date_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_date_with_invalid_characters() {
    scenario("getArrayDateWithInvalidChars", async {
        let error = client()
            .array()
            .get_date_invalid_chars()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_date_time() {
    scenario("getArrayDateTimeValid", async {
        let reply = client().array().get_date_time_valid().send().await?;
        let expected = [
            DateTime(datetime!(2000-12-01 00:00:01 UTC)),
            DateTime(datetime!(1980-01-02 00:11:35 +01:00)),
            DateTime(datetime!(1492-10-12 10:15:01 -08:00)),
        ];
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn put_date_time() {
    scenario("putArrayDateTimeValid", async {
        client()
            .array()
            .put_date_time_valid(vec![
                DateTime(datetime!(2000-12-01 00:00:01 UTC)),
                DateTime(datetime!(1980-01-02 00:11:35 UTC)),
                DateTime(datetime!(1492-10-12 10:15:01 UTC)),
            ])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_date_time_with_null() {
    scenario("getArrayDateTimeWithNull", async {
        let error = client()
            .array()
            .get_date_time_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_date_time_with_invalid_characters() {
    scenario("getArrayDateTimeWithInvalidChars", async {
        let error = client()
            .array()
            .get_date_time_invalid_chars()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_date_time_rfc1123() {
    scenario("getArrayDateTimeRfc1123Valid", async {
        let reply = client()
            .array()
            .get_date_time_rfc1123_valid()
            .send()
            .await?;
        assert_eq!(reply.body(), &http_dates());
        Ok(())
    });
}

#[test]
fn put_date_time_rfc1123() {
    scenario("putArrayDateTimeRfc1123Valid", async {
        client()
            .array()
            .put_date_time_rfc1123_valid(http_dates())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_byte() {
    scenario("getArrayByteValid", async {
        let reply = client().array().get_byte_valid().send().await?;
        assert_eq!(reply.body(), &bytes());
        Ok(())
    });
}

#[test]
fn put_byte() {
    scenario("putArrayByteValid", async {
        client().array().put_byte_valid(bytes()).send().await?;
        Ok(())
    });
}

#[test]
fn get_byte_with_null() {
    scenario("getArrayByteWithNull", async {
        let error = client()
            .array()
            .get_byte_invalid_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_base64_url() {
    scenario("getArrayBase64Url", async {
        let reply = client().array().get_base64_url().send().await?;
        let expected = [
            "a string that gets encoded with base64url",
            "test string",
            "Lorem ipsum",
        ];
        let expected = expected.map(|text| Base64Url::from(text.as_bytes().to_vec()));
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

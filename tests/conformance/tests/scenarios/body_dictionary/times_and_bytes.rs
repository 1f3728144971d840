//! Dictionaries of dates, times and bytes.

use super::{client, numbered};
use body_dictionary_client::{Base64, Base64Url, Date, DateTime, ErrorKind, HttpDate};
use conformance::scenario;
use std::collections::BTreeMap;
use time::macros::{date, datetime};

fn dates() -> BTreeMap<String, Date> {
    numbered([
        Date(date!(2000 - 12 - 01)),
        Date(date!(1980 - 01 - 02)),
        Date(date!(1492 - 10 - 12)),
    ])
}

fn date_times() -> BTreeMap<String, DateTime> {
    numbered([
        DateTime(datetime!(2000-12-01 00:00:01 UTC)),
        DateTime(datetime!(1980-01-01 23:11:35 UTC)),
        DateTime(datetime!(1492-10-12 18:15:01 UTC)),
    ])
}

fn http_dates() -> BTreeMap<String, HttpDate> {
    numbered([
        HttpDate(datetime!(2000-12-01 00:00:01 UTC)),
        HttpDate(datetime!(1980-01-02 00:11:35 UTC)),
        HttpDate(datetime!(1492-10-12 10:15:01 UTC)),
    ])
}

fn bytes() -> BTreeMap<String, Base64> {
    numbered([
        Base64::from(vec![255, 255, 255, 250]),
        Base64::from(vec![1, 2, 3]),
        Base64::from(vec![37, 41, 67]),
    ])
}

#[test]
fn get_date() {
    scenario("getDictionaryDateValid", async {
        let reply = client().dictionary().get_date_valid().send().await?;
        assert_eq!(reply.body(), &dates());
        Ok(())
    });
}

#[test]
fn put_date() {
    scenario("putDictionaryDateValid", async {
        client().dictionary().put_date_valid(dates()).send().await?;
        Ok(())
    });
}

#[test]
fn get_date_with_null() {
    scenario("getDictionaryDateWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDateWithInvalidChars", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDateTimeValid", async {
        let reply = client().dictionary().get_date_time_valid().send().await?;
        assert_eq!(reply.body(), &date_times());
        Ok(())
    });
}

#[test]
fn put_date_time() {
    scenario("putDictionaryDateTimeValid", async {
        client()
            .dictionary()
            .put_date_time_valid(date_times())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_date_time_with_null() {
    scenario("getDictionaryDateTimeWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDateTimeWithInvalidChars", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDateTimeRfc1123Valid", async {
        let reply = client()
            .dictionary()
            .get_date_time_rfc1123_valid()
            .send()
            .await?;
        assert_eq!(reply.body(), &http_dates());
        Ok(())
    });
}

#[test]
fn put_date_time_rfc1123() {
    scenario("putDictionaryDateTimeRfc1123Valid", async {
        client()
            .dictionary()
            .put_date_time_rfc1123_valid(http_dates())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_byte() {
    scenario("getDictionaryByteValid", async {
        let reply = client().dictionary().get_byte_valid().send().await?;
        assert_eq!(reply.body(), &bytes());
        Ok(())
    });
}

#[test]
fn put_byte() {
    scenario("putDictionaryByteValid", async {
        client().dictionary().put_byte_valid(bytes()).send().await?;
        Ok(())
    });
}

#[test]
fn get_byte_with_null() {
    scenario("getDictionaryByteWithNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryBase64Url", async {
        let reply = client().dictionary().get_base64_url().send().await?;
        let expected = [
            "a string that gets encoded with base64url",
            "test string",
            "Lorem ipsum",
        ];
        assert_eq!(
            reply.body(),
            &numbered(expected.map(|text| Base64Url::from(text.as_bytes().to_vec())))
        );
        Ok(())
    });
}

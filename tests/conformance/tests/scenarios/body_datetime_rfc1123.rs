//! The scenarios of `body-datetime-rfc1123.json`.

use body_datetime_rfc1123_client::{Client, ErrorKind, HttpDate};
use conformance::{scenario, server};
use time::macros::datetime;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_null() {
    scenario("getDateTimeRfc1123Null", async {
        let reply = client().datetimerfc1123().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getDateTimeRfc1123Invalid", async {
        let error = client()
            .datetimerfc1123()
            .get_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_overflow() {
    scenario("getDateTimeRfc1123Overflow", async {
        let error = client()
            .datetimerfc1123()
            .get_overflow()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_underflow() {
    scenario("getDateTimeRfc1123Underflow", async {
        let error = client()
            .datetimerfc1123()
            .get_underflow()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_max() {
    scenario("putDateTimeRfc1123Max", async {
        client()
            .datetimerfc1123()
            .put_utc_max_date_time(HttpDate(datetime!(9999-12-31 23:59:59 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_max_lowercase() {
    scenario("getDateTimeRfc1123MaxUtcLowercase", async {
        let reply = client()
            .datetimerfc1123()
            .get_utc_lowercase_max_date_time()
            .send()
            .await?;
        assert_eq!(reply.body(), &HttpDate(datetime!(9999-12-31 23:59:59 UTC)));
        Ok(())
    });
}

#[test]
fn get_max_uppercase() {
    scenario("getDateTimeRfc1123MaxUtcUppercase", async {
        let reply = client()
            .datetimerfc1123()
            .get_utc_uppercase_max_date_time()
            .send()
            .await?;
        assert_eq!(reply.body(), &HttpDate(datetime!(9999-12-31 23:59:59 UTC)));
        Ok(())
    });
}

#[test]
fn put_min() {
    scenario("putDateTimeRfc1123Min", async {
        client()
            .datetimerfc1123()
            .put_utc_min_date_time(HttpDate(datetime!(0001-01-01 0:00 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_min() {
    scenario("getDateTimeRfc1123MinUtc", async {
        let reply = client()
            .datetimerfc1123()
            .get_utc_min_date_time()
            .send()
            .await?;
        assert_eq!(reply.body(), &HttpDate(datetime!(0001-01-01 0:00 UTC)));
        Ok(())
    });
}

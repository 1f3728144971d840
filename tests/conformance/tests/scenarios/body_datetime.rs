//! The scenarios of `body-datetime.json`.

use body_datetime_client::models::DatetimeGetUtcMinDateTimeResponse;
use body_datetime_client::{Client, DateTime, ErrorKind};
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
    scenario("getDateTimeNull", async {
        let reply = client().datetime().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getDateTimeInvalid", async {
        let error = client().datetime().get_invalid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_overflow() {
    scenario("getDateTimeOverflow", async {
        let reply = client().datetime().get_overflow().send().await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 -14:00))
        );
        Ok(())
    });
}

#[test]
fn get_underflow() {
    scenario("getDateTimeUnderflow", async {
        let error = client()
            .datetime()
            .get_underflow()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_max_utc() {
    scenario("putDateTimeMaxUtc", async {
        client()
            .datetime()
            .put_utc_max_date_time(DateTime(datetime!(9999-12-31 23:59:59.999 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn put_max_utc_seven_digits() {
    scenario("putDateTimeMaxUtc7MS", async {
        client()
            .datetime()
            .put_utc_max_date_time7_digits(DateTime(datetime!(9999-12-31 23:59:59.9999999 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_max_utc_lowercase() {
    scenario("getDateTimeMaxUtcLowercase", async {
        let reply = client()
            .datetime()
            .get_utc_lowercase_max_date_time()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 UTC))
        );
        Ok(())
    });
}

#[test]
fn get_max_utc_uppercase() {
    scenario("getDateTimeMaxUtcUppercase", async {
        let reply = client()
            .datetime()
            .get_utc_uppercase_max_date_time()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 UTC))
        );
        Ok(())
    });
}

#[test]
fn get_max_utc_seven_digits() {
    scenario("getDateTimeMaxUtc7MSUppercase", async {
        let reply = client()
            .datetime()
            .get_utc_uppercase_max_date_time7_digits()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.9999999 UTC))
        );
        Ok(())
    });
}

#[test]
fn put_max_positive_offset() {
    scenario("putDateTimeMaxLocalPositiveOffset", async {
        client()
            .datetime()
            .put_local_positive_offset_max_date_time(DateTime(
                datetime!(9999-12-31 23:59:59.999 +14:00),
            ))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_max_positive_offset_lowercase() {
    scenario("getDateTimeMaxLocalPositiveOffsetLowercase", async {
        let reply = client()
            .datetime()
            .get_local_positive_offset_lowercase_max_date_time()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 +14:00))
        );
        Ok(())
    });
}

#[test]
fn get_max_positive_offset_uppercase() {
    scenario("getDateTimeMaxLocalPositiveOffsetUppercase", async {
        let reply = client()
            .datetime()
            .get_local_positive_offset_uppercase_max_date_time()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 +14:00))
        );
        Ok(())
    });
}

#[test]
fn put_max_negative_offset() {
    scenario("putDateTimeMaxLocalNegativeOffset", async {
        client()
            .datetime()
            .put_local_negative_offset_max_date_time(DateTime(
                datetime!(9999-12-31 23:59:59.999 -14:00),
            ))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_max_negative_offset_lowercase() {
    scenario("getDateTimeMaxLocalNegativeOffsetLowercase", async {
        let reply = client()
            .datetime()
            .get_local_negative_offset_lowercase_max_date_time()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 -14:00))
        );
        Ok(())
    });
}

#[test]
fn get_max_negative_offset_uppercase() {
    scenario("getDateTimeMaxLocalNegativeOffsetUppercase", async {
        let reply = client()
            .datetime()
            .get_local_negative_offset_uppercase_max_date_time()
            .send()
            .await?;
        assert_eq!(
            reply.body(),
            &DateTime(datetime!(9999-12-31 23:59:59.999 -14:00))
        );
        Ok(())
    });
}

#[test]
fn put_min_utc() {
    scenario("putDateTimeMinUtc", async {
        client()
            .datetime()
            .put_utc_min_date_time(DateTime(datetime!(0001-01-01 0:00 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_min_utc() {
    scenario("getDateTimeMinUtc", async {
        let reply = client().datetime().get_utc_min_date_time().send().await?;
        assert_eq!(
            reply.body(),
            &DatetimeGetUtcMinDateTimeResponse::N0001_01_01t00_00_00z
        );
        Ok(())
    });
}

#[test]
fn put_min_positive_offset() {
    scenario("putDateTimeMinLocalPositiveOffset", async {
        client()
            .datetime()
            .put_local_positive_offset_min_date_time(DateTime(datetime!(0001-01-01 0:00 +14:00)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_min_positive_offset() {
    scenario("getDateTimeMinLocalPositiveOffset", async {
        let reply = client()
            .datetime()
            .get_local_positive_offset_min_date_time()
            .send()
            .await?;
        let min = datetime!(0001-01-01 0:00 +14:00);
        assert_eq!(reply.body(), &DateTime(min));
        Ok(())
    });
}

#[test]
fn put_min_negative_offset() {
    scenario("putDateTimeMinLocalNegativeOffset", async {
        client()
            .datetime()
            .put_local_negative_offset_min_date_time(DateTime(datetime!(0001-01-01 0:00 -14:00)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_min_negative_offset() {
    scenario("getDateTimeMinLocalNegativeOffset", async {
        let reply = client()
            .datetime()
            .get_local_negative_offset_min_date_time()
            .send()
            .await?;
        let min = datetime!(0001-01-01 0:00 -14:00);
        assert_eq!(reply.body(), &DateTime(min));
        Ok(())
    });
}

#[test]
fn get_min_without_offset() {
    scenario("getDateTimeMinLocalNoOffset", async {
        let reply = client()
            .datetime()
            .get_local_no_offset_min_date_time()
            .send()
            .await?;
        assert_eq!(reply.body(), &DateTime(datetime!(0001-01-01 0:00 UTC)));
        Ok(())
    });
}

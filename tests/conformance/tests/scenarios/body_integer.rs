//! The scenarios of `body-integer.json`.

use body_integer_client::{Client, ErrorKind, UnixTime};
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
    scenario("getIntegerNull", async {
        let reply = client().int().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getIntegerInvalid", async {
        let error = client().int().get_invalid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_overflow_int32() {
    scenario("getIntegerOverflow", async {
        let error = client()
            .int()
            .get_overflow_int32()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_underflow_int32() {
    scenario("getIntegerUnderflow", async {
        let error = client()
            .int()
            .get_underflow_int32()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_overflow_int64() {
    scenario("getLongOverflow", async {
        let error = client()
            .int()
            .get_overflow_int64()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_underflow_int64() {
    scenario("getLongUnderflow", async {
        let error = client()
            .int()
            .get_underflow_int64()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_max_int32() {
    scenario("putIntegerMax", async {
        client().int().put_max32(i32::MAX).send().await?;
        Ok(())
    });
}

#[test]
fn put_max_int64() {
    scenario("putLongMax", async {
        client().int().put_max64(i64::MAX).send().await?;
        Ok(())
    });
}

#[test]
fn put_min_int32() {
    scenario("putIntegerMin", async {
        client().int().put_min32(i32::MIN).send().await?;
        Ok(())
    });
}

#[test]
fn put_min_int64() {
    scenario("putLongMin", async {
        client().int().put_min64(i64::MIN).send().await?;
        Ok(())
    });
}

#[test]
fn get_unix_time() {
    scenario("getUnixTime", async {
        let reply = client().int().get_unix_time().send().await?;
        assert_eq!(reply.body(), &UnixTime(datetime!(2016-04-13 00:00 UTC)));
        Ok(())
    });
}

#[test]
fn put_unix_time() {
    scenario("putUnixTime", async {
        client()
            .int()
            .put_unix_time_date(UnixTime(datetime!(2016-04-13 00:00 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_invalid_unix_time() {
    scenario("getInvalidUnixTime", async {
        let error = client()
            .int()
            .get_invalid_unix_time()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_null_unix_time() {
    scenario("getNullUnixTime", async {
        let reply = client().int().get_null_unix_time().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

//! The scenarios of `body-date.json`.

use body_date_client::{Client, Date, ErrorKind};
use conformance::{scenario, server};
use time::macros::date;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_null() {
    scenario("getDateNull", async {
        let reply = client().date().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getDateInvalid", async {
        let error = client().date().get_invalid_date().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_overflow() {
    scenario("getDateOverflow", async {
        let error = client()
            .date()
            .get_overflow_date()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_underflow() {
    scenario("getDateUnderflow", async {
        let error = client()
            .date()
            .get_underflow_date()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_max() {
    scenario("putDateMax", async {
        client()
            .date()
            .put_max_date(Date(date!(9999 - 12 - 31)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_max() {
    scenario("getDateMax", async {
        let reply = client().date().get_max_date().send().await?;
        assert_eq!(reply.body(), &Date(date!(9999 - 12 - 31)));
        Ok(())
    });
}

#[test]
fn put_min() {
    scenario("putDateMin", async {
        client()
            .date()
            .put_min_date(Date(date!(0001 - 01 - 01)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_min() {
    scenario("getDateMin", async {
        let reply = client().date().get_min_date().send().await?;
        assert_eq!(reply.body(), &Date(date!(0001 - 01 - 01)));
        Ok(())
    });
}

//! Objects with plain properties.

use super::client;
use body_complex_client::models::{
    BooleanWrapper, ByteWrapper, DateWrapper, DatetimeWrapper, Datetimerfc1123Wrapper,
    DoubleWrapper, DurationWrapper, FloatWrapper, IntWrapper, LongWrapper, StringWrapper,
};
use body_complex_client::{Base64, Date, DateTime, HttpDate};
use conformance::scenario;
use time::macros::{date, datetime};

const INT: IntWrapper = IntWrapper {
    field1: Some(-1),
    field2: Some(2),
};

const LONG: LongWrapper = LongWrapper {
    field1: Some(1_099_511_627_775),
    field2: Some(-999_511_627_788),
};

const FLOAT: FloatWrapper = FloatWrapper {
    field1: Some(1.05),
    field2: Some(-0.003),
};

const DOUBLE: DoubleWrapper = DoubleWrapper {
    field1: Some(3e-100),
    field_56_zeros_after_the_dot_and_negative_zero_before_dot_and_this_is_a_long_fie: Some(-5e-57),
};

const BOOLEAN: BooleanWrapper = BooleanWrapper {
    field_true: Some(true),
    field_false: Some(false),
};

const DATE: DateWrapper = DateWrapper {
    field: Some(Date(date!(0001 - 01 - 01))),
    leap: Some(Date(date!(2016 - 02 - 29))),
};

const DATE_TIME: DatetimeWrapper = DatetimeWrapper {
    field: Some(DateTime(datetime!(0001-01-01 0:00 UTC))),
    now: Some(DateTime(datetime!(2015-05-18 18:38 UTC))),
};

const HTTP_DATE: Datetimerfc1123Wrapper = Datetimerfc1123Wrapper {
    field: Some(HttpDate(datetime!(0001-01-01 0:00 UTC))),
    now: Some(HttpDate(datetime!(2015-05-18 11:38 UTC))),
};

fn string() -> StringWrapper {
    StringWrapper {
        field: Some("goodrequest".to_owned()),
        empty: Some(String::new()),
        null: None,
    }
}

fn duration() -> DurationWrapper {
    DurationWrapper {
        field: Some("P123DT22H14M12.011S".to_owned()),
    }
}

fn byte() -> ByteWrapper {
    let bytes = vec![255, 254, 253, 252, 0, 250, 249, 248, 247, 246];
    ByteWrapper {
        field: Some(Base64::from(bytes)),
    }
}

#[test]
fn get_int() {
    scenario("getComplexPrimitiveInteger", async {
        let reply = client().primitive().get_int().send().await?;
        assert_eq!(reply.body(), &INT);
        Ok(())
    });
}

#[test]
fn put_int() {
    scenario("putComplexPrimitiveInteger", async {
        client().primitive().put_int(INT).send().await?;
        Ok(())
    });
}

#[test]
fn get_long() {
    scenario("getComplexPrimitiveLong", async {
        let reply = client().primitive().get_long().send().await?;
        assert_eq!(reply.body(), &LONG);
        Ok(())
    });
}

#[test]
fn put_long() {
    scenario("putComplexPrimitiveLong", async {
        client().primitive().put_long(LONG).send().await?;
        Ok(())
    });
}

#[test]
fn get_float() {
    scenario("getComplexPrimitiveFloat", async {
        let reply = client().primitive().get_float().send().await?;
        assert_eq!(reply.body(), &FLOAT);
        Ok(())
    });
}

#[test]
fn put_float() {
    scenario("putComplexPrimitiveFloat", async {
        client().primitive().put_float(FLOAT).send().await?;
        Ok(())
    });
}

#[test]
fn get_double() {
    scenario("getComplexPrimitiveDouble", async {
        let reply = client().primitive().get_double().send().await?;
        assert_eq!(reply.body(), &DOUBLE);
        Ok(())
    });
}

#[test]
fn put_double() {
    scenario("putComplexPrimitiveDouble", async {
        client().primitive().put_double(DOUBLE).send().await?;
        Ok(())
    });
}

#[test]
fn get_bool() {
    scenario("getComplexPrimitiveBool", async {
        let reply = client().primitive().get_bool().send().await?;
        assert_eq!(reply.body(), &BOOLEAN);
        Ok(())
    });
}

#[test]
fn put_bool() {
    scenario("putComplexPrimitiveBool", async {
        client().primitive().put_bool(BOOLEAN).send().await?;
        Ok(())
    });
}

#[test]
fn get_string() {
    scenario("getComplexPrimitiveString", async {
        let reply = client().primitive().get_string().send().await?;
        assert_eq!(reply.body(), &string());
        Ok(())
    });
}

#[test]
fn put_string() {
    scenario("putComplexPrimitiveString", async {
        client().primitive().put_string(string()).send().await?;
        Ok(())
    });
}

#[test]
fn get_date() {
    scenario("getComplexPrimitiveDate", async {
        let reply = client().primitive().get_date().send().await?;
        assert_eq!(reply.body(), &DATE);
        Ok(())
    });
}

#[test]
fn put_date() {
    scenario("putComplexPrimitiveDate", async {
        client().primitive().put_date(DATE).send().await?;
        Ok(())
    });
}

#[test]
fn get_date_time() {
    scenario("getComplexPrimitiveDateTime", async {
        let reply = client().primitive().get_date_time().send().await?;
        assert_eq!(reply.body(), &DATE_TIME);
        Ok(())
    });
}

#[test]
fn put_date_time() {
    scenario("putComplexPrimitiveDateTime", async {
        client().primitive().put_date_time(DATE_TIME).send().await?;
        Ok(())
    });
}

#[test]
fn get_date_time_rfc1123() {
    scenario("getComplexPrimitiveDateTimeRfc1123", async {
        let reply = client().primitive().get_date_time_rfc1123().send().await?;
        assert_eq!(reply.body(), &HTTP_DATE);
        Ok(())
    });
}

#[test]
fn put_date_time_rfc1123() {
    scenario("putComplexPrimitiveDateTimeRfc1123", async {
        client()
            .primitive()
            .put_date_time_rfc1123(HTTP_DATE)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_duration() {
    scenario("getComplexPrimitiveDuration", async {
        let reply = client().primitive().get_duration().send().await?;
        assert_eq!(reply.body(), &duration());
        Ok(())
    });
}

#[test]
fn put_duration() {
    scenario("putComplexPrimitiveDuration", async {
        client().primitive().put_duration(duration()).send().await?;
        Ok(())
    });
}

#[test]
fn get_byte() {
    scenario("getComplexPrimitiveByte", async {
        let reply = client().primitive().get_byte().send().await?;
        assert_eq!(reply.body(), &byte());
        Ok(())
    });
}

#[test]
fn put_byte() {
    scenario("putComplexPrimitiveByte", async {
        client().primitive().put_byte(byte()).send().await?;
        Ok(())
    });
}

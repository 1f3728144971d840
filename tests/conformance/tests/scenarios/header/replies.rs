//! Headers of replies.

use super::{client, multi_byte};
use conformance::scenario;
use header_client::models::GreyscaleColors;
use header_client::{Date, DateTime, HttpDate};
use time::macros::{date, datetime};

#[test]
fn existing_key() {
    scenario("HeaderResponseExistingKey", async {
        let reply = client().header().response_existing_key().send().await?;
        assert_eq!(reply.headers().user_agent.as_deref(), Some("overwrite"));
        Ok(())
    });
}

#[test]
fn protected_key() {
    scenario("HeaderResponseProtectedKey", async {
        let reply = client().header().response_protected_key().send().await?;
        let content_type = reply.headers().content_type.as_deref();
        assert!(content_type.is_some_and(|name| name.starts_with("text/html")));
        Ok(())
    });
}

#[test]
fn integer_positive() {
    scenario("HeaderResponseIntegerPositive", async {
        let reply = client()
            .header()
            .response_integer("positive")
            .send()
            .await?;
        assert_eq!(reply.headers().value, Some(1));
        Ok(())
    });
}

#[test]
fn integer_negative() {
    scenario("HeaderResponseIntegerNegative", async {
        let reply = client()
            .header()
            .response_integer("negative")
            .send()
            .await?;
        assert_eq!(reply.headers().value, Some(-2));
        Ok(())
    });
}

#[test]
fn long_positive() {
    scenario("HeaderResponseLongPositive", async {
        let reply = client().header().response_long("positive").send().await?;
        assert_eq!(reply.headers().value, Some(105));
        Ok(())
    });
}

#[test]
fn long_negative() {
    scenario("HeaderResponseLongNegative", async {
        let reply = client().header().response_long("negative").send().await?;
        assert_eq!(reply.headers().value, Some(-2));
        Ok(())
    });
}

#[test]
fn float_positive() {
    scenario("HeaderResponseFloatPositive", async {
        let reply = client().header().response_float("positive").send().await?;
        assert_eq!(reply.headers().value, Some(0.07));
        Ok(())
    });
}

#[test]
fn float_negative() {
    scenario("HeaderResponseFloatNegative", async {
        let reply = client().header().response_float("negative").send().await?;
        assert_eq!(reply.headers().value, Some(-3.0));
        Ok(())
    });
}

#[test]
fn double_positive() {
    scenario("HeaderResponseDoublePositive", async {
        let reply = client().header().response_double("positive").send().await?;
        assert_eq!(reply.headers().value, Some(7e120));
        Ok(())
    });
}

#[test]
fn double_negative() {
    scenario("HeaderResponseDoubleNegative", async {
        let reply = client().header().response_double("negative").send().await?;
        assert_eq!(reply.headers().value, Some(-3.0));
        Ok(())
    });
}

#[test]
fn bool_true() {
    scenario("HeaderResponseBoolTrue", async {
        let reply = client().header().response_bool("true").send().await?;
        assert_eq!(reply.headers().value, Some(true));
        Ok(())
    });
}

#[test]
fn bool_false() {
    scenario("HeaderResponseBoolFalse", async {
        let reply = client().header().response_bool("false").send().await?;
        assert_eq!(reply.headers().value, Some(false));
        Ok(())
    });
}

#[test]
fn string_valid() {
    scenario("HeaderResponseStringValid", async {
        let reply = client().header().response_string("valid").send().await?;
        let text = "The quick brown fox jumps over the lazy dog";
        assert_eq!(reply.headers().value.as_deref(), Some(text));
        Ok(())
    });
}

#[test]
fn string_null() {
    scenario("HeaderResponseStringNull", async {
        let reply = client().header().response_string("null").send().await?;
        assert_eq!(reply.headers().value.as_deref(), Some("null"));
        Ok(())
    });
}

#[test]
fn string_empty() {
    scenario("HeaderResponseStringEmpty", async {
        let reply = client().header().response_string("empty").send().await?;
        assert_eq!(reply.headers().value.as_deref(), Some(""));
        Ok(())
    });
}

#[test]
fn date_valid() {
    scenario("HeaderResponseDateValid", async {
        let reply = client().header().response_date("valid").send().await?;
        assert_eq!(reply.headers().value, Some(Date(date!(2010 - 01 - 01))));
        Ok(())
    });
}

#[test]
fn date_min() {
    scenario("HeaderResponseDateMin", async {
        let reply = client().header().response_date("min").send().await?;
        assert_eq!(reply.headers().value, Some(Date(date!(0001 - 01 - 01))));
        Ok(())
    });
}

#[test]
fn date_time_valid() {
    scenario("HeaderResponseDateTimeValid", async {
        let reply = client().header().response_datetime("valid").send().await?;
        let expected = DateTime(datetime!(2010-01-01 12:34:56 UTC));
        assert_eq!(reply.headers().value, Some(expected));
        Ok(())
    });
}

#[test]
fn date_time_min() {
    scenario("HeaderResponseDateTimeMin", async {
        let reply = client().header().response_datetime("min").send().await?;
        let expected = DateTime(datetime!(0001-01-01 0:00 UTC));
        assert_eq!(reply.headers().value, Some(expected));
        Ok(())
    });
}

#[test]
fn date_time_rfc1123_valid() {
    scenario("HeaderResponseDateTimeRfc1123Valid", async {
        let reply = client()
            .header()
            .response_datetime_rfc1123("valid")
            .send()
            .await?;
        let expected = HttpDate(datetime!(2010-01-01 12:34:56 UTC));
        assert_eq!(reply.headers().value, Some(expected));
        Ok(())
    });
}

#[test]
fn date_time_rfc1123_min() {
    scenario("HeaderResponseDateTimeRfc1123Min", async {
        let reply = client()
            .header()
            .response_datetime_rfc1123("min")
            .send()
            .await?;
        let expected = HttpDate(datetime!(0001-01-01 0:00 UTC));
        assert_eq!(reply.headers().value, Some(expected));
        Ok(())
    });
}

#[test]
fn duration_valid() {
    scenario("HeaderResponseDurationValid", async {
        let reply = client().header().response_duration("valid").send().await?;
        assert_eq!(
            reply.headers().value.as_deref(),
            Some("P123DT22H14M12.011S")
        );
        Ok(())
    });
}

#[test]
fn byte_valid() {
    scenario("HeaderResponseBytesValid", async {
        let reply = client().header().response_byte("valid").send().await?;
        assert_eq!(reply.headers().value, Some(multi_byte()));
        Ok(())
    });
}

#[test]
fn enum_valid() {
    scenario("HeaderResponseEnumValid", async {
        let reply = client().header().response_enum("valid").send().await?;
        assert_eq!(reply.headers().value, Some(GreyscaleColors::Grey));
        Ok(())
    });
}

#[test]
fn enum_null() {
    scenario("HeaderResponseEnumNull", async {
        let reply = client().header().response_enum("null").send().await?;
        assert_eq!(reply.headers().value, None);
        Ok(())
    });
}

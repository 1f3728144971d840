//! Headers of requests.

use super::{client, multi_byte};
use conformance::scenario;
use header_client::models::GreyscaleColors;
use header_client::{Date, DateTime, HttpDate};
use time::macros::{date, datetime};

#[test]
fn existing_key() {
    scenario("HeaderParameterExistingKey", async {
        client()
            .header()
            .param_existing_key("overwrite")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn protected_key() {
    scenario("HeaderParameterProtectedKey", async {
        client()
            .header()
            .param_protected_key("text/html")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn integer_positive() {
    scenario("HeaderParameterIntegerPositive", async {
        client()
            .header()
            .param_integer("positive", 1)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn integer_negative() {
    scenario("HeaderParameterIntegerNegative", async {
        client()
            .header()
            .param_integer("negative", -2)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn long_positive() {
    scenario("HeaderParameterLongPositive", async {
        client().header().param_long("positive", 105).send().await?;
        Ok(())
    });
}

#[test]
fn long_negative() {
    scenario("HeaderParameterLongNegative", async {
        client().header().param_long("negative", -2).send().await?;
        Ok(())
    });
}

#[test]
fn float_positive() {
    scenario("HeaderParameterFloatPositive", async {
        client()
            .header()
            .param_float("positive", 0.07)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn float_negative() {
    scenario("HeaderParameterFloatNegative", async {
        client()
            .header()
            .param_float("negative", -3.0)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn double_positive() {
    scenario("HeaderParameterDoublePositive", async {
        client()
            .header()
            .param_double("positive", 7e120)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn double_negative() {
    scenario("HeaderParameterDoubleNegative", async {
        client()
            .header()
            .param_double("negative", -3.0)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn bool_true() {
    scenario("HeaderParameterBoolTrue", async {
        client().header().param_bool("true", true).send().await?;
        Ok(())
    });
}

#[test]
fn bool_false() {
    scenario("HeaderParameterBoolFalse", async {
        client().header().param_bool("false", false).send().await?;
        Ok(())
    });
}

#[test]
fn string_valid() {
    scenario("HeaderParameterStringValid", async {
        client()
            .header()
            .param_string("valid")
            .value("The quick brown fox jumps over the lazy dog")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn string_null() {
    scenario("HeaderParameterStringNull", async {
        client().header().param_string("null").send().await?;
        Ok(())
    });
}

#[test]
fn string_empty() {
    scenario("HeaderParameterStringEmpty", async {
        client()
            .header()
            .param_string("empty")
            .value("")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn date_valid() {
    scenario("HeaderParameterDateValid", async {
        client()
            .header()
            .param_date("valid", Date(date!(2010 - 01 - 01)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn date_min() {
    scenario("HeaderParameterDateMin", async {
        client()
            .header()
            .param_date("min", Date(date!(0001 - 01 - 01)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn date_time_valid() {
    scenario("HeaderParameterDateTimeValid", async {
        client()
            .header()
            .param_datetime("valid", DateTime(datetime!(2010-01-01 12:34:56 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn date_time_min() {
    scenario("HeaderParameterDateTimeMin", async {
        client()
            .header()
            .param_datetime("min", DateTime(datetime!(0001-01-01 0:00 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn date_time_rfc1123_valid() {
    scenario("HeaderParameterDateTimeRfc1123Valid", async {
        client()
            .header()
            .param_datetime_rfc1123("valid")
            .value(HttpDate(datetime!(2010-01-01 12:34:56 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn date_time_rfc1123_min() {
    scenario("HeaderParameterDateTimeRfc1123Min", async {
        client()
            .header()
            .param_datetime_rfc1123("min")
            .value(HttpDate(datetime!(0001-01-01 0:00 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn duration_valid() {
    scenario("HeaderParameterDurationValid", async {
        client()
            .header()
            .param_duration("valid", "P123DT22H14M12.011S")
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn byte_valid() {
    scenario("HeaderParameterBytesValid", async {
        client()
            .header()
            .param_byte("valid", multi_byte())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn enum_valid() {
    scenario("HeaderParameterEnumValid", async {
        client()
            .header()
            .param_enum("valid")
            .value(GreyscaleColors::Grey)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn enum_null() {
    scenario("HeaderParameterEnumNull", async {
        client().header().param_enum("null").send().await?;
        Ok(())
    });
}

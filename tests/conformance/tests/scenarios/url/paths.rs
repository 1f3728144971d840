//! Parameters in paths.

use super::{client, multi_byte};
use conformance::scenario;
use time::macros::datetime;
use url_client::models::UriColor;
use url_client::{Base64Url, UnixTime};

#[test]
fn bool_true() {
    scenario("UrlPathsBoolTrue", async {
        client().paths().get_boolean_true().send().await?;
        Ok(())
    });
}

#[test]
fn bool_false() {
    scenario("UrlPathsBoolFalse", async {
        client().paths().get_boolean_false().send().await?;
        Ok(())
    });
}

#[test]
fn int_positive() {
    scenario("UrlPathsIntPositive", async {
        client().paths().get_int_one_million().send().await?;
        Ok(())
    });
}

#[test]
fn int_negative() {
    scenario("UrlPathsIntNegative", async {
        client()
            .paths()
            .get_int_negative_one_million()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn int_unix_time() {
    scenario("UrlPathsIntUnixTime", async {
        client()
            .paths()
            .unix_time_url(UnixTime(datetime!(2016-04-13 0:00 UTC)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn long_positive() {
    scenario("UrlPathsLongPositive", async {
        client().paths().get_ten_billion().send().await?;
        Ok(())
    });
}

#[test]
fn long_negative() {
    scenario("UrlPathsLongNegative", async {
        client().paths().get_negative_ten_billion().send().await?;
        Ok(())
    });
}

#[test]
fn float_positive() {
    scenario("UrlPathsFloatPositive", async {
        client().paths().float_scientific_positive().send().await?;
        Ok(())
    });
}

#[test]
fn float_negative() {
    scenario("UrlPathsFloatNegative", async {
        client().paths().float_scientific_negative().send().await?;
        Ok(())
    });
}

#[test]
fn double_positive() {
    scenario("UrlPathsDoublePositive", async {
        client().paths().double_decimal_positive().send().await?;
        Ok(())
    });
}

#[test]
fn double_negative() {
    scenario("UrlPathsDoubleNegative", async {
        client().paths().double_decimal_negative().send().await?;
        Ok(())
    });
}

#[test]
fn string_unicode() {
    scenario("UrlPathsStringUnicode", async {
        client().paths().string_unicode().send().await?;
        Ok(())
    });
}

#[test]
fn string_url_encoded() {
    scenario("UrlPathsStringUrlEncoded", async {
        client().paths().string_url_encoded().send().await?;
        Ok(())
    });
}

#[test]
fn string_url_not_encoded() {
    scenario("UrlPathsStringUrlNonEncoded", async {
        client().paths().string_url_non_encoded().send().await?;
        Ok(())
    });
}

#[test]
fn string_empty() {
    scenario("UrlPathsStringEmpty", async {
        client().paths().string_empty().send().await?;
        Ok(())
    });
}

#[test]
fn string_base64_url() {
    scenario("UrlPathsStringBase64Url", async {
        client()
            .paths()
            .base64_url(Base64Url::from(b"lorem".to_vec()))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn enum_valid() {
    scenario("UrlPathsEnumValid", async {
        client()
            .paths()
            .enum_valid(UriColor::GreenColor)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn byte_multi_byte() {
    scenario("UrlPathsByteMultiByte", async {
        client()
            .paths()
            .byte_multi_byte(multi_byte())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn byte_empty() {
    scenario("UrlPathsByteEmpty", async {
        client().paths().byte_empty().send().await?;
        Ok(())
    });
}

#[test]
fn date_valid() {
    scenario("UrlPathsDateValid", async {
        client().paths().date_valid().send().await?;
        Ok(())
    });
}

#[test]
fn date_time_valid() {
    scenario("UrlPathsDateTimeValid", async {
        client().paths().date_time_valid().send().await?;
        Ok(())
    });
}

#[test]
fn array_csv() {
    scenario("UrlPathsArrayCSVInPath", async {
        client()
            .paths()
            .array_csv_in_path(["ArrayPath1", "begin!*'();:@ &=+$,/?#[]end", "", ""])
            .send()
            .await?;
        Ok(())
    });
}

//! Parameters in queries.

use super::{client, multi_byte};
use conformance::scenario;
use url_client::models::UriColor;

const LIST: [&str; 4] = ["ArrayQuery1", "begin!*'();:@ &=+$,/?#[]end", "", ""];

#[test]
fn bool_true() {
    scenario("UrlQueriesBoolTrue", async {
        client().queries().get_boolean_true().send().await?;
        Ok(())
    });
}

#[test]
fn bool_false() {
    scenario("UrlQueriesBoolFalse", async {
        client().queries().get_boolean_false().send().await?;
        Ok(())
    });
}

#[test]
fn bool_null() {
    scenario("UrlQueriesBoolNull", async {
        client().queries().get_boolean_null().send().await?;
        Ok(())
    });
}

#[test]
fn int_positive() {
    scenario("UrlQueriesIntPositive", async {
        client().queries().get_int_one_million().send().await?;
        Ok(())
    });
}

#[test]
fn int_negative() {
    scenario("UrlQueriesIntNegative", async {
        client()
            .queries()
            .get_int_negative_one_million()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn int_null() {
    scenario("UrlQueriesIntNull", async {
        client().queries().get_int_null().send().await?;
        Ok(())
    });
}

#[test]
fn long_positive() {
    scenario("UrlQueriesLongPositive", async {
        client().queries().get_ten_billion().send().await?;
        Ok(())
    });
}

#[test]
fn long_negative() {
    scenario("UrlQueriesLongNegative", async {
        client().queries().get_negative_ten_billion().send().await?;
        Ok(())
    });
}

#[test]
fn long_null() {
    scenario("UrlQueriesLongNull", async {
        client().queries().get_long_null().send().await?;
        Ok(())
    });
}

#[test]
fn float_positive() {
    scenario("UrlQueriesFloatPositive", async {
        client()
            .queries()
            .float_scientific_positive()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn float_negative() {
    scenario("UrlQueriesFloatNegative", async {
        client()
            .queries()
            .float_scientific_negative()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn float_null() {
    scenario("UrlQueriesFloatNull", async {
        client().queries().float_null().send().await?;
        Ok(())
    });
}

#[test]
fn double_positive() {
    scenario("UrlQueriesDoublePositive", async {
        client().queries().double_decimal_positive().send().await?;
        Ok(())
    });
}

#[test]
fn double_negative() {
    scenario("UrlQueriesDoubleNegative", async {
        client().queries().double_decimal_negative().send().await?;
        Ok(())
    });
}

#[test]
fn double_null() {
    scenario("UrlQueriesDoubleNull", async {
        client().queries().double_null().send().await?;
        Ok(())
    });
}

#[test]
fn string_unicode() {
    scenario("UrlQueriesStringUnicode", async {
        client().queries().string_unicode().send().await?;
        Ok(())
    });
}

#[test]
fn string_url_encoded() {
    scenario("UrlQueriesStringUrlEncoded", async {
        client().queries().string_url_encoded().send().await?;
        Ok(())
    });
}

#[test]
fn string_empty() {
    scenario("UrlQueriesStringEmpty", async {
        client().queries().string_empty().send().await?;
        Ok(())
    });
}

#[test]
fn string_null() {
    scenario("UrlQueriesStringNull", async {
        client().queries().string_null().send().await?;
        Ok(())
    });
}

#[test]
fn enum_valid() {
    scenario("UrlQueriesEnumValid", async {
        client()
            .queries()
            .enum_valid()
            .enum_query(UriColor::GreenColor)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn enum_null() {
    scenario("UrlQueriesEnumNull", async {
        client().queries().enum_null().send().await?;
        Ok(())
    });
}

#[test]
fn byte_multi_byte() {
    scenario("UrlQueriesByteMultiByte", async {
        client()
            .queries()
            .byte_multi_byte()
            .byte_query(multi_byte())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn byte_empty() {
    scenario("UrlQueriesByteEmpty", async {
        client().queries().byte_empty().send().await?;
        Ok(())
    });
}

#[test]
fn byte_null() {
    scenario("UrlQueriesByteNull", async {
        client().queries().byte_null().send().await?;
        Ok(())
    });
}

#[test]
fn date_valid() {
    scenario("UrlQueriesDateValid", async {
        client().queries().date_valid().send().await?;
        Ok(())
    });
}

#[test]
fn date_null() {
    scenario("UrlQueriesDateNull", async {
        client().queries().date_null().send().await?;
        Ok(())
    });
}

#[test]
fn date_time_valid() {
    scenario("UrlQueriesDateTimeValid", async {
        client().queries().date_time_valid().send().await?;
        Ok(())
    });
}

#[test]
fn date_time_null() {
    scenario("UrlQueriesDateTimeNull", async {
        client().queries().date_time_null().send().await?;
        Ok(())
    });
}

#[test]
fn csv_valid() {
    scenario("UrlQueriesArrayCsvValid", async {
        client()
            .queries()
            .array_string_csv_valid()
            .array_query(LIST)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn csv_null() {
    scenario("UrlQueriesArrayCsvNull", async {
        client().queries().array_string_csv_null().send().await?;
        Ok(())
    });
}

#[test]
fn csv_empty() {
    scenario("UrlQueriesArrayCsvEmpty", async {
        client()
            .queries()
            .array_string_csv_empty()
            .array_query(Vec::<String>::new())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn no_collection_format() {
    scenario("UrlQueriesArrayNoCollectionFormatValid", async {
        client()
            .queries()
            .array_string_no_collection_format_empty()
            .array_query(["hello", "nihao", "bonjour"])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn ssv_valid() {
    scenario("UrlQueriesArraySsvValid", async {
        client()
            .queries()
            .array_string_ssv_valid()
            .array_query(LIST)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn tsv_valid() {
    scenario("UrlQueriesArrayTsvValid", async {
        client()
            .queries()
            .array_string_tsv_valid()
            .array_query(LIST)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn pipes_valid() {
    scenario("UrlQueriesArrayPipesValid", async {
        client()
            .queries()
            .array_string_pipes_valid()
            .array_query(LIST)
            .send()
            .await?;
        Ok(())
    });
}

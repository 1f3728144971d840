//! The types of values, and what all types promise.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tests::runtime::{
    ApiKey, Base64, Base64Url, BasicCredential, BearerToken, Body, ByteStream, ClientOptions, Core,
    Date, DateTime, Error, FromWire, HttpDate, Items, Json, Need, Pages, Patch, Reply, Request,
    Response, Secret, UnixTime, Wire,
};

use super::{SERVICE, Service};

fn json<T: Serialize + DeserializeOwned>(text: &str) -> Option<String> {
    let value: T = serde_json::from_str(text).ok()?;
    Some(serde_json::to_string(&value).unwrap())
}

/// Reads a text as a header and writes it as a query would.
fn wire<T: Wire + FromWire>(text: &str) -> Option<String> {
    T::from_wire(text)?.wire().map(std::borrow::Cow::into_owned)
}

#[test]
fn a_date_time_is_read_in_the_forms_that_services_send() {
    for (text, read) in [
        (
            "2018-09-28T23:37:52.0607933Z",
            "2018-09-28T23:37:52.0607933Z",
        ),
        ("2018-09-28t23:37:52z", "2018-09-28T23:37:52Z"),
        ("2018-09-28T23:37:52+02:30", "2018-09-28T23:37:52+02:30"),
        (
            "2018-09-28T23:37:52.123456789Z",
            "2018-09-28T23:37:52.123456789Z",
        ),
        (
            "2018-09-28T23:37:52.1234567891Z",
            "2018-09-28T23:37:52.123456789Z",
        ),
        ("2018-09-28T23:37:52", "2018-09-28T23:37:52Z"),
        ("2018-09-28T23:37:52.5", "2018-09-28T23:37:52.5Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ] {
        assert_eq!(wire::<DateTime>(text).as_deref(), Some(read));
        assert_eq!(
            json::<DateTime>(&format!("\"{text}\"")),
            Some(format!("\"{read}\""))
        );
    }
    for text in [
        "",
        "0000",
        "2018-09-28",
        "2018-13-28T00:00:00Z",
        "2018-09-28T25:00:00Z",
        "2018-09-28 23:37:52ZZ",
    ] {
        assert_eq!(wire::<DateTime>(text), None, "{text}");
    }
}

#[test]
fn other_times_have_their_own_form() {
    let text = "Sun, 06 Nov 1994 08:49:37 GMT";
    assert_eq!(wire::<HttpDate>(text).as_deref(), Some(text));
    assert_eq!(
        json::<HttpDate>(&format!("\"{text}\"")),
        Some(format!("\"{text}\""))
    );
    assert_eq!(json::<UnixTime>("784111777").as_deref(), Some("784111777"));
    assert_eq!(json::<UnixTime>("-1").as_deref(), Some("-1"));
    assert_eq!(json::<UnixTime>("99999999999999"), None);
    assert_eq!(wire::<UnixTime>("784111777").as_deref(), Some("784111777"));
    assert_eq!(wire::<Date>("2024-02-29").as_deref(), Some("2024-02-29"));
    for text in [
        "2023-02-29",
        "2024-2-29",
        "20240229",
        "+024-02-29",
        "2024-02-29x",
        "2024-02-2\u{e9}",
    ] {
        assert_eq!(wire::<Date>(text), None, "{text}");
    }
}

#[test]
fn a_year_that_cannot_be_written_does_not_panic() {
    let far = DateTime(time::OffsetDateTime::UNIX_EPOCH.replace_year(-5).unwrap());
    assert_eq!(far.wire(), None);
    assert!(serde_json::to_string(&far).is_err());
    assert!(far.to_string().starts_with("-0005"), "{far}");
    assert_eq!(HttpDate(far.0).wire(), None);
    assert_eq!(Date(far.0.date()).wire(), None);
    let last = time::OffsetDateTime::from_unix_timestamp(253_402_300_799).unwrap();
    let west = time::UtcOffset::from_hms(-1, 0, 0).unwrap();
    let beyond = HttpDate(last.replace_offset(west));
    assert_eq!(beyond.wire(), None);
    assert!(beyond.to_string().starts_with("9999"), "{beyond}");
}

#[test]
fn an_offset_with_seconds_is_written_in_utc() {
    let amsterdam = time::UtcOffset::from_hms(0, 19, 32).unwrap();
    let noon = time::OffsetDateTime::from_unix_timestamp(0).unwrap();
    let date_time = DateTime(noon.to_offset(amsterdam));
    assert_eq!(date_time.to_string(), "1970-01-01T00:00:00Z");
    assert_eq!(date_time.wire().as_deref(), Some("1970-01-01T00:00:00Z"));
}

#[test]
fn an_http_date_may_be_older_than_mail() {
    for text in [
        "Wed, 12 Oct 1492 10:15:01 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
    ] {
        assert_eq!(wire::<HttpDate>(text).as_deref(), Some(text));
    }
    for text in [
        "Tue, 00 Jan 0000 00:00:00 GMT",
        "Sat, 1 Jan 10000 00:00:00 GMT",
    ] {
        assert_eq!(wire::<HttpDate>(text), None, "{text}");
    }
}

#[test]
fn a_number_is_read_as_the_nearest_one() {
    // Without `float_roundtrip` this one becomes -1.0340000000000001e-20.
    assert_eq!(json::<f64>("-1.034E-20").as_deref(), Some("-1.034e-20"));
}

#[test]
fn an_http_date_has_no_comments_and_does_not_nest() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    for text in [format!("{date} (sunday)"), "(".repeat(1 << 20)] {
        assert_eq!(wire::<HttpDate>(&text), None);
    }
}

#[test]
fn an_http_date_is_read_in_its_obsolete_forms() {
    let text = "Sun, 06 Nov 1994 08:49:37 GMT";
    for obsolete in ["Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
        assert_eq!(wire::<HttpDate>(obsolete).as_deref(), Some(text));
    }
    let soon = wire::<HttpDate>("Wednesday, 01-Jan-30 00:00:00 GMT");
    assert_eq!(soon.as_deref(), Some("Tue, 01 Jan 2030 00:00:00 GMT"));
    for text in [
        "Sun Nov  6 08:49:37",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sunday, 6-9-94 08:49 GMT",
    ] {
        assert_eq!(wire::<HttpDate>(text), None, "{text}");
    }
}

#[test]
fn bytes_are_written_by_their_alphabet() {
    assert_eq!(json::<Base64>("\"+/8=\"").as_deref(), Some("\"+/8=\""));
    assert_eq!(
        json::<Base64>("\"+/8\"").as_deref(),
        Some("\"+/8=\""),
        "padding may be missing"
    );
    assert_eq!(json::<Base64Url>("\"-_8\"").as_deref(), Some("\"-_8\""));
    assert_eq!(json::<Base64Url>("\"-_8=\"").as_deref(), Some("\"-_8\""));
    assert_eq!(json::<Base64>("\"-_8\""), None);
    assert_eq!(wire::<Base64Url>("-_8").as_deref(), Some("-_8"));
    assert_eq!(
        format!("{:?}", Base64::from(vec![1, 2, 3])),
        "Base64(3 bytes)"
    );
}

#[test]
fn scalars_are_read_and_written() {
    assert_eq!(wire::<i32>("-5").as_deref(), Some("-5"));
    assert_eq!(wire::<i32>("2147483648"), None);
    assert_eq!(
        wire::<i64>("9223372036854775807").as_deref(),
        Some("9223372036854775807")
    );
    assert_eq!(wire::<bool>("true").as_deref(), Some("true"));
    assert_eq!(wire::<f64>("0.1").as_deref(), Some("0.1"));
}

#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
struct Patched {
    #[serde(skip_serializing_if = "Patch::is_absent")]
    text: Patch<String>,
}

#[test]
fn a_patch_tells_absent_from_null() {
    for (text, patch) in [
        ("{}", Patch::Absent),
        (r#"{"text":null}"#, Patch::Null),
        (r#"{"text":"a"}"#, Patch::Value("a".to_owned())),
    ] {
        let read: Patched = serde_json::from_str(text).unwrap();
        assert_eq!(read, Patched { text: patch });
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
}

fn shared<T: Send + Sync + 'static>() {}
fn sent<T: Send + Unpin + 'static>() {}
fn shown<T: Debug>() {}
fn sent_value<T: Send>(_: &T) {}

#[test]
fn types_cross_threads() {
    type Reading = Response<Vec<String>, ()>;
    shared::<Core>();
    shared::<ClientOptions>();
    shared::<Error<Service>>();
    shared::<Body>();
    shared::<Json<Vec<String>>>();
    shared::<Secret>();
    shared::<(BasicCredential, BearerToken, ApiKey)>();
    shared::<Request>();
    shared::<Reading>();
    shared::<Need<'static>>();
    sent::<Reply<Service>>();
    sent::<ByteStream<Service>>();
    sent::<Pages<Reading, Service>>();
    sent::<Items<String, Reading, Service>>();
    shown::<(
        Request,
        Reply<Service>,
        ByteStream<Service>,
        Pages<Reading, Service>,
    )>();
}

#[test]
fn futures_are_send() {
    let core = super::core("http://127.0.0.1:1");
    sent_value(&super::get::<Vec<String>>(&core));
    let mut pages: Pages<Response<Vec<String>, ()>, Service> = Pages::single(
        super::thing(&core, super::operation(http::Method::GET)),
        SERVICE,
        |reply| Box::pin(reply.json()),
    );
    sent_value(&pages.next());
    sent_value(&super::thing(&core, super::operation(http::Method::GET)).send(SERVICE));
}

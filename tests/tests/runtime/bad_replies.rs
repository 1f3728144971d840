//! Replies that are not what the document describes. Each is an error of the kind `Decode` that names the place by its JSON
//! path and does not show the value; none is a panic or a wrong value.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};
use tests::listener::{Listener, Script};
use tests::runtime::{Base64, Date, DateTime, ErrorKind, HttpDate, Secret, TaggedObject, UnixTime};

use super::{core, get};

/// A model as the generator writes it. All of it but `id` is optional, so that a body can be about one thing.
#[derive(Debug, Default, Deserialize, PartialEq)]
struct Thing {
    id: Id,
    name: Option<String>,
    small: Option<i32>,
    large: Option<i64>,
    ratio: Option<f64>,
    active: Option<bool>,
    made: Option<DateTime>,
    day: Option<Date>,
    modified: Option<HttpDate>,
    expires: Option<UnixTime>,
    digest: Option<Base64>,
    token: Option<Secret>,
    size: Option<Size>,
    color: Option<Color>,
    pet: Option<Pet>,
    pets: Option<Vec<Pet>>,
    parts: Option<Vec<Part>>,
    labels: Option<BTreeMap<String, i32>>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
struct Id(String);

#[derive(Debug, Deserialize, PartialEq)]
struct Part {
    weight: i32,
    sub: Option<Vec<Part>>,
}

/// A closed enum.
#[derive(Debug, PartialEq)]
enum Size {
    Small,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "small" => Ok(Self::Small),
            _ => Err("no value of `Size`".to_owned()),
        }
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = String::deserialize(deserializer)?;
        value.parse().map_err(serde::de::Error::custom)
    }
}

/// An open enum.
#[derive(Debug, PartialEq)]
enum Color {
    Red,
    Unknown(String),
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match String::deserialize(deserializer)? {
            value if value == "red" => Self::Red,
            value => Self::Unknown(value),
        })
    }
}

/// A union by a discriminator.
#[derive(Debug, PartialEq)]
enum Pet {
    Cat(Cat),
    Unknown(BTreeMap<String, serde_json::Value>),
}

#[derive(Debug, Deserialize, PartialEq)]
struct Cat {
    lives: i32,
}

impl<'de> Deserialize<'de> for Pet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let object = TaggedObject::read("kind", deserializer)?;
        match object.tag() {
            Some("cat") => object.decode().map(Self::Cat),
            _ => Ok(Self::Unknown(object.into_properties())),
        }
    }
}

/// As [`fail_at`], for bodies that are `{"id":"1"` and then one of these members.
async fn members_fail_at(members: &[(&str, &str)]) {
    let body = |member: &str| format!(r#"{{"id":"1",{member}}}"#);
    let bodies: Vec<_> = members
        .iter()
        .map(|(member, place)| (body(member), *place))
        .collect();
    fail_at(&bodies).await;
}

/// Asserts that no body can be read, since the place beside it is wrong, and that the error shows nothing of the value
/// there.
async fn fail_at<T: AsRef<str>>(bodies: &[(T, &str)]) {
    let scripts: Vec<_> = bodies
        .iter()
        .map(|(body, _)| Script::json(200, body.as_ref()))
        .collect();
    let server = Listener::start(scripts).await;
    let core = core(&server.url());
    for (body, place) in bodies {
        let body = body.as_ref();
        let error = get::<Thing>(&core).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
        let start = format!("Thing_Do: {place} ");
        assert!(error.to_string().starts_with(&start), "{body}: {error}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        assert_eq!(error.raw_body(), body.as_bytes());
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("hush"), "{body}: {shown}");
    }
}

async fn read(members: &str) -> Thing {
    let body = format!(r#"{{"id":"1",{members}}}"#);
    let server = Listener::start([Script::json(200, &body)]).await;
    let reply = get::<Thing>(&core(&server.url())).await.unwrap();
    reply.into_body()
}

#[tokio::test]
async fn a_key_cannot_forge_a_line_of_a_log() {
    for (key, shown) in [
        ("a\u{202e}b\u{7f}", r"a\u{202e}b\u{7f}` in"),
        (&"k".repeat(3000), "kkk…` in"),
    ] {
        let body = format!(r#"{{"id":"a","labels":{{"{key}":"x"}}}}"#);
        let server = Listener::start([Script::json(200, &body)]).await;
        let error = get::<Thing>(&core(&server.url())).await.unwrap_err();
        let text = error.to_string();
        assert!(text.contains(shown) && text.len() < 600, "{text}");
    }
}

#[tokio::test]
async fn a_value_of_another_type() {
    members_fail_at(&[
        (r#""name":7"#, "`name` in the reply"),
        (r#""name":["hush"]"#, "`name` in the reply"),
        (r#""small":"hush""#, "`small` in the reply"),
        (r#""small":"1""#, "`small` in the reply"),
        (r#""small":1.5"#, "`small` in the reply"),
        (r#""large":true"#, "`large` in the reply"),
        (r#""ratio":"NaN""#, "`ratio` in the reply"),
        (r#""active":"true""#, "`active` in the reply"),
        (r#""active":1"#, "`active` in the reply"),
        (r#""digest":"hush hush""#, "`digest` in the reply"),
        (r#""token":{"hush":1}"#, "`token` in the reply"),
        (r#""parts":{}"#, "`parts` in the reply"),
        (r#""parts":["hush"]"#, "`parts[0]` in the reply"),
        (
            r#""parts":[{"weight":1},{"weight":1,"sub":[{"weight":"hush"}]}]"#,
            "`parts[1].sub[0].weight` in the reply",
        ),
        (r#""labels":{"a":1,"b":"hush"}"#, "`labels.b` in the reply"),
        (r#""pet":"hush""#, "`pet` in the reply"),
        (
            r#""pet":{"kind":"cat","lives":"hush"}"#,
            "`pet.lives` in the reply",
        ),
        (
            r#""pet":{"lives":{"hush":{}},"kind":"cat"},"name":"a""#,
            "`pet.lives` in the reply",
        ),
        (
            r#""pet":{"kind":"cat","lives":{"hush":{}}}"#,
            "`pet.lives` in the reply",
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_null_where_none_may_be() {
    fail_at(&[
        ("null", "the body of the reply"),
        (r#"{"id":null}"#, "`id` in the reply"),
    ])
    .await;
    members_fail_at(&[
        (r#""parts":[null]"#, "`parts[0]` in the reply"),
        (
            r#""parts":[{"weight":null}]"#,
            "`parts[0].weight` in the reply",
        ),
        (r#""labels":{"a":null}"#, "`labels.a` in the reply"),
        (
            r#""pet":{"kind":"cat","lives":null}"#,
            "`pet.lives` in the reply",
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_required_property_that_is_missing() {
    fail_at(&[("{}", "the body of the reply")]).await;
    members_fail_at(&[
        (r#""parts":[{"weight":1},{}]"#, "`parts[1]` in the reply"),
        (
            r#""parts":[{"weight":1,"sub":[{}]}]"#,
            "`parts[0].sub[0]` in the reply",
        ),
        (r#""pet":{"kind":"cat"}"#, "`pet` in the reply"),
        (r#""pet":{"kind":"cat"},"name":"a""#, "`pet` in the reply"),
        (
            r#""pets":[{"kind":"cat","lives":{}}]"#,
            "`pets[0].lives` in the reply",
        ),
        (
            r#""pets":[{"kind":"cat"},{}],"name":"a""#,
            "`pets[0]` in the reply",
        ),
    ])
    .await;
}

#[tokio::test]
async fn an_enum_value_that_the_document_lacks() {
    members_fail_at(&[
        (r#""size":"hush""#, "`size` in the reply"),
        (r#""size":"SMALL""#, "`size` in the reply"),
        (r#""size":"""#, "`size` in the reply"),
        (r#""color":7"#, "`color` in the reply"),
    ])
    .await;
    assert_eq!(read(r#""size":"small""#).await.size, Some(Size::Small));
    let unknown = Color::Unknown("mauve".to_owned());
    assert_eq!(read(r#""color":"mauve""#).await.color, Some(unknown));
}

#[tokio::test]
async fn a_discriminator_that_the_document_lacks() {
    for kind in [r#""dog""#, "7", "null", r#"{"cat":1}"#, r#""Cat""#] {
        let pet = read(&format!(r#""pet":{{"kind":{kind},"lives":"old"}}"#)).await;
        assert!(matches!(pet.pet, Some(Pet::Unknown(_))), "{kind}: {pet:?}");
    }
}

#[tokio::test]
async fn a_date_that_is_none() {
    members_fail_at(&[
        (r#""made":"2020-02-30T00:00:00Z""#, "`made` in the reply"),
        (r#""made":"2020-13-01T00:00:00Z""#, "`made` in the reply"),
        (r#""made":"2020-01-01T24:61:00Z""#, "`made` in the reply"),
        (r#""made":"10000-01-01T00:00:00Z""#, "`made` in the reply"),
        (r#""made":"hush""#, "`made` in the reply"),
        (r#""made":1577836800"#, "`made` in the reply"),
        (r#""day":"2021-02-29""#, "`day` in the reply"),
        (r#""day":"201O-18-90""#, "`day` in the reply"),
        (
            r#""modified":"Tue, 00 Jan 0000 00:00:00 GMT""#,
            "`modified` in the reply",
        ),
        (r#""expires":"hush""#, "`expires` in the reply"),
        (r#""expires":9223372036854775807"#, "`expires` in the reply"),
    ])
    .await;
}

#[tokio::test]
async fn an_integer_that_is_too_large() {
    members_fail_at(&[
        (r#""small":2147483648"#, "`small` in the reply"),
        (r#""small":-2147483649"#, "`small` in the reply"),
        (r#""small":1e3"#, "`small` in the reply"),
        (r#""large":9223372036854775808"#, "`large` in the reply"),
        (r#""large":-9223372036854775809"#, "`large` in the reply"),
        (r#""large":1e400"#, "`large` in the reply"),
        (r#""ratio":1e400"#, "`ratio` in the reply"),
        (r#""labels":{"a":99999999999}"#, "`labels.a` in the reply"),
    ])
    .await;
    let thing = read(r#""small":-2147483648,"large":9223372036854775807"#).await;
    assert_eq!((thing.small, thing.large), (Some(i32::MIN), Some(i64::MAX)));
}

/// Each beginning of a body, announced as if it were the whole.
#[tokio::test]
async fn half_a_body() {
    let body = r#"{"id":"1","parts":[{"weight":1,"sub":[{"weight":2}]}],"pet":{"kind":"cat"}}"#;
    let halves: Vec<_> = (0..body.len()).map(|end| &body[..end]).collect();
    let scripts: Vec<_> = halves.iter().map(|half| Script::json(200, half)).collect();
    let server = Listener::start(scripts).await;
    let core = core(&server.url());
    for half in halves {
        let error = get::<Thing>(&core).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{half}: {error}");
    }
    fail_at(&[
        ("", "the body of the reply"),
        ("{", "the body of the reply"),
        (r#"{"id":"1","name":"a"#, "`name` in the reply"),
        (r#"{"id":"1","parts":[{"#, "`parts[0]` in the reply"),
        (
            r#"{"id":"1","parts":[{"weight":1"#,
            "`parts[0].weight` in the reply",
        ),
        (r#"{"id":"1","pet":{"kind":"ca"#, "`pet.kind` in the reply"),
    ])
    .await;
}

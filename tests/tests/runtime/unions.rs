//! Unions, as the generator writes them: read by their tag, written with it, and exact about what is wrong inside.

use std::collections::BTreeMap;

use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use tests::listener::{Listener, Script};
use tests::runtime::{ErrorKind, TaggedObject};

use super::{core, operation, send};

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Animal {
    Fish(PlainFish),
    Shark(Shark),
    Unknown(BTreeMap<String, Value>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fish.type", rename = "Fish")]
struct PlainFish {
    #[serde(skip_serializing_if = "Option::is_none")]
    siblings: Option<Vec<Animal>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fish.type", rename = "shark")]
struct Shark {
    age: i32,
    #[serde(flatten, deserialize_with = "read_additional")]
    additional_properties: BTreeMap<String, i64>,
}

fn read_additional<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, i64>, D::Error> {
    TaggedObject::read_rest("fish.type", deserializer)
}

impl<'de> Deserialize<'de> for Animal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let object = TaggedObject::read("fish.type", deserializer)?;
        match object.tag() {
            Some("Fish") | None => object.decode().map(Self::Fish),
            Some("shark") => object.decode().map(Self::Shark),
            _ => Ok(Self::Unknown(object.into_properties())),
        }
    }
}

fn read(text: &str) -> Animal {
    serde_json::from_str(text).unwrap()
}

fn shark(age: i32) -> Animal {
    Animal::Shark(Shark {
        age,
        additional_properties: BTreeMap::from([("teeth".to_owned(), 300)]),
    })
}

/// The message of the failure to read `body`.
async fn failure(body: &'static str) -> String {
    let server = Listener::start([Script::with(200, "", body)]).await;
    let core = core(&server.url());
    let reply = send(&core, operation(Method::GET)).await.unwrap();
    let error = reply.json::<Animal, ()>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    error.to_string()
}

#[test]
fn the_tag_decides_wherever_it_stands() {
    assert_eq!(
        read(r#"{"fish.type":"shark","age":1,"teeth":300}"#),
        shark(1)
    );
    assert_eq!(
        read(r#"{"teeth":300,"age":1,"fish.type":"shark"}"#),
        shark(1)
    );
    let plain = Animal::Fish(PlainFish { siblings: None });
    for text in [r#"{"fish.type":"Fish"}"#, r#"{"fish.type":null}"#, "{}"] {
        assert_eq!(read(text), plain, "{text}");
    }
}

#[test]
fn the_tag_is_written_once() {
    let school = Animal::Fish(PlainFish {
        siblings: Some(vec![shark(1)]),
    });
    assert_eq!(
        serde_json::to_string(&school).unwrap(),
        r#"{"fish.type":"Fish","siblings":[{"fish.type":"shark","age":1,"teeth":300}]}"#
    );
    assert_eq!(read(&serde_json::to_string(&school).unwrap()), school);
}

#[test]
fn an_object_of_an_unknown_type_comes_back_as_it_was() {
    for tag in [json!("whale"), json!(7), json!({"a": []}), json!("")] {
        let object = json!({"fish.type": tag, "age": "old", "siblings": [{"deep": [null]}]});
        let fish: Animal = serde_json::from_value(object.clone()).unwrap();
        assert!(matches!(fish, Animal::Unknown(_)), "{fish:?}");
        assert_eq!(serde_json::to_value(&fish).unwrap(), object);
    }
}

#[tokio::test]
async fn a_failure_inside_names_its_place_and_not_its_value() {
    for (body, place) in [
        ("null", "the body of the reply"),
        ("[]", "the body of the reply"),
        (r#"{"fish.type":"shark"}"#, "the body of the reply"),
        (r#"{"fish.type":"shark","age":"hush"}"#, "`age`"),
        (r#"{"siblings":[{},"hush"]}"#, "`siblings[1]`"),
        (r#"{"siblings":[null]}"#, "`siblings[0]`"),
        (
            r#"{"siblings":[{"siblings":[{},{"age":"hush","fish.type":"shark"}]}]}"#,
            "`siblings[0].siblings[1].age`",
        ),
        (
            r#"{"siblings":[{"fish.type":"shark","age":99999999999}]}"#,
            "`siblings[0].age`",
        ),
        (
            r#"{"siblings":[{"fish.type":"sha"#,
            "`siblings[0].fish.type`",
        ),
    ] {
        let message = failure(body).await;
        assert!(message.contains(&format!("{place} ")), "{body}: {message}");
        assert!(!message.contains("hush"), "{body}: {message}");
    }
}

/// As deep as JSON is read at all, on the stack of a worker thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_deep_union_is_read_and_written() {
    let read = tokio::spawn(async {
        let mut text = "{}".to_owned();
        for _ in 0..63 {
            text = format!(r#"{{"siblings":[{text}]}}"#);
        }
        let fish = read(&text);
        serde_json::to_string(&fish).unwrap().len()
    });
    assert!(read.await.unwrap() > 63 * "siblings".len());
}

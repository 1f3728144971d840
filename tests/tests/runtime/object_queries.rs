//! Objects in a query.

use std::collections::BTreeMap;

use http::Method;
use serde::Serialize;
use serde_json::json;
use tests::listener::{Listener, Script};
use tests::runtime::{ErrorKind, ObjectStyle};

use super::{SERVICE, core, operation, thing};

#[derive(Serialize)]
struct Filter {
    name: &'static str,
    #[serde(rename = "min size")]
    size: Option<u8>,
    colors: Vec<&'static str>,
}

const FILTER: Filter = Filter {
    name: "a&b",
    size: Some(2),
    colors: Vec::new(),
};

async fn target(value: &impl Serialize, style: ObjectStyle) -> String {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut get = thing(&core(&server.url()), operation(Method::GET));
    get.query_object("filter", value, style);
    get.send(SERVICE).await.unwrap();
    server.request().target().to_owned()
}

async fn refusal(value: &impl Serialize, style: ObjectStyle) -> String {
    let server = Listener::start([]).await;
    let mut get = thing(&core(&server.url()), operation(Method::GET));
    get.query_object("filter", value, style);
    let error = get.send(SERVICE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert!(server.requests().is_empty());
    error.to_string()
}

#[tokio::test]
async fn each_style_is_written_as_the_specification_shows_it() {
    let written = [
        (ObjectStyle::Form, "/thing?name=a%26b&min%20size=2"),
        (ObjectStyle::Joined, "/thing?filter=name,a%26b,min%20size,2"),
        (
            ObjectStyle::Deep,
            "/thing?filter%5Bname%5D=a%26b&filter%5Bmin%20size%5D=2",
        ),
        (
            ObjectStyle::Json,
            "/thing?filter=%7B%22name%22%3A%22a%26b%22%2C%22min%20size%22%3A2%2C%22colors%22%3A%5B%5D%7D",
        ),
    ];
    for (style, expected) in written {
        let found = target(&FILTER, style).await;
        let found = found.replace('[', "%5B").replace(']', "%5D");
        assert_eq!(found, expected, "{style:?}");
    }
}

#[tokio::test]
async fn lists_repeat_their_name() {
    let filter = Filter {
        colors: vec!["red", "blue"],
        size: None,
        ..FILTER
    };
    let form = target(&filter, ObjectStyle::Form).await;
    assert_eq!(form, "/thing?name=a%26b&colors=red&colors=blue");
    let deep = target(&json!({"a": [1, 2], "b": {"c": true}}), ObjectStyle::Deep).await;
    let deep = deep.replace('[', "%5B").replace(']', "%5D");
    assert_eq!(
        deep,
        "/thing?filter%5Ba%5D=1&filter%5Ba%5D=2&filter%5Bb%5D%5Bc%5D=true"
    );
    let message = refusal(&filter, ObjectStyle::Joined).await;
    assert!(message.contains("has a list in it"), "{message}");
}

#[tokio::test]
async fn what_is_absent_is_not_sent() {
    for style in [
        ObjectStyle::Form,
        ObjectStyle::Joined,
        ObjectStyle::Deep,
        ObjectStyle::Json,
    ] {
        assert_eq!(target(&None::<Filter>, style).await, "/thing");
    }
    let empty = BTreeMap::<String, String>::new();
    assert_eq!(target(&empty, ObjectStyle::Joined).await, "/thing");
}

#[tokio::test]
async fn what_a_style_cannot_write_is_refused() {
    let message = refusal(&json!({"a": {"b": 1}}), ObjectStyle::Form).await;
    assert!(message.contains("within a property"), "{message}");
    let message = refusal(&json!(["a"]), ObjectStyle::Deep).await;
    assert!(message.contains("is no object"), "{message}");
}

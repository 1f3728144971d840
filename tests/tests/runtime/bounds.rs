//! Bounds of the document that are checked before anything is sent.

use std::collections::BTreeMap;

use http::Method;
use serde_json::{Value, json};
use tests::listener::{Listener, Script};
use tests::runtime::{Bound, ErrorKind, Json, Secret, Wire, WireList};

use super::{core, operation, thing};

/// What is said of a parameter, `None` when it is sent.
async fn of_wire(value: &dyn Wire, bounds: &'static [Bound]) -> Option<String> {
    asked(|request| request.check("size", value, bounds)).await
}

async fn of_list(values: &dyn WireList, bounds: &'static [Bound]) -> Option<String> {
    asked(|request| request.check_list("sizes", values, bounds)).await
}

async fn of_json(body: impl Into<Json<Value>>, bounds: &'static [Bound]) -> Option<String> {
    let body = body.into();
    asked(|request| request.check_json("thing", &body, bounds)).await
}

/// Sends a request after a check. What is refused is not sent.
async fn asked(check: impl FnOnce(&mut tests::runtime::Request)) -> Option<String> {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut request = thing(&core(&server.url()), operation(Method::GET));
    check(&mut request);
    let sent = request.send(super::SERVICE).await;
    assert_eq!(server.connections(), usize::from(sent.is_ok()));
    let error = sent.err()?;
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert!(!error.request_was_sent());
    let message = error.to_string();
    let problem = message.strip_prefix("Thing_Do: the parameter ");
    Some(problem.expect("the name of the operation").to_owned())
}

#[tokio::test]
async fn a_number_has_a_range() {
    let refused = [
        (json!(0), Bound::AtLeast("1"), "less than 1"),
        (json!(1), Bound::MoreThan("1"), "not more than 1"),
        (json!(101), Bound::AtMost("100"), "more than 100"),
        (json!(100), Bound::LessThan("100"), "not less than 100"),
        (
            json!(9_223_372_036_854_775_807_i64),
            Bound::AtMost("9223372036854775806"),
            "more than 9223372036854775806",
        ),
        (json!(0.1), Bound::AtLeast("0.2"), "less than 0.2"),
        (json!(7), Bound::MultipleOf("2"), "no multiple of 2"),
        (json!(0.35), Bound::MultipleOf("0.1"), "no multiple of 0.1"),
        (
            json!(100_000_000.05),
            Bound::MultipleOf("0.1"),
            "no multiple of 0.1",
        ),
    ];
    for (number, bound, problem) in refused {
        let bounds: &'static [Bound] = Box::leak(Box::new([bound]));
        let said = Some(format!("`thing` is {problem}"));
        assert_eq!(of_json(number.clone(), bounds).await, said, "{number}");
        let said = Some(format!("`size` is {problem}"));
        assert_eq!(of_wire(&number.to_string(), bounds).await, said, "{number}");
    }
    for (number, bound) in [
        (json!(1), Bound::AtLeast("1")),
        (
            json!(9_223_372_036_854_775_807_i64),
            Bound::LessThan("9223372036854775808"),
        ),
        (json!(0.3), Bound::MultipleOf("0.1")),
        (json!(100_000_000.1), Bound::MultipleOf("1e-1")),
        (json!(1e300), Bound::MultipleOf("0.1")),
        (json!(8), Bound::MultipleOf("2.0")),
        (json!(8), Bound::MultipleOf("0")),
        (json!("text"), Bound::AtLeast("1")),
        (json!(null), Bound::AtLeast("1")),
    ] {
        let bounds: &'static [Bound] = Box::leak(Box::new([bound]));
        assert_eq!(of_json(number.clone(), bounds).await, None, "{number}");
    }
}

#[tokio::test]
async fn a_text_has_a_length_and_a_form() {
    let bounds: &'static [Bound] = &[
        Bound::MinLength(2),
        Bound::MaxLength(3),
        Bound::Pattern("^[^x]+$"),
    ];
    for (text, said) in [
        ("ä", Some("has fewer characters than 2")),
        ("äöü", None),
        ("äöüß", Some("has more characters than 3")),
        ("xyz", Some("does not match `^[^x]+$`")),
    ] {
        let at = |place: &str| said.map(|said| format!("`{place}` {said}"));
        assert_eq!(of_wire(&text, bounds).await, at("size"));
        assert_eq!(of_json(json!(text), bounds).await, at("thing"));
    }
    assert_eq!(of_wire(&None::<String>, bounds).await, None);
}

#[tokio::test]
async fn a_secret_is_not_shown() {
    let said = of_wire(&Secret::from("hush"), &[Bound::MaxLength(3)]).await;
    assert_eq!(said.as_deref(), Some("`size` has more characters than 3"));
    let said = of_json(json!({"hush": 1}), &[Bound::MaxCount(0)]).await;
    assert_eq!(said.as_deref(), Some("`thing` has more elements than 0"));
}

#[tokio::test]
async fn a_list_has_a_length_and_elements() {
    let bounds: &'static [Bound] = &[
        Bound::MinCount(1),
        Bound::MaxCount(2),
        Bound::Unique,
        Bound::Each(&[Bound::AtMost("9")]),
    ];
    for (list, said) in [
        (vec![], Some(" has fewer elements than 1")),
        (vec![1, 2, 3], Some(" has more elements than 2")),
        (vec![2, 2], Some(" has an element twice")),
        (vec![1, 10], Some("[1] is more than 9")),
        (vec![9, 8], None),
    ] {
        let at = |place: &str| said.map(|said| format!("`{place}{said}").replacen(' ', "` ", 1));
        assert_eq!(of_list(&list, bounds).await, at("sizes"), "{list:?}");
        assert_eq!(of_json(json!(list), bounds).await, at("thing"), "{list:?}");
    }
    assert_eq!(of_list(&None::<Vec<i32>>, bounds).await, None);
}

#[tokio::test]
async fn an_object_is_checked_to_its_depth() {
    fn bounds() -> &'static [Bound] {
        &[
            Bound::Property("name", &[Bound::MinLength(1)]),
            Bound::Property(
                "labels",
                &[Bound::MaxCount(1), Bound::Each(&[Bound::MaxLength(1)])],
            ),
            Bound::Property("parts", &[Bound::Each(&[Bound::Model(bounds)])]),
            Bound::Property("fish", &[Bound::Tagged("kind", "shark", bounds)]),
        ]
    }
    for (body, said) in [
        (
            json!({"name": ""}),
            Some("`thing.name` has fewer characters than 1"),
        ),
        (
            json!({"labels": {"a": "bc"}}),
            Some("`thing.labels.a` has more characters than 1"),
        ),
        (
            json!({"labels": {"a": "b", "c": "d"}}),
            Some("`thing.labels` has more elements than 1"),
        ),
        (
            json!({"parts": [{}, {"parts": [{"name": ""}]}]}),
            Some("`thing.parts[1].parts[0].name` has fewer characters than 1"),
        ),
        (
            json!({"fish": {"kind": "shark", "name": ""}}),
            Some("`thing.fish.name` has fewer characters than 1"),
        ),
        (json!({"fish": {"kind": "whale", "name": ""}}), None),
        (json!({"name": null, "other": ""}), None),
        (json!([]), None),
    ] {
        let found = of_json(body.clone(), &[Bound::Model(bounds)]).await;
        assert_eq!(found.as_deref(), said, "{body}");
    }
}

/// A raw text is for those who know better than the document.
#[tokio::test]
async fn a_raw_text_is_sent_as_it_is() {
    let bounds: &'static [Bound] = &[Bound::Property("name", &[Bound::MinLength(1)])];
    let body = Json::<Value>::raw(r#"{"name":""}"#);
    assert_eq!(of_json(body, bounds).await, None);
}

#[tokio::test]
async fn the_first_fault_is_told() {
    let size: BTreeMap<&str, &str> = BTreeMap::from([("a", "bc"), ("d", "ef")]);
    let said = of_json(
        json!(size),
        &[Bound::Each(&[Bound::MaxLength(1)]), Bound::MaxCount(1)],
    )
    .await;
    assert_eq!(
        said.as_deref(),
        Some("`thing.a` has more characters than 1")
    );
}

#[tokio::test]
async fn an_object_is_held_to_what_its_properties_are() {
    static BOUNDS: &[Bound] = &[Bound::Property("size", &[Bound::AtMost("9")])];
    for (object, said) in [
        (
            Some(json!({"size": 10})),
            Some("`filter.size` is more than 9"),
        ),
        (Some(json!({"size": 9})), None),
        (None, None),
    ] {
        let found = asked(|request| request.check_object("filter", &object, BOUNDS)).await;
        assert_eq!(found.as_deref(), said);
    }
}

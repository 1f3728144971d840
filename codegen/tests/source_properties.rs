//! What holds for every document: spans are right, and nothing panics.

use codegen::diagnostics::{Color, Diagnostics, Place, Target, render_human, render_json};
use codegen::source::{DocumentId, Location, Sources};
use proptest::prelude::*;
use serde_json::{Map, Value};

fn any_value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9_f64).prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    let tree = scalar.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            any_object(inner),
        ]
    });
    any_object(tree)
}

fn any_object(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop::collection::vec((any_text(), inner), 0..6)
        .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z/~0-9]{0,6}", "\\PC{0,5}", "[\"\\\\\n\té😀:#-]{0,4}"]
}

fn check_spans(sources: &Sources, location: &Location, parse: &dyn Fn(&str) -> Value) {
    let value = sources.get(location).unwrap();
    let place = Place {
        location: location.clone(),
        target: Target::Value,
    };
    let span = sources.span(&place).unwrap();
    let text = &sources.entry().text;
    assert_eq!(
        &parse(&text[span.start..span.end]),
        value,
        "{}",
        location.pointer
    );
    let before = &text[..span.start];
    assert_eq!(span.line, before.matches('\n').count() + 1);
    let line = before.rsplit('\n').next().unwrap();
    assert_eq!(span.column, line.chars().count() + 1);
    match value {
        Value::Array(elements) => {
            (0..elements.len())
                .for_each(|index| check_spans(sources, &location.index(index), parse));
        }
        Value::Object(members) => members.keys().for_each(|key| {
            check_spans(sources, &location.key(key), parse);
            let place = Place {
                location: location.key(key),
                target: Target::Key,
            };
            let span = sources.span(&place).unwrap();
            assert_eq!(
                parse(&text[span.start..span.end]),
                Value::from(key.as_str())
            );
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn read(text: &str) -> (Sources, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("api", text, None, &mut diagnostics);
    (sources, diagnostics)
}

proptest! {
    #[test]
    fn the_span_of_every_pointer_of_json_parses_to_its_value(value in any_value()) {
        let json = |text: &str| serde_json::from_str(text).unwrap();
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let (sources, diagnostics) = read(&text);
            let reported: Vec<_> = diagnostics.iter().filter(|finding| finding.code.id != "SW0021" && finding.code.id != "SW0020").collect();
            prop_assert!(reported.is_empty(), "{:?}", reported);
            // Not `value` itself: reading a float rounds.
            prop_assert_eq!(&sources.entry().value, &json(&text));
            check_spans(&sources, &Location::root(DocumentId::ENTRY), &json);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "([\\[\\]{}:,\"'&*!|>#%@`\\-? \n\r\ta-c0-9.eE+é\u{FEFF}]|null|true|- |: |\\\\u00e9){0,60}") {
        for text in [text.clone(), format!("{{{text}"), format!("[{text}")] {
            let (sources, diagnostics) = read(&text);
            render_human(&diagnostics, &sources, Color::Never);
            render_json(&diagnostics, &sources);
            let mut diagnostics = Diagnostics::default();
            let overlay = Some(("overlay", text.as_str()));
            Sources::from_text("api", "{\"a\": {}}", overlay, &mut diagnostics);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let text = String::from_utf8_lossy(&bytes);
        let (sources, diagnostics) = read(&text);
        render_human(&diagnostics, &sources, Color::Never);
    }

    #[test]
    fn no_target_makes_the_overlay_panic(target in "\\$([.\\[\\]'\"*?@()=!&|,:0-9ab ]|\\.\\.|a|b){0,20}") {
        let overlay = serde_json::json!({
            "overlay": "1.0.0", "info": {"title": "t", "version": "1"},
            "actions": [{"target": target, "update": {"c": [1]}}, {"target": target, "remove": true}]
        });
        let overlay = overlay.to_string();
        let mut diagnostics = Diagnostics::default();
        let document = r#"{"a": [{"b": 1}, [2, "x"]], "b": {"a": null}}"#;
        let sources = Sources::from_text("api", document, Some(("overlay", overlay.as_str())), &mut diagnostics);
        render_human(&diagnostics, &sources, Color::Never);
    }
}

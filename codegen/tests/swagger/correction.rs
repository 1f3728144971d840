//! The overlay action in the help line of an error does what it says.

use codegen::diagnostics::{Diagnostics, Level};
use codegen::source::{DocumentId, Location, Sources};
use codegen::swagger::{Document, Readable, Reader};
use serde_json::Value;
use serde_json_path::JsonPath;

const FAULTY: &str = r#"{
    "swagger": "2.0",
    "info": {"title": "T", "version": "1"},
    "host": [],
    "parameters": {"it's \\ \n\u0001": {"name": "n", "in": "formdata", "type": "string"}},
    "paths": {
        "/a/{b}": {
            "parameters": [{"$ref": "b"}, {"in": "query", "type": "string", "maxLength": -1}],
            "get": {"responses": {"2xx": {}, "200": {"schema": 1}}}
        }
    }
}"#;

/// The sources, and the pointer and the overlay action of each error.
fn actions(text: &str) -> (Sources, Vec<(String, Value)>) {
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::from_text("test.json", text, None, &mut Diagnostics::default());
    let root = Location::root(DocumentId::ENTRY);
    let mut reader = Reader::new(&sources, &mut diagnostics);
    Document::read(&sources.entry().value, &root, &mut reader);
    let errors = diagnostics
        .iter()
        .filter(|finding| finding.level == Level::Error);
    let actions = errors.map(|finding| {
        let help = finding.help.as_ref().expect("an error has help");
        let action = &help[help.find('{').expect("the help shows an action")..];
        let place = finding.place.as_ref().expect("the error has a place");
        let pointer = place.location.pointer.to_string();
        (pointer, serde_json::from_str(action).expect("it is JSON"))
    });
    let actions = actions.collect();
    (sources, actions)
}

#[test]
fn each_target_selects_the_faulty_value_or_what_holds_it() {
    let (sources, actions) = actions(FAULTY);
    assert_eq!(actions.len(), 6);
    for (pointer, action) in actions {
        let target = action["target"].as_str().expect("the target is text");
        let path = JsonPath::parse(target).expect("the target is a JSONPath query");
        let selected = path.query(&sources.entry().value).exactly_one();
        let value = &sources.entry().value;
        let faulty = value.pointer(&pointer);
        let holder = pointer
            .rfind('/')
            .and_then(|end| value.pointer(&pointer[..end]));
        let selected = selected.expect("the target selects one value");
        let is_at =
            |place: Option<&Value>| place.is_some_and(|place| std::ptr::eq(place, selected));
        assert!(is_at(faulty) || is_at(holder), "{pointer}: {target}");
    }
}

#[test]
fn actions_name_the_value_that_is_meant() {
    let (_, actions) = actions(FAULTY);
    let shown: Vec<String> = actions
        .iter()
        .map(|(_, action)| action.to_string())
        .collect();
    assert_eq!(
        shown,
        [
            r#"{"target":"$.host","remove":true}"#,
            r#"{"target":"$.paths['/a/{b}'].parameters[1]","update":{"name":"…"}}"#,
            r#"{"target":"$.paths['/a/{b}'].parameters[1].maxLength","remove":true}"#,
            r#"{"target":"$.paths['/a/{b}'].get.responses['2xx']","remove":true}"#,
            r#"{"target":"$.paths['/a/{b}'].get.responses['200'].schema","remove":true}"#,
            r#"{"target":"$.parameters['it\\'s \\\\ \\n\\u0001']","update":{"in":"formData"}}"#,
        ]
    );
}

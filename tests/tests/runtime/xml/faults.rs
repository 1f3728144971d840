//! What is wrong with a reply in XML, and where: the place is named, no value is shown.

use super::fault;

/// A body, the place of its fault, and what is wrong there.
const FAULTS: &[(&str, &str, &str)] = &[
    ("<slide/>", "`slide/title`", "it is missing"),
    (
        "<slide><title/><title/></slide>",
        "`slide/title`",
        "it stands more than once",
    ),
    (
        "<slide><title/><size>s3cret</size></slide>",
        "`slide/size`",
        "its text is not of its type",
    ),
    (
        "<slide><title/><size>99999999999999999999</size></slide>",
        "`slide/size`",
        "its text is not of its type",
    ),
    (
        "<slide><title/><made>2018-02-30T00:00:00Z</made></slide>",
        "`slide/made`",
        "its text is not of its type",
    ),
    (
        "<slide><title><b/></title></slide>",
        "`slide/title`",
        "it has elements where a text is expected",
    ),
    (
        "<slide><title/><item/><item><b/></item></slide>",
        "`slide/item[2]`",
        "it has elements",
    ),
    (
        "<slide><title/><tags><tag><b/></tag></tags></slide>",
        "`slide/tags/tag[1]`",
        "it has elements",
    ),
    (
        "<slide><title/><next/></slide>",
        "`slide/next/title`",
        "it is missing",
    ),
    (
        "<slide><title/><next><title/><next><size>1</size></next></next></slide>",
        "`slide/next/next/title`",
        "it is missing",
    ),
    (
        "<slide><title/><a/><a/></slide>",
        "`slide/a`",
        "it stands more than once",
    ),
    ("<html/>", "the body of the reply", "the root is no `slide`"),
];

#[tokio::test]
async fn a_fault_names_its_place_and_shows_no_value() {
    for (body, place, problem) in FAULTS {
        let message = fault(body).await;
        assert!(
            message.contains(place) && message.contains(problem),
            "{body}: {message}"
        );
        assert!(!message.contains("s3cret"), "{message}");
    }
}

#[tokio::test]
async fn what_is_no_document_is_refused() {
    let deep = "<a>".repeat(100_000);
    let bindings: Vec<String> = (0..200).map(|i| format!(" xmlns:p{i}='u'")).collect();
    let bindings = bindings.concat();
    let bound = format!("<a{bindings}><b{bindings}>");
    for (body, problem) in [
        ("", "it ends before its end"),
        ("not xml", "text outside its root"),
        ("{\"title\":1}", "text outside its root"),
        ("<slide>", "it ends before its end"),
        ("<slide><title>a</slide>", "no well-formed XML"),
        ("<slide/><slide/>", "two roots"),
        ("<slide a='1' a='2'/>", "an attribute is malformed"),
        (
            "<slide><title>&nbsp;</title></slide>",
            "an entity of its own",
        ),
        (
            "<slide><title>&#0;</title></slide>",
            "a character reference is none",
        ),
        (
            "<slide><title>&#xFFFFFFFF;</title></slide>",
            "a character reference is none",
        ),
        (
            "<!DOCTYPE a [<!ENTITY b 'c'>]><slide><title>&b;</title></slide>",
            "a document type",
        ),
        ("<p:slide/>", "a prefix has no namespace"),
        (
            "<?xml version='1.0' encoding='iso-8859-1'?><slide/>",
            "not written in UTF-8",
        ),
        (deep.as_str(), "nested deeper than 128"),
        (bound.as_str(), "it binds too many prefixes"),
    ] {
        let message = fault(body).await;
        let start: String = body.chars().take(60).collect();
        assert!(message.contains(problem), "{start}: {message}");
    }
    assert!(
        fault(b"\xFF\xFE<\0a\0/\0>\0")
            .await
            .contains("not written in UTF-8")
    );
}

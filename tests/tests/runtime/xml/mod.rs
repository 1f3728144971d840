//! XML on the wire: what is written, what is read, and what is refused.

mod faults;

use std::collections::BTreeMap;

use http::Method;
use proptest::prelude::*;
use tests::listener::{Listener, Script};
use tests::runtime::{
    Base64, DateTime, Error, ErrorKind, FromXml, Patch, ToXml, XmlElement, XmlError, XmlName,
    decode_xml, decode_xml_nonempty,
};

use super::{SERVICE, Service, core, operation, send, thing};

/// A model as generated code writes it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Slide {
    kind: Option<String>,
    title: String,
    size: Option<i64>,
    made: Option<DateTime>,
    items: Vec<String>,
    tags: Option<Vec<Option<String>>>,
    next: Option<Box<Slide>>,
    state: Patch<String>,
    more: BTreeMap<String, String>,
}

impl ToXml for Slide {
    fn to_xml(&self, element: &mut XmlElement) {
        element.attribute("type", &self.kind);
        element.child("title", &self.title);
        element.child("size", &self.size);
        element.child("made", &self.made);
        element.items("item", &self.items);
        element.list("tags", "tag", &self.tags);
        element.child("next", &self.next);
        element.child("state", &self.state);
        self.more.to_xml(element);
    }
}

impl FromXml for Slide {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        Ok(Self {
            kind: element.take_attribute("type")?,
            title: element.take_child("title")?,
            size: element.take_child("size")?,
            made: element.take_child("made")?,
            items: element.take_items("item")?,
            tags: element.take_list("tags", "tag")?,
            next: element.take_child("next")?,
            state: element.take_child("state")?,
            more: FromXml::from_xml(element)?,
        })
    }
}

/// A model whose properties may all be absent.
#[derive(Debug, Default, PartialEq)]
struct Note {
    language: Option<String>,
    content: Option<Base64>,
}

impl ToXml for Note {
    fn to_xml(&self, element: &mut XmlElement) {
        let language = XmlName::new("language").prefix("n").namespace("urn:note");
        element.attribute(language, &self.language);
        element.text(&self.content);
    }
}

impl FromXml for Note {
    fn from_xml(element: &mut XmlElement) -> Result<Self, XmlError> {
        Ok(Self {
            language: element.take_attribute(XmlName::new("language").namespace("urn:note"))?,
            content: element.take_text()?,
        })
    }
}

/// What is sent as the body.
async fn sent(value: &dyn ToXml) -> String {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut request = thing(&core(&server.url()), operation(Method::PUT));
    request.xml("application/xml", "slide", value);
    request.send(SERVICE).await.expect("it can be sent");
    assert_eq!(
        server.request().header("content-type"),
        Some("application/xml")
    );
    server.request().text()
}

/// Why it is not sent.
async fn refused(value: &dyn ToXml) -> String {
    let server = Listener::start([]).await;
    let mut request = thing(&core(&server.url()), operation(Method::PUT));
    request.xml("application/xml", "slide", value);
    let error = request.send(SERVICE).await.expect_err("it cannot be sent");
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert_eq!(server.connections(), 0);
    error.to_string()
}

async fn read<T: FromXml>(body: impl AsRef<[u8]>) -> Result<T, Error<Service>> {
    let server = Listener::start([Script::with(200, "", body)]).await;
    let reply = send(&core(&server.url()), operation(Method::GET)).await?;
    Ok(reply.xml::<T, ()>("slide").await?.into_body())
}

async fn fault(body: impl AsRef<[u8]>) -> String {
    let error = read::<Slide>(body).await.expect_err("it cannot be read");
    assert_eq!(error.kind(), ErrorKind::Decode);
    error.to_string()
}

fn full() -> Slide {
    Slide {
        kind: Some("a \"b\" <c>\n".to_owned()),
        title: "Würzburg & <Umgebung>\r\n".to_owned(),
        size: Some(-7),
        made: Some("2018-02-28T00:40:00.123Z".parse().unwrap()),
        items: vec!["one".to_owned(), String::new()],
        tags: Some(vec![Some("x".to_owned()), None]),
        next: Some(Box::new(Slide {
            title: "Next".to_owned(),
            ..Slide::default()
        })),
        state: Patch::Null,
        more: BTreeMap::from([("Color".to_owned(), "blue".to_owned())]),
    }
}

#[tokio::test]
async fn a_value_is_written_with_a_declaration_and_escaped() {
    let null = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"";
    let expected = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <slide type=\"a &quot;b&quot; &lt;c&gt;&#10;\">\
         <title>Würzburg &amp; &lt;Umgebung&gt;&#13;\n</title><size>-7</size>\
         <made>2018-02-28T00:40:00.123Z</made><item>one</item><item/>\
         <tags><tag>x</tag><tag{null}/></tags><next><title>Next</title></next>\
         <state{null}/><Color>blue</Color></slide>"
    );
    assert_eq!(sent(&full()).await, expected);
}

#[tokio::test]
async fn what_was_written_is_read_again() {
    assert_eq!(read::<Slide>(sent(&full()).await).await.unwrap(), full());
    let least = Slide::default();
    assert_eq!(
        sent(&least).await.split("?>").nth(1),
        Some("<slide><title/></slide>")
    );
    assert_eq!(read::<Slide>(sent(&least).await).await.unwrap(), least);
}

#[tokio::test]
async fn an_empty_list_in_its_element_is_told_from_none() {
    let empty = Slide {
        tags: Some(Vec::new()),
        ..Slide::default()
    };
    assert_eq!(read::<Slide>(sent(&empty).await).await.unwrap(), empty);
    let absent: Slide = read("<slide><title/></slide>").await.unwrap();
    assert_eq!(absent.tags, None);
}

#[tokio::test]
async fn names_are_found_by_their_namespace() {
    let note = Note {
        language: Some("de".to_owned()),
        content: Some(b"Hi".to_vec().into()),
    };
    let text = sent(&note).await;
    assert!(
        text.ends_with(r#"<slide xmlns:n="urn:note" n:language="de">SGk=</slide>"#),
        "{text}"
    );
    let other = r#"<x:slide xmlns:x="urn:x" xmlns:y="urn:note" x:language="en" y:language="de">SGk=</x:slide>"#;
    assert_eq!(read::<Note>(other).await.unwrap(), note);
}

#[tokio::test]
async fn what_services_put_around_a_document_is_accepted() {
    for body in [
        "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><slide><title>a</title></slide>\n",
        "<?xml version=\"1.0\"?><?pi x?><slide>\n <title><![CDATA[a]]></title>\n</slide><!-- c -->",
        "<slide unknown=''><title>&#97;</title><size/><made> </made></slide>",
    ] {
        assert_eq!(read::<Slide>(body).await.unwrap().title, "a", "{body}");
    }
    let entities: Slide = read("<slide><title>&lt;&#x20AC;&amp;&quot;&apos;&gt;</title></slide>")
        .await
        .unwrap();
    assert_eq!(entities.title, "<€&\"'>");
}

#[tokio::test]
async fn what_xml_cannot_say_is_not_sent() {
    let titled = |title: &str| Slide {
        title: title.to_owned(),
        ..Slide::default()
    };
    let message = refused(&titled("a\u{1}b")).await;
    assert!(
        message.contains("`slide/title`: it has a character that XML cannot write"),
        "{message}"
    );
    for key in ["a><b", "", "a b", "1"] {
        let more = BTreeMap::from([(key.to_owned(), String::new())]);
        let message = refused(&Slide { more, ..titled("") }).await;
        assert!(
            message.contains("this is no name of an element"),
            "{key}: {message}"
        );
    }
    let named = XmlName::new("a").namespace("u\u{1}");
    let mut request = thing(&core("http://127.0.0.1:9"), operation(Method::POST));
    request.xml("application/xml", named, &"text".to_owned());
    let message = request.send(SERVICE).await.unwrap_err().to_string();
    assert!(
        message.contains("it has a character that XML cannot write"),
        "{message}"
    );
    let message = refused(&BTreeMap::from([("a".to_owned(), f64::NAN)])).await;
    assert!(
        message.contains("`slide/a`: it has a value that cannot be written as text"),
        "{message}"
    );
}

#[tokio::test]
async fn a_list_may_be_the_whole_of_a_body() {
    let server = Listener::start([Script::with(
        200,
        "",
        "<slides><slide><title>a</title></slide><other/></slides>",
    )])
    .await;
    let mut request = thing(&core(&server.url()), operation(Method::PUT));
    request.xml_list("text/xml", "slides", "slide", &vec![Slide::default()]);
    let reply = request.send(SERVICE).await.unwrap();
    let slides = reply
        .xml_list::<Vec<Slide>, ()>("slides", "slide")
        .await
        .unwrap();
    assert_eq!(slides.body().len(), 1);
    let text = server.request().text();
    assert!(
        text.ends_with("<slides><slide><title/></slide></slides>"),
        "{text}"
    );
}

#[test]
fn the_error_body_of_a_service_may_have_any_root() {
    let body = "<Error><title>No</title></Error>";
    assert_eq!(decode_xml::<Slide>(body.as_bytes()).unwrap().title, "No");
    assert_eq!(decode_xml::<Slide>(b"<Error/>"), None);
    assert_eq!(decode_xml_nonempty::<Note>(b"<html/>"), None);
    assert_eq!(decode_xml_nonempty::<Note>(b"no xml"), None);
}

#[test]
fn any_value_is_an_object_of_texts() {
    let body = "<a k='v'><b>1</b><c/><c><d>2</d></c>t</a>";
    let value: serde_json::Value = decode_xml(body.as_bytes()).unwrap();
    let expected = serde_json::json!({"k": "v", "b": "1", "c": ["", {"d": "2"}], "#text": "t"});
    assert_eq!(value, expected);
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_panic(text in "[<>/a-c&;'\"= !?#x0-9\\[\\]-]{0,60}") {
        let _ = decode_xml::<Slide>(text.as_bytes());
        let _ = decode_xml::<serde_json::Value>(text.as_bytes());
    }

    #[test]
    fn every_text_is_read_as_it_was_written(text in "[ -~\t\n\r\u{80}-\u{D7FF}]{0,20}", kind in "[ -~\t\n\r€]{0,20}") {
        let slide = Slide { title: text, kind: Some(kind), ..Slide::default() };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let again = runtime.block_on(async { read::<Slide>(sent(&slide).await).await });
        prop_assert_eq!(again.unwrap(), slide);
    }
}

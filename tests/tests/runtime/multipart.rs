//! Forms with files and bodies of several kinds, on the wire.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::Method;
use tests::listener::{Listener, Recorded, Script};
use tests::runtime::{
    Body, Collection, ErrorKind, FilePart, Json, Multipart, Payload, PayloadTypes,
};

use super::{SERVICE, core, operation, send, thing};

/// Gives its pieces, then ends.
struct Pieces(std::vec::IntoIter<Bytes>);

impl Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

fn pieces(pieces: &[&'static str]) -> Pieces {
    let pieces: Vec<Bytes> = pieces.iter().map(|piece| Bytes::from(*piece)).collect();
    Pieces(pieces.into_iter())
}

async fn sent(form: Multipart) -> Recorded {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut request = thing(&core(&server.url()), operation(Method::POST));
    request.multipart(form);
    request.send(SERVICE).await.expect("it can be sent");
    server.request()
}

async fn refused(form: Multipart) -> tests::runtime::Error<super::Service> {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut request = thing(&core(&server.url()), operation(Method::POST));
    request.multipart(form);
    request.send(SERVICE).await.expect_err("it cannot be sent")
}

/// The boundary that the head of a request announces.
fn boundary(request: &Recorded) -> String {
    let media_type = request
        .header("content-type")
        .expect("there is a media type");
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=");
    boundary.expect("it is a form").to_owned()
}

fn form() -> Multipart {
    let mut form = Multipart::new();
    let named = FilePart::new("content")
        .file_name("a.txt")
        .content_type("text/plain");
    form.file("file", named);
    form.file("thumbnail", None);
    form.field("title", &"a title");
    form.field("size", &Some(7));
    form.field("depth", &None::<i32>);
    form.field_list("tags", &["a", "b"].as_slice(), Collection::Multi);
    form.field_list("more", &["a", "b"].as_slice(), Collection::Pipes);
    form.files("files", vec![b"1".to_vec().into(), "2".into()]);
    form
}

#[tokio::test]
async fn each_field_is_a_part() {
    let request = sent(form()).await;
    let boundary = boundary(&request);
    let file = "Content-Disposition: form-data; name=\"files\"; filename=\"files\"\r\n\
                Content-Type: application/octet-stream\r\n\r\n";
    let expected = [
        "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
         Content-Type: text/plain\r\n\r\ncontent",
        "Content-Disposition: form-data; name=\"title\"\r\n\r\na title",
        "Content-Disposition: form-data; name=\"size\"\r\n\r\n7",
        "Content-Disposition: form-data; name=\"tags\"\r\n\r\na",
        "Content-Disposition: form-data; name=\"tags\"\r\n\r\nb",
        "Content-Disposition: form-data; name=\"more\"\r\n\r\na|b",
        &format!("{file}1"),
        &format!("{file}2"),
    ];
    let parts = expected
        .map(|part| format!("--{boundary}\r\n{part}\r\n"))
        .concat();
    let text = format!("{parts}--{boundary}--\r\n");
    assert_eq!(request.text(), text);
    let length = text.len().to_string();
    assert_eq!(request.header("content-length"), Some(length.as_str()));
}

#[tokio::test]
async fn no_parameter_hides_the_boundary() {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut request = thing(&core(&server.url()), operation(Method::POST));
    request.header("Content-Type", &"multipart/form-data");
    request.multipart(form());
    request.send(SERVICE).await.unwrap();
    let request = server.request();
    assert!(request.text().contains(&boundary(&request)));
}

#[tokio::test]
async fn boundaries_differ() {
    let first = boundary(&sent(form()).await);
    assert_ne!(first, boundary(&sent(form()).await));
    assert!(first.len() >= 32);
}

#[tokio::test]
async fn no_name_ends_its_header() {
    let mut form = Multipart::new();
    form.file(
        "a\"\r\nX: b",
        FilePart::new("").file_name("c\"; d=\"\r\n\r\n--é\0"),
    );
    let text = sent(form).await.text();
    let head = "form-data; name=\"a%22%0D%0AX: b\"; filename=\"c%22; d=%22%0D%0A%0D%0A--é%00\"\r\n";
    assert!(text.contains(head), "{text}");
    let mut form = Multipart::new();
    form.file("file", FilePart::new("").content_type("text/plain\r\nX: b"));
    let error = refused(form).await;
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert!(!error.request_was_sent());
}

#[tokio::test]
async fn the_length_is_announced_when_all_lengths_are_known() {
    let mut form = Multipart::new();
    form.file(
        "file",
        FilePart::from(Body::sized_stream(4, pieces(&["ab", "", "cd"]))),
    );
    let request = sent(form).await;
    let length = request.text().len().to_string();
    assert_eq!(request.header("content-length"), Some(length.as_str()));
    assert!(request.text().contains("\r\n\r\nabcd\r\n--"));
    let mut form = Multipart::new();
    form.file("file", FilePart::from(Body::stream(pieces(&["ab", "cd"]))));
    let request = sent(form).await;
    assert_eq!(request.header("content-length"), None);
    assert_eq!(request.header("transfer-encoding"), Some("chunked"));
}

#[tokio::test]
async fn lengths_beyond_all_numbers_are_not_announced() {
    let mut form = Multipart::new();
    for name in ["a", "b"] {
        let endless = Body::sized_stream(u64::MAX, pieces(&["x"]));
        form.file(name, FilePart::from(endless));
    }
    let error = refused(form).await;
    assert_eq!(error.kind(), ErrorKind::RequestBody);
}

/// The lengths are wrong in a way that the whole of the form does not show.
#[tokio::test]
async fn each_stream_keeps_to_its_length() {
    for lengths in [(2, 4), (4, 2)] {
        let mut form = Multipart::new();
        form.file(
            "a",
            FilePart::from(Body::sized_stream(lengths.0, pieces(&["abc"]))),
        );
        form.file(
            "b",
            FilePart::from(Body::sized_stream(lengths.1, pieces(&["abc"]))),
        );
        assert_eq!(
            refused(form).await.kind(),
            ErrorKind::RequestBody,
            "{lengths:?}"
        );
    }
}

#[tokio::test]
async fn a_large_form_is_sent_whole() {
    let mut form = Multipart::new();
    form.file("file", FilePart::from(vec![b'x'; 3 << 20]));
    form.field("title", &"after it");
    let request = sent(form).await;
    assert!(request.body_length > 3 << 20);
    let length = request.body_length.to_string();
    assert_eq!(request.header("content-length"), Some(length.as_str()));
}

#[tokio::test]
async fn a_payload_has_the_media_type_of_its_kind() {
    let types = PayloadTypes {
        json: "application/json",
        text: "text/plain",
        bytes: "image/png",
    };
    let bodies: [(Payload<String>, Option<&str>, &str, &str); 5] = [
        ("a".to_owned().into(), None, "application/json", "\"a\""),
        (Json::raw("[1]").into(), None, "application/json", "[1]"),
        (Payload::text("a"), None, "text/plain", "a"),
        (Payload::bytes("a"), None, "image/png", "a"),
        (Payload::bytes("a"), Some("image/gif"), "image/gif", "a"),
    ];
    for (body, chosen, media_type, text) in bodies {
        let server = Listener::start([Script::with(200, "", "")]).await;
        let mut request = thing(&core(&server.url()), operation(Method::POST));
        request.payload(types, chosen, body);
        request.send(SERVICE).await.unwrap();
        assert_eq!(server.request().header("content-type"), Some(media_type));
        assert_eq!(server.request().text(), text);
    }
}

#[tokio::test]
async fn a_text_is_in_the_character_set_of_its_media_type() {
    for (media_type, text, bytes) in [
        ("text/plain", "é€", Some("é€".as_bytes())),
        ("text/plain; charset=UTF-8", "é", Some("é".as_bytes())),
        (
            "text/plain;charset=\"iso-8859-1\"",
            "é",
            Some(b"\xE9".as_slice()),
        ),
        ("text/plain; charset=ISO-8859-1", "€", None),
        (
            "text/plain; charset=windows-1252",
            "a",
            Some(b"a".as_slice()),
        ),
        ("text/plain; charset=windows-1252", "é", None),
        ("text/plain; charset=utf-16", "a", None),
        ("text/plain; charset=none-such", "a", None),
    ] {
        let server = Listener::start([Script::with(200, "", "")]).await;
        let mut request = thing(&core(&server.url()), operation(Method::POST));
        request.text(media_type, text);
        let sent = request.send(SERVICE).await;
        match bytes {
            Some(bytes) => assert_eq!(server.request().body, bytes, "{media_type}"),
            None => assert_eq!(
                sent.unwrap_err().kind(),
                ErrorKind::BadParameter,
                "{media_type}"
            ),
        }
    }
}

#[tokio::test]
async fn a_reply_is_read_in_the_character_set_that_it_names() {
    for (charset, bytes, text) in [
        ("", "é".as_bytes(), Some("é")),
        ("; charset=utf-8", "\u{FEFF}é".as_bytes(), Some("é")),
        ("; charset=ISO-8859-1", b"\xE9".as_slice(), Some("é")),
        ("; charset=us-ascii", b"a".as_slice(), Some("a")),
        ("; charset=utf-8", b"\xE9".as_slice(), None),
        ("; charset=shift_jis", b"\xE9\xE9".as_slice(), None),
        ("; charset=windows-1252", b"\xE9".as_slice(), None),
        ("; charset=utf-16le", b"a\0".as_slice(), None),
    ] {
        let head = format!("content-type: text/plain{charset}\r\n");
        let server = Listener::start([Script::with(200, &head, bytes)]).await;
        let reply = send(&core(&server.url()), operation(Method::GET))
            .await
            .unwrap();
        match (reply.text::<()>().await, text) {
            (Ok(reply), Some(text)) => assert_eq!(reply.body(), text),
            (Err(error), None) => assert_eq!(error.kind(), ErrorKind::Decode),
            (reply, _) => panic!("{charset}: {reply:?}"),
        }
    }
}

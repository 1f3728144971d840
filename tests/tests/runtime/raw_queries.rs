//! Query parameters that are sent as they are given.

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{Error, ErrorKind};

use super::{SERVICE, Service, core, operation, thing};

async fn send(server: &Listener, value: Option<&str>) -> Result<(), Error<Service>> {
    let core = core(&server.url());
    let mut get = thing(&core, operation(Method::GET));
    get.raw_query("$q 1", &value);
    get.query("after", &"a&b");
    get.send(SERVICE).await.map(drop)
}

async fn listener() -> Listener {
    Listener::start([Script::with(200, "", "")]).await
}

#[tokio::test]
async fn a_raw_value_is_sent_byte_for_byte() {
    for value in [
        "value1&q2=value2&q3=value3",
        "a%20b%2fc",
        "a+b/c?d@e:f//host.example/../x",
        "\\`{|}[]^~",
        "https://host.example/",
        "",
    ] {
        let server = listener().await;
        send(&server, Some(value)).await.unwrap();
        let sent = server.request().target().to_owned();
        assert_eq!(sent, format!("/thing?$q%201={value}&after=a%26b"));
    }
}

#[tokio::test]
async fn an_absent_raw_value_is_left_out() {
    let server = listener().await;
    send(&server, None).await.unwrap();
    assert_eq!(server.request().target(), "/thing?after=a%26b");
}

#[tokio::test]
async fn a_raw_value_that_would_be_changed_is_refused() {
    let server = listener().await;
    for value in [
        "a#b",
        "a b",
        "a\tb",
        "a\r\nHost: b",
        "a\0",
        "\u{a0}",
        "\u{85}",
        "a'b",
        "\"",
        "<",
        ">",
        "\u{e9}",
    ] {
        let error = send(&server, Some(value)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadParameter, "{value:?}");
        assert!(!error.request_was_sent());
        let text = error.to_string();
        assert!(
            text.starts_with("Thing_Do: the parameter `$q 1` has "),
            "{text}"
        );
    }
    assert_eq!(server.connections(), 0);
}

//! Paths: no value leads a request to another host or another path than the operation's.

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{ClientOptions, Core, Error, ErrorKind, HostPart, host_template};

use super::{SERVICE, Service, core, operation, request};

async fn send_segment(server: &Listener, name: &str) -> Result<(), Error<Service>> {
    let core = core(&server.url());
    let mut get = request(&core, operation(Method::GET));
    get.path("/v2/");
    get.segment("name", &name);
    get.path("/tags/list");
    get.send(SERVICE).await.map(drop)
}

async fn send_raw(endpoint: &str, link: &str) -> Result<(), Error<Service>> {
    let core = core(endpoint);
    let mut put = request(&core, operation(Method::PUT));
    put.path("/");
    put.raw_path("nextBlobUuidLink", &link);
    put.query("digest", &"sha256:abc");
    put.send(SERVICE).await.map(drop)
}

fn ok() -> [Script; 1] {
    [Script::with(200, "", "")]
}

#[tokio::test]
async fn a_value_is_one_segment() {
    for (name, sent) in [
        ("library/hello world", "library%2Fhello%20world"),
        ("a?b#c", "a%3Fb%23c"),
        ("50%", "50%25"),
        ("a%2fb", "a%252fb"),
        ("ü", "%C3%BC"),
        ("a..b", "a..b"),
        ("\\\\evil", "%5C%5Cevil"),
    ] {
        let server = Listener::start(ok()).await;
        send_segment(&server, name).await.unwrap();
        assert_eq!(server.request().target(), format!("/v2/{sent}/tags/list"));
    }
}

#[tokio::test]
async fn segments_that_would_change_the_path_are_refused() {
    for name in [
        "", ".", "..", "a/../b", "../a", "a/.", "a//b", "/a", "a/", "a\r\nb", "a\0", "\u{85}",
        "a\\..\\b", "..\\a",
    ] {
        let server = Listener::start(ok()).await;
        let error = send_segment(&server, name).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadParameter, "{name:?}");
        assert!(
            error
                .to_string()
                .starts_with("Thing_Do: the parameter `name` "),
            "{error}"
        );
        assert!(!error.request_was_sent());
        assert_eq!(server.connections(), 0);
    }
}

#[tokio::test]
async fn a_raw_path_is_sent_byte_for_byte() {
    let path = "/v2/a/blobs/uploads/1?_nouploadcache=false&_state=a%2Bb%3D%3D";
    for link in [
        path,
        &path[1..],
        "{url}/v2/a/blobs/uploads/1?_nouploadcache=false&_state=a%2Bb%3D%3D",
    ] {
        let server = Listener::start(ok()).await;
        send_raw(&server.url(), &link.replace("{url}", &server.url()))
            .await
            .unwrap();
        assert_eq!(
            server.request().target(),
            format!("{path}&digest=sha256%3Aabc")
        );
    }
}

#[tokio::test]
async fn a_raw_path_keeps_what_a_url_parser_would_not_touch() {
    for path in [
        "/a%2Fb%20c",
        "/a;b=c,d:e@f!$&'()*+",
        "/%C3%BC",
        "/a/",
        "/a..b/.c",
        "/a'b",
    ] {
        let server = Listener::start(ok()).await;
        send_raw(&server.url(), path).await.unwrap();
        assert_eq!(
            server.request().target(),
            format!("{path}?digest=sha256%3Aabc")
        );
    }
}

#[tokio::test]
async fn a_raw_path_that_cannot_be_sent_byte_for_byte_is_refused() {
    let server = Listener::start([Script::with(200, "", ""), Script::with(200, "", "")]).await;
    for link in [
        "/a?b='c'",
        "/a\"",
        "/a<b>",
        "/a`",
        "/{a}",
        "/\u{e9}",
        "/a?b=\"",
        "/a?\u{e9}",
    ] {
        let error = send_raw(&server.url(), link).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "Thing_Do: the parameter `nextBlobUuidLink` has characters that a URL cannot carry unchanged",
            "{link}"
        );
    }
    assert_eq!(server.connections(), 0);
    send_raw(&server.url(), "/a?").await.unwrap();
    let core = core(&server.url());
    let mut get = request(&core, operation(Method::GET));
    get.path("/");
    get.raw_path("link", &"/a?");
    get.send(SERVICE).await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].target(), "/a?digest=sha256%3Aabc");
    assert_eq!(requests[1].target(), "/a?");
}

#[tokio::test]
async fn a_raw_path_to_elsewhere_is_refused_before_anything_is_sent() {
    let server = Listener::start(ok()).await;
    let other = Listener::start(ok()).await;
    let port = server.url().rsplit(':').next().unwrap().to_owned();
    let links = [
        other.url() + "/v2/",
        format!("https://127.0.0.1:{port}/v2/"),
        format!("http://@127.0.0.1:{port}/v2/"),
        format!("http://user@127.0.0.1:{port}/v2/"),
        format!("http://user:pass@127.0.0.1:{port}/v2/"),
        format!("http://127.0.0.1:{port}@evil.example/v2/"),
        "//evil.example/v2/".into(),
        "\\\\evil.example/v2/".into(),
        "/\\evil.example/v2/".into(),
        "/v2/../../secret".into(),
        "/v2/%2e%2e/secret".into(),
        "/v2/.%2E/secret".into(),
        "/v2/..%2fsecret".into(),
        "..".into(),
        "v2/./x".into(),
        "file:///etc/passwd".into(),
        "/v2/a b".into(),
        "/v2/a\tb".into(),
        "/v2/a\r\nHost: evil".into(),
        "/v2/\u{a0}".into(),
        "/v2/a#b".into(),
        String::new(),
    ];
    for link in links {
        let error = send_raw(&server.url(), &link).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadParameter, "{link:?}");
        assert!(error.to_string().contains("nextBlobUuidLink"), "{error}");
    }
    assert_eq!((server.connections(), other.connections()), (0, 0));
}

#[tokio::test]
async fn dots_that_meet_at_a_border_are_refused() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut get = request(&core, operation(Method::GET));
    get.path("/a/.");
    get.raw_path("x", &"%2e");
    get.path("/b");
    assert_eq!(
        get.send(SERVICE).await.unwrap_err().kind(),
        ErrorKind::BadParameter
    );
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_base_path_stands_in_front_of_what_is_not_rooted() {
    for (link, target) in [
        ("v2/x", "/base/v2/x"),
        ("/v2/x", "/v2/x"),
        ("{url}/v2/x", "/v2/x"),
    ] {
        let server = Listener::start(ok()).await;
        send_raw(
            &(server.url() + "/base/"),
            &link.replace("{url}", &server.url()),
        )
        .await
        .unwrap();
        assert_eq!(
            server.request().target(),
            format!("{target}?digest=sha256%3Aabc")
        );
    }
    let server = Listener::start(ok()).await;
    let core = core(&(server.url() + "/base"));
    let mut get = request(&core, operation(Method::GET));
    get.path("/");
    get.raw_path("scope", &"/subscriptions/1");
    get.path("/providers");
    get.send(SERVICE).await.unwrap();
    assert_eq!(server.request().target(), "/base/subscriptions/1/providers");
}

#[test]
fn origins_are_compared_after_normalization() {
    let core = core("https://EXAMPLE.com:443");
    for (link, same) in [
        ("https://example.com/x", true),
        ("HTTPS://example.COM./x", true),
        ("https://example.com:443/x", true),
        ("https://example.com:444/x", false),
        ("http://example.com:443/x", false),
        ("https://example.com.evil/x", false),
        ("https://ex\u{e4}mple.com/x", false),
    ] {
        let mut get = request(&core, operation(Method::GET));
        get.path("/");
        get.raw_path("link", &link);
        // An own URL passes the check of its origin, and fails only because something follows it.
        get.path("/more");
        let error = block_on(get.send(SERVICE)).unwrap_err().to_string();
        assert_eq!(
            error.ends_with("only a part of the path"),
            same,
            "{link}: {error}"
        );
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

#[test]
fn endpoints_that_are_not_plain_are_refused() {
    for endpoint in [
        "",
        "example.com",
        "ftp://example.com",
        "https://",
        "https://good@evil.example",
        "https://user:p4ss@example.com",
        "https://example.com?x=1",
        "https://example.com#x",
        "https://good\nevil.example",
        " https://example.com",
        "https:\\\\example.com",
    ] {
        let failure = Core::new(endpoint, None, ClientOptions::default()).unwrap_err();
        let error = Error::<Service>::from(failure);
        assert_eq!(error.kind(), ErrorKind::Configuration, "{endpoint:?}");
        assert!(!format!("{error} {error:?}").contains("p4ss"), "{error:?}");
    }
    let core = Core::new("https://example.com/base", None, ClientOptions::default()).unwrap();
    assert_eq!(core.endpoint().as_str(), "https://example.com/base");
}

#[test]
fn a_host_template_keeps_its_structure() {
    let account = |value| {
        host_template(&[
            HostPart::Literal("https://"),
            HostPart::Param {
                name: "account",
                value,
            },
            HostPart::Literal(".example.com/api"),
        ])
    };
    assert_eq!(account("mine").unwrap(), "https://mine.example.com/api");
    for value in ["", "a@b", "a/b", "a#", "a?", "a b", "a\\b", "a\nb"] {
        let error = Error::<Service>::from(account(value).unwrap_err());
        assert_eq!(error.kind(), ErrorKind::BadParameter, "{value:?}");
        assert!(error.to_string().contains("`account`"));
    }
    let whole = [
        HostPart::Param {
            name: "endpoint",
            value: "https://a.example",
        },
        HostPart::Literal("/v1"),
    ];
    assert_eq!(host_template(&whole).unwrap(), "https://a.example/v1");
}

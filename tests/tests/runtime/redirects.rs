//! Redirects: followed for reading only, and never with something that another host must not see.

use std::sync::Arc;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{
    BasicCredential, ClientOptions, Core, Error, ErrorKind, Operation, Redirects,
};

use super::{BASIC_OR_OAUTH, SERVICE, Service, core_with, guarded_get, operation, thing};

fn redirect(status: u16, location: &str) -> Script {
    Script::with(status, &format!("Location: {location}\r\n"), "moved")
}

fn guarded(url: &str, options: ClientOptions) -> Core {
    core_with(
        url,
        Some(Arc::new(BasicCredential::new("user", "p4ssw0rd"))),
        options,
    )
}

async fn fetch(core: &Core, operation: Operation) -> Result<String, Error<Service>> {
    let mut request = thing(core, operation);
    request.query("token", &"q-secret");
    request.header("Range", &"bytes=0-9");
    request.header("X-Custom", &"h-secret");
    Ok(request.send(SERVICE).await?.text::<()>().await?.into_body())
}

#[tokio::test]
async fn another_host_sees_no_credential_and_no_custom_header() {
    for status in [300, 301, 302, 303, 307, 308] {
        let storage = Listener::start([Script::with(200, "", "blob")]).await;
        let server =
            Listener::start([redirect(status, &(storage.url() + "/blob?sig=a%2Bb"))]).await;
        let core = guarded(&server.url(), super::once());
        assert_eq!(fetch(&core, guarded_get()).await.unwrap(), "blob");
        assert!(server.request().header("Authorization").is_some());
        let request = storage.request();
        assert_eq!(request.line(), "GET /blob?sig=a%2Bb HTTP/1.1");
        assert_eq!(request.header("Accept"), Some("application/json"));
        assert_eq!(request.header("Range"), Some("bytes=0-9"));
        for name in ["Authorization", "X-Custom", "Referer", "Cookie"] {
            assert_eq!(request.header(name), None, "{name}");
        }
        assert!(!request.head.contains("secret"));
    }
}

#[tokio::test]
async fn the_same_origin_keeps_the_credential() {
    let server = Listener::start([redirect(302, "/second"), Script::with(200, "", "ok")]).await;
    let core = guarded(&server.url(), super::once());
    fetch(&core, guarded_get()).await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[1].line(), "GET /second HTTP/1.1");
    assert!(requests[0].header("Authorization").is_some());
    assert_eq!(
        requests[0].header("Authorization"),
        requests[1].header("Authorization")
    );
    assert_eq!(requests[1].header("X-Custom"), None);
    assert_eq!(server.connections(), 1, "the body of a redirect is drained");
}

#[tokio::test]
async fn a_way_back_comes_without_the_credential() {
    let server = Listener::start([]).await;
    let other = Listener::start([redirect(302, &(server.url() + "/back"))]).await;
    server.push(redirect(302, &other.url()));
    server.push(Script::with(200, "", "ok"));
    let core = guarded(&server.url(), super::once());
    assert_eq!(fetch(&core, guarded_get()).await.unwrap(), "ok");
    assert_eq!(other.request().header("Authorization"), None);
    let requests = server.requests();
    assert!(requests[0].header("Authorization").is_some());
    assert_eq!(
        (requests[1].target(), requests[1].header("Authorization")),
        ("/back", None)
    );
}

#[tokio::test]
async fn writing_is_never_sent_a_second_time() {
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        for status in [301, 302, 303, 307, 308] {
            let other = Listener::start([Script::with(200, "", "")]).await;
            let server =
                Listener::start([redirect(status, &other.url()), Script::with(200, "", "")]).await;
            let core = guarded(&server.url(), super::once());
            let operation = Operation {
                redirects: Redirects::Follow,
                ..operation(method.clone())
            };
            let mut request = thing(&core, operation);
            request.form("refresh_token", &"f-secret");
            let error = request.send(SERVICE).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Redirect);
            assert_eq!(error.location(), Some(other.url().as_str()));
            assert_eq!(error.status().unwrap().as_u16(), status);
            assert_eq!((server.requests().len(), other.connections()), (1, 0));
        }
    }
}

#[tokio::test]
async fn a_redirect_can_be_looked_at_instead() {
    for (redirects, follow) in [(Redirects::Follow, false), (Redirects::Fail, true)] {
        let server =
            Listener::start([redirect(307, "https://storage.example/b?sig=q-secret")]).await;
        let core = guarded(
            &server.url(),
            ClientOptions::default().follow_redirects(follow),
        );
        let operation = Operation {
            redirects,
            ..guarded_get()
        };
        let error = fetch(&core, operation).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(
            error.location(),
            Some("https://storage.example/b?sig=q-secret")
        );
        assert!(
            !format!("{error} {error:?}").contains("secret"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_documented_redirect_status_may_be_the_result() {
    let server = Listener::start([redirect(307, "/elsewhere")]).await;
    let core = guarded(&server.url(), super::once());
    let operation = Operation {
        success: &[200, 307],
        ..guarded_get()
    };
    assert_eq!(fetch(&core, operation).await.unwrap(), "moved");
}

#[tokio::test]
async fn redirects_that_lead_nowhere_are_errors() {
    let long = "/a".repeat(40_000);
    for (location, message) in [
        ("/thing?token=q-secret", "in a circle"),
        ("", "no location"),
        ("file:///etc/passwd", "neither `http` nor `https`"),
        ("data:text/plain,x", "neither `http` nor `https`"),
        ("http://user:p4ss@127.0.0.1/", "with a user name"),
        ("http://[::bad", "no location, or one that is no URL"),
        (long.as_str(), ""),
    ] {
        let server = Listener::start([redirect(302, location)]).await;
        let core = guarded(&server.url(), super::once());
        let error = fetch(&core, guarded_get()).await.unwrap_err();
        if !message.is_empty() {
            assert_eq!(error.kind(), ErrorKind::Redirect, "{location}");
            assert_eq!(server.requests().len(), 1);
        }
        assert!(error.to_string().contains(message), "{location}: {error}");
    }
}

#[tokio::test]
async fn five_redirects_are_followed_and_not_six() {
    for (hops, succeeds) in [(5, true), (6, false), (11, false)] {
        let mut scripts: Vec<_> = (0..hops)
            .map(|hop| redirect(302, &format!("/hop{hop}")))
            .collect();
        scripts.push(Script::with(200, "", "end"));
        let server = Listener::start(scripts).await;
        let core = guarded(&server.url(), super::once());
        let result = fetch(&core, guarded_get()).await;
        assert_eq!(result.is_ok(), succeeds, "{hops}: {result:?}");
        assert_eq!(server.requests().len(), 6);
    }
}

#[tokio::test]
async fn a_head_stays_a_head() {
    let server = Listener::start([
        Script::reply("HTTP/1.1 307 X\r\nLocation: /b\r\nContent-Length: 99\r\n\r\n"),
        Script::reply("HTTP/1.1 200 X\r\nContent-Length: 7\r\n\r\n"),
    ])
    .await;
    let core = guarded(&server.url(), super::once());
    let operation = Operation {
        method: Method::HEAD,
        ..guarded_get()
    };
    assert_eq!(fetch(&core, operation).await.unwrap(), "");
    assert_eq!(server.requests()[1].line(), "HEAD /b HTTP/1.1");
}

/// Resolves a name of a public host to a listener on this machine.
struct PublicName(std::net::SocketAddr);

impl reqwest::dns::Resolve for PublicName {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let addresses: reqwest::dns::Addrs = Box::new(std::iter::once(self.0));
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

/// Options by which all names lead to a listener, and its URL under the name of a public host.
fn public_name(server: &Listener) -> (ClientOptions, String) {
    let address = server.url().trim_start_matches("http://").parse().unwrap();
    let builder = reqwest::Client::builder().dns_resolver(PublicName(address));
    let port = server.url().rsplit(':').next().unwrap().to_owned();
    (
        ClientOptions::default().http_client(builder),
        format!("http://registry.example:{port}"),
    )
}

fn public(server: &Listener) -> Core {
    let (options, url) = public_name(server);
    core_with(&url, None, options)
}

#[tokio::test]
async fn a_public_host_does_not_lead_to_a_private_address() {
    for location in [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://a.localhost./",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[::]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://192.0.0.8/",
        "http://198.19.0.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
    ] {
        let other = Listener::start([Script::with(200, "", "")]).await;
        let port = other.url().rsplit(':').next().unwrap().to_owned();
        let server = Listener::start([redirect(302, &location.replace("{port}", &port))]).await;
        let error = fetch(&public(&server), guarded_get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect, "{location}");
        assert!(error.to_string().contains("private address"), "{error}");
        assert_eq!(other.connections(), 0);
    }
}

#[tokio::test]
async fn an_http_client_of_ones_own_follows_nothing_by_itself() {
    let other = Listener::start([Script::with(200, "", "")]).await;
    let server = Listener::start([redirect(307, &other.url())]).await;
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::limited(10))
        .referer(true);
    let core = guarded(&server.url(), ClientOptions::default().http_client(builder));
    let operation = Operation {
        security: BASIC_OR_OAUTH,
        ..operation(Method::POST)
    };
    let mut request = thing(&core, operation);
    request.form("refresh_token", &"f-secret");
    assert_eq!(
        request.send(SERVICE).await.unwrap_err().kind(),
        ErrorKind::Redirect
    );
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn a_public_host_behind_a_private_endpoint_is_trusted_no_more() {
    let storage = Listener::start([]).await;
    let (options, storage_url) = public_name(&storage);
    let server = Listener::start([redirect(302, &storage_url)]).await;
    storage.push(redirect(302, &(server.url() + "/internal")));
    let core = core_with(&server.url(), None, options);
    let error = fetch(&core, guarded_get()).await.unwrap_err();
    assert!(error.to_string().contains("private address"), "{error}");
    assert_eq!((server.requests().len(), storage.requests().len()), (1, 1));
}

//! How the pages of a list behind the first one are asked for: with the version of the API, by another operation, and by
//! the request of the first one.

use http::Method;
use serde::Deserialize;
use tests::listener::{Listener, Script};
use tests::runtime::{Body, Core, ErrorKind, Pages, Request, Response};

use super::{SERVICE, Service, core, operation, request, thing};

#[derive(Debug, Deserialize)]
struct Page {
    #[serde(default)]
    next: Option<String>,
}

type List = Pages<Response<Page, ()>, Service>;

fn list(first: Request) -> List {
    Pages::by_field(
        first,
        SERVICE,
        |reply| Box::pin(reply.json()),
        |page| page.body().next.clone(),
    )
}

fn list_by(first: Request, further: Request) -> List {
    Pages::by_operation(
        first,
        further,
        SERVICE,
        |reply| Box::pin(reply.json()),
        |page| page.body().next.clone(),
    )
}

fn page(next: &str) -> Script {
    Script::json(200, &format!(r#"{{"next":"{next}"}}"#))
}

/// Reads a list to its end, or to its first error.
async fn read(mut pages: List) -> Option<ErrorKind> {
    while let Some(page) = pages.next().await {
        if let Err(error) = page {
            return Some(error.kind());
        }
    }
    None
}

fn asked(server: &Listener) -> Vec<String> {
    let requests = server.requests();
    let lines = requests.iter().map(|request| request.line().to_owned());
    lines.map(|line| line.replace(" HTTP/1.1", "")).collect()
}

#[tokio::test]
async fn a_link_asks_for_the_version_that_was_asked_for() {
    for (link, target) in [
        ("/p2", "/p2?api-version=1"),
        (
            "/p2?skip=%2f&x=1/1%20AM",
            "/p2?skip=%2f&x=1/1%20AM&api-version=1",
        ),
        (
            "/p2?Api-Version=other&skip=a%2Bb",
            "/p2?api-version=1&skip=a%2Bb",
        ),
        ("/p2?skip=a&api%2Dversion=other", "/p2?skip=a&api-version=1"),
        ("/p2?api-version=1&&skip=a", "/p2?api-version=1&skip=a"),
    ] {
        let server = Listener::start([page(link), page("")]).await;
        let core = core(&server.url());
        let mut first = thing(&core, operation(Method::GET));
        first.query("filter", &"mine");
        first.query("api-version", &"1");
        assert_eq!(read(list(first)).await, None);
        assert_eq!(asked(&server)[1], format!("GET {target}"), "{link}");
    }
}

#[tokio::test]
async fn without_a_version_a_link_stays_as_it_is() {
    let link = "/p2?api-version=2&filter=theirs&&x=%2f";
    let server = Listener::start([page(link), page("")]).await;
    let core = core(&server.url());
    let mut first = thing(&core, operation(Method::GET));
    first.query("filter", &"mine");
    assert_eq!(read(list(first)).await, None);
    assert_eq!(asked(&server)[1], format!("GET {link}"));
}

/// An operation for the next page whose path has a place for the link.
fn next_in_path(core: &Core) -> Request {
    let mut next = request(core, operation(Method::GET));
    next.path("/things/");
    next.segment("tenant", &"a b");
    next.path("/");
    next.link();
    next.query("version", &"1.6");
    next.header("X-Next", &"yes");
    next
}

#[tokio::test]
async fn a_token_that_looks_like_a_url_is_a_token() {
    let server = Listener::start([page("page:2"), page(" ")]).await;
    let core = core(&server.url());
    let first = thing(&core, operation(Method::GET));
    assert_eq!(read(list_by(first, next_in_path(&core))).await, None);
    assert!(
        asked(&server)[1].contains("/page:2"),
        "{:?}",
        asked(&server)
    );
}

#[tokio::test]
async fn an_operation_takes_the_link_into_its_path() {
    for (link, target) in [
        ("next", "/things/a%20b/next?version=1.6"),
        ("next?page=2", "/things/a%20b/next?page=2&version=1.6"),
        ("/x/next?page=2", "/things/a%20b/x/next?page=2&version=1.6"),
        ("{url}/whole?a=%2f", "/whole?a=%2f&version=1.6"),
    ] {
        let server = Listener::start([page(link), page("last"), page("")]).await;
        let core = core(&server.url());
        let first = thing(&core, operation(Method::GET));
        let pages = list_by(first, next_in_path(&core));
        assert_eq!(read(pages).await, None);
        let last = "GET /things/a%20b/last?version=1.6";
        assert_eq!(
            asked(&server)[1..],
            [&format!("GET {target}"), last],
            "{link}"
        );
        assert_eq!(server.requests()[1].header("X-Next"), Some("yes"));
    }
}

#[tokio::test]
async fn an_operation_without_such_a_place_adds_what_the_link_lacks() {
    let server = Listener::start([page("{url}/next?a=theirs&c=3"), page("")]).await;
    let core = core(&server.url());
    let mut next = request(&core, operation(Method::GET));
    next.method(Method::POST);
    next.path("/unused");
    next.query("a", &"mine");
    next.query("b", &"2");
    let pages = list_by(thing(&core, operation(Method::GET)), next);
    assert_eq!(read(pages).await, None);
    assert_eq!(asked(&server)[1], "POST /next?a=theirs&c=3&b=2");
}

#[tokio::test]
async fn a_link_in_a_path_stays_at_the_endpoint() {
    for link in [
        "//evil.example",
        "..",
        "a/../../b",
        "a\\\\b",
        "http://evil.example/",
    ] {
        let server = Listener::start([page(link)]).await;
        let core = core(&server.url());
        let first = thing(&core, operation(Method::GET));
        let kind = read(list_by(first, next_in_path(&core))).await;
        assert!(
            matches!(kind, Some(ErrorKind::BadParameter | ErrorKind::Untrusted)),
            "{link}: {kind:?}"
        );
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_next_request_that_cannot_be_sent_is_the_first_item() {
    let core = core("http://127.0.0.1:1");
    let mut next = next_in_path(&core);
    next.header("X-Name", &"\n");
    let pages = list_by(thing(&core, operation(Method::GET)), next);
    assert_eq!(read(pages).await, Some(ErrorKind::BadParameter));
}

#[tokio::test]
async fn the_first_request_may_be_repeated_at_the_link() {
    let server = Listener::start([page("/p2"), page("/p3"), page("")]).await;
    let core = core(&server.url());
    let mut first = thing(&core, operation(Method::POST));
    first.body("text/plain", Body::from("which"));
    let pages: List = Pages::by_repeating(
        first,
        SERVICE,
        |reply| Box::pin(reply.json()),
        |page| page.body().next.clone(),
    );
    assert_eq!(read(pages).await, None);
    assert_eq!(asked(&server), ["POST /thing", "POST /p2", "POST /p3"]);
    for request in server.requests() {
        assert_eq!(request.text(), "which");
        assert_eq!(request.header("Content-Type"), Some("text/plain"));
    }
}

//! Lists that come in pages.

use std::sync::Arc;

use http::Method;
use serde::Deserialize;
use tests::listener::{Listener, Script};
use tests::runtime::{BearerToken, ErrorKind, Items, Operation, Pages, Response};

use super::{SERVICE, Service, core_with, guarded_get, operation, thing};

#[derive(Clone, Debug, Deserialize)]
struct Page {
    #[serde(default)]
    names: Option<Vec<String>>,
    #[serde(default)]
    next: Option<String>,
}

type Reply = Response<Page, ()>;

fn page(link: &str, body: &str) -> Script {
    Script::with(200, &format!("{link}\r\n"), body)
}

fn pages(url: &str, operation: Operation) -> Pages<Reply, Service> {
    let core = core_with(
        url,
        Some(Arc::new(BearerToken::new("t0ken"))),
        super::impatient(),
    );
    let mut request = thing(&core, operation);
    request.query("n", &2);
    Pages::by_link(request, SERVICE, |reply| Box::pin(reply.json()), "Link")
}

fn items(pages: Pages<Reply, Service>) -> Items<String, Reply, Service> {
    pages.items(|page| page.into_body().names.unwrap_or_default())
}

/// All items up to the end or the first error.
async fn all(mut items: Items<String, Reply, Service>) -> (String, Option<ErrorKind>) {
    let mut names = String::new();
    loop {
        match items.next().await {
            Some(Ok(name)) => names += &name,
            Some(Err(error)) => {
                assert!(
                    items.next().await.is_none(),
                    "after an error there is nothing"
                );
                return (names, Some(error.kind()));
            }
            None => return (names, None),
        }
    }
}

#[tokio::test]
async fn pages_are_followed_with_the_same_accept_and_credential() {
    let server = Listener::start([
        page(
            "Link: </thing?last=b%2Fc&n=2>; rel=\"next\"",
            r#"{"names":["a","b"]}"#,
        ),
        page("Link: <?last=d>; rel=next", r#"{"names":null}"#),
        page("Link: <{url}/other>; rel=\"last\"", r#"{"names":["e"]}"#),
    ])
    .await;
    assert_eq!(
        all(items(pages(&server.url(), guarded_get()))).await,
        ("abe".into(), None)
    );
    let requests = server.requests();
    let targets: Vec<_> = requests
        .iter()
        .map(tests::listener::Recorded::target)
        .collect();
    assert_eq!(
        targets,
        ["/thing?n=2", "/thing?last=b%2Fc&n=2", "/thing?last=d"]
    );
    for request in &requests {
        assert_eq!(request.header("Authorization"), Some("Bearer t0ken"));
        assert_eq!(request.header("Accept"), Some("application/json"));
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn the_next_link_is_found_among_others() {
    for link in [
        "Link: </p2>; rel=\"next\"",
        "link: </p2>;rel=next",
        "Link: </first>; rel=\"first\", </p2>; rel=\"next\", </last>; rel=\"last\"",
        "Link: </first>; rel=first\r\nLink: </p2>; rel=next",
        "Link: </x,y;z>; title=\"a, b; <c> \\\" rel=next\"; rel=prev, </p2>; title=t; rel=\"prev NEXT\"",
        "Link: < /p2 > ; REL = next",
    ] {
        let server = Listener::start([
            page(link, r#"{"names":["a"]}"#),
            page("X: y", r#"{"names":["b"]}"#),
        ])
        .await;
        assert_eq!(
            all(items(pages(&server.url(), guarded_get()))).await,
            ("ab".into(), None),
            "{link}"
        );
        assert_eq!(server.requests()[1].target(), "/p2");
    }
}

#[tokio::test]
async fn what_is_no_next_link_is_the_end() {
    for link in [
        "X: y",
        "Link: <>; rel=\"next\"",
        "Link: </p2>; rel=\"last\"",
        "Link: </p2>",
        "Link: </p2>; rel=\"nextish\"",
        "Link: </p2>; rel=prev; rel=next",
        "Link: /p2; rel=next",
        "Link: </p2",
        "Link: ",
    ] {
        let server = Listener::start([page(link, r#"{"names":["a"]}"#)]).await;
        assert_eq!(
            all(items(pages(&server.url(), guarded_get()))).await,
            ("a".into(), None),
            "{link}"
        );
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_link_to_another_origin_is_refused() {
    let other = Listener::start([page("X: y", "{}")]).await;
    for link in [
        other.url() + "/thing",
        other.url().replace("http:", "https:"),
        "//evil.example/thing".into(),
        "\\\\evil.example/thing".into(),
        "{url}@evil.example/".into(),
        other.url().replace("http://", "http://user@"),
        "file:///etc/passwd".into(),
    ] {
        let first = page(
            &format!("Link: <{link}>; rel=\"next\""),
            r#"{"names":["a"]}"#,
        );
        let server = Listener::start([first]).await;
        assert_eq!(
            all(items(pages(&server.url(), guarded_get()))).await,
            ("a".into(), Some(ErrorKind::Untrusted)),
            "{link}"
        );
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn a_list_that_comes_back_to_itself_ends() {
    let to = |link: &str, name: &str| {
        page(
            &format!("Link: <{link}>; rel=next"),
            &format!(r#"{{"names":["{name}"]}}"#),
        )
    };
    let itself = [to("/thing?n=2", "a")];
    let cycle = [to("/p2", "a"), to("/p3", "b"), to("/p2#x", "c")];
    for (scripts, names) in [(itself.to_vec(), "a"), (cycle.to_vec(), "abc")] {
        let requests = scripts.len();
        let server = Listener::start(scripts).await;
        let got = all(items(pages(&server.url(), guarded_get()))).await;
        assert_eq!(got, (names.into(), Some(ErrorKind::PageLoop)));
        assert_eq!(server.requests().len(), requests);
    }
}

#[tokio::test]
async fn a_page_that_fails_ends_the_list() {
    let first = || page("Link: </p2>; rel=next", r#"{"names":["a"]}"#);
    for (second, kind) in [
        (Script::json(500, "{}"), ErrorKind::Service),
        (Script::json(200, "{"), ErrorKind::Decode),
        (
            Script::reply("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n{").then_close(),
            ErrorKind::IncompleteBody,
        ),
        (Script::hang(), ErrorKind::Timeout),
    ] {
        let server =
            Listener::start([first(), second, page("X: y", r#"{"names":["never"]}"#)]).await;
        assert_eq!(
            all(items(pages(&server.url(), guarded_get()))).await,
            ("a".into(), Some(kind))
        );
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_is_the_first_item() {
    let core = core_with("http://127.0.0.1:1", None, super::impatient());
    let mut request = thing(&core, operation(Method::GET));
    request.header("X-Name", &"\n");
    let mut pages: Pages<Reply, Service> =
        Pages::by_link(request, SERVICE, |reply| Box::pin(reply.json()), "Link");
    assert_eq!(
        pages.next().await.unwrap().unwrap_err().kind(),
        ErrorKind::BadParameter
    );
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn a_link_may_stand_in_the_body() {
    let server = Listener::start([
        Script::json(200, r#"{"names":["a"],"next":"{url}/p2"}"#),
        Script::json(200, r#"{"names":["b"],"next":""}"#),
    ])
    .await;
    let core = core_with(&server.url(), None, super::impatient());
    let mut request = thing(&core, operation(Method::POST));
    request.form("filter", &"x");
    let pages: Pages<Reply, Service> = Pages::by_field(
        request,
        SERVICE,
        |reply| Box::pin(reply.json()),
        |page| page.body().next.clone(),
    );
    assert_eq!(all(items(pages)).await, ("ab".into(), None));
    let requests = server.requests();
    assert_eq!(
        (requests[0].line(), requests[0].text().as_str()),
        ("POST /thing HTTP/1.1", "filter=x")
    );
    assert_eq!(requests[1].line(), "GET /p2 HTTP/1.1");
    assert_eq!(
        (
            requests[1].header("Content-Type"),
            requests[1].header("Content-Length")
        ),
        (None, None)
    );
}

#[tokio::test]
async fn a_list_may_be_one_page() {
    let server = Listener::start([page(
        "Link: </p2>; rel=next",
        r#"{"names":["a"],"next":"/p2"}"#,
    )])
    .await;
    let core = core_with(&server.url(), None, super::impatient());
    let pages: Pages<Reply, Service> =
        Pages::single(thing(&core, operation(Method::GET)), SERVICE, |reply| {
            Box::pin(reply.json())
        });
    assert_eq!(all(items(pages)).await, ("a".into(), None));
}

#[tokio::test]
async fn a_page_that_is_given_up_comes_with_the_next_call() {
    let slow = Script::reply("")
        .then_pause(std::time::Duration::from_millis(100))
        .then_send("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"names\":[\"a\"]}");
    let server = Listener::start([slow]).await;
    let mut items = items(pages(&server.url(), guarded_get()));
    let early = tokio::time::timeout(std::time::Duration::from_millis(20), items.next()).await;
    assert!(early.is_err());
    assert_eq!(all(items).await, ("a".into(), None));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_link_that_is_not_well_encoded_is_resolved_as_browsers_do() {
    let server = Listener::start([
        page("Link: </p2?$filter=name eq 'x'>; rel=next", "{}"),
        page("X: y", r#"{"names":["b"]}"#),
    ])
    .await;
    assert_eq!(
        all(items(pages(&server.url(), guarded_get()))).await,
        ("b".into(), None)
    );
    assert_eq!(
        server.requests()[1].target(),
        "/p2?$filter=name%20eq%20%27x%27"
    );
}

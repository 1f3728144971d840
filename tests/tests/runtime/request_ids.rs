//! The ids that name a request in the logs of its service.

use std::time::Duration;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{ClientOptions, Core, Request, Retries};

use super::{SERVICE, core_with, operation, thing};

const NAME: &str = "x-ms-client-request-id";

fn named(core: &Core, id: Option<&str>) -> Request {
    let mut request = thing(core, operation(Method::GET));
    request.request_id(NAME, &id);
    request
}

fn core(url: &str) -> Core {
    let retries = Retries::default().first_delay(Duration::ZERO);
    core_with(url, None, ClientOptions::default().retries(retries))
}

fn is_uuid_4(id: &str) -> bool {
    let groups: Vec<&str> = id.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits = id
        .bytes()
        .all(|b| b == b'-' || b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    lengths == [8, 4, 4, 4, 12]
        && digits
        && groups[2].starts_with('4')
        && groups[3].starts_with(['8', '9', 'a', 'b'])
}

#[tokio::test]
async fn a_request_without_a_name_gets_one_that_it_keeps_when_it_is_repeated() {
    let ok = || Script::with(200, "x-ms-request-id: theirs\r\n", "\"x\"");
    let server = Listener::start([Script::with(503, "", ""), ok(), ok()]).await;
    let core = core(&server.url());
    for _ in 0..2 {
        let reply = named(&core, None).send(SERVICE).await.unwrap();
        let reply = reply.text::<()>().await.unwrap();
        let requests = server.requests();
        let sent = requests.last().unwrap().header(NAME);
        assert_eq!(reply.client_request_id(), sent);
        assert_eq!(reply.request_id(), Some("theirs"));
    }
    let requests = server.requests();
    let ids: Vec<&str> = requests
        .iter()
        .filter_map(|request| request.header(NAME))
        .collect();
    assert!(ids.iter().all(|id| is_uuid_4(id)), "{ids:?}");
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[1], ids[2]);
}

#[tokio::test]
async fn the_name_that_the_caller_gives_is_in_the_error() {
    let server = Listener::start([Script::with(400, "x-ms-request-id: theirs\r\n", "")]).await;
    let error = named(&core(&server.url()), Some("mine"))
        .send(SERVICE)
        .await
        .unwrap_err();
    assert_eq!(server.request().header(NAME), Some("mine"));
    assert_eq!(error.client_request_id(), Some("mine"));
    assert_eq!(error.request_id(), Some("theirs"));
    let unsent = named(&core("http://127.0.0.1:1"), Some("mine")).send(SERVICE);
    assert_eq!(unsent.await.unwrap_err().client_request_id(), Some("mine"));
}

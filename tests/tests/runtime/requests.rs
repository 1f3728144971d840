//! Queries, headers and forms.

use std::collections::BTreeMap;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{Body, Collection, DateTime, ErrorKind, Json, Request, Secret, Wire};

use super::{SERVICE, core, operation, request, thing};

fn ok() -> [Script; 1] {
    [Script::with(200, "", "")]
}

#[tokio::test]
async fn a_literal_query_and_a_trailing_slash_are_sent_as_written() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut post = request(&core, operation(Method::POST));
    post.path("/v2/");
    post.segment("name", &"x");
    post.path("/blobs/uploads/");
    post.literal_query("mode=resumable");
    post.query("api-version", &"2021-07-01");
    post.query("absent", &None::<String>);
    post.send(SERVICE).await.unwrap();
    assert_eq!(
        server.request().target(),
        "/v2/x/blobs/uploads/?mode=resumable&api-version=2021-07-01"
    );
}

#[tokio::test]
async fn an_absent_body_is_announced_where_a_body_is_expected() {
    for method in [Method::POST, Method::PUT, Method::PATCH] {
        let server = Listener::start(ok()).await;
        thing(&core(&server.url()), operation(method))
            .send(SERVICE)
            .await
            .unwrap();
        let request = server.request();
        assert_eq!(request.header("Content-Length"), Some("0"), "{request:?}");
        assert_eq!(request.header("Content-Type"), None);
        assert_eq!(request.body_length, 0);
    }
    let given: [fn(&mut Request); 3] = [
        |put| put.body("application/octet-stream", Body::empty()),
        |put| put.json("application/json", &Json::<()>::raw("")),
        |put| put.form("absent", &None::<String>),
    ];
    for body in given {
        let server = Listener::start(ok()).await;
        let mut put = thing(&core(&server.url()), operation(Method::PUT));
        body(&mut put);
        put.send(SERVICE).await.unwrap();
        let request = server.request();
        assert_eq!(request.header("Content-Length"), Some("0"), "{request:?}");
        assert!(request.header("Content-Type").is_some());
    }
    for method in [Method::GET, Method::HEAD, Method::DELETE] {
        let server = Listener::start(ok()).await;
        thing(&core(&server.url()), operation(method))
            .send(SERVICE)
            .await
            .unwrap();
        assert_eq!(server.request().header("Content-Length"), None);
    }
}

#[tokio::test]
async fn query_values_are_encoded_and_names_readable() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut get = thing(&core, operation(Method::GET));
    get.query("$filter", &"a b&c=d+e/é");
    get.query("n", &42_i64);
    get.query("ratio", &0.5_f64);
    get.query("all", &Some(true));
    get.send(SERVICE).await.unwrap();
    assert_eq!(
        server.request().target(),
        "/thing?$filter=a%20b%26c%3Dd%2Be%2F%C3%A9&n=42&ratio=0.5&all=true"
    );
}

#[tokio::test]
async fn lists_are_written_by_their_collection_format() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut get = thing(&core, operation(Method::GET));
    let list = vec!["a,b", "c d"];
    for (name, collection) in [
        ("csv", Collection::Csv),
        ("ssv", Collection::Ssv),
        ("tsv", Collection::Tsv),
        ("pipes", Collection::Pipes),
        ("multi", Collection::Multi),
    ] {
        get.query_list(name, &list, collection);
    }
    get.query_list("absent", &None::<Vec<String>>, Collection::Csv);
    get.query_list("empty", &Vec::<String>::new(), Collection::Csv);
    get.query_list("none", &Vec::<String>::new(), Collection::Multi);
    get.header_list("X-List", &vec![1, 2], Collection::Csv);
    get.header_list("X-Multi", &vec![1, 2], Collection::Multi);
    get.send(SERVICE).await.unwrap();
    let request = server.request();
    assert_eq!(
        request.target(),
        "/thing?csv=a%2Cb,c%20d&ssv=a%2Cb%20c%20d&tsv=a%2Cb%09c%20d&pipes=a%2Cb%7Cc%20d&multi=a%2Cb&multi=c%20d&empty="
    );
    assert_eq!(request.header("X-List"), Some("1,2"));
    assert_eq!(request.headers("X-Multi"), ["1", "2"]);
}

#[tokio::test]
async fn a_list_in_a_path_is_joined_after_its_elements_are_encoded() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut get = request(&core, operation(Method::GET));
    get.path("/a/");
    get.segment_list("list", &vec!["x", "y/z,", "", ""], Collection::Csv);
    get.path("/");
    get.segment_list("pipes", &vec![1, 2], Collection::Pipes);
    get.send(SERVICE).await.unwrap();
    assert_eq!(server.request().target(), "/a/x,y%2Fz%2C,,/1%7C2");
    for refused in [vec![], vec!["a//b"], vec!["a/../b"]] {
        let mut get = request(&core, operation(Method::GET));
        get.path("/");
        get.segment_list("list", &refused, Collection::Csv);
        let error = get.send(SERVICE).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadParameter, "{refused:?}");
    }
}

#[tokio::test]
async fn a_form_is_urlencoded_and_absent_fields_are_not_sent() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut post = thing(&core, operation(Method::POST));
    post.form("grant_type", &"refresh_token");
    post.form("scope", &"repository:a b:pull,push");
    post.form("refresh_token", &Secret::new("a+b/c=&ü"));
    post.form("tenant", &None::<String>);
    post.form_list("x", &vec!["1", "2"], Collection::Multi);
    post.form_list("y", &vec!["1,1", "2"], Collection::Csv);
    post.send(SERVICE).await.unwrap();
    let request = server.request();
    assert_eq!(
        request.header("Content-Type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(
        request.text(),
        "grant_type=refresh_token&scope=repository%3Aa+b%3Apull%2Cpush&refresh_token=a%2Bb%2Fc%3D%26%C3%BC\
         &x=1&x=2&y=1%2C1,2"
    );
}

#[tokio::test]
async fn header_values_that_would_end_the_line_are_refused() {
    for value in ["a\r\nX-Evil: 1", "a\nb", "a\0b", "a\rb"] {
        let server = Listener::start(ok()).await;
        let core = core(&server.url());
        let mut get = thing(&core, operation(Method::GET));
        get.header("X-Name", &value);
        let error = get.send(SERVICE).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadParameter);
        assert_eq!(
            error.to_string(),
            "Thing_Do: the parameter `X-Name` has a control character"
        );
        assert!(!error.request_was_sent());
        assert_eq!(server.connections(), 0);
    }
}

#[tokio::test]
async fn an_accept_parameter_replaces_that_of_the_operation() {
    let server = Listener::start([Script::with(200, "", ""), Script::with(200, "", "")]).await;
    let core = core(&server.url());
    thing(&core, operation(Method::GET))
        .send(SERVICE)
        .await
        .unwrap()
        .empty::<()>()
        .await
        .unwrap();
    let mut get = thing(&core, operation(Method::GET));
    get.header("accept", &"text/plain");
    get.send(SERVICE).await.unwrap();
    let [first, second] = &server.requests()[..] else {
        panic!("two requests")
    };
    assert_eq!(first.header("Accept"), Some("application/json"));
    assert_eq!(second.header("Accept"), Some("text/plain"));
    assert_eq!(
        first.header("User-Agent"),
        Some(concat!("tests/", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(server.connections(), 1, "a connection is used again");
}

#[tokio::test]
async fn json_is_sent_as_a_value_or_byte_for_byte() {
    let server = Listener::start([Script::with(200, "", ""), Script::with(200, "", "")]).await;
    let core = core(&server.url());
    let mut put = thing(&core, operation(Method::PUT));
    put.json("application/json", &Json::from(vec![1, 2]));
    put.send(SERVICE)
        .await
        .unwrap()
        .empty::<()>()
        .await
        .unwrap();
    let mut put = thing(&core, operation(Method::PUT));
    let manifest = "{\n   \"schemaVersion\" : 2 }\n";
    put.json(
        "application/vnd.oci.image.manifest.v1+json",
        &Json::<Vec<i32>>::raw(manifest),
    );
    put.send(SERVICE).await.unwrap();
    let [value, raw] = &server.requests()[..] else {
        panic!("two requests")
    };
    assert_eq!(
        (value.header("Content-Type"), value.text().as_str()),
        (Some("application/json"), "[1,2]")
    );
    assert_eq!(
        raw.header("Content-Type"),
        Some("application/vnd.oci.image.manifest.v1+json")
    );
    assert_eq!(raw.text(), manifest);
}

#[tokio::test]
async fn the_first_fault_is_the_one_that_is_told() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let mut get = request(&core, operation(Method::GET));
    get.path("/");
    get.segment("first", &"..");
    get.header("second", &"\n");
    let error = get.send(SERVICE).await.unwrap_err();
    assert!(error.to_string().contains("`first`"), "{error}");
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_value_of_any_kind_is_a_trait_object() {
    let values: [&dyn Wire; 4] = [&"text", &String::new(), &Some(1_i32), &Secret::new("s")];
    assert_eq!(values.iter().filter_map(Wire::wire).count(), 4);
}

#[tokio::test]
async fn a_header_that_http_allows_once_is_sent_once() {
    let server = Listener::start(ok()).await;
    let mut put = thing(&core(&server.url()), operation(Method::PUT));
    put.header("content-type", &"application/vnd.docker+json");
    put.header("Authorization", &Secret::new("first"));
    put.header("Authorization", &Secret::new("second"));
    put.json("application/json", &Json::from(1));
    put.send(SERVICE).await.unwrap();
    let request = server.request();
    assert_eq!(
        request.header("Content-Type"),
        Some("application/vnd.docker+json")
    );
    assert_eq!(request.header("Authorization"), Some("second"));
}

#[tokio::test]
async fn headers_of_the_connection_and_too_many_headers_are_refused() {
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    for name in ["Transfer-Encoding", "Connection"] {
        let mut put = thing(&core, operation(Method::PUT));
        put.header(name, &"chunked");
        let error = put.send(SERVICE).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadParameter);
        assert!(error.to_string().contains(name), "{error}");
    }
    let mut get = thing(&core, operation(Method::GET));
    for index in 0..40_000 {
        get.header(format!("X-{index}").leak(), &index);
    }
    let error = get.send(SERVICE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_value_without_a_text_is_refused_and_not_left_out() {
    let far = DateTime(time::OffsetDateTime::UNIX_EPOCH.replace_year(-5).unwrap());
    let server = Listener::start(ok()).await;
    let core = core(&server.url());
    let parts: [fn(&mut Request, &dyn Wire); 3] = [
        |get, value| get.query("when", value),
        |get, value| get.header("when", value),
        |get, value| get.form("when", value),
    ];
    for part in parts {
        for value in [&Some(far) as &dyn Wire, &f64::NAN, &f32::INFINITY] {
            let mut get = thing(&core, operation(Method::GET));
            part(&mut get, value);
            let error = get.send(SERVICE).await.unwrap_err();
            assert_eq!(
                error.to_string(),
                "Thing_Do: the parameter `when` cannot be written as text"
            );
        }
    }
    let mut get = thing(&core, operation(Method::GET));
    get.query_list("when", &vec![1.0, f64::NAN], Collection::Csv);
    assert_eq!(
        get.send(SERVICE).await.unwrap_err().kind(),
        ErrorKind::BadParameter
    );
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_secret_stays_one_in_any_wrapping() {
    let secret = Secret::new("s");
    let values: [&dyn Wire; 3] = [&secret, &Some(secret.clone()), &&secret];
    assert!(values.iter().all(Wire::is_secret));
    assert!(!"text".is_secret());
}

#[tokio::test]
async fn a_map_is_a_header_for_each_of_its_keys() {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut request = thing(&core(&server.url()), operation(Method::PUT));
    let tags = BTreeMap::from([
        ("b".to_owned(), "2".to_owned()),
        ("a".to_owned(), "1".to_owned()),
    ]);
    request.header_map("x-meta-", &tags);
    request.header_map("x-none-", &None);
    request.send(SERVICE).await.unwrap();
    assert_eq!(server.request().header("x-meta-a"), Some("1"));
    assert_eq!(server.request().header("x-meta-b"), Some("2"));
    let mut request = thing(&core(&server.url()), operation(Method::PUT));
    request.header_map(
        "x-meta-",
        &BTreeMap::from([("a b".to_owned(), String::new())]),
    );
    let error = request.send(SERVICE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadParameter);
}

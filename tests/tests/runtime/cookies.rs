//! Parameters in cookies.

use std::sync::Arc;

use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{
    ApiKey, Collection, ErrorKind, Operation, SchemeUse, Secret, SecurityScheme, SecuritySchemeKind,
};

use super::{SERVICE, core, core_with, once, operation, thing};

static SESSION: SecurityScheme =
    SecurityScheme::new("session", SecuritySchemeKind::ApiKeyCookie("session"));
static USES_SESSION: &[&[SchemeUse]] = &[&[SchemeUse::new(&SESSION, &[])]];

#[tokio::test]
async fn cookies_share_one_header_with_the_credential() {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let credential = Some(Arc::new(ApiKey::new("key")) as _);
    let core = core_with(&server.url(), credential, once());
    let mut get = thing(
        &core,
        Operation {
            security: USES_SESSION,
            ..operation(Method::GET)
        },
    );
    get.cookie("theme", &"dark; Path=/");
    get.cookie("absent", &None::<String>);
    get.cookie("token", &Secret::new("a+b/c=="));
    get.cookie_list("tags", &["x", "y,z"][..].to_vec(), Collection::Csv);
    get.cookie_list("none", &Vec::<String>::new(), Collection::Csv);
    get.send(SERVICE).await.unwrap();
    assert_eq!(
        server.request().header("Cookie"),
        Some("theme=dark%3B%20Path=/; token=a+b/c==; tags=x,y%2Cz; session=key")
    );
}

#[tokio::test]
async fn a_name_that_no_cookie_can_have_is_refused() {
    let server = Listener::start([]).await;
    let mut get = thing(&core(&server.url()), operation(Method::GET));
    get.cookie("a\nb", &"c");
    let error = get.send(SERVICE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_value_that_is_encoded_is_told_from_one_that_is_not() {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let mut get = thing(&core(&server.url()), operation(Method::GET));
    get.cookie("plain", &"a b");
    get.cookie("encoded", &"a%20b");
    get.cookie_list("list", &vec!["100%"], Collection::Csv);
    get.send(SERVICE).await.unwrap();
    assert_eq!(
        server.request().header("Cookie"),
        Some("plain=a%20b; encoded=a%2520b; list=100%25")
    );
}

#[tokio::test]
async fn a_credential_in_a_cookie_is_sent_as_it_is_or_refused() {
    let operation = || Operation {
        security: USES_SESSION,
        ..operation(Method::GET)
    };
    let server = Listener::start([Script::with(200, "", "")]).await;
    let core = |key: &str| {
        let credential = Some(Arc::new(ApiKey::new(key)) as _);
        core_with(&server.url(), credential, once())
    };
    let sent = thing(&core("s%3Aa=="), operation()).send(SERVICE).await;
    assert!(sent.is_ok());
    assert_eq!(server.request().header("Cookie"), Some("session=s%3Aa=="));
    for key in ["a b", "a;b", "a\"b", "a,b", "a\\b", "\u{e4}", "a\tb"] {
        let refused = thing(&core(key), operation()).send(SERVICE).await;
        let error = refused.expect_err(key);
        assert_eq!(error.kind(), ErrorKind::Credential, "{key}");
        assert!(!format!("{error:?}").contains(key), "{error:?}");
    }
    assert_eq!(server.requests().len(), 1);
}

//! Who is asked for a proof, and where it goes.

use std::error::Error as _;
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http::{HeaderMap, Method};
use tests::listener::{Listener, Script};
use tests::runtime::{
    ApiKey, Authorization, BasicCredential, BearerToken, Body, BoxFuture, Credential,
    CredentialError, ErrorKind, Need, Operation, Pages, Response, SchemeUse, SecurityScheme,
    SecuritySchemeKind,
};

use super::{BASIC_OR_OAUTH, SERVICE, Service, core_with, operation, thing};

static KEY_HEADER: SecurityScheme =
    SecurityScheme::new("key", SecuritySchemeKind::ApiKeyHeader("X-Api-Key"));
static KEY_QUERY: SecurityScheme =
    SecurityScheme::new("code", SecuritySchemeKind::ApiKeyQuery("code"));
static KEY_AUTHORIZATION: SecurityScheme =
    SecurityScheme::new("token", SecuritySchemeKind::ApiKeyHeader("authorization"));

static KEY_COOKIE: SecurityScheme =
    SecurityScheme::new("session", SecuritySchemeKind::ApiKeyCookie("session"));
static KEY_COOKIES: SecurityScheme =
    SecurityScheme::new("other", SecuritySchemeKind::ApiKeyCookie("other"));

static USES_KEY_HEADER: &[&[SchemeUse]] = &[&[SchemeUse::new(&KEY_HEADER, &[])]];
static USES_KEY_QUERY: &[&[SchemeUse]] = &[&[SchemeUse::new(&KEY_QUERY, &[])]];
static USES_KEY_COOKIE: &[&[SchemeUse]] = &[&[SchemeUse::new(&KEY_COOKIE, &[])]];
static USES_TWO_COOKIES: &[&[SchemeUse]] = &[&[
    SchemeUse::new(&KEY_COOKIE, &[]),
    SchemeUse::new(&KEY_COOKIES, &[]),
]];
static USES_KEY_AUTHORIZATION: &[&[SchemeUse]] = &[&[SchemeUse::new(&KEY_AUTHORIZATION, &[])]];

async fn send(
    credential: impl Credential + 'static,
    security: &'static [&'static [SchemeUse]],
) -> (
    Option<tests::listener::Recorded>,
    Option<tests::runtime::Error<Service>>,
) {
    let server = Listener::start([Script::with(200, "", "")]).await;
    let core = core_with(&server.url(), Some(Arc::new(credential)), super::once());
    let mut request = thing(
        &core,
        Operation {
            security,
            ..operation(Method::GET)
        },
    );
    request.query("a", &"b");
    let error = request.send(SERVICE).await.err();
    (server.requests().pop(), error)
}

#[tokio::test]
async fn each_credential_goes_where_the_scheme_says() {
    let (basic, _) = send(BasicCredential::new("user", "pass:w"), BASIC_OR_OAUTH).await;
    assert_eq!(
        basic.unwrap().header("Authorization"),
        Some("Basic dXNlcjpwYXNzOnc=")
    );
    let (bearer, _) = send(BearerToken::new("t"), BASIC_OR_OAUTH).await;
    assert_eq!(bearer.unwrap().header("Authorization"), Some("Bearer t"));
    let (bearer, _) = send(BearerToken::new("t"), USES_KEY_AUTHORIZATION).await;
    assert_eq!(bearer.unwrap().header("Authorization"), Some("Bearer t"));
    let (key, _) = send(ApiKey::new("k y"), USES_KEY_HEADER).await;
    assert_eq!(key.unwrap().header("X-Api-Key"), Some("k y"));
    let (key, _) = send(ApiKey::new("k y"), USES_KEY_QUERY).await;
    assert_eq!(key.unwrap().target(), "/thing?a=b&code=k%20y");
    let (key, _) = send(ApiKey::new("k%3B="), USES_KEY_COOKIE).await;
    assert_eq!(key.unwrap().header("Cookie"), Some("session=k%3B="));
}

#[tokio::test]
async fn two_cookies_are_two_places() {
    let (request, error) = send(ApiKey::new("k"), USES_TWO_COOKIES).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Credential);
    assert!(request.is_none());
    let both = Authorization::cookie("session", "k").unwrap();
    let both = both.and(Authorization::cookie("other", "l").unwrap());
    let (request, _) = send(Fixed(both), USES_TWO_COOKIES).await;
    assert_eq!(
        request.unwrap().header("Cookie"),
        Some("session=k; other=l")
    );
}

/// Gives the same for everything.
#[derive(Debug)]
struct Fixed(Authorization);

impl Credential for Fixed {
    fn authorize<'a>(
        &'a self,
        _: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        Box::pin(ready(Ok(self.0.clone())))
    }
}

#[tokio::test]
async fn empty_security_sends_no_credential() {
    for request in [
        send(BasicCredential::new("user", "pass"), &[]).await.0,
        send(BearerToken::new("t"), &[]).await.0,
    ] {
        assert_eq!(request.unwrap().header("Authorization"), None);
    }
}

#[tokio::test]
async fn a_credential_that_fits_no_scheme_is_an_error() {
    let (request, error) = send(ApiKey::new("k3y"), BASIC_OR_OAUTH).await;
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(error.to_string(), "Thing_Do: no credential could be had");
    let source = error.source().unwrap().to_string();
    assert!(
        source.ends_with("schemes: registry_oauth2 registry_auth"),
        "{source}"
    );
    assert!(!error.request_was_sent() && request.is_none());
    let (request, error) = send(BearerToken::new("t\n"), BASIC_OR_OAUTH).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Credential);
    assert!(request.is_none());
}

/// Answers challenges by the next number.
#[derive(Debug, Default)]
struct Counter {
    asked: AtomicUsize,
}

impl Counter {
    fn next(&self) -> Result<Authorization, CredentialError> {
        Authorization::bearer(&self.asked.fetch_add(1, Ordering::SeqCst).to_string())
    }
}

impl Credential for Counter {
    fn authorize<'a>(
        &'a self,
        need: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        assert_eq!(
            (need.operation(), need.method(), need.url().path()),
            ("Thing_Do", &Method::PUT, "/thing")
        );
        Box::pin(ready(self.next()))
    }

    fn challenged<'a>(
        &'a self,
        _: &'a Need<'a>,
        headers: &'a HeaderMap,
    ) -> BoxFuture<'a, Result<Option<Authorization>, CredentialError>> {
        let answer = match headers.get("www-authenticate") {
            Some(_) => self.next().map(Some),
            None => Ok(None),
        };
        Box::pin(ready(answer))
    }
}

async fn put(scripts: [Script; 2], body: Body) -> (Vec<String>, Option<u16>) {
    let server = Listener::start(scripts).await;
    let core = core_with(
        &server.url(),
        Some(Arc::new(Counter::default())),
        super::once(),
    );
    let mut request = thing(
        &core,
        Operation {
            security: BASIC_OR_OAUTH,
            ..operation(Method::PUT)
        },
    );
    request.body("text/plain", body);
    let error = request.send(SERVICE).await.err();
    let sent = server
        .requests()
        .iter()
        .map(|request| {
            format!(
                "{} {}",
                request.header("Authorization").unwrap(),
                request.text()
            )
        })
        .collect();
    (
        sent,
        error
            .and_then(|error| error.status())
            .map(|status| status.as_u16()),
    )
}

fn unauthorized() -> Script {
    Script::with(401, "WWW-Authenticate: Bearer realm=\"x\"\r\n", "no")
}

/// One piece.
pub(super) struct Once(pub(super) Option<Bytes>);

impl futures_core::Stream for Once {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

#[tokio::test]
async fn a_challenge_is_answered_once() {
    let (sent, status) = put([unauthorized(), Script::with(200, "", "")], Body::from("x")).await;
    assert_eq!(
        (sent, status),
        (vec!["Bearer 0 x".into(), "Bearer 1 x".into()], None)
    );
    let (sent, status) = put([unauthorized(), unauthorized()], Body::from("x")).await;
    assert_eq!((sent.len(), status), (2, Some(401)));
    let (sent, status) = put([Script::with(401, "", ""), unauthorized()], Body::from("x")).await;
    assert_eq!((sent.len(), status), (1, Some(401)), "without a challenge");
    let forbidden = Script::with(403, "WWW-Authenticate: Bearer realm=\"x\"\r\n", "no");
    let (sent, status) = put([forbidden, unauthorized()], Body::from("x")).await;
    assert_eq!(
        (sent.len(), status),
        (1, Some(403)),
        "only 401 is a challenge"
    );
    let stream = Body::stream(Once(Some(Bytes::from_static(b"x"))));
    let (sent, status) = put([unauthorized(), Script::with(200, "", "")], stream).await;
    assert_eq!(
        (sent.len(), status),
        (1, Some(401)),
        "a stream is not sent again"
    );
}

static USES_BOTH_KEYS: &[&[SchemeUse]] = &[&[
    SchemeUse::new(&KEY_HEADER, &[]),
    SchemeUse::new(&KEY_QUERY, &[]),
]];
static USES_BOTH_KEYS_OR_ONE: &[&[SchemeUse]] = &[
    &[
        SchemeUse::new(&KEY_HEADER, &[]),
        SchemeUse::new(&KEY_QUERY, &[]),
    ],
    &[SchemeUse::new(&KEY_QUERY, &[])],
];
static USES_KEY_OR_NOTHING: &[&[SchemeUse]] = &[&[], &[SchemeUse::new(&KEY_HEADER, &[])]];

/// Two proofs for one request.
#[derive(Debug)]
struct BothKeys;

impl Credential for BothKeys {
    fn authorize<'a>(
        &'a self,
        _: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        let name = http::HeaderName::from_static("x-api-key");
        let header = Authorization::header(name, "h");
        Box::pin(ready(
            header.map(|header| header.and(Authorization::query("code", "q"))),
        ))
    }
}

#[tokio::test]
async fn an_alternative_of_two_places_needs_both() {
    let (request, error) = send(ApiKey::new("k"), USES_BOTH_KEYS).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Credential);
    assert!(request.is_none());
    let (request, _) = send(ApiKey::new("k"), USES_BOTH_KEYS_OR_ONE).await;
    let request = request.unwrap();
    assert_eq!(request.target(), "/thing?a=b&code=k");
    assert_eq!(request.header("X-Api-Key"), None);
    let (request, _) = send(BothKeys, USES_BOTH_KEYS).await;
    let request = request.unwrap();
    assert_eq!(request.target(), "/thing?a=b&code=q");
    assert_eq!(request.header("X-Api-Key"), Some("h"));
}

#[tokio::test]
async fn what_may_be_asked_by_anybody_is_sent_without_a_fitting_credential() {
    let (request, error) = send(BearerToken::new("t"), USES_KEY_OR_NOTHING).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(request.unwrap().header("Authorization"), None);
    let (request, _) = send(ApiKey::new("k"), USES_KEY_OR_NOTHING).await;
    assert_eq!(request.unwrap().header("X-Api-Key"), Some("k"));
}

#[tokio::test]
async fn a_credential_may_be_shared() {
    let shared: Arc<dyn Credential> = Arc::new(BearerToken::new("t"));
    let boxed: Box<dyn Credential> = Box::new(shared.clone());
    for request in [
        send(shared, BASIC_OR_OAUTH).await.0,
        send(boxed, BASIC_OR_OAUTH).await.0,
    ] {
        assert_eq!(request.unwrap().header("Authorization"), Some("Bearer t"));
    }
}

/// Has a proof, and none after a challenge.
#[derive(Debug)]
struct Exhausted;

impl Credential for Exhausted {
    fn authorize<'a>(
        &'a self,
        _: &'a Need<'a>,
    ) -> BoxFuture<'a, Result<Authorization, CredentialError>> {
        Box::pin(ready(Authorization::bearer("t")))
    }

    fn challenged<'a>(
        &'a self,
        _: &'a Need<'a>,
        _: &'a HeaderMap,
    ) -> BoxFuture<'a, Result<Option<Authorization>, CredentialError>> {
        Box::pin(ready(Err(CredentialError::new(
            "the refresh token is over",
        ))))
    }
}

#[tokio::test]
async fn a_challenge_without_an_answer_shows_the_refusal() {
    let server = Listener::start([unauthorized()]).await;
    let core = core_with(&server.url(), Some(Arc::new(Exhausted)), super::once());
    let error = thing(&core, super::guarded_get())
        .send(SERVICE)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert!(error.headers().unwrap().contains_key("www-authenticate"));
    assert!(error.request_was_sent());
    assert_eq!(
        error.source().unwrap().to_string(),
        "the refresh token is over"
    );
}

#[tokio::test]
async fn a_key_in_the_query_is_sent_once_wherever_the_service_leads() {
    let server = Listener::start([
        Script::with(302, "Location: /second?code=old&x=%2F\r\n", ""),
        Script::with(200, "Link: </third?code=k&n=1>; rel=next\r\n", "1"),
        Script::with(200, "", "2"),
    ])
    .await;
    let core = core_with(
        &server.url(),
        Some(Arc::new(ApiKey::new("k"))),
        super::once(),
    );
    let operation = Operation {
        security: USES_KEY_QUERY,
        ..super::guarded_get()
    };
    let mut pages: Pages<Response<i32>, Service> = Pages::by_link(
        thing(&core, operation),
        SERVICE,
        |reply| Box::pin(reply.json()),
        "Link",
    );
    while let Some(page) = pages.next().await {
        page.unwrap();
    }
    let requests = server.requests();
    let targets: Vec<_> = requests
        .iter()
        .map(tests::listener::Recorded::target)
        .collect();
    assert_eq!(
        targets,
        ["/thing?code=k", "/second?x=%2F&code=k", "/third?n=1&code=k"]
    );
}

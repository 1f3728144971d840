//! The suites of the run-time and the operations that they share.

mod bad_replies;
mod bodies;
mod bounds;
mod cookies;
mod credentials;
mod errors;
mod multipart;
mod next_pages;
mod object_queries;
mod paging;
mod places;
mod poll_failures;
mod poll_tokens;
mod polling;
mod properties;
mod raw_queries;
mod redirects;
mod replies;
mod request_ids;
mod requests;
mod resending;
mod retries;
mod secrets;
mod sharing;
mod targets;
mod types;
mod unions;
mod xml;

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use serde::Deserialize;
use tests::runtime::{
    ClientOptions, Core, Credential, Error, FromHeaders, HeaderError, Operation, ReadError,
    Redirects, Reply, ReplyHeaders, Request, Response, Retries, SchemeUse, SecurityScheme,
    SecuritySchemeKind, decode_json,
};

/// The error body of the services of these tests.
#[derive(Debug, Deserialize, PartialEq)]
struct Service {
    code: String,
}

static BASIC: SecurityScheme = SecurityScheme::new("registry_auth", SecuritySchemeKind::Basic);
static OAUTH: SecurityScheme = SecurityScheme::new("registry_oauth2", SecuritySchemeKind::OAuth2);
static BASIC_OR_OAUTH: &[&[SchemeUse]] =
    &[&[SchemeUse::new(&OAUTH, &[]), SchemeUse::new(&BASIC, &[])]];

/// Reads the bodies of its failures.
const SERVICE: ReadError<Service> = |_, body| decode_json(body);

/// An operation that accepts any 2xx, fails on redirects and sends no credential.
fn operation(method: Method) -> Operation {
    Operation {
        id: "Thing_Do",
        method,
        accept: "application/json",
        success: &[],
        redirects: Redirects::Fail,
        security: &[],
    }
}

/// A `GET` that follows redirects and sends a credential.
fn guarded_get() -> Operation {
    Operation {
        redirects: Redirects::Follow,
        security: BASIC_OR_OAUTH,
        ..operation(Method::GET)
    }
}

fn core(url: &str) -> Core {
    core_with(url, None, once())
}

fn core_with(url: &str, credential: Option<Arc<dyn Credential>>, options: ClientOptions) -> Core {
    Core::new(url, credential, options).expect("an endpoint that is right")
}

/// Options that send each request once, for scripts that hold one answer.
fn once() -> ClientOptions {
    ClientOptions::default().retries(Retries::none())
}

/// Options with time-outs that a test can wait for.
fn impatient() -> ClientOptions {
    once()
        .read_timeout(Duration::from_millis(200))
        .connect_timeout(Duration::from_millis(500))
}

fn request(core: &Core, operation: Operation) -> Request {
    Request::new(core, Box::leak(Box::new(operation)))
}

/// A request of `/thing`.
fn thing(core: &Core, operation: Operation) -> Request {
    let mut request = request(core, operation);
    request.path("/thing");
    request
}

async fn send(core: &Core, operation: Operation) -> Result<Reply<Service>, Error<Service>> {
    thing(core, operation).send(SERVICE).await
}

async fn get<T: serde::de::DeserializeOwned>(
    core: &Core,
) -> Result<Response<T, ()>, Error<Service>> {
    send(core, operation(Method::GET)).await?.json().await
}

/// Headers as generated code declares them.
#[derive(Clone, Debug, Default, PartialEq)]
struct Headers {
    digest: Option<String>,
    length: Option<i64>,
}

impl FromHeaders for Headers {
    fn from_headers(headers: &ReplyHeaders<'_>) -> Result<Self, HeaderError> {
        Ok(Self {
            digest: headers.get("Docker-Content-Digest")?,
            length: headers.get("Content-Length")?,
        })
    }
}

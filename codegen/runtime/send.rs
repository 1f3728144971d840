//! Sends a request and judges the head of its reply. One boxed future for all operations. Invariant: a body is sent to
//! the endpoint's origin only, and a second time only after a challenge to the credential, a redirect within the origin
//! that the client's options allow, or where [`retry`](super::retry) says so.

use std::error::Error as StdError;
use std::future::{Future as _, poll_fn};
use std::io;
use std::pin::pin;
use std::task::Poll;

use http::{HeaderMap, HeaderValue, Method, StatusCode};
use tokio::time::sleep;
use url::{Url, form_urlencoded};

use super::body::{Body, SourceError};
use super::core::Core;
use super::credential::{Authorization, BoxFuture, CredentialError, Need};
use super::encode::{component, put_header, query_name};
use super::error::{ErrorKind, Failure};
use super::idle::Idle;
use super::incoming::Incoming;
use super::operation::Plan;
use super::redirect::{Redirected, follow, is_redirect, may_resend};
use super::retry::Attempts;

/// A request that is complete and checked, but for the proof of who is asking.
pub(super) struct Outgoing {
    pub(super) core: Core,
    pub(super) plan: Plan,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
}

impl Outgoing {
    /// The same request; `None` when its body is a stream.
    pub(super) fn replay(&self) -> Option<Self> {
        Some(Self {
            core: self.core.clone(),
            plan: self.plan.clone(),
            url: self.url.clone(),
            headers: self.headers.clone(),
            body: self.body.replay()?,
        })
    }
}

/// A reply whose head is there, and its body not yet.
pub(super) struct Raw {
    pub(super) operation: &'static str,
    pub(super) url: Url,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Incoming,
    pub(super) limit: usize,
    /// What the request was called in the logs of the service.
    pub(super) request_id: Option<HeaderValue>,
}

/// Sends a request. The reply has a status that means success.
pub(super) fn send(
    outgoing: Result<Outgoing, Failure>,
) -> BoxFuture<'static, Result<Raw, Failure>> {
    Box::pin(async move {
        let mut outgoing = outgoing?;
        let operation = outgoing.plan.id;
        let request_id = outgoing.plan.request_id;
        let request_id = request_id.and_then(|name| outgoing.headers.get(name).cloned());
        let reply = match outgoing.plan.ending.take() {
            None => run(outgoing).await,
            Some(ending) => (ending.wait)(outgoing, ending.final_state).await,
        };
        match reply {
            Ok(reply) => Ok(Raw {
                request_id,
                ..reply
            }),
            Err(failure) => Err(failure.of(operation).request_id(request_id)),
        }
    })
}

async fn run(mut outgoing: Outgoing) -> Result<Raw, Failure> {
    let plan = outgoing.plan.clone();
    let mut attempts = Attempts::new(&outgoing.core.settings().retries, &plan);
    let mut was_sent = false;
    loop {
        let again = attempts.may_follow().then(|| outgoing.replay()).flatten();
        let outcome = attempt(outgoing, &mut attempts).await;
        was_sent |= outcome.as_ref().map_or_else(Failure::was_sent, |_| true);
        let next = again.and_then(|again| Some((again, attempts.wait_after(&outcome)?)));
        let Some((again, wait)) = next else {
            return match outcome {
                Ok(reply) if plan.is_success(reply.status) => Ok(reply),
                Ok(reply) => Err(service_failure(reply).await),
                Err(failure) if was_sent => Err(failure.sent()),
                Err(failure) => Err(failure),
            };
        };
        if let Ok(reply) = outcome {
            reply.body.drain().await;
        }
        sleep(wait).await;
        outgoing = again;
    }
}

/// One request and the reply at the end of its redirects, whatever its status.
async fn attempt(outgoing: Outgoing, attempts: &mut Attempts) -> Result<Raw, Failure> {
    let Outgoing {
        core,
        plan,
        url,
        headers,
        body,
    } = outgoing;
    let second_body = may_resend(&core, &plan).then(|| body.replay()).flatten();
    let (authorization, reply) = exchange_authorized(&core, &plan, url, &headers, body).await?;
    if !is_redirect(&reply) || plan.is_success(reply.status) {
        return Ok(reply);
    }
    let request = Redirected {
        plan,
        headers,
        body: second_body,
        authorization,
    };
    attempts.note_redirect();
    follow(&core, request, reply).await.map_err(Failure::sent)
}

/// Sends a request with what the credential gives, and once more when the credential has an answer to a 401.
async fn exchange_authorized(
    core: &Core,
    plan: &Plan,
    url: Url,
    headers: &HeaderMap,
    body: Body,
) -> Result<(Authorization, Raw), Failure> {
    let credential = core.credential().filter(|_| !plan.security.is_empty());
    let Some(credential) = credential else {
        let reply = exchange(core, plan, url, headers.clone(), body).await?;
        return Ok((Authorization::none(), reply));
    };
    let need = Need { plan, url: &url };
    let authorization = credential
        .authorize(&need)
        .await
        .map_err(|error| credential_failure(error).unsent())?;
    let second_body = body.replay();
    let (signed_url, signed) = sign(&url, headers, &authorization);
    let first = exchange(core, plan, signed_url, signed, body).await?;
    if first.status != StatusCode::UNAUTHORIZED || plan.is_success(first.status) {
        return Ok((authorization, first));
    }
    let answer = credential
        .challenged(&need, &first.headers)
        .await
        .map_err(|error| credential_failure(error).reply(first.status, first.headers.clone()))?;
    let (Some(authorization), Some(body)) = (answer, second_body) else {
        return Ok((authorization, first));
    };
    first.body.drain().await;
    let (signed_url, signed) = sign(&url, headers, &authorization);
    let second = exchange(core, plan, signed_url, signed, body).await;
    Ok((authorization, second.map_err(Failure::sent)?))
}

fn credential_failure(error: CredentialError) -> Failure {
    Failure::new(ErrorKind::Credential, "no credential could be had").caused_by(error)
}

/// Adds the proof of who is asking. It replaces what the URL has of it already: services echo queries in their links.
pub(super) fn sign(
    url: &Url,
    headers: &HeaderMap,
    authorization: &Authorization,
) -> (Url, HeaderMap) {
    let mut url = url.clone();
    let mut headers = headers.clone();
    for (name, value) in &authorization.headers {
        put_header(&mut headers, name, value);
    }
    for (name, value) in &authorization.query {
        let pair = format!("{}={}", query_name(name), component(value));
        let mut parts: Vec<&str> = url.query().unwrap_or_default().split('&').collect();
        parts.retain(|part| !part.is_empty() && !is_named(part, name));
        parts.push(&pair);
        let query = parts.join("&");
        url.set_query(Some(&query));
    }
    (url, headers)
}

/// Whether a pair of a query has this name.
fn is_named(pair: &str, name: &str) -> bool {
    form_urlencoded::parse(pair.as_bytes()).any(|(found, _)| found == name)
}

/// One request and the head of its reply, whatever the status.
pub(super) async fn exchange(
    core: &Core,
    plan: &Plan,
    url: Url,
    headers: HeaderMap,
    body: Body,
) -> Result<Raw, Failure> {
    let settings = core.settings();
    let mut idle = Idle::new(settings.read_timeout);
    let is_head = plan.method == Method::HEAD;
    let mut request = reqwest::Request::new(plan.method.clone(), url.clone());
    *request.headers_mut() = headers;
    *request.body_mut() = Some(body.into_reqwest(idle.progress().clone()));
    let mut pending = pin!(settings.http.execute(request));
    let response = poll_fn(|context| match pending.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(result.map_err(exchange_failure)),
        Poll::Pending => idle.poll_expired(context).map(|()| Err(timeout_failure())),
    })
    .await?;
    let (parts, body) = http::Response::<reqwest::Body>::from(response).into_parts();
    idle.progress().note();
    let announced = if is_head {
        None
    } else {
        content_length(&parts.headers)
    };
    Ok(Raw {
        operation: plan.id,
        url,
        status: parts.status,
        headers: parts.headers,
        body: Incoming::new(body, announced, idle),
        limit: settings.response_limit,
        request_id: None,
    })
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(http::header::CONTENT_LENGTH)
        .map(HeaderValue::to_str)?
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// The status is judged before the body is read: some services announce a body for a failure and send none.
async fn service_failure(reply: Raw) -> Failure {
    let Raw {
        status,
        headers,
        body,
        ..
    } = reply;
    let body = body.read_error().await;
    let message = if status.is_success() {
        format!("the service answered {status}, which this operation does not expect")
    } else {
        format!("the service answered {status}")
    };
    Failure::new(ErrorKind::Service, message)
        .reply(status, headers)
        .body(body)
}

pub(super) fn timeout_failure() -> Failure {
    Failure::new(
        ErrorKind::Timeout,
        "nothing was received for longer than the time-out",
    )
}

/// What `reqwest` says about a request without a reply. The URL is taken out of it, since queries contain secrets.
fn exchange_failure(error: reqwest::Error) -> Failure {
    let error = error.without_url();
    let (kind, message) = if is_source_error(&error) {
        (ErrorKind::RequestBody, "the caller's body failed")
    } else if error.is_timeout() {
        (ErrorKind::Timeout, "the service did not answer in time")
    } else if is_tls_error(&error) {
        (
            ErrorKind::Tls,
            "there is no secure connection to the service",
        )
    } else if error.is_connect() {
        (ErrorKind::Connect, "there is no connection to the service")
    } else {
        (
            ErrorKind::Transport,
            "the connection was lost before there was a reply",
        )
    };
    let is_unsent = error.is_connect() || error.is_builder();
    let failure = Failure::new(kind, message).caused_by(error);
    if is_unsent { failure.unsent() } else { failure }
}

fn is_source_error(error: &reqwest::Error) -> bool {
    causes(error).any(<dyn StdError>::is::<SourceError>)
}

/// Whether the other side is not the one that it should be, which does not pass by itself. The TLS library says so by
/// this kind of an I/O error, for whatever is wrong with its messages and certificates.
fn is_tls_error(error: &reqwest::Error) -> bool {
    let is_invalid = |cause: &(dyn StdError + 'static)| {
        let mut cause = cause.downcast_ref::<io::Error>();
        while let Some(error) = cause {
            if error.kind() == io::ErrorKind::InvalidData {
                return true;
            }
            // `source` would skip what an I/O error wraps.
            cause = error.get_ref().and_then(|inner| inner.downcast_ref());
        }
        false
    };
    error.is_connect() && causes(error).any(is_invalid)
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

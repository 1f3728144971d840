//! Redirects of `GET` and `HEAD`. Invariant: a followed redirect carries no body and of all headers only `Accept`,
//! `Range` and `User-Agent`, with the credential's as long as every hop stayed at the endpoint's origin.

use http::header::{ACCEPT, LOCATION, RANGE, USER_AGENT};
use http::{HeaderMap, Method, StatusCode};
use url::Url;

use super::body::Body;
use super::core::Core;
use super::credential::Authorization;
use super::error::{ErrorKind, Failure};
use super::operation::{Plan, Redirects};
use super::origin::{has_userinfo, is_private, same_origin};
use super::send::{Raw, exchange, sign};

/// How many redirects of one request are followed.
const MAX_HOPS: usize = 5;

/// Whether a status asks for the same request somewhere else.
pub(super) fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Follows a redirect to the reply at its end.
pub(super) async fn follow(
    core: &Core,
    plan: &Plan,
    headers: HeaderMap,
    mut authorization: Authorization,
    mut reply: Raw,
) -> Result<Raw, Failure> {
    let may_follow = core.settings().follow_redirects
        && plan.redirects == Redirects::Follow
        && matches!(plan.method, Method::GET | Method::HEAD);
    if !may_follow {
        return Err(refuse(
            &reply,
            "the service answered with a redirect, which is not followed",
        ));
    }
    let headers = plain_headers(&headers);
    let mut visited = vec![reply.url.clone()];
    while is_redirect(reply.status) && !plan.is_success(reply.status) {
        let target = target_of(&reply)?;
        if visited.len() > MAX_HOPS {
            return Err(refuse(&reply, "there are more than five redirects"));
        }
        if !same_origin(&target, core.endpoint()) {
            // For good: a way back must not bring the credential along either.
            authorization = Authorization::none();
        }
        let (target, headers) = sign(&target, &headers, &authorization);
        if visited.contains(&target) {
            return Err(refuse(&reply, "the redirects go in a circle"));
        }
        visited.push(target.clone());
        reply.body.drain().await;
        reply = exchange(core, plan, target, headers, Body::empty()).await?;
    }
    Ok(reply)
}

/// The headers that any host may see.
fn plain_headers(headers: &HeaderMap) -> HeaderMap {
    let mut plain = HeaderMap::new();
    for name in [ACCEPT, RANGE, USER_AGENT] {
        for value in headers.get_all(&name) {
            plain.append(&name, value.clone());
        }
    }
    plain
}

/// Where a redirect leads, if that is a place to go.
fn target_of(reply: &Raw) -> Result<Url, Failure> {
    let target = location(&reply.headers)
        .filter(|location| !location.is_empty() && !location.contains(char::is_control))
        .and_then(|location| reply.url.join(location).ok());
    let Some(mut target) = target else {
        return Err(refuse(
            reply,
            "the redirect has no location, or one that is no URL",
        ));
    };
    target.set_fragment(None);
    if !matches!(target.scheme(), "http" | "https") {
        return Err(refuse(
            reply,
            "the redirect leads to a URL that is neither `http` nor `https`",
        ));
    }
    if reply.url.scheme() == "https" && target.scheme() != "https" {
        return Err(refuse(reply, "the redirect leads from `https` to `http`"));
    }
    if has_userinfo(&target) {
        return Err(refuse(
            reply,
            "the redirect leads to a URL with a user name",
        ));
    }
    if is_private(&target) && !is_private(&reply.url) {
        return Err(refuse(
            reply,
            "the redirect leads from a public host to a private address",
        ));
    }
    Ok(target)
}

fn location(headers: &HeaderMap) -> Option<&str> {
    std::str::from_utf8(headers.get(LOCATION)?.as_bytes()).ok()
}

fn refuse(reply: &Raw, problem: &'static str) -> Failure {
    Failure::new(ErrorKind::Redirect, format!("{problem} ({})", reply.status))
        .location(location(&reply.headers))
        .reply(reply.status, reply.headers.clone())
}

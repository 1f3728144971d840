//! Redirects. Invariant: a redirect that is followed by `GET` or `HEAD` carries no body and of all headers only `Accept`,
//! `Range` and `User-Agent`, with the credential's as long as every hop stayed at the endpoint's origin; every other
//! method stays at that origin.

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

/// Whether a reply asks for the same request somewhere else. A 300 does so where it names the choice that the service
/// would take (RFC 9110, section 15.4.1).
pub(super) fn is_redirect(reply: &Raw) -> bool {
    match reply.status.as_u16() {
        300 => reply.headers.contains_key(LOCATION),
        301 | 302 | 303 | 307 | 308 => true,
        _ => false,
    }
}

/// Whether a method that writes is sent again where a redirect leads.
pub(super) fn may_resend(core: &Core, plan: &Plan) -> bool {
    core.settings().resend_redirected && plan.redirects == Redirects::Follow && !reads(&plan.method)
}

fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// A request that was answered by a redirect.
pub(super) struct Redirected {
    pub(super) plan: Plan,
    pub(super) headers: HeaderMap,
    /// What to send again, where that may be and can be.
    pub(super) body: Option<Body>,
    pub(super) authorization: Authorization,
}

/// Follows a redirect to the reply at its end.
pub(super) async fn follow(
    core: &Core,
    request: Redirected,
    mut reply: Raw,
) -> Result<Raw, Failure> {
    let mut request = request.prepare(core, &reply)?;
    let mut visited = vec![reply.url.clone()];
    while is_redirect(&reply) && !request.plan.is_success(reply.status) {
        let target = target_of(&reply)?;
        if visited.len() > MAX_HOPS {
            return Err(refuse(&reply, "there are more than five redirects"));
        }
        if !reads(&request.plan.method) {
            request.resend(core, &reply, &target)?;
        }
        if !same_origin(&target, core.endpoint()) {
            // For good: a way back must not bring the credential along either.
            request.authorization = Authorization::none();
        }
        let (target, headers) = sign(&target, &request.headers, &request.authorization);
        if visited.contains(&target) {
            return Err(refuse(&reply, "the redirects go in a circle"));
        }
        visited.push(target.clone());
        let Some(body) = request.body.as_ref().and_then(Body::replay) else {
            return Err(refuse(&reply, "the redirect asks for a stream once more"));
        };
        reply.body.drain().await;
        reply = exchange(core, &request.plan, target, headers, body).await?;
    }
    Ok(reply)
}

impl Redirected {
    /// Makes the request one that may follow redirects at all.
    fn prepare(mut self, core: &Core, reply: &Raw) -> Result<Self, Failure> {
        let is_read = reads(&self.plan.method);
        let may_follow = self.plan.redirects == Redirects::Follow
            && if is_read {
                core.settings().follow_redirects
            } else {
                core.settings().resend_redirected
            };
        if !may_follow {
            return Err(refuse(
                reply,
                "the service answered with a redirect, which is not followed",
            ));
        }
        if is_read {
            self.read_on();
        }
        Ok(self)
    }

    /// From now on there is nothing in the request that another host must not see.
    fn read_on(&mut self) {
        self.headers = plain_headers(&self.headers);
        self.body = Some(Body::empty());
    }

    /// Decides what becomes of a method that writes.
    fn resend(&mut self, core: &Core, reply: &Raw, target: &Url) -> Result<(), Failure> {
        if !same_origin(target, core.endpoint()) {
            let problem = "the redirect leads what was sent to another origin";
            return Err(refuse(reply, problem));
        }
        match reply.status {
            StatusCode::SEE_OTHER => {
                self.plan.method = Method::GET;
                self.read_on();
                Ok(())
            }
            StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => Ok(()),
            _ => {
                let problem = "the redirect does not say whether to repeat the method";
                Err(refuse(reply, problem))
            }
        }
    }
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

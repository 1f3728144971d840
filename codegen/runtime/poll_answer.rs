//! What the replies of a long-running operation say: where to ask, and how far it is.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::Value;
use url::Url;

use super::error::{ErrorKind, Failure};
use super::idle::Idle;
use super::incoming::Incoming;
use super::json::without_bom;
use super::retry::retry_after;
use super::send::Raw;

/// The longest wait that a service can ask for.
const MAX_DELAY: Duration = Duration::from_secs(60 * 60);

/// The shortest one, unless the caller wants a shorter: a date in the past is often that of a wrong clock.
const LEAST_DELAY: Duration = Duration::from_secs(1);

/// Where a service is asked how far it is.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// At the URL of `Operation-Location` or `Azure-AsyncOperation`; the `status` of its body says it.
    StatusMonitor(String),
    /// At the URL of `Location`, which answers 202 until it has the result.
    Location(String),
    /// At the resource itself; its `provisioningState` says it.
    Resource,
}

/// How far an operation is, in the words of the service where it has any.
#[derive(Debug)]
pub(super) enum State {
    InProgress(Option<String>),
    Succeeded(Option<String>),
    Failed(String),
    Canceled(String),
}

impl State {
    /// A state that is not known keeps the operation going: services have many.
    fn named(name: String) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "succeeded" => Self::Succeeded(Some(name)),
            "failed" => Self::Failed(name),
            "canceled" | "cancelled" => Self::Canceled(name),
            _ => Self::InProgress(Some(name)),
        }
    }

    /// Whether the service has said in words that it is over.
    fn is_said_to_be_over(&self) -> bool {
        match self {
            Self::InProgress(_) | Self::Succeeded(None) => false,
            Self::Succeeded(Some(_)) | Self::Failed(_) | Self::Canceled(_) => true,
        }
    }
}

impl Ask {
    /// How far the operation is, and where to ask the next time.
    pub(super) fn state(&mut self, answer: &Answer) -> Result<State, Failure> {
        match self {
            Self::StatusMonitor(link) => {
                if let Some(next) = answer.status_monitor() {
                    *link = next;
                }
                if answer.status == StatusCode::NO_CONTENT {
                    return Ok(State::Succeeded(None));
                }
                match answer.json()?.get("status").and_then(Value::as_str) {
                    Some(status) => Ok(State::named(status.to_owned())),
                    None => Err(answer.unreadable("has no `status`")),
                }
            }
            Self::Location(link) => {
                if answer.status != StatusCode::ACCEPTED {
                    return Ok(State::Succeeded(None));
                }
                if let Some(next) = answer.link("location") {
                    *link = next;
                }
                Ok(State::InProgress(None))
            }
            Self::Resource => answer.resource_state(),
        }
    }
}

/// A reply with its body in memory.
pub(super) struct Answer {
    operation: &'static str,
    url: Url,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    limit: usize,
    request_id: Option<HeaderValue>,
}

impl Answer {
    pub(super) async fn of(raw: Raw) -> Result<Self, Failure> {
        let body = match raw.body.collect(raw.limit).await {
            Ok(body) => body,
            Err(failure) => return Err(failure.reply(raw.status, raw.headers)),
        };
        Ok(Self {
            operation: raw.operation,
            url: raw.url,
            status: raw.status,
            headers: raw.headers,
            body,
            limit: raw.limit,
            request_id: raw.request_id,
        })
    }

    pub(super) fn into_raw(self) -> Raw {
        let body = reqwest::Body::from(self.body);
        Raw {
            operation: self.operation,
            url: self.url,
            status: self.status,
            headers: self.headers,
            body: Incoming::new(body, None, Idle::new(Duration::MAX)),
            limit: self.limit,
            request_id: self.request_id,
        }
    }

    pub(super) fn without_body(mut self) -> Self {
        self.body = Bytes::new();
        self
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let text = std::str::from_utf8(self.headers.get(name)?.as_bytes()).ok()?;
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    fn status_monitor(&self) -> Option<String> {
        let newer = self.link("operation-location");
        newer.or_else(|| self.link("azure-asyncoperation"))
    }

    /// A URL in a header, resolved against that of the request; as it is when it is none, which the one who asks there
    /// refuses.
    pub(super) fn link(&self, name: &str) -> Option<String> {
        let link = self.header(name)?;
        let is_strange = link.contains(|c: char| c.is_control() || c == '\\');
        let joined = self.url.join(link).ok().filter(|_| !is_strange);
        Some(joined.map_or_else(|| link.to_owned(), String::from))
    }

    /// How long to wait before the next question: as the service says, or `default`.
    pub(super) fn delay(&self, default: Duration) -> Duration {
        let least = default.min(LEAST_DELAY);
        retry_after(&self.headers).map_or(default, |delay| delay.clamp(least, MAX_DELAY))
    }

    /// Where to ask after the first reply, and how far the operation is already.
    pub(super) fn begin(&self, method: &Method) -> Result<(Ask, State), Failure> {
        let writes_resource = matches!(*method, Method::PUT | Method::PATCH);
        let link = if let Some(link) = self.status_monitor() {
            Ask::StatusMonitor(link)
        } else if let Some(link) = self.link("location") {
            Ask::Location(link)
        } else if writes_resource {
            return Ok((Ask::Resource, self.resource_state()?));
        } else if self.status == StatusCode::ACCEPTED {
            return Err(self.unreadable("does not say where to ask for the operation's end"));
        } else {
            return Ok((Ask::Resource, State::Succeeded(None)));
        };
        let state = match self.status {
            StatusCode::NO_CONTENT => State::Succeeded(None),
            // A resource that is finished makes the way to its state superfluous.
            StatusCode::OK => self
                .resource_state()
                .ok()
                .filter(State::is_said_to_be_over)
                .unwrap_or(State::InProgress(None)),
            _ => State::InProgress(None),
        };
        match state {
            // The answer itself is the result.
            State::Succeeded(_) => Ok((Ask::Resource, state)),
            State::InProgress(_) | State::Failed(_) | State::Canceled(_) => Ok((link, state)),
        }
    }

    /// How far it is by the status of a reply that has the resource, and by the resource's `provisioningState`.
    fn resource_state(&self) -> Result<State, Failure> {
        let status = match self.status {
            StatusCode::ACCEPTED => return Ok(State::InProgress(None)),
            StatusCode::NO_CONTENT => return Ok(State::Succeeded(None)),
            status => status,
        };
        if self.body.is_empty() {
            return Ok(if status == StatusCode::CREATED {
                State::InProgress(None)
            } else {
                State::Succeeded(None)
            });
        }
        let resource = self.json()?;
        let state = resource.pointer("/properties/provisioningState");
        let state = state.or_else(|| resource.get("provisioningState"));
        Ok(match state.and_then(Value::as_str) {
            Some(state) => State::named(state.to_owned()),
            None if status == StatusCode::CREATED => State::InProgress(None),
            None => State::Succeeded(None),
        })
    }

    fn json(&self) -> Result<Value, Failure> {
        serde_json::from_slice(without_bom(&self.body))
            .map_err(|error| self.unreadable("is no JSON").caused_by(error))
    }

    /// A text of the body.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let body = self.json().ok()?;
        Some(body.get(name)?.as_str()?.to_owned())
    }

    pub(super) fn failure(self, message: &'static str) -> Failure {
        let part = self.error_part();
        Failure::new(ErrorKind::LongRunning, message)
            .of(self.operation)
            .reply(self.status, self.headers)
            .body(self.body)
            .error_part(part)
    }

    /// The status of a long-running operation has the error as a part.
    fn error_part(&self) -> Option<Bytes> {
        let status = self.json().ok()?;
        serde_json::to_vec(status.get("error")?)
            .ok()
            .map(Bytes::from)
    }

    fn unreadable(&self, problem: &str) -> Failure {
        let message = format!("a reply of the long-running operation {problem}");
        Failure::new(ErrorKind::Decode, message)
            .of(self.operation)
            .reply(self.status, self.headers.clone())
            .body(self.body.clone())
    }
}

//! When a request is sent a second time. Invariant: only what is safe to repeat is repeated, and neither one wait nor
//! all of them together are longer than the client's options allow.

use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, SystemTime};

use http::{HeaderMap, Method, StatusCode};
use tokio::time::Instant;

use super::error::{ErrorKind, Failure};
use super::operation::Plan;
use super::send::Raw;

/// When requests are sent again, and how long a client waits before.
///
/// Reasons to try again are the statuses 408, 429, 500, 502, 503 and 504, unless the operation documents them as
/// success, and a connection that could not be made or was lost before there was a reply. `GET`, `HEAD`, `PUT`, `DELETE`
/// and `OPTIONS` are repeated for each of them. `POST` and `PATCH` may have had their effect, so they are repeated only
/// when that cannot be: nothing was sent, or the service says that it did not act on the request (408, 429, and 503 with
/// a time to come back). A body that is a stream is never sent twice.
///
/// A wait is what the service asks for by `Retry-After` (or `retry-after-ms`, `x-ms-retry-after-ms`); otherwise it
/// doubles from one to the next, and a random half of it is left out, so that clients do not come back all at once.
///
/// ```text
/// ClientOptions::default().retries(Retries::default().limit(5))
/// ```
#[derive(Clone, Debug)]
pub struct Retries {
    limit: u32,
    first_delay: Duration,
    max_delay: Duration,
    total: Duration,
    repeats: Repeats,
}

/// Which methods are repeated for every reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Repeats {
    Idempotent,
    All,
}

impl Default for Retries {
    fn default() -> Self {
        Self {
            limit: 3,
            first_delay: Duration::from_millis(800),
            max_delay: Duration::from_secs(60),
            total: Duration::from_secs(180),
            repeats: Repeats::Idempotent,
        }
    }
}

impl Retries {
    /// Every request is sent once.
    pub fn none() -> Self {
        Self::default().limit(0)
    }

    /// How often one request is sent again; 3 times by default.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = limit;
        self
    }

    /// The first wait where the service asks for none; 0.8 seconds by default.
    #[must_use]
    pub fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// The longest wait; one minute by default. When the service asks for a longer one, the caller gets its reply
    /// instead.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// No request is sent again later than this after the first time; three minutes by default.
    #[must_use]
    pub fn total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// Whether `POST` and `PATCH` are repeated like all others; no by default. Choose this only for a service that can
    /// tell the same request from another one.
    #[must_use]
    pub fn all_methods(mut self, all: bool) -> Self {
        self.repeats = if all {
            Repeats::All
        } else {
            Repeats::Idempotent
        };
        self
    }

    /// Whether a request with this method may be repeated for every reason.
    fn repeats(&self, method: &Method) -> bool {
        self.repeats == Repeats::All || method.is_idempotent()
    }

    /// The wait before the attempt with this number, where the service asks for none.
    fn backoff(&self, retry: u32) -> Duration {
        let factor = 2_u32.saturating_pow(retry);
        let longest = self.first_delay.saturating_mul(factor).min(self.max_delay);
        longest / 2 + (longest / 2).mul_f64(random_fraction())
    }
}

/// Whether the same request may have another outcome a little later.
pub(super) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502..=504)
}

/// A reason to try again.
struct Passing {
    /// The wait that the service asks for.
    asked: Option<Duration>,
}

/// The repetitions of one request.
pub(super) struct Attempts {
    retries: Retries,
    plan: Plan,
    start: Instant,
    done: u32,
    progress: Progress,
}

/// What the service made of an attempt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// All that is known of it is its outcome.
    Unknown,
    /// A redirect, which may mean that all is done and only the result is to be fetched.
    Redirected,
}

impl Attempts {
    pub(super) fn new(retries: &Retries, plan: &Plan) -> Self {
        Self {
            retries: retries.clone(),
            plan: plan.clone(),
            start: Instant::now(),
            done: 0,
            progress: Progress::Unknown,
        }
    }

    /// Says that the outcome is that of a request to which a redirect led.
    pub(super) fn note_redirect(&mut self) {
        self.progress = Progress::Redirected;
    }

    /// Whether another attempt may follow the one that begins now.
    pub(super) fn may_follow(&self) -> bool {
        self.done < self.retries.limit
    }

    /// How long to wait before the next attempt; `None` when this outcome stands.
    pub(super) fn wait_after(&mut self, outcome: &Result<Raw, Failure>) -> Option<Duration> {
        let is_answered = self.progress == Progress::Redirected;
        if is_answered && !self.retries.repeats(&self.plan.method) {
            return None;
        }
        let passing = match outcome {
            Ok(reply) => self.after_reply(reply)?,
            Err(failure) => self.after_failure(failure)?,
        };
        let delay = passing
            .asked
            .unwrap_or_else(|| self.retries.backoff(self.done));
        let end = self.start.elapsed().checked_add(delay)?;
        if delay > self.retries.max_delay || end > self.retries.total {
            return None;
        }
        self.done += 1;
        Some(delay)
    }

    fn after_reply(&self, reply: &Raw) -> Option<Passing> {
        let status = reply.status;
        if self.plan.is_success(status) || !is_passing(status) {
            return None;
        }
        let asked = retry_after(&reply.headers);
        let is_unprocessed = match status.as_u16() {
            // RFC 9110, section 15.5.9: the client may repeat what the service did not receive as a whole.
            408 | 429 => true,
            503 => asked.is_some(),
            _ => false,
        };
        let may_repeat = is_unprocessed || self.retries.repeats(&self.plan.method);
        may_repeat.then_some(Passing { asked })
    }

    fn after_failure(&self, failure: &Failure) -> Option<Passing> {
        let is_passing = match failure.kind() {
            ErrorKind::Connect => true,
            // To wait for a reply once more would only double the time-out.
            ErrorKind::Timeout => !failure.was_sent(),
            ErrorKind::Transport => self.retries.repeats(&self.plan.method),
            ErrorKind::BadParameter
            | ErrorKind::Configuration
            | ErrorKind::Credential
            | ErrorKind::Tls
            | ErrorKind::RequestBody
            | ErrorKind::Service
            | ErrorKind::Redirect
            | ErrorKind::ResponseTooLarge
            | ErrorKind::IncompleteBody
            | ErrorKind::Decode
            | ErrorKind::PageLoop
            | ErrorKind::LongRunning
            | ErrorKind::Untrusted => false,
        };
        is_passing.then_some(Passing { asked: None })
    }
}

/// How long the service asks to wait. A value that is no time is ignored; a date that has passed asks for nothing.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let number = |text: &str| -> Option<u64> {
        // Not what `parse` takes beside digits: a sign.
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse().ok())?
    };
    let millis = ["retry-after-ms", "x-ms-retry-after-ms"]
        .into_iter()
        .find_map(|name| number(text(name)?));
    if let Some(millis) = millis {
        return Some(Duration::from_millis(millis));
    }
    let text = text("retry-after")?;
    if let Some(seconds) = number(text) {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

/// A number from 0 to 1. The keys of the standard library's hash maps are random, which is enough to spread clients.
fn random_fraction() -> f64 {
    let random = RandomState::new().hash_one(0_u8) >> 32;
    let random = u32::try_from(random).unwrap_or_default();
    f64::from(random) / f64::from(u32::MAX)
}

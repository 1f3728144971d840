//! What the user of a client can choose, and the HTTP client that is made of it. Invariant: no HTTP client is used that
//! follows redirects by itself, sends `Referer`, or changes the bytes of a reply.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::error::{ErrorKind, Failure};
use super::retry::Retries;

/// Options of a client.
///
/// ```text
/// ClientOptions::default().read_timeout(Duration::from_secs(120))
/// ```
#[derive(Clone)]
pub struct ClientOptions {
    follow_redirects: bool,
    resend_redirected: bool,
    retries: Retries,
    poll_interval: Duration,
    connect_timeout: Duration,
    read_timeout: Duration,
    response_limit: usize,
    user_agent: String,
    http_client: Option<Result<reqwest::Client, Arc<reqwest::Error>>>,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            follow_redirects: true,
            resend_redirected: false,
            retries: Retries::default(),
            poll_interval: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(30),
            response_limit: 4 * 1024 * 1024,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            http_client: None,
        }
    }
}

impl ClientOptions {
    /// Whether the documented redirects of `GET` and `HEAD` are followed; yes by default.
    ///
    /// At most five are followed, never from `https` to `http`, never from a public host to a private address, and the
    /// credential never goes to another origin. When they are not followed, a redirect is an
    /// [`ErrorKind::Redirect`] whose error has the location.
    #[must_use]
    pub fn follow_redirects(mut self, follow: bool) -> Self {
        self.follow_redirects = follow;
        self
    }

    /// Whether the documented redirects of other methods than `GET` and `HEAD` are followed too; no by default, since it
    /// repeats what may have had its effect already.
    ///
    /// They are followed within the endpoint's origin only, up to five of them: 307 and 308 with the same method, headers
    /// and body, unless the body is a stream, and 303 with a `GET`. After 301 and 302 some clients would repeat the
    /// method and some would not (RFC 9110, section 15.4), so they are never followed.
    #[must_use]
    pub fn resend_redirected(mut self, resend: bool) -> Self {
        self.resend_redirected = resend;
        self
    }

    /// When requests are sent again.
    #[must_use]
    pub fn retries(mut self, retries: Retries) -> Self {
        self.retries = retries;
        self
    }

    /// How long to wait before a service is asked again how far a long-running operation is, unless it says so itself;
    /// 30 seconds by default.
    #[must_use]
    pub fn poll_interval(mut self, interval: Duration) -> Self {
        self.poll_interval = interval;
        self
    }

    /// How long it may take to connect; 10 seconds by default. Means nothing together with
    /// [`http_client`](Self::http_client).
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long nothing at all may move, in either direction; 30 seconds by default. It limits no transfer as a whole,
    /// and the time that a caller's stream takes to give the next piece of a body does not count.
    #[must_use]
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = timeout;
        self
    }

    /// How many bytes a reply may have that is not streamed; 4 MiB by default.
    #[must_use]
    pub fn response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = bytes;
        self
    }

    /// The value of `User-Agent`; by default the name and version of this crate.
    #[must_use]
    pub fn user_agent(mut self, user_agent: &str) -> Self {
        user_agent.clone_into(&mut self.user_agent);
        self
    }

    /// Sends through an HTTP client of one's own: another proxy, another set of root certificates. Clones of these
    /// options share its connections.
    ///
    /// This is the only place where `reqwest` is visible. It takes the builder, not the finished client: a finished
    /// one may follow redirects by itself, and would then send a body or a secret to another host. Redirects,
    /// `Referer` and decompression are turned off here, whatever the builder says. Default headers and cookies of the builder go to every
    /// host that a redirect leads to; keep secrets out of them.
    #[must_use]
    pub fn http_client(mut self, builder: reqwest::ClientBuilder) -> Self {
        self.http_client = Some(plain_client(builder).map_err(Arc::new));
        self
    }

    pub(super) fn into_settings(self) -> Result<Settings, Failure> {
        let Self {
            follow_redirects,
            resend_redirected,
            retries,
            poll_interval,
            connect_timeout,
            read_timeout,
            response_limit,
            user_agent,
            http_client,
        } = self;
        let built = http_client.unwrap_or_else(|| {
            plain_client(reqwest::Client::builder().connect_timeout(connect_timeout))
                .map_err(Arc::new)
        });
        let http = built.map_err(|error| {
            Failure::new(ErrorKind::Configuration, "the HTTP client cannot be made")
                .caused_by(error)
        })?;
        let user_agent = HeaderValue::from_str(&user_agent).map_err(|error| {
            Failure::new(
                ErrorKind::Configuration,
                "the user agent has characters that a header cannot have",
            )
            .caused_by(error)
        })?;
        Ok(Settings {
            follow_redirects,
            resend_redirected,
            retries,
            poll_interval,
            read_timeout,
            response_limit,
            user_agent,
            http,
        })
    }
}

fn plain_client(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, reqwest::Error> {
    // Another crate may turn on decompression for all: digests, lengths and ranges would no longer fit the bytes.
    builder
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .build()
}

impl fmt::Debug for ClientOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The HTTP client would print its default headers and the passwords of its proxies.
        formatter
            .debug_struct("ClientOptions")
            .field("follow_redirects", &self.follow_redirects)
            .field("resend_redirected", &self.resend_redirected)
            .field("retries", &self.retries)
            .field("poll_interval", &self.poll_interval)
            .field("connect_timeout", &self.connect_timeout)
            .field("read_timeout", &self.read_timeout)
            .field("response_limit", &self.response_limit)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}

/// The options of a client once they are checked.
pub(super) struct Settings {
    pub(super) follow_redirects: bool,
    pub(super) resend_redirected: bool,
    pub(super) retries: Retries,
    pub(super) poll_interval: Duration,
    pub(super) read_timeout: Duration,
    pub(super) response_limit: usize,
    pub(super) user_agent: HeaderValue,
    pub(super) http: reqwest::Client,
}

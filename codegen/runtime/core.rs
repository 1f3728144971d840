//! The part of a client that all its operations share: where requests go, who asks, and how they are sent.
//! Invariant: the endpoint is an `http` or `https` URL with a host and without user, query and fragment.

use std::fmt;
use std::sync::Arc;

use url::Url;

use super::credential::Credential;
use super::error::{ErrorKind, Failure};
use super::options::{ClientOptions, Settings};
use super::origin::has_userinfo;

/// What all operations of a client share. Clones share connections.
#[derive(Clone)]
pub struct Core(Arc<Shared>);

struct Shared {
    endpoint: Url,
    credential: Option<Arc<dyn Credential>>,
    settings: Settings,
}

impl Core {
    /// Checks the endpoint and makes the HTTP client.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] when the endpoint is no `http` or `https` URL, when it has a user, a query or a
    /// fragment, and when no HTTP client can be made of the options.
    pub fn new(
        endpoint: &str,
        credential: Option<Arc<dyn Credential>>,
        options: ClientOptions,
    ) -> Result<Self, Failure> {
        let endpoint = parse_endpoint(endpoint)?;
        let settings = options.into_settings()?;
        Ok(Self(Arc::new(Shared {
            endpoint,
            credential,
            settings,
        })))
    }

    /// Where requests go.
    pub fn endpoint(&self) -> &Url {
        &self.0.endpoint
    }

    pub(super) fn credential(&self) -> Option<&dyn Credential> {
        self.0.credential.as_deref()
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.0.settings
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Core")
            .field("endpoint", &self.0.endpoint.as_str())
            .field("credential", &self.0.credential)
            .finish_non_exhaustive()
    }
}

/// The URL of a service before it is checked, which may have a password in it: `Debug` shows the scheme and the host only.
#[derive(Clone, Default)]
pub struct Endpoint(String);

impl Endpoint {
    /// Takes any text; [`Core::new`] checks it.
    pub fn new(url: impl Into<String>) -> Self {
        Self(url.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Url::parse(&self.0) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => {
                write!(
                    formatter,
                    "Endpoint({})",
                    url.origin().ascii_serialization()
                )
            }
            _ => formatter.write_str("Endpoint(…)"),
        }
    }
}

/// The messages do not repeat the text, which may have a password in it.
fn parse_endpoint(text: &str) -> Result<Url, Failure> {
    let refuse = |problem: &'static str| Err(Failure::new(ErrorKind::Configuration, problem));
    // A URL parser drops line ends and tabs and takes `\` for `/`: the host would not be the one that is read.
    if text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return refuse("the endpoint contains white space, a control character or a backslash");
    }
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => {
            return Err(Failure::new(
                ErrorKind::Configuration,
                "the endpoint is not a URL such as `https://example.com`",
            )
            .caused_by(error));
        }
    };
    if !matches!(url.scheme(), "http" | "https") {
        return refuse("the endpoint must begin with `https://` or `http://`");
    }
    if has_userinfo(&url) || text.contains('@') {
        return refuse("the endpoint contains `@`; give a user and a password by a credential");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refuse("the endpoint contains a query or a fragment");
    }
    Ok(url)
}

/// A part of an endpoint that is made of literals and values.
#[derive(Clone, Copy, Debug)]
pub enum HostPart<'a> {
    /// Text of the document.
    Literal(&'a str),
    /// The value of a parameter.
    Param {
        /// Its name on the wire.
        name: &'static str,
        /// Its value.
        value: &'a str,
    },
}

/// Puts an endpoint together (`x-ms-parameterized-host`).
///
/// # Errors
///
/// [`ErrorKind::BadParameter`] when a value is empty or contains `@`, `/`, `\`, `#`, `?`, white space or a control
/// character: it would change what is host and what is path. A value at the very beginning brings the scheme, so that
/// it may contain `/`.
pub fn host_template(parts: &[HostPart<'_>]) -> Result<String, Failure> {
    let mut endpoint = String::new();
    for part in parts {
        match *part {
            HostPart::Literal(text) => endpoint.push_str(text),
            HostPart::Param { name, value } => {
                let brings_scheme = endpoint.is_empty();
                let structural = |c: char| {
                    matches!(c, '@' | '\\' | '#' | '?')
                        || c.is_whitespace()
                        || c.is_control()
                        || (c == '/' && !brings_scheme)
                };
                if value.is_empty() {
                    return Err(Failure::bad_parameter(name, "is empty"));
                }
                if value.contains(structural) {
                    return Err(Failure::bad_parameter(
                        name,
                        "has a character that would change the endpoint",
                    ));
                }
                endpoint.push_str(value);
            }
        }
    }
    Ok(endpoint)
}

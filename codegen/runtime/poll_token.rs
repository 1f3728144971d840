//! A long-running operation as text. Invariant: a token has no credential, also none that a service has echoed into a
//! URL, and one that was changed leads nowhere but to the endpoint's origin.

use serde::{Deserialize, Serialize};
use url::{Url, form_urlencoded};

use super::error::Failure;
use super::operation::{Plan, SecuritySchemeKind};
use super::origin::own_url;
use super::poll_answer::Ask;
use super::polling::Underway;
use super::request::Draft;

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Token {
    version: u32,
    operation: String,
    method: String,
    url: String,
    ask: AskToken,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    location: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
enum AskToken {
    StatusMonitor(String),
    Location(String),
    Resource,
}

/// Grows when a token means something else than before.
const VERSION: u32 = 1;

impl Token {
    /// `None` where a secret stands in the path, without which there is no way to ask.
    pub(super) fn of(underway: &Underway) -> Option<Self> {
        if !underway.plan.secrets.path.is_empty() {
            return None;
        }
        let clean = |link: &str| without_keys(&underway.plan, &underway.original, link);
        Some(Self {
            version: VERSION,
            operation: underway.plan.id.to_owned(),
            method: underway.method.to_string(),
            url: clean(underway.original.as_str()),
            ask: match &underway.ask {
                Ask::StatusMonitor(link) => AskToken::StatusMonitor(clean(link)),
                Ask::Location(link) => AskToken::Location(clean(link)),
                Ask::Resource => AskToken::Resource,
            },
            location: underway.location.as_deref().map(clean),
        })
    }

    pub(super) fn write(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    pub(super) fn read(token: &str) -> Result<Self, Failure> {
        match serde_json::from_str::<Self>(token) {
            Ok(token) if token.version == VERSION => Ok(token),
            Ok(_) => Err(refuse("is of another version of this client")),
            // The source would show the token.
            Err(_) => Err(refuse("is none of a long-running operation")),
        }
    }

    pub(super) fn underway(self, mut draft: Draft) -> Result<Underway, Failure> {
        if self.operation != draft.plan.id || self.method != draft.plan.method.as_str() {
            return Err(refuse("is one of another operation"));
        }
        draft.set_defaults();
        draft.headers.remove(http::header::CONTENT_LENGTH);
        let endpoint = draft.core.endpoint();
        let original = own_url(endpoint, endpoint, &self.url, "the URL in the token")?;
        let (core, plan, headers) = (draft.core, draft.plan, draft.headers);
        let mut underway = Underway::with(core, &plan, headers, original);
        underway.ask = match self.ask {
            AskToken::StatusMonitor(link) => Ask::StatusMonitor(link),
            AskToken::Location(link) => Ask::Location(link),
            AskToken::Resource => Ask::Resource,
        };
        underway.location = self.location;
        Ok(underway)
    }
}

fn refuse(problem: &'static str) -> Failure {
    Failure::bad_parameter("token", problem)
}

/// A URL without the keys that a credential puts into queries, and without the parameters that are secret.
fn without_keys(plan: &Plan, base: &Url, link: &str) -> String {
    let Ok(mut url) = base.join(link) else {
        return String::new();
    };
    let schemes = plan.security.iter().copied().flatten();
    let keys: Vec<&str> = schemes
        .filter_map(|used| match used.scheme.kind {
            SecuritySchemeKind::ApiKeyQuery(name) => Some(name),
            SecuritySchemeKind::Basic
            | SecuritySchemeKind::ApiKeyHeader(_)
            | SecuritySchemeKind::ApiKeyCookie(_)
            | SecuritySchemeKind::OAuth2 => None,
        })
        .chain(plan.secrets.query.iter().map(String::as_str))
        .collect();
    // Many services do not heed the case, and echo a key as they like.
    let is_key = |pair: &str| {
        form_urlencoded::parse(pair.as_bytes())
            .any(|(name, _)| keys.iter().any(|key| key.eq_ignore_ascii_case(&name)))
    };
    url.set_fragment(None);
    let query = url.query().unwrap_or_default();
    if query.split('&').any(is_key) {
        let kept: Vec<&str> = query.split('&').filter(|pair| !is_key(pair)).collect();
        let kept = kept.join("&");
        url.set_query(
            Some(&kept)
                .filter(|kept| !kept.is_empty())
                .map(String::as_str),
        );
    }
    url.into()
}

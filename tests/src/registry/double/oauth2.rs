//! `/oauth2/exchange` and `/oauth2/token`: from an Azure AD token to a refresh token to an access token.
//!
//! An open registry takes any credential that is not empty; the others take the login of their options.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Method, StatusCode};
use serde_json::json;

use super::access::Need;
use super::answer::{Answer, UNAUTHORIZED, UNSUPPORTED};
use super::call::Call;
use super::state::Registry;

/// How long an access token of Azure lives.
const ACCESS_LIFETIME: Duration = Duration::from_secs(75 * 60);
/// How long a refresh token of Azure lives.
const REFRESH_LIFETIME: Duration = Duration::from_secs(3 * 60 * 60);

/// The tokens that were given out.
#[derive(Default)]
pub(super) struct Tokens {
    pub(super) access: HashMap<String, Grant>,
    refresh: HashSet<String>,
}

/// What an access token allows: the scopes that it was asked for.
pub(super) struct Grant {
    scopes: Vec<Scope>,
}

/// `repository:a/b:pull,push`, taken apart.
struct Scope {
    resource: String,
    actions: Vec<String>,
}

/// Who asks for an access token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Caller {
    Known,
    /// Gets `pull` and no more.
    Anonymous,
}

/// An Azure AD token for a refresh token.
pub(super) fn exchange(registry: &mut Registry, call: &Call) -> Answer {
    if call.method != Method::POST {
        return Answer::method_not_allowed("POST");
    }
    let presented = match call.form("grant_type").as_deref() {
        Some("access_token") => call.form("access_token"),
        Some("refresh_token") => call.form("refresh_token"),
        Some("access_token_refresh_token") => {
            call.form("access_token").or(call.form("refresh_token"))
        }
        _ => return UNSUPPORTED.answer(),
    };
    let presented = presented.unwrap_or_default();
    let accepted = match registry.options.access.login() {
        Some(login) => presented == login.aad_token,
        None => !presented.is_empty(),
    };
    if !accepted || call.form("service").as_deref() != Some(registry.host()) {
        return UNAUTHORIZED.answer();
    }
    let token = new_token(registry, REFRESH_LIFETIME);
    registry.tokens.refresh.insert(token.clone());
    Answer::json(StatusCode::OK, &json!({"refresh_token": token}))
}

/// An access token: by POST for a refresh token or nothing, by GET for a login.
pub(super) fn token(registry: &mut Registry, call: &Call) -> Answer {
    let (caller, service, scopes) = match call.method {
        Method::POST => (
            caller_of_form(registry, call),
            call.form("service"),
            call.form_all("scope"),
        ),
        Method::GET => (
            caller_of_login(registry, call),
            call.query("service"),
            call.query_all("scope"),
        ),
        _ => return Answer::method_not_allowed("GET, POST"),
    };
    let caller = match caller {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    if service.as_deref() != Some(registry.host()) {
        return UNAUTHORIZED.answer();
    }
    let token = new_token(registry, ACCESS_LIFETIME);
    let grant = Grant::new(&scopes, caller);
    registry.tokens.access.insert(token.clone(), grant);
    Answer::json(StatusCode::OK, &json!({"access_token": token}))
}

fn caller_of_form(registry: &Registry, call: &Call) -> Result<Caller, Answer> {
    let presented = call.form("refresh_token").unwrap_or_default();
    match call.form("grant_type").as_deref() {
        Some("refresh_token") => {
            let open = registry.options.access.login().is_none() && !presented.is_empty();
            if open || registry.tokens.refresh.contains(&presented) {
                Ok(Caller::Known)
            } else {
                Err(UNAUTHORIZED.answer())
            }
        }
        // The document knows nothing of it, and Docker pulls with it from Azure.
        Some("password") if presented.is_empty() => Ok(Caller::Anonymous),
        _ => Err(UNSUPPORTED.answer()),
    }
}

fn caller_of_login(registry: &Registry, call: &Call) -> Result<Caller, Answer> {
    match registry.options.access.login() {
        None => Ok(Caller::Known),
        Some(login) if login.is_in(call) => Ok(Caller::Known),
        Some(_) if call.header("authorization").is_none() => Ok(Caller::Anonymous),
        Some(_) => Err(UNAUTHORIZED.answer()),
    }
}

/// An unsigned JSON Web Token: clients look at its `exp`.
fn new_token(registry: &mut Registry, lifetime: Duration) -> String {
    let expires = SystemTime::now() + lifetime;
    let expires = expires.duration_since(UNIX_EPOCH).unwrap_or_default();
    let claims = json!({
        "jti": registry.new_id(),
        "iss": "Azure Container Registry",
        "aud": registry.host(),
        "exp": expires.as_secs(),
    });
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"JWT"}"#);
    let claims = URL_SAFE_NO_PAD.encode(claims.to_string());
    format!("{header}.{claims}.unsigned")
}

impl Grant {
    fn new(scopes: &[String], caller: Caller) -> Self {
        // Several scopes can stand in one value, apart by spaces.
        let scopes = scopes.iter().flat_map(|value| value.split(' '));
        let scope = |text: &str| {
            let (resource, actions) = text.rsplit_once(':')?;
            let allowed = |action: &&str| caller == Caller::Known || *action == "pull";
            let actions = actions.split(',').filter(allowed);
            Some(Scope {
                resource: resource.to_owned(),
                actions: actions.map(str::to_owned).collect(),
            })
        };
        Self {
            scopes: scopes.filter_map(scope).collect(),
        }
    }

    /// Whether one of the scopes covers the action.
    pub(super) fn allows(&self, need: &Need) -> bool {
        let resource = format!("{}:{}", need.kind, need.name);
        self.scopes
            .iter()
            .filter(|scope| scope.resource == resource)
            .flat_map(|scope| &scope.actions)
            .any(|action| action == "*" || action == need.action)
    }
}

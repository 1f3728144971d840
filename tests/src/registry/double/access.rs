//! Who may do what: no check, Basic, or Bearer tokens with the challenge that leads to them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use serde_json::{Value, json};

use super::acr;
use super::answer::{Answer, UNAUTHORIZED};
use super::call::Call;
use super::route::Route;
use super::state::Registry;

/// Who may use a registry.
#[derive(Clone, Debug, Default)]
pub enum Access {
    /// Everybody.
    #[default]
    Open,
    /// Whoever sends this login with each request, as `docker-registry` with `htpasswd`.
    Basic(Login),
    /// Whoever has a token of `/oauth2/token` with the right scope, as Azure.
    Bearer(Login),
}

/// What a test's caller knows.
#[derive(Clone, Debug)]
pub struct Login {
    /// The user name.
    pub user: String,
    /// The password.
    pub password: String,
    /// The Azure AD token that `/oauth2/exchange` takes.
    pub aad_token: String,
}

impl Default for Login {
    /// The login that the real registry of the tests has as well.
    fn default() -> Self {
        Self {
            user: "alice".to_owned(),
            password: "wonderland".to_owned(),
            aad_token: "aad-token-of-alice".to_owned(),
        }
    }
}

impl Access {
    /// The login that is asked for; `None` when any will do.
    pub(super) fn login(&self) -> Option<&Login> {
        match self {
            Self::Open => None,
            Self::Basic(login) | Self::Bearer(login) => Some(login),
        }
    }
}

impl Login {
    /// Whether the request carries this login as Basic authorization.
    pub(super) fn is_in(&self, call: &Call) -> bool {
        let pair = STANDARD.encode(format!("{}:{}", self.user, self.password));
        call.header("authorization")
            .and_then(|value| value.strip_prefix("Basic "))
            .is_some_and(|sent| sent == pair)
    }
}

/// One action on one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Need {
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) action: &'static str,
}

/// Lets a request pass, or gives the reply that refuses it.
pub(super) fn check(registry: &Registry, call: &Call, route: Route<'_>) -> Result<(), Answer> {
    if matches!(route, Route::Exchange | Route::Token) {
        return Ok(());
    }
    let needs = needs(call, route);
    match &registry.options.access {
        Access::Open => Ok(()),
        Access::Basic(login) if login.is_in(call) => Ok(()),
        Access::Basic(_) => Err(refuse(&needs, "Basic realm=\"registry\"")),
        Access::Bearer(_) => match fault_of_token(registry, call, &needs) {
            None => Ok(()),
            Some(fault) => Err(refuse(&needs, &challenge(registry, &needs, fault))),
        },
    }
}

/// What a request needs, in the words of token scopes.
fn needs(call: &Call, route: Route<'_>) -> Vec<Need> {
    let actions: &[&'static str] = match call.method {
        Method::GET | Method::HEAD => &["pull"],
        Method::DELETE => &["delete"],
        _ => &["pull", "push"],
    };
    match route {
        Route::Base | Route::Exchange | Route::Token => Vec::new(),
        Route::Catalog => vec![whole_catalog()],
        Route::Acr(route) => vec![acr_need(call, route)],
        Route::Tags { name }
        | Route::Manifest { name, .. }
        | Route::Blob { name, .. }
        | Route::Upload { name, .. } => on_repository(name, actions),
        Route::Uploads { name } => {
            let mut needs = on_repository(name, actions);
            if let Some(source) = call.query("from") {
                needs.extend(on_repository(&source, &["pull"]));
            }
            needs
        }
    }
}

fn whole_catalog() -> Need {
    Need {
        kind: "registry",
        name: "catalog".to_owned(),
        action: "*",
    }
}

fn on_repository(name: &str, actions: &[&'static str]) -> Vec<Need> {
    let need = |action: &&'static str| Need {
        kind: "repository",
        name: name.to_owned(),
        action,
    };
    actions.iter().map(need).collect()
}

fn acr_need(call: &Call, route: acr::Route<'_>) -> Need {
    let Some(name) = route.repository() else {
        return whole_catalog();
    };
    Need {
        kind: "repository",
        name: name.to_owned(),
        action: match call.method {
            Method::DELETE => "delete",
            Method::PATCH => "metadata_write",
            _ => "metadata_read",
        },
    }
}

/// Why the request's token does not do.
#[derive(Clone, Copy, Debug)]
enum TokenFault {
    Absent,
    Invalid,
    InsufficientScope,
}

fn fault_of_token(registry: &Registry, call: &Call, needs: &[Need]) -> Option<TokenFault> {
    let Some(token) = call
        .header("authorization")
        .and_then(|value| value.strip_prefix("Bearer "))
    else {
        return Some(TokenFault::Absent);
    };
    let Some(grant) = registry.tokens.access.get(token) else {
        return Some(TokenFault::Invalid);
    };
    let allowed = needs.iter().all(|need| grant.allows(need));
    (!allowed).then_some(TokenFault::InsufficientScope)
}

/// Where to get a token, and for what.
fn challenge(registry: &Registry, needs: &[Need], fault: TokenFault) -> String {
    let (url, host) = (&registry.url, registry.host());
    let scope = if needs.is_empty() {
        String::new()
    } else {
        format!(",scope=\"{}\"", scopes(needs))
    };
    let error = match fault {
        TokenFault::Absent => "",
        TokenFault::Invalid => ",error=\"invalid_token\"",
        TokenFault::InsufficientScope => ",error=\"insufficient_scope\"",
    };
    format!("Bearer realm=\"{url}/oauth2/token\",service=\"{host}\"{scope}{error}")
}

/// `repository:a/b:pull,push repository:c:pull`
fn scopes(needs: &[Need]) -> String {
    let scope = |group: &[Need]| {
        let actions: Vec<_> = group.iter().map(|need| need.action).collect();
        let first = group.first();
        let resource = first.map(|need| format!("{}:{}", need.kind, need.name));
        format!("{}:{}", resource.unwrap_or_default(), actions.join(","))
    };
    let groups: Vec<_> = needs
        .chunk_by(|one, other| one.name == other.name)
        .map(scope)
        .collect();
    groups.join(" ")
}

fn refuse(needs: &[Need], challenge: &str) -> Answer {
    let detail = |need: &Need| json!({"Type": need.kind, "Class": "", "Name": need.name, "Action": need.action});
    let details: Vec<Value> = needs.iter().map(detail).collect();
    let detail = if details.is_empty() {
        Value::Null
    } else {
        Value::Array(details)
    };
    UNAUTHORIZED
        .with_detail(&detail)
        .header("www-authenticate", challenge)
}

//! Azure's own part, `/acr/v1`: listings with attributes, changes of attributes, deletion of tags and repositories.

mod attributes;
mod details;
mod paging;

use http::{Method, StatusCode};
use serde_json::json;

pub(super) use attributes::Attributes;

use super::answer::{Answer, MANIFEST_UNKNOWN, NAME_UNKNOWN, TAG_UNKNOWN};
use super::call::Call;
use super::route::{is_name, is_reference};
use super::state::{Registry, Repository};
use details::Details;
use paging::Page;

/// What a path below `/acr/v1/` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route<'a> {
    /// `_catalog`
    Catalog,
    /// `{name}`
    Repository { name: &'a str },
    /// `{name}/_tags`
    Tags { name: &'a str },
    /// `{name}/_tags/{tag}`
    Tag { name: &'a str, tag: &'a str },
    /// `{name}/_manifests`
    Manifests { name: &'a str },
    /// `{name}/_manifests/{digest}`
    Manifest { name: &'a str, digest: &'a str },
}

impl<'a> Route<'a> {
    pub(super) fn parse(path: &'a str) -> Option<Self> {
        let route = if path == "_catalog" {
            return Some(Self::Catalog);
        } else if let Some(name) = path.strip_suffix("/_tags") {
            Self::Tags { name }
        } else if let Some(name) = path.strip_suffix("/_manifests") {
            Self::Manifests { name }
        } else if let Some((name, tag)) = path.rsplit_once("/_tags/") {
            is_reference(tag).then_some(Self::Tag { name, tag })?
        } else if let Some((name, digest)) = path.rsplit_once("/_manifests/") {
            is_reference(digest).then_some(Self::Manifest { name, digest })?
        } else {
            Self::Repository { name: path }
        };
        route.repository().is_some_and(is_name).then_some(route)
    }

    /// The repository that the path is about.
    pub(super) fn repository(self) -> Option<&'a str> {
        match self {
            Self::Catalog => None,
            Self::Repository { name }
            | Self::Tags { name }
            | Self::Tag { name, .. }
            | Self::Manifests { name }
            | Self::Manifest { name, .. } => Some(name),
        }
    }
}

pub(super) fn answer(registry: &mut Registry, call: &Call, route: Route<'_>) -> Answer {
    let name = match route.repository() {
        None => return catalog(registry, call),
        Some(name) if registry.repositories.contains_key(name) => name,
        Some(name) => return NAME_UNKNOWN.with_detail(&json!({"name": name})),
    };
    match (route, &call.method) {
        (Route::Tags { .. }, &Method::GET) => tags(registry, call, name),
        (Route::Manifests { .. }, &Method::GET) => manifests(registry, call, name),
        (Route::Catalog | Route::Tags { .. } | Route::Manifests { .. }, _) => {
            Answer::method_not_allowed("GET")
        }
        (_, &Method::GET) => details(registry, name, route),
        (_, &Method::PATCH) => change(registry, call, name, route),
        (Route::Repository { .. }, &Method::DELETE) => delete_repository(registry, name),
        (Route::Tag { tag, .. }, &Method::DELETE) => delete_tag(registry, name, tag),
        (Route::Manifest { .. }, _) => Answer::method_not_allowed("GET, PATCH"),
        (Route::Repository { .. } | Route::Tag { .. }, _) => {
            Answer::method_not_allowed("DELETE, GET, PATCH")
        }
    }
}

fn catalog(registry: &Registry, call: &Call) -> Answer {
    if call.method != Method::GET {
        return Answer::method_not_allowed("GET");
    }
    let names = registry.repositories.keys().cloned().collect();
    let page = Page::of(names, call);
    page.answer("/acr/v1/_catalog", &json!({"repositories": page.items()}))
}

fn tags(registry: &Registry, call: &Call, name: &str) -> Answer {
    let Some(details) = Details::of(registry, name) else {
        return NAME_UNKNOWN.answer();
    };
    let mut tags: Vec<_> = details.repository.tags.iter().collect();
    if let Some(digest) = call.query("digest") {
        tags.retain(|(_, tag)| tag.digest == digest);
    }
    let tags = tags
        .into_iter()
        .map(|(tag, value)| (tag.clone(), &value.attributes));
    let page = Page::of(paging::ordered(tags, call), call);
    let body = details.list("tags", page.map(|tag| details.tag(tag)));
    page.answer(&format!("/acr/v1/{name}/_tags"), &body)
}

fn manifests(registry: &Registry, call: &Call, name: &str) -> Answer {
    let Some(details) = Details::of(registry, name) else {
        return NAME_UNKNOWN.answer();
    };
    let manifests = details.repository.manifests.iter();
    let manifests = manifests.map(|(digest, value)| (digest.clone(), &value.attributes));
    let page = Page::of(paging::ordered(manifests, call), call);
    let body = details.list("manifests", page.map(|digest| details.manifest(digest)));
    page.answer(&format!("/acr/v1/{name}/_manifests"), &body)
}

/// The attributes of a repository, a tag or a manifest.
fn details(registry: &Registry, name: &str, route: Route<'_>) -> Answer {
    let details = Details::of(registry, name);
    match details.and_then(|details| details.body(route)) {
        Some(body) => Answer::json(StatusCode::OK, &body),
        None => unknown(route),
    }
}

fn change(registry: &mut Registry, call: &Call, name: &str, route: Route<'_>) -> Answer {
    let now = registry.now();
    let Some(repository) = registry.repositories.get_mut(name) else {
        return unknown(route);
    };
    let Some(attributes) = attributes_mut(repository, route) else {
        return unknown(route);
    };
    match attributes.change(&call.body, now) {
        Ok(()) => details(registry, name, route),
        Err(refusal) => refusal,
    }
}

fn attributes_mut<'a>(
    repository: &'a mut Repository,
    route: Route<'_>,
) -> Option<&'a mut Attributes> {
    match route {
        Route::Tag { tag, .. } => Some(&mut repository.tags.get_mut(tag)?.attributes),
        Route::Manifest { digest, .. } => {
            Some(&mut repository.manifests.get_mut(digest)?.attributes)
        }
        Route::Repository { .. } => Some(&mut repository.attributes),
        Route::Catalog | Route::Tags { .. } | Route::Manifests { .. } => None,
    }
}

fn unknown(route: Route<'_>) -> Answer {
    match route {
        Route::Tag { tag, .. } => TAG_UNKNOWN.with_detail(&json!({"name": tag})),
        Route::Manifest { digest, .. } => MANIFEST_UNKNOWN.with_detail(&json!({"name": digest})),
        Route::Catalog
        | Route::Repository { .. }
        | Route::Tags { .. }
        | Route::Manifests { .. } => NAME_UNKNOWN.answer(),
    }
}

fn delete_repository(registry: &mut Registry, name: &str) -> Answer {
    match registry.repositories.remove(name) {
        Some(repository) => {
            let manifests: Vec<_> = repository.manifests.keys().collect();
            let tags: Vec<_> = repository.tags.keys().collect();
            let body = json!({"manifestsDeleted": manifests, "tagsDeleted": tags});
            Answer::json(StatusCode::ACCEPTED, &body)
        }
        None => NAME_UNKNOWN.answer(),
    }
}

fn delete_tag(registry: &mut Registry, name: &str, tag: &str) -> Answer {
    let repository = registry.repositories.get_mut(name);
    match repository.and_then(|repository| repository.tags.remove(tag)) {
        Some(_) => Answer::new(StatusCode::ACCEPTED),
        None => TAG_UNKNOWN.with_detail(&json!({"name": tag})),
    }
}

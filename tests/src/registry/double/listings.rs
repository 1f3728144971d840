//! `/v2/_catalog` and `/v2/{name}/tags/list`.

use std::ops::Bound;

use http::{Method, StatusCode};
use serde_json::json;
use url::form_urlencoded;

use super::answer::{Answer, NAME_UNKNOWN, PAGINATION_NUMBER_INVALID};
use super::call::Call;
use super::state::Registry;

/// Distribution's `http.catalog.maxentries`.
const MOST_ENTRIES: i64 = 1000;

pub(super) fn catalog(registry: &Registry, call: &Call) -> Answer {
    if call.method != Method::GET {
        return Answer::method_not_allowed("GET");
    }
    // What is not a number counts as absent, and so does a negative one.
    let asked = call.query("n").and_then(|n| n.parse::<i64>().ok());
    let asked = asked.filter(|n| *n >= 0).unwrap_or(MOST_ENTRIES);
    if asked > MOST_ENTRIES {
        return PAGINATION_NUMBER_INVALID.with_detail(&json!({"n": asked}));
    }
    let count = usize::try_from(asked).unwrap_or_default();
    let last = call.query("last").unwrap_or_default();
    let after = (Bound::Excluded(last), Bound::Unbounded);
    let mut rest = registry
        .repositories
        .range::<String, _>(after)
        .map(|(name, _)| name);
    let page: Vec<_> = rest.by_ref().take(count).collect();
    let answer = Answer::json(StatusCode::OK, &json!({"repositories": page}));
    match (page.last(), rest.next()) {
        (Some(last), Some(_)) => {
            let query = form_urlencoded::Serializer::new(String::new())
                .append_pair("last", last)
                .append_pair("n", &asked.to_string())
                .finish();
            answer.header("link", format!("</v2/_catalog?{query}>; rel=\"next\""))
        }
        _ => answer,
    }
}

/// All tags at once: Distribution 2.8 knows no pages here.
pub(super) fn tags(registry: &Registry, call: &Call, name: &str) -> Answer {
    if call.method != Method::GET {
        return Answer::method_not_allowed("GET");
    }
    let repository = registry.repositories.get(name);
    match repository.filter(|repository| repository.was_tagged) {
        None => NAME_UNKNOWN.with_detail(&json!({"name": name})),
        // `null` and not `[]` when the last tag is gone.
        Some(repository) if repository.tags.is_empty() => {
            Answer::json(StatusCode::OK, &json!({"name": name, "tags": null}))
        }
        Some(repository) => {
            let tags: Vec<_> = repository.tags.keys().collect();
            Answer::json(StatusCode::OK, &json!({"name": name, "tags": tags}))
        }
    }
}

//! Pages by `n` and `last`, with Azure's relative `Link` to the next one.

use http::StatusCode;
use serde_json::Value;
use url::form_urlencoded;

use super::super::answer::Answer;
use super::super::call::Call;
use super::Attributes;

/// How many entries Azure sends when the request does not say.
const DEFAULT_COUNT: usize = 100;

/// One page of a list of names.
pub(super) struct Page {
    items: Vec<String>,
    /// The query of the next page, when there is one.
    next: Option<String>,
}

impl Page {
    /// The page that the request asks for. An unknown `last` starts where it would stand in the order of names.
    pub(super) fn of(names: Vec<String>, call: &Call) -> Self {
        let count = call.query("n").and_then(|n| n.parse().ok());
        let count = count.unwrap_or(DEFAULT_COUNT);
        let mut rest = after_last(names, call);
        let more = rest.len() > count;
        rest.truncate(count);
        let next = rest.last().filter(|_| more).map(|last| {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.append_pair("last", last);
            query.append_pair("n", &count.to_string());
            if let Some(order) = call.query("orderby") {
                query.append_pair("orderby", &order);
            }
            query.finish()
        });
        Self { items: rest, next }
    }

    /// The names, or nothing: Azure writes `null` for an empty list.
    pub(super) fn items(&self) -> Option<&[String]> {
        Some(self.items.as_slice()).filter(|items| !items.is_empty())
    }

    /// An entry for each name.
    pub(super) fn map(&self, entry: impl Fn(&str) -> Option<Value>) -> Vec<Value> {
        self.items.iter().filter_map(|name| entry(name)).collect()
    }

    /// The reply, with the link to the next page.
    pub(super) fn answer(&self, path: &str, body: &Value) -> Answer {
        let answer = Answer::json(StatusCode::OK, body);
        match &self.next {
            Some(query) => {
                let path = path.replace(' ', "%20");
                answer.header("link", format!("<{path}?{query}>; rel=\"next\""))
            }
            None => answer,
        }
    }
}

fn after_last(mut names: Vec<String>, call: &Call) -> Vec<String> {
    let Some(last) = call.query("last") else {
        return names;
    };
    match names.iter().position(|name| *name == last) {
        Some(position) => names.split_off(position + 1),
        None => names.into_iter().filter(|name| *name > last).collect(),
    }
}

/// The names in the order that the request asks for: by name, or by the time of their last change.
pub(super) fn ordered<'a>(
    entries: impl Iterator<Item = (String, &'a Attributes)>,
    call: &Call,
) -> Vec<String> {
    let mut entries: Vec<_> = entries.collect();
    match call.query("orderby").as_deref() {
        Some("timeasc") => entries.sort_by(|a, b| a.1.updated.cmp(&b.1.updated)),
        Some("timedesc") => entries.sort_by(|a, b| b.1.updated.cmp(&a.1.updated)),
        // They come by name.
        _ => {}
    }
    entries.into_iter().map(|(name, _)| name).collect()
}

//! The requests of all pages but the first. Invariant: they go to the endpoint's origin only, and to no URL twice.

use std::hash::{BuildHasher as _, RandomState};

use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, Method};
use url::{Url, form_urlencoded};

use super::body::Body;
use super::core::Core;
use super::error::{ErrorKind, Failure};
use super::operation::Plan;
use super::origin::own_url;
use super::request::{Draft, Request};
use super::send::Outgoing;
use super::target::Target;

/// What the requests of all further pages have in common.
pub(super) struct Follow {
    core: Core,
    pub(super) plan: Plan,
    headers: HeaderMap,
    body: Body,
    /// The version of the API as the first request has it in its query.
    version: Option<String>,
    operation: Option<NextOperation>,
    seen: Seen,
}

/// What the operation that fetches the next page adds to a link.
struct NextOperation {
    /// The path before the link; `None` where the path has no place for it.
    before_link: Option<Target>,
    target: Target,
}

/// The URLs of the pages so far, by 64 bits each: lists are long, and an accidental match is none to reckon with.
#[derive(Default)]
struct Seen {
    hasher: RandomState,
    /// In order.
    hashes: Vec<u64>,
}

impl Seen {
    /// Whether a URL is new.
    fn insert(&mut self, url: &Url) -> bool {
        let hash = self.hasher.hash_one(url.as_str());
        let place = self.hashes.binary_search(&hash);
        if let Err(place) = place {
            self.hashes.insert(place, hash);
        }
        place.is_err()
    }
}

impl Request {
    /// Replaces the method of the operation.
    #[doc(hidden)]
    pub fn method(&mut self, method: Method) {
        self.draft.plan.method = method;
    }

    /// Leaves a place in the path for the link to the next page of a list.
    #[doc(hidden)]
    pub fn link(&mut self) {
        self.draft.before_link = Some(std::mem::take(&mut self.draft.target));
    }
}

impl Follow {
    /// Further pages are asked for by `GET`, without a body.
    pub(super) fn new(first: &Outgoing) -> Self {
        let mut headers = first.headers.clone();
        headers.remove(CONTENT_TYPE);
        headers.remove(CONTENT_LENGTH);
        let mut seen = Seen::default();
        seen.insert(&first.url);
        let mut plan = Plan {
            method: Method::GET,
            ..first.plan.clone()
        };
        if plan.ending.take().is_some() {
            // The documented statuses are those of the request that began a long-running operation.
            plan.success = &[];
        }
        Self {
            core: first.core.clone(),
            plan,
            headers,
            body: Body::empty(),
            version: version(first.url.query()).map(str::to_owned),
            operation: None,
            seen,
        }
    }

    /// Lets further requests have the method and the body of the first one.
    pub(super) fn repeat(&mut self, first: &Outgoing) {
        self.plan.method = first.plan.method.clone();
        self.headers = first.headers.clone();
        if let Some(body) = first.body.replay() {
            self.body = body;
        }
    }

    /// Lets further requests be those of another operation.
    pub(super) fn use_draft(&mut self, mut draft: Draft) -> Result<(), Failure> {
        draft.set_defaults();
        if let Some(fault) = draft.fault {
            return Err(fault);
        }
        self.plan.method = draft.plan.method;
        self.headers = draft.headers;
        self.operation = Some(NextOperation {
            before_link: draft.before_link,
            target: draft.target,
        });
        Ok(())
    }

    /// The request of the next page, whose link stood in the page at `url`.
    pub(super) fn request(&mut self, url: &Url, link: &str) -> Result<Outgoing, Failure> {
        let target = self.target(url, link)?;
        if !self.seen.insert(&target) {
            return Err(Failure::new(
                ErrorKind::PageLoop,
                "the list comes back to a page that was there before",
            ));
        }
        Ok(Outgoing {
            core: self.core.clone(),
            plan: self.plan.clone(),
            url: target,
            headers: self.headers.clone(),
            body: self.body.replay().unwrap_or_default(),
        })
    }

    fn target(&self, url: &Url, link: &str) -> Result<Url, Failure> {
        let endpoint = self.core.endpoint();
        let operation = self.operation.as_ref();
        // A whole URL needs no path around it.
        let part = operation.filter(|_| !is_whole(link));
        if let Some((before, after)) = part.and_then(NextOperation::around_link) {
            return before.with_link(endpoint, link, after);
        }
        let mut target = own_url(endpoint, url, link, "the link to the next page")?;
        if let Some(version) = &self.version {
            set_version(&mut target, version);
        }
        if let Some(operation) = operation {
            add_absent(&mut target, operation.target.query());
        }
        Ok(target)
    }
}

impl NextOperation {
    fn around_link(&self) -> Option<(&Target, &Target)> {
        Some((self.before_link.as_ref()?, &self.target))
    }
}

/// Whether a link is a URL of HTTP, and no token that looks like another.
fn is_whole(link: &str) -> bool {
    Url::parse(link).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// The pair of a query that says the version of the API.
fn version(query: Option<&str>) -> Option<&str> {
    query?.split('&').find(|pair| is_version(pair))
}

fn is_version(pair: &str) -> bool {
    name_of(pair).eq_ignore_ascii_case("api-version")
}

fn name_of(pair: &str) -> String {
    let first = form_urlencoded::parse(pair.as_bytes()).next();
    first.map_or_else(String::new, |(name, _)| name.into_owned())
}

/// Lets a link ask for the version that the first request asked for, as services leave it out, or put their own in.
/// Everything else in the query stays as it is.
fn set_version(url: &mut Url, version: &str) {
    let query = url.query().unwrap_or_default();
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    match pairs.iter_mut().find(|pair| is_version(pair)) {
        Some(pair) => *pair = version,
        None => pairs.push(version),
    }
    let query = pairs.join("&");
    url.set_query(Some(&query));
}

/// Adds the pairs whose names a URL lacks.
fn add_absent(url: &mut Url, added: Option<&str>) {
    let query = url.query().unwrap_or_default();
    let known: Vec<String> = query.split('&').map(name_of).collect();
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    let added = added.unwrap_or_default().split('&');
    pairs.extend(added.filter(|pair| !pair.is_empty() && !known.contains(&name_of(pair))));
    if !pairs.is_empty() {
        let query = pairs.join("&");
        url.set_query(Some(&query));
    }
}

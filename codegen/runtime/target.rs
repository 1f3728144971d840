//! Path and query of a request. Invariant: whatever the values are, the URL has the origin of the endpoint, and no
//! segment of its path is `.` or `..`, encoded or not.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use url::{Position, Url};

use super::encode::{component, list_values};
use super::error::{ErrorKind, Failure};
use super::operation::Collection;
use super::origin::{has_userinfo, same_origin};

/// The path and the query of a request while they are put together.
#[derive(Clone, Default)]
pub(super) struct Target {
    path: String,
    /// Present from the `?` on, since a raw value may end with it.
    query: Option<String>,
    raw: Option<RawStart>,
}

/// A raw value that stands at the beginning of the path, where it may leave the base path of the endpoint.
#[derive(Clone)]
struct RawStart {
    name: &'static str,
    form: RawForm,
    length: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RawForm {
    /// `v2/…`: below the endpoint.
    Relative,
    /// `/v2/…`: below the endpoint's origin.
    Rooted,
    /// `https://…`: with the endpoint's origin.
    Absolute,
}

impl Target {
    /// Adds text that is already encoded.
    pub(super) fn literal(&mut self, text: &str) {
        self.path.push_str(text);
    }

    /// Adds a value as one segment.
    pub(super) fn segment(&mut self, name: &'static str, text: &str) -> Result<(), Failure> {
        check_segment(name, text)?;
        self.path.extend(component(text));
        Ok(())
    }

    /// Adds the elements of a list as one segment.
    pub(super) fn segment_list(
        &mut self,
        name: &'static str,
        elements: &[Cow<'_, str>],
        collection: Collection,
    ) -> Result<(), Failure> {
        let text = list_values(elements, collection, str::to_owned).concat();
        check_segment(name, &text)?;
        let encoded = list_values(elements, collection, |text| component(text).to_string());
        self.path.extend(encoded);
        Ok(())
    }

    /// Adds a value as it is; it may bring slashes and a query of its own (`x-ms-skip-url-encoding`).
    pub(super) fn raw(
        &mut self,
        endpoint: &Url,
        name: &'static str,
        text: &str,
    ) -> Result<(), Failure> {
        let refuse = |problem| Err(Failure::bad_parameter(name, problem));
        if text.is_empty() {
            return refuse("is empty, which the path does not allow");
        }
        if text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '#')) {
            return refuse("has white space, a control character, `\\` or `#`");
        }
        if text.starts_with("//") {
            return refuse("begins with `//`, which leads to another host");
        }
        let starts_path = self.path == "/";
        let (form, text) = match text.split_once("://") {
            Some((scheme, _)) if !scheme.contains(['/', '?']) => match own_path(endpoint, text) {
                Some(path) if starts_path => (RawForm::Absolute, path),
                _ => return refuse("is a URL of another origin than the endpoint"),
            },
            _ if text.starts_with('/') => (RawForm::Rooted, text),
            _ => (RawForm::Relative, text),
        };
        let (path, query) = match text.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (text, None),
        };
        if has_dot_segment(path) {
            return refuse("has a segment `.` or `..`");
        }
        if !is_kept(endpoint, text) {
            return refuse("has characters that a URL cannot carry unchanged");
        }
        if self.path.ends_with('/') && path.starts_with('/') {
            self.path.pop();
        }
        self.path.push_str(path);
        if let Some(query) = query {
            self.query.get_or_insert_default();
            self.raw_query(query);
        }
        if starts_path {
            self.raw = Some(RawStart {
                name,
                form,
                length: self.path.len(),
            });
        }
        Ok(())
    }

    /// Adds a part of the query that is already encoded.
    pub(super) fn raw_query(&mut self, query: &str) {
        if query.is_empty() {
            return;
        }
        let whole = self.query.get_or_insert_default();
        if !whole.is_empty() {
            whole.push('&');
        }
        whole.push_str(query);
    }

    /// The query, without `?`.
    pub(super) fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// The URL that comes out when a link stands between this path and another one.
    pub(super) fn with_link(
        &self,
        endpoint: &Url,
        link: &str,
        after: &Self,
    ) -> Result<Url, Failure> {
        let mut whole = self.clone();
        whole.raw(endpoint, "nextLink", link)?;
        whole.literal(&after.path);
        whole.raw_query(after.query().unwrap_or_default());
        whole.url(endpoint)
    }

    /// The URL below an endpoint.
    pub(super) fn url(&self, endpoint: &Url) -> Result<Url, Failure> {
        let mut text = endpoint[..Position::BeforePath].to_owned();
        if !self.leaves_base_path()? {
            text.push_str(endpoint.path().trim_end_matches('/'));
        }
        text.push_str(&self.path);
        if let Some(query) = &self.query {
            text.push('?');
            text.push_str(query);
        }
        match Url::parse(&text) {
            Ok(url) if same_origin(&url, endpoint) && !has_dot_segment(&self.path) => Ok(url),
            _ => Err(Failure::new(
                ErrorKind::BadParameter,
                "the parameters of the path make no URL of the endpoint",
            )),
        }
    }

    /// Only a raw value that is the whole of the path can leave the base path: it is a link that the service gave.
    fn leaves_base_path(&self) -> Result<bool, Failure> {
        let Some(raw) = &self.raw else {
            return Ok(false);
        };
        let is_whole = raw.length == self.path.len();
        match raw.form {
            RawForm::Relative => Ok(false),
            RawForm::Rooted => Ok(is_whole),
            RawForm::Absolute if is_whole => Ok(true),
            RawForm::Absolute => Err(Failure::bad_parameter(
                raw.name,
                "is a URL, but only a part of the path",
            )),
        }
    }
}

/// Checks what is to be one segment.
fn check_segment(name: &'static str, text: &str) -> Result<(), Failure> {
    let refuse = |problem| Err(Failure::bad_parameter(name, problem));
    if text.is_empty() {
        return refuse("is empty, which the path does not allow");
    }
    if text.contains(char::is_control) {
        return refuse("has a control character");
    }
    if text.split('/').any(str::is_empty) {
        return refuse("has an empty part between slashes");
    }
    // A server may take `\` for `/`.
    if text.split(['/', '\\']).any(is_dots) {
        return refuse("has `.` or `..` between slashes");
    }
    Ok(())
}

/// Path and query of a URL of the endpoint's origin, byte for byte.
fn own_path<'a>(endpoint: &Url, text: &'a str) -> Option<&'a str> {
    let url = Url::parse(text).ok()?;
    let (_, rest) = text.split_once("://")?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let is_own = same_origin(&url, endpoint) && !has_userinfo(&url) && !authority.contains('@');
    is_own.then_some(path)
}

/// Whether the parser of URLs leaves a path and query as they are. It encodes `'` in a query, and quotes, angle brackets
/// and all that is not ASCII anywhere.
pub(super) fn is_kept(endpoint: &Url, text: &str) -> bool {
    let path = text.strip_prefix('/').unwrap_or(text);
    let authority = &endpoint[..Position::BeforePath];
    Url::parse(&format!("{authority}/{path}"))
        .is_ok_and(|url| url[Position::BeforePath..].strip_prefix('/') == Some(path))
}

/// Whether a part between slashes is `.` or `..`, also when it is percent-encoded, as are the slashes.
fn has_dot_segment(path: &str) -> bool {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    decoded.split(['/', '\\']).any(is_dots)
}

fn is_dots(segment: &str) -> bool {
    matches!(segment, "." | "..")
}

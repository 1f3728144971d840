//! A request while it is put together. Invariant: the first part that cannot be sent is kept and given by
//! [`Request::send`], before anything is sent; so generated code needs no `?` on each line.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING,
    USER_AGENT,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde::Serialize;

use super::body::Body;
use super::charset;
use super::core::Core;
use super::encode::{component, form_component, list_values, push_field, query_name};
use super::error::{Error, ErrorKind, Failure};
use super::json::Json;
use super::operation::{Collection, Operation, Plan, ReadError};
use super::reply::{Reply, service_error};
use super::send::{Outgoing, send};
use super::target::Target;
use super::wire::{Wire, WireList, path_text, text_of};

/// How many headers a request may have. `HeaderMap` panics when it is full, and no service reads that many.
const MAX_HEADERS: usize = 1000;

/// A request of an operation.
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    pub(super) draft: Box<Draft>,
}

impl Request {
    /// A request without any part.
    pub fn new(core: &Core, operation: &'static Operation) -> Self {
        Self {
            draft: Box::new(Draft::new(core.clone(), operation.plan())),
        }
    }

    /// Adds a part of the path that is already percent-encoded. The first one begins with `/`.
    pub fn path(&mut self, literal: &str) {
        self.draft.target.literal(literal);
    }

    /// Adds a value to the path as (a part of) one segment: a slash within it is percent-encoded.
    ///
    /// A value that is empty, has a control character, or has an empty part, `.` or `..` between slashes is refused.
    pub fn segment(&mut self, name: &'static str, value: &dyn Wire) {
        self.draft.segment(name, value);
    }

    /// Adds a list to the path as (a part of) one segment. Its text is refused as [`segment`](Self::segment) refuses one.
    pub fn segment_list(
        &mut self,
        name: &'static str,
        values: &dyn WireList,
        collection: Collection,
    ) {
        self.draft.segment_list(name, values, collection);
    }

    /// Adds a value to the path as it is (`x-ms-skip-url-encoding`); it may have a query of its own.
    ///
    /// Where it is the whole path, it may also be absolute: `/v2/…` is taken from the root of the endpoint's origin, as
    /// RFC 3986 resolves it, and a whole URL must be of that origin. Refused are other origins, `//`, `\`, `#`, white
    /// space, control characters, the segments `.` and `..`, and what a URL cannot carry byte for byte: `"`, `<`, `>`,
    /// `` ` ``, `{`, `}` in a path, `'` in a query, and all that is not ASCII.
    pub fn raw_path(&mut self, name: &'static str, value: &dyn Wire) {
        self.draft.raw_path(name, value);
    }

    /// Adds a part of the query as it is: `mode=resumable`.
    pub fn literal_query(&mut self, query: &'static str) {
        self.draft.target.raw_query(query);
    }

    /// Adds a query parameter; nothing when the value is absent.
    pub fn query(&mut self, name: &'static str, value: &dyn Wire) {
        self.draft.query(name, value);
    }

    /// Adds a list as a query parameter; nothing when it is absent. An empty list is an empty value, unless it is `Multi`.
    pub fn query_list(
        &mut self,
        name: &'static str,
        values: &dyn WireList,
        collection: Collection,
    ) {
        self.draft.query_list(name, values, collection);
    }

    /// Adds a header; nothing when the value is absent. `Accept` replaces that of the operation.
    pub fn header(&mut self, name: &'static str, value: &dyn Wire) {
        self.draft.header(name, value);
    }

    /// Adds a list as a header, or as several headers of one name; nothing when it is absent or empty.
    pub fn header_list(
        &mut self,
        name: &'static str,
        values: &dyn WireList,
        collection: Collection,
    ) {
        self.draft.header_list(name, values, collection);
    }

    /// Adds a field to the form that is the body; nothing when the value is absent.
    pub fn form(&mut self, name: &'static str, value: &dyn Wire) {
        self.draft.form(name, value);
    }

    /// Adds a list to the form that is the body; nothing when it is absent or empty.
    pub fn form_list(&mut self, name: &'static str, values: &dyn WireList, collection: Collection) {
        self.draft.form_list(name, values, collection);
    }

    /// Sets a JSON body.
    pub fn json<T: Serialize>(&mut self, media_type: &str, body: &Json<T>) {
        self.draft.json(media_type, body.to_bytes());
    }

    /// Sets the body to bytes.
    pub fn body(&mut self, media_type: &str, body: Body) {
        self.draft.body(media_type, body);
    }

    /// Sets the body to a text, in the character set that its media type names.
    pub fn text(&mut self, media_type: &str, text: &str) {
        match charset::encode(media_type, text) {
            Ok(text) => self.draft.body(media_type, Body::from(text)),
            Err(failure) => self.draft.note(Err(failure)),
        }
    }

    /// Sends the request and waits for the head of the reply.
    ///
    /// # Errors
    ///
    /// Every [`ErrorKind`] but those that come with reading the reply's body. A status that is no success is
    /// [`ErrorKind::Service`].
    pub async fn send<E>(self, errors: ReadError<E>) -> Result<Reply<E>, Error<E>> {
        match send(self.draft.finish()).await {
            Ok(reply) => Ok(Reply::new(reply)),
            Err(failure) => Err(service_error(failure, errors)),
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Request")
            .field("operation", &self.draft.plan.id)
            .finish_non_exhaustive()
    }
}

/// The parts of a [`Request`].
pub(super) struct Draft {
    pub(super) core: Core,
    pub(super) plan: Plan,
    pub(super) target: Target,
    /// The path before the place of a link, where there is one.
    pub(super) before_link: Option<Target>,
    pub(super) headers: HeaderMap,
    form: Option<String>,
    body: Option<Body>,
    pub(super) fault: Option<Failure>,
}

impl Draft {
    fn new(core: Core, plan: Plan) -> Self {
        Self {
            core,
            plan,
            target: Target::default(),
            before_link: None,
            headers: HeaderMap::new(),
            form: None,
            body: None,
            fault: None,
        }
    }

    pub(super) fn note(&mut self, part: Result<(), Failure>) {
        if let Err(failure) = part {
            self.fault.get_or_insert(failure);
        }
    }

    fn segment(&mut self, name: &'static str, value: &dyn Wire) {
        if value.is_secret() {
            self.plan.secrets.path.push(name);
        }
        let part = path_text(name, value).and_then(|text| self.target.segment(name, &text));
        self.note(part);
    }

    fn segment_list(&mut self, name: &'static str, values: &dyn WireList, collection: Collection) {
        let elements = values.wire_list().unwrap_or_default();
        if elements.iter().any(Wire::is_secret) {
            self.plan.secrets.path.push(name);
        }
        let elements = self.texts(name, &elements);
        let part = self.target.segment_list(name, &elements, collection);
        self.note(part);
    }

    fn raw_path(&mut self, name: &'static str, value: &dyn Wire) {
        if value.is_secret() {
            self.plan.secrets.path.push(name);
        }
        let part = path_text(name, value)
            .and_then(|text| self.target.raw(self.core.endpoint(), name, &text));
        self.note(part);
    }

    /// The text of a value; `None` when nothing is to be sent.
    fn text<'v>(&mut self, name: &str, value: &'v dyn Wire) -> Option<Cow<'v, str>> {
        text_of(name, value).unwrap_or_else(|failure| {
            self.note(Err(failure));
            None
        })
    }

    /// The texts of the elements of a list that are there.
    pub(super) fn texts<'v>(&mut self, name: &str, elements: &[&'v dyn Wire]) -> Vec<Cow<'v, str>> {
        elements
            .iter()
            .filter_map(|element| self.text(name, *element))
            .collect()
    }

    fn query(&mut self, name: &'static str, value: &dyn Wire) {
        if value.is_secret() {
            self.plan.secrets.query.push(name.to_owned());
        }
        if let Some(text) = self.text(name, value) {
            self.target
                .raw_query(&format!("{}={}", query_name(name), component(&text)));
        }
    }

    fn query_list(&mut self, name: &'static str, values: &dyn WireList, collection: Collection) {
        let elements = values.wire_list();
        if elements.iter().flatten().any(Wire::is_secret) {
            self.plan.secrets.query.push(name.to_owned());
        }
        let texts = self.texts(name, elements.as_deref().unwrap_or_default());
        let mut sent = list_values(&texts, collection, |text| component(text).to_string());
        if elements.is_some_and(|list| list.is_empty()) && collection != Collection::Multi {
            sent.push(String::new());
        }
        for value in sent {
            self.target
                .raw_query(&format!("{}={value}", query_name(name)));
        }
    }

    pub(super) fn header(&mut self, name: &str, value: &dyn Wire) {
        if let Some(text) = self.text(name, value) {
            let part = self.add_header(name, &text, &[value]);
            self.note(part);
        }
    }

    fn header_list(&mut self, name: &str, values: &dyn WireList, collection: Collection) {
        let elements = values.wire_list().unwrap_or_default();
        let texts = self.texts(name, &elements);
        for value in list_values(&texts, collection, str::to_owned) {
            let part = self.add_header(name, &value, &elements);
            self.note(part);
        }
    }

    /// `sources` are the values that the text is made of.
    fn add_header(&mut self, name: &str, text: &str, sources: &[&dyn Wire]) -> Result<(), Failure> {
        let refuse = |problem| Failure::bad_parameter(name, problem);
        let header = HeaderName::try_from(name)
            .map_err(|error| refuse("is no name of a header").caused_by(error))?;
        if [CONNECTION, TRANSFER_ENCODING].contains(&header) {
            return Err(refuse("is a header that only the connection sets"));
        }
        // Not `from_str`, which refuses what is not ASCII.
        let mut value = HeaderValue::from_bytes(text.as_bytes())
            .map_err(|error| refuse("has a control character").caused_by(error))?;
        value.set_sensitive(sources.iter().any(Wire::is_secret));
        if [AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST].contains(&header) {
            // HTTP allows these once.
            self.headers.insert(header, value);
            return Ok(());
        }
        if self.headers.len() >= MAX_HEADERS {
            return Err(refuse("is one header too many"));
        }
        self.headers.append(header, value);
        Ok(())
    }

    fn form(&mut self, name: &str, value: &dyn Wire) {
        let text = self.text(name, value);
        let form = self.form.get_or_insert_default();
        if let Some(text) = text {
            push_field(form, name, &form_component(&text));
        }
    }

    fn form_list(&mut self, name: &str, values: &dyn WireList, collection: Collection) {
        let elements = self.texts(name, &values.wire_list().unwrap_or_default());
        let form = self.form.get_or_insert_default();
        for value in list_values(&elements, collection, form_component) {
            push_field(form, name, &value);
        }
    }

    fn json(&mut self, media_type: &str, text: Result<Bytes, serde_json::Error>) {
        match text {
            Ok(text) => self.body(media_type, Body::from(text)),
            Err(error) => self.note(Err(Failure::new(
                ErrorKind::BadParameter,
                "the body cannot be written as JSON",
            )
            .caused_by(error))),
        }
    }

    pub(super) fn body(&mut self, media_type: &str, body: Body) {
        match HeaderValue::from_str(media_type) {
            Ok(media_type) => {
                // A parameter of this name is what the caller has chosen.
                self.headers.entry(CONTENT_TYPE).or_insert(media_type);
                self.body = Some(body);
            }
            Err(error) => self.note(Err(Failure::bad_parameter(
                "Content-Type",
                "is no media type",
            )
            .caused_by(error))),
        }
    }

    /// Checks what could not be checked part by part.
    pub(super) fn finish(mut self) -> Result<Outgoing, Failure> {
        if let Some(form) = self.form.take() {
            self.body("application/x-www-form-urlencoded", Body::from(form));
        }
        self.set_defaults();
        let operation = self.plan.id;
        if let Some(fault) = self.fault {
            return Err(fault.of(operation));
        }
        let url = self
            .target
            .url(self.core.endpoint())
            .map_err(|failure| failure.of(operation))?;
        Ok(Outgoing {
            core: self.core,
            plan: self.plan,
            url,
            headers: self.headers,
            body: self.body.unwrap_or_default(),
        })
    }

    pub(super) fn set_defaults(&mut self) {
        let accept = self.plan.accept;
        if !accept.is_empty() && !self.headers.contains_key(ACCEPT) {
            self.header("Accept", &accept);
        }
        if !self.headers.contains_key(USER_AGENT) {
            self.headers
                .insert(USER_AGENT, self.core.settings().user_agent.clone());
        }
        let expects_body = matches!(self.plan.method, Method::POST | Method::PUT | Method::PATCH);
        // hyper announces no length for a body that is at its end before it is sent.
        let is_empty = self
            .body
            .as_ref()
            .is_none_or(|body| body.length() == Some(0));
        if expects_body && is_empty {
            self.headers
                .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
    }
}

//! Sends requests and writes down what came back, without what differs from run to run: host, ids, states, dates.

use std::fmt::Write as _;

use http::{HeaderMap, Method, header};
use reqwest::redirect::Policy;
use serde_json::Value;

const FORM: &str = "application/x-www-form-urlencoded";

/// A request of the script.
#[derive(Clone)]
pub(crate) struct Sent {
    method: Method,
    /// Path and query, or the whole URL of an upload.
    target: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Sent {
    pub(crate) fn new(method: Method, target: impl Into<String>) -> Self {
        Self {
            method,
            target: target.into(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    pub(crate) fn get(target: impl Into<String>) -> Self {
        Self::new(Method::GET, target)
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn body(mut self, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("content-type", media_type)
    }

    pub(crate) fn form(self, fields: impl Into<Vec<u8>>) -> Self {
        self.body(FORM, fields)
    }

    pub(crate) fn octets(self, body: impl Into<Vec<u8>>) -> Self {
        self.body("application/octet-stream", body)
    }
}

/// The parts of a reply that later requests need.
pub(crate) struct Received {
    /// The `Location`, if any.
    pub(crate) location: String,
    /// The body, when it is JSON.
    pub(crate) document: Value,
}

/// What was sent and what came back, as text.
pub(crate) struct Transcript {
    client: reqwest::Client,
    url: String,
    /// The parts by name, in order.
    parts: Vec<(&'static str, String)>,
    /// What the text has another word for: ids of uploads, tokens, other hosts.
    names: Vec<(String, &'static str)>,
}

impl Transcript {
    pub(crate) fn new(url: &str) -> Self {
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .expect("a client without special settings");
        Self {
            client,
            url: url.to_owned(),
            parts: Vec::new(),
            names: vec![
                (url.to_owned(), "http://HOST"),
                (url.replace("http://", ""), "HOST"),
            ],
        }
    }

    /// The parts by name, in order; each is short enough to be read.
    pub(crate) fn parts(&self) -> &[(&'static str, String)] {
        &self.parts
    }

    /// Begins a part: what is sent from now on belongs to it.
    pub(crate) fn part(&mut self, name: &'static str) {
        self.parts.push((name, String::new()));
    }

    /// From now on the text has `name` where `text` was.
    pub(crate) fn rename(&mut self, text: &str, name: &'static str) {
        self.names.push((text.to_owned(), name));
    }

    /// Sends a request, writes both sides down, and gives the `Location` of the reply, if any.
    pub(crate) async fn send(&mut self, title: &str, sent: Sent) -> String {
        self.exchange(title, sent).await.location
    }

    /// Sends a request, writes both sides down, and gives what came back.
    pub(crate) async fn exchange(&mut self, title: &str, sent: Sent) -> Received {
        let url = if sent.target.starts_with('/') {
            format!("{}{}", self.url, sent.target)
        } else {
            sent.target.clone()
        };
        let mut request = self.client.request(sent.method.clone(), url);
        for (name, value) in &sent.headers {
            request = request.header(*name, value);
        }
        let reply = request.body(sent.body.clone()).send().await;
        let reply = reply.expect("a reply of the registry");
        let (status, headers) = (reply.status(), reply.headers().clone());
        let body = match reply.bytes().await {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(_) => "(the connection ends before the body)".to_owned(),
        };
        let document: Value = serde_json::from_str(&body).unwrap_or_default();
        if let Some(id) = text_of(&headers, "docker-upload-uuid") {
            self.rename(&id, "ID");
        }
        for token in ["access_token", "refresh_token"] {
            if let Value::String(text) = &document[token] {
                self.rename(text, "TOKEN");
            }
        }
        let mut entry = format!("### {title}\n{} {}\n", sent.method, sent.target);
        for (name, value) in &sent.headers {
            writeln!(entry, "{name}: {value}").expect("a text that grows");
        }
        if sent.headers.iter().any(|(_, value)| value == FORM) {
            entry.push_str(&String::from_utf8_lossy(&sent.body));
            entry.push('\n');
        }
        writeln!(entry, "=> {status}").expect("a text that grows");
        entry.push_str(&normal_headers(&headers));
        let sorted = normal_json(&document).unwrap_or(body);
        writeln!(entry, "\n{sorted}").expect("a text that grows");
        let entry = self.without_chance(&entry);
        let (_, text) = self.parts.last_mut().expect("a part that was begun");
        text.push_str(&entry);
        Received {
            location: text_of(&headers, "location").unwrap_or_default(),
            document,
        }
    }

    /// Replaces hosts, ids and tokens, and the states of uploads.
    fn without_chance(&self, entry: &str) -> String {
        let mut text = entry.to_owned();
        for (chance, name) in &self.names {
            text = text.replace(chance, name);
        }
        let mut parts = text.split("_state=");
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let is_state = |c: char| c.is_ascii_alphanumeric() || "-_%=".contains(c);
            result.push_str("_state=STATE");
            result.push_str(part.trim_start_matches(is_state));
        }
        result
    }
}

fn text_of(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}

/// The headers by name. `Date` differs, and `Connection` is HTTP's own affair.
fn normal_headers(headers: &HeaderMap) -> String {
    let mut lines: Vec<_> = headers
        .iter()
        .filter(|(name, _)| !matches!(**name, header::DATE | header::CONNECTION))
        .map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    lines.sort();
    lines.concat()
}

/// The tags by name: they come in no order from Distribution. `None` for a document without tags.
fn normal_json(document: &Value) -> Option<String> {
    let mut tags = document["tags"].as_array()?.clone();
    tags.sort_by_key(Value::to_string);
    let mut document = document.clone();
    document["tags"] = Value::Array(tags);
    Some(format!("{document}\n"))
}

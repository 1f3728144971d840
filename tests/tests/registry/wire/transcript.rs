//! Sends requests and writes down what came back, without what differs from run to run: host, ids, states, dates.

use std::fmt::Write as _;

use http::{HeaderMap, Method, header};
use reqwest::redirect::Policy;
use serde_json::Value;

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

    pub(crate) fn octets(self, body: impl Into<Vec<u8>>) -> Self {
        self.body("application/octet-stream", body)
    }
}

/// What was sent and what came back, as text.
pub(crate) struct Transcript {
    client: reqwest::Client,
    url: String,
    text: String,
    /// The ids of uploads, which the text replaces.
    ids: Vec<String>,
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
            text: String::new(),
            ids: Vec::new(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Sends a request, writes both sides down, and gives the `Location` of the reply, if any.
    pub(crate) async fn send(&mut self, title: &str, sent: Sent) -> String {
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
            Ok(bytes) => normal_json(&String::from_utf8_lossy(&bytes)),
            Err(_) => "(the connection ends before the body)".to_owned(),
        };
        self.ids.extend(text_of(&headers, "docker-upload-uuid"));
        let mut entry = format!("### {title}\n{} {}\n", sent.method, sent.target);
        for (name, value) in &sent.headers {
            writeln!(entry, "{name}: {value}").expect("a text that grows");
        }
        writeln!(entry, "=> {status}").expect("a text that grows");
        entry.push_str(&normal_headers(&headers));
        writeln!(entry, "\n{body}").expect("a text that grows");
        let entry = self.without_chance(&entry);
        self.text.push_str(&entry);
        text_of(&headers, "location").unwrap_or_default()
    }

    /// Replaces the host, the ids of uploads and their states.
    fn without_chance(&self, entry: &str) -> String {
        let mut text = entry.replace(&self.url, "http://HOST");
        for id in &self.ids {
            text = text.replace(id, "ID");
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

/// Tags come in no order from Distribution.
fn normal_json(body: &str) -> String {
    match serde_json::from_str::<Value>(body) {
        Ok(mut document) if document["tags"].is_array() => {
            if let Some(tags) = document["tags"].as_array_mut() {
                tags.sort_by_key(Value::to_string);
            }
            format!("{document}\n")
        }
        _ => body.to_owned(),
    }
}

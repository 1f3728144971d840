//! The access log: what a listener has seen, for tests to look at.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::call::Call;

/// The longest body that the log keeps: forms and small documents, no layers.
const KEPT_BODY: usize = 4096;

/// One request and the status it was answered with.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The method.
    pub method: Method,
    /// Path and query, as they were sent.
    pub target: String,
    /// The headers, as they were sent.
    pub headers: HeaderMap,
    /// How many bytes the body had.
    pub body_length: usize,
    /// The body, when it has at most 4 KiB; else empty.
    pub body: Bytes,
    /// The status of the reply.
    pub status: StatusCode,
}

impl Entry {
    /// The first value of a header, when it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The request line as people write it: `GET /v2/`.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }
}

/// The entries of one listener.
#[derive(Debug, Default)]
pub(super) struct Log(Mutex<Vec<Entry>>);

impl Log {
    pub(super) fn add(&self, call: &Call, status: StatusCode) {
        let body = if call.body.len() <= KEPT_BODY {
            call.body.clone()
        } else {
            Bytes::new()
        };
        self.lock().push(Entry {
            method: call.method.clone(),
            target: call.target().to_owned(),
            headers: call.headers.clone(),
            body_length: call.body.len(),
            body,
            status,
        });
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        self.lock().clone()
    }

    pub(super) fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

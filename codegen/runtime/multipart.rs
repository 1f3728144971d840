//! Forms with files: `multipart/form-data` (RFC 7578), streamed part by part.
//!
//! Invariant: no name, file name or media type can end the header that it stands in.

use std::collections::VecDeque;
use std::fmt::{self, Write as _};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::HeaderValue;
use http::header::CONTENT_TYPE;

use super::body::{Body, Chunks, SourceError};
use super::encode::list_values;
use super::error::{BoxError, Failure};
use super::operation::Collection;
use super::request::Request;
use super::wire::{Wire, WireList, text_of};

/// A form whose parts are all in memory is sent from one piece of memory up to this length, so that it can be sent again.
const IN_MEMORY: u64 = 1 << 20;

/// A file in a form.
///
/// It is sent under the name of its field and as `application/octet-stream`, unless something else is said.
#[derive(Debug)]
pub struct FilePart {
    body: Body,
    file_name: Option<String>,
    content_type: Option<String>,
}

impl FilePart {
    /// A file of these bytes, which may be streamed.
    pub fn new(content: impl Into<Body>) -> Self {
        Self {
            body: content.into(),
            file_name: None,
            content_type: None,
        }
    }

    /// Gives the file a name.
    #[must_use]
    pub fn file_name(self, name: impl Into<String>) -> Self {
        Self {
            file_name: Some(name.into()),
            ..self
        }
    }

    /// Gives the file a media type.
    #[must_use]
    pub fn content_type(self, media_type: impl Into<String>) -> Self {
        Self {
            content_type: Some(media_type.into()),
            ..self
        }
    }
}

/// Implements the conversions of what a [`Body`] is made of.
macro_rules! file_from {
    ($($ty:ty),+) => {$(
        impl From<$ty> for FilePart {
            fn from(content: $ty) -> Self {
                Self::new(content)
            }
        }
    )+};
}

file_from!(Body, Bytes, Vec<u8>, &'static [u8], String, &'static str);

/// A form while it is put together. The first part that cannot be sent is kept for the request that gets the form.
#[derive(Debug)]
pub struct Multipart {
    boundary: String,
    parts: VecDeque<Body>,
    fault: Option<Failure>,
}

impl Multipart {
    /// A form without any field.
    pub fn new() -> Self {
        Self {
            boundary: boundary(),
            parts: VecDeque::new(),
            fault: None,
        }
    }

    /// Adds a field; nothing when the value is absent.
    pub fn field(&mut self, name: &'static str, value: &dyn Wire) {
        match text_of(name, value) {
            Ok(Some(text)) => self.text(name, text.into_owned()),
            Ok(None) => {}
            Err(failure) => self.note(failure),
        }
    }

    /// Adds a list; nothing when it is absent or empty.
    pub fn field_list(
        &mut self,
        name: &'static str,
        values: &dyn WireList,
        collection: Collection,
    ) {
        let mut texts = Vec::new();
        for value in values.wire_list().unwrap_or_default() {
            match text_of(name, value) {
                Ok(text) => texts.extend(text),
                Err(failure) => self.note(failure),
            }
        }
        for text in list_values(&texts, collection, str::to_owned) {
            self.text(name, text);
        }
    }

    /// Adds a file; nothing when it is absent.
    pub fn file(&mut self, name: &'static str, file: impl Into<Option<FilePart>>) {
        if let Some(file) = file.into() {
            self.part(name, file);
        }
    }

    /// Adds files, each as a part of its own.
    pub fn files(&mut self, name: &'static str, files: Vec<FilePart>) {
        for file in files {
            self.part(name, file);
        }
    }

    fn note(&mut self, failure: Failure) {
        self.fault.get_or_insert(failure);
    }

    fn text(&mut self, name: &str, text: String) {
        let head = format!("form-data; name=\"{}\"", Quoted(name));
        self.push(&head, None, Body::from(text));
    }

    fn part(&mut self, name: &'static str, file: FilePart) {
        let file_name = file.file_name.as_deref().unwrap_or(name);
        let head = format!(
            "form-data; name=\"{}\"; filename=\"{}\"",
            Quoted(name),
            Quoted(file_name)
        );
        let media_type = file.content_type.as_deref();
        let media_type = media_type.unwrap_or("application/octet-stream");
        if HeaderValue::from_str(media_type).is_err() {
            self.note(Failure::bad_parameter(
                name,
                "has no media type that can be sent",
            ));
            return;
        }
        self.push(&head, Some(media_type), file.body);
    }

    fn push(&mut self, disposition: &str, media_type: Option<&str>, body: Body) {
        let boundary = &self.boundary;
        let mut head = format!("--{boundary}\r\nContent-Disposition: {disposition}\r\n");
        if let Some(media_type) = media_type {
            head.extend(["Content-Type: ", media_type, "\r\n"]);
        }
        head.push_str("\r\n");
        self.parts
            .extend([Body::from(head), body, Body::from("\r\n")]);
    }

    fn into_body(mut self) -> Body {
        self.parts
            .push_back(Body::from(format!("--{}--\r\n", self.boundary)));
        let mut lengths = self.parts.iter().map(Body::length);
        // What is longer than a number can say is sent without saying it.
        let length = lengths.try_fold(0_u64, |sum, length| sum.checked_add(length?));
        let in_memory: Option<Vec<&Bytes>> = self.parts.iter().map(Body::in_memory).collect();
        match (in_memory, length) {
            (Some(pieces), Some(length)) if length <= IN_MEMORY => {
                let mut whole = BytesMut::new();
                for piece in pieces {
                    whole.extend_from_slice(piece);
                }
                Body::from(whole.freeze())
            }
            (_, length) => {
                let parts = Parts {
                    rest: self.parts,
                    current: None,
                };
                match length {
                    Some(length) => Body::sized_stream(length, parts),
                    None => Body::stream(parts),
                }
            }
        }
    }
}

impl Default for Multipart {
    fn default() -> Self {
        Self::new()
    }
}

impl Request {
    /// Sets the body to a form.
    pub fn multipart(&mut self, mut form: Multipart) {
        if let Some(fault) = form.fault.take() {
            self.draft.note(Err(fault));
        }
        // A parameter of this name cannot know the boundary.
        self.draft.headers.remove(CONTENT_TYPE);
        let media_type = format!("multipart/form-data; boundary={}", form.boundary);
        self.draft.body(&media_type, form.into_body());
    }
}

/// What cannot be guessed by who wrote the content of a file: the keys of a hasher are random.
fn boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("form-{:016x}{:016x}", random(), random())
}

/// A text between quotes, as the HTML standard writes the names of parts.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if c == '"' || c.is_ascii_control() {
                write!(formatter, "%{:02X}", u32::from(c))?;
            } else {
                formatter.write_char(c)?;
            }
        }
        Ok(())
    }
}

/// The bytes of the parts, one after another.
struct Parts {
    rest: VecDeque<Body>,
    current: Option<Part>,
}

/// A part that is being sent.
struct Part {
    chunks: Chunks,
    length: Option<u64>,
    sent: u64,
}

impl Stream for Parts {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(part) = &mut self.current else {
                let Some(next) = self.rest.pop_front() else {
                    return Poll::Ready(None);
                };
                self.current = Some(Part::of(next));
                continue;
            };
            match ready!(part.poll(context)) {
                Some(chunk) => return Poll::Ready(Some(chunk)),
                None => self.current = None,
            }
        }
    }
}

impl Part {
    fn of(body: Body) -> Self {
        let length = body.length();
        Self {
            chunks: body.into_chunks(),
            length,
            sent: 0,
        }
    }

    /// The next bytes, unless the part has more or fewer than it announced.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        let chunks = self.chunks.get_mut();
        let chunks = chunks.unwrap_or_else(std::sync::PoisonError::into_inner);
        let chunk = match ready!(chunks.as_mut().poll_next(context)) {
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            Some(Ok(chunk)) => Some(chunk),
            None => None,
        };
        self.sent += chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
        let wrong = self.length.filter(|length| match chunk {
            Some(_) => self.sent > *length,
            None => self.sent < *length,
        });
        Poll::Ready(match wrong {
            Some(length) => {
                let sent = self.sent;
                Some(Err(SourceError::Length { length, sent }.into()))
            }
            None => chunk.map(Ok),
        })
    }
}

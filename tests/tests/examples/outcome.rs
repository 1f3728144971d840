//! What a call gave back, in a form that is the same for all operations.

use std::collections::BTreeMap;

use bytes::Bytes;
use generated_client::{ByteStream, Response, Result};
use serde::Serialize;
use serde_json::Value;

/// Status, typed headers and body of a successful call.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) status: u16,
    /// The fields of the typed headers.
    pub(crate) headers: BTreeMap<String, Option<String>>,
    pub(crate) content: Content,
}

/// The body.
#[derive(Debug)]
pub(crate) enum Content {
    /// The operation has none.
    Empty,
    /// A model, serialized again, and the bytes that it was read from.
    Json { value: Value, bytes: Bytes },
    /// The whole of a stream.
    Bytes(Bytes),
}

/// Typed headers as text, by the names of their fields.
macro_rules! headers {
    ($reply:ident: $($field:ident),* $(,)?) => {
        [$((stringify!($field), $reply.headers().$field.as_ref().map(ToString::to_string))),*]
    };
}
pub(crate) use headers;

/// A field of the typed headers.
pub(crate) type Header = (&'static str, Option<String>);

impl Outcome {
    /// Of an operation without a body.
    pub(crate) fn empty<H>(
        reply: &Response<(), H>,
        headers: impl IntoIterator<Item = Header>,
    ) -> Self {
        Self::new(reply, headers, Content::Empty)
    }

    /// Of an operation with a model as body.
    pub(crate) fn json<T: Serialize, H>(
        reply: &Response<T, H>,
        headers: impl IntoIterator<Item = Header>,
    ) -> Self {
        let content = Content::Json {
            value: serde_json::to_value(reply.body()).expect("models can be serialized"),
            bytes: reply.bytes().clone(),
        };
        Self::new(reply, headers, content)
    }

    /// Of an operation with a stream as body.
    pub(crate) async fn stream<H>(
        reply: Response<ByteStream, H>,
        headers: impl IntoIterator<Item = Header>,
    ) -> Result<Self> {
        let mut outcome = Self::new(&reply, headers, Content::Empty);
        outcome.content = Content::Bytes(reply.into_body().collect(1 << 20).await?);
        Ok(outcome)
    }

    fn new<B, H>(
        reply: &Response<B, H>,
        headers: impl IntoIterator<Item = Header>,
        content: Content,
    ) -> Self {
        let headers = headers.into_iter();
        let headers = headers.map(|(name, value)| (name.to_owned(), value));
        Self {
            status: reply.status().as_u16(),
            headers: headers.collect(),
            content,
        }
    }
}

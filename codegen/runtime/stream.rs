//! The body of a reply as a stream.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::error::{Error, Failure};
use super::incoming::Incoming;

/// The body of a reply, piece by piece. It holds one piece at a time.
///
/// Dropping it before its end closes the connection.
#[must_use = "the body is read only when it is asked for"]
pub struct ByteStream<E> {
    operation: &'static str,
    body: Option<Incoming>,
    error: PhantomData<fn() -> E>,
}

impl<E> ByteStream<E> {
    pub(super) fn new(operation: &'static str, body: Incoming) -> Self {
        Self {
            operation,
            body: Some(body),
            error: PhantomData,
        }
    }

    /// The next piece; `None` at the end of the body and after an error. When the future is dropped before its end,
    /// nothing of the body is lost.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::IncompleteBody`](super::ErrorKind::IncompleteBody) when the body ends before its end,
    /// [`ErrorKind::Timeout`](super::ErrorKind::Timeout) when it stops.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error<E>>> {
        poll_fn(|context| self.poll_chunk(context))
            .await
            .map(|chunk| chunk.map_err(Error::from))
    }

    /// The rest of the body, if it has no more bytes than this.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ResponseTooLarge`](super::ErrorKind::ResponseTooLarge), and those of [`next`](Self::next).
    pub async fn collect(self, limit: usize) -> Result<Bytes, Error<E>> {
        let Some(body) = self.body else {
            return Ok(Bytes::new());
        };
        Ok(body
            .collect(limit)
            .await
            .map_err(|failure| failure.of(self.operation))?)
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Failure>>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let chunk = match body.poll_chunk(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(chunk) => {
                chunk.map(|chunk| chunk.map_err(|failure| failure.of(self.operation)))
            }
        };
        if !matches!(chunk, Some(Ok(_))) {
            self.body = None;
        }
        Poll::Ready(chunk)
    }
}

impl<E> Stream for ByteStream<E> {
    type Item = Result<Bytes, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
            .map(|chunk| chunk.map(|chunk| chunk.map_err(Error::from)))
    }
}

impl<E> fmt::Debug for ByteStream<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ByteStream")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}

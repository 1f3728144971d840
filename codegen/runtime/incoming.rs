//! The body of a reply on its way in. Invariant: never more is held than the caller's limit and one chunk, and a body
//! that is cut off is never taken for a whole one.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body::Body as _;
use tokio::time::{Instant, timeout_at};

use super::error::{ErrorKind, Failure};
use super::idle::Idle;
use super::send::timeout_failure;

/// How much of the body of a failure is read.
const ERROR_LIMIT: usize = 64 * 1024;

/// How long the whole of a body may take that nobody asked for. Some services announce a body and never send it, or send
/// it byte by byte.
const ERROR_PATIENCE: Duration = Duration::from_secs(2);

/// The body of a reply.
pub(super) struct Incoming {
    body: reqwest::Body,
    announced: Option<u64>,
    received: u64,
    idle: Idle,
}

impl Incoming {
    /// `announced` is the `Content-Length`, if there is one and the reply is to have a body.
    pub(super) fn new(body: reqwest::Body, announced: Option<u64>, idle: Idle) -> Self {
        Self {
            body,
            announced,
            received: 0,
            idle,
        }
    }

    /// The next piece; `None` at the end.
    pub(super) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Failure>>> {
        loop {
            let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
                return self
                    .idle
                    .poll_expired(context)
                    .map(|()| Some(Err(timeout_failure())));
            };
            self.idle.progress().note();
            match frame {
                Some(Ok(frame)) => {
                    // Trailers are no data.
                    if let Ok(chunk) = frame.into_data() {
                        self.received += chunk.len() as u64;
                        return Poll::Ready(Some(Ok(chunk)));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(self.read_failure(error)))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn read_failure(&self, error: reqwest::Error) -> Failure {
        let error = error.without_url();
        if error.is_timeout() {
            return timeout_failure().caused_by(error);
        }
        let received = self.received;
        let message = match self.announced {
            Some(announced) => format!("the reply ended after {received} of {announced} bytes"),
            None => format!("the reply was cut off after {received} bytes"),
        };
        Failure::new(ErrorKind::IncompleteBody, message).caused_by(error)
    }

    async fn next(&mut self) -> Option<Result<Bytes, Failure>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// What is left of the body, if it is not longer than a limit.
    pub(super) async fn collect(mut self, limit: usize) -> Result<Bytes, Failure> {
        let too_large = || {
            Failure::new(
                ErrorKind::ResponseTooLarge,
                format!("the reply is longer than the limit of {limit} bytes"),
            )
        };
        if self
            .announced
            .is_some_and(|announced| announced.saturating_sub(self.received) > limit as u64)
        {
            return Err(too_large());
        }
        let mut whole = Gathered::default();
        while let Some(chunk) = self.next().await {
            let chunk = chunk?;
            if chunk.len() > limit - whole.len() {
                return Err(too_large());
            }
            whole.push(chunk);
        }
        Ok(whole.into_bytes())
    }

    /// The beginning of a body that explains a failure. That it is cut off does not matter: the failure does.
    pub(super) async fn read_error(mut self) -> Bytes {
        let deadline = Instant::now() + ERROR_PATIENCE;
        let mut whole = Gathered::default();
        while let Ok(Some(Ok(mut chunk))) = timeout_at(deadline, self.next()).await {
            chunk.truncate(ERROR_LIMIT - whole.len());
            whole.push(chunk);
            if whole.len() == ERROR_LIMIT {
                break;
            }
        }
        whole.into_bytes()
    }

    /// Reads a body that nobody needs, so that its connection can be used again. A long one is not worth it.
    pub(super) async fn drain(mut self) {
        let deadline = Instant::now() + ERROR_PATIENCE;
        while let Ok(Some(Ok(_))) = timeout_at(deadline, self.next()).await {
            if self.received > ERROR_LIMIT as u64 {
                break;
            }
        }
    }
}

/// Chunks in a row; a single one is not copied.
#[derive(Default)]
struct Gathered {
    first: Bytes,
    rest: BytesMut,
}

impl Gathered {
    fn len(&self) -> usize {
        if self.rest.is_empty() {
            self.first.len()
        } else {
            self.rest.len()
        }
    }

    fn push(&mut self, chunk: Bytes) {
        if self.len() == 0 {
            self.first = chunk;
            return;
        }
        if self.rest.is_empty() {
            self.rest.extend_from_slice(&self.first);
        }
        self.rest.extend_from_slice(&chunk);
    }

    fn into_bytes(self) -> Bytes {
        if self.rest.is_empty() {
            self.first
        } else {
            self.rest.freeze()
        }
    }
}

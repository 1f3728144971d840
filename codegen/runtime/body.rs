//! The body of a request as bytes: in memory, or streamed in constant memory.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};

use super::error::BoxError;
use super::idle::Progress;

/// The bytes of a request's body.
///
/// A body that is streamed is read once and is never sent a second time.
pub struct Body(Content);

enum Content {
    Bytes(Bytes),
    Stream { length: Option<u64>, chunks: Chunks },
}

/// The mutex is never locked: it makes the stream `Sync`, which `reqwest` asks for.
pub(super) type Chunks = Mutex<Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>>;

impl Body {
    /// No bytes at all.
    pub fn empty() -> Self {
        Self(Content::Bytes(Bytes::new()))
    }

    /// A stream of unknown length: it is sent in chunks.
    pub fn stream<S, F>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, F>> + Send + 'static,
        F: Into<BoxError> + 'static,
    {
        Self(Content::Stream {
            length: None,
            chunks: boxed(stream),
        })
    }

    /// A stream of this many bytes, which become the `Content-Length`. The request fails when the stream ends before
    /// them, or when a piece goes beyond them; it is not asked for more after them.
    pub fn sized_stream<S, F>(length: u64, stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, F>> + Send + 'static,
        F: Into<BoxError> + 'static,
    {
        Self(Content::Stream {
            length: Some(length),
            chunks: boxed(stream),
        })
    }

    /// The number of bytes, if it is known.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Content::Bytes(bytes) => Some(bytes.len() as u64),
            Content::Stream { length, .. } => *length,
        }
    }

    /// A second body of the same bytes; a stream has none.
    pub(super) fn replay(&self) -> Option<Self> {
        match &self.0 {
            Content::Bytes(bytes) => Some(Self(Content::Bytes(bytes.clone()))),
            Content::Stream { .. } => None,
        }
    }

    /// The bytes, if they are in memory.
    pub(super) fn in_memory(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::Bytes(bytes) => Some(bytes),
            Content::Stream { .. } => None,
        }
    }

    /// The bytes piece by piece, without a look at their announced length.
    pub(super) fn into_chunks(self) -> Chunks {
        match self.0 {
            Content::Bytes(bytes) => boxed(Pieces(bytes)),
            Content::Stream { chunks, .. } => chunks,
        }
    }

    pub(super) fn into_reqwest(self, progress: Arc<Progress>) -> reqwest::Body {
        match self.0 {
            Content::Bytes(bytes) if bytes.len() <= PIECE => reqwest::Body::from(bytes),
            Content::Bytes(bytes) => {
                let length = Some(bytes.len() as u64);
                reqwest::Body::wrap(Upload {
                    chunks: boxed(Pieces(bytes)),
                    length,
                    sent: 0,
                    progress,
                })
            }
            Content::Stream { length, chunks } => reqwest::Body::wrap(Upload {
                chunks,
                length,
                sent: 0,
                progress,
            }),
        }
    }
}

/// A long body in memory is handed over in pieces, so that its progress can be seen.
const PIECE: usize = 64 * 1024;

struct Pieces(Bytes);

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.0.is_empty() {
            return Poll::Ready(None);
        }
        let end = self.0.len().min(PIECE);
        Poll::Ready(Some(Ok(self.0.split_to(end))))
    }
}

fn boxed<S, F>(stream: S) -> Chunks
where
    S: Stream<Item = Result<Bytes, F>> + Send + 'static,
    F: Into<BoxError> + 'static,
{
    Mutex::new(Box::pin(AnyError(Box::pin(stream))))
}

/// Boxes the errors of a stream.
struct AnyError<S>(Pin<Box<S>>);

impl<S, F> Stream for AnyError<S>
where
    S: Stream<Item = Result<Bytes, F>>,
    F: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map_err(Into::into)
    }
}

/// A body on its way: counts its bytes and notes its progress.
struct Upload {
    chunks: Chunks,
    length: Option<u64>,
    sent: u64,
    progress: Arc<Progress>,
}

impl http_body::Body for Upload {
    type Data = Bytes;
    type Error = SourceError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, SourceError>>> {
        let this = self.get_mut();
        let chunks = this
            .chunks
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        this.progress.wait_for_caller();
        let chunk = ready!(chunks.as_mut().poll_next(context));
        this.progress.note();
        Poll::Ready(match chunk {
            Some(Ok(chunk)) => {
                this.sent += chunk.len() as u64;
                Some(this.check(chunk))
            }
            Some(Err(source)) => Some(Err(SourceError::Failed(source))),
            None => this.check_end().err().map(Err),
        })
    }

    fn size_hint(&self) -> SizeHint {
        match self.length {
            Some(length) => SizeHint::with_exact(length.saturating_sub(self.sent)),
            None => SizeHint::default(),
        }
    }
}

impl Upload {
    fn check(&self, chunk: Bytes) -> Result<Frame<Bytes>, SourceError> {
        match self.length {
            Some(length) if self.sent > length => Err(SourceError::Length {
                length,
                sent: self.sent,
            }),
            _ => Ok(Frame::data(chunk)),
        }
    }

    fn check_end(&self) -> Result<(), SourceError> {
        match self.length {
            Some(length) if self.sent < length => Err(SourceError::Length {
                length,
                sent: self.sent,
            }),
            _ => Ok(()),
        }
    }
}

/// Why the body of a request could not be sent, on the caller's side.
#[derive(Debug)]
pub(super) enum SourceError {
    /// The stream failed.
    Failed(BoxError),
    /// The stream does not have its announced length.
    Length { length: u64, sent: u64 },
}

impl fmt::Display for SourceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(_) => formatter.write_str("the stream of the body failed"),
            Self::Length { length, sent } if sent > length => {
                write!(
                    formatter,
                    "the stream of the body has more bytes than its announced length of {length}"
                )
            }
            Self::Length { length, sent } => {
                write!(
                    formatter,
                    "the stream of the body ended after {sent} of {length} bytes"
                )
            }
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Failed(source) => Some(source.as_ref()),
            Self::Length { .. } => None,
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length() {
            Some(length) => write!(formatter, "Body({length} bytes)"),
            None => formatter.write_str("Body(stream)"),
        }
    }
}

/// Implements the conversions of what is in memory.
macro_rules! body_from {
    ($($ty:ty),+) => {$(
        impl From<$ty> for Body {
            fn from(content: $ty) -> Self {
                Self(Content::Bytes(content.into()))
            }
        }
    )+};
}

body_from!(Bytes, Vec<u8>, &'static [u8], String, &'static str);

//! A successful reply before its body is read. The methods say what the body is to be; all of them are thin shells over
//! one future that is not generic.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::de::DeserializeOwned;

use super::charset;
use super::credential::BoxFuture;
use super::error::{Error, ErrorKind, Failure};
use super::headers::{FromHeaders, HeaderError, ReplyHeaders};
use super::json::decode;
use super::operation::ReadError;
use super::response::Response;
use super::send::Raw;
use super::stream::ByteStream;

/// A reply whose status means success, and whose body is still to be read.
pub struct Reply<E> {
    pub(super) raw: Raw,
    error: PhantomData<fn() -> E>,
}

impl<E> Reply<E> {
    pub(super) fn new(raw: Raw) -> Self {
        Self {
            raw,
            error: PhantomData,
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.raw.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.raw.headers
    }

    /// Reads the body as JSON. A byte order mark in front of it is accepted.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] when the body is not what the document describes, and what comes with reading:
    /// [`ErrorKind::ResponseTooLarge`], [`ErrorKind::IncompleteBody`], [`ErrorKind::Timeout`].
    pub async fn json<T: DeserializeOwned, H: FromHeaders>(
        self,
    ) -> Result<Response<T, H>, Error<E>> {
        let whole = read(self.raw).await?;
        Ok(whole.into_response(decode)?)
    }

    /// Reads the body as JSON where some statuses bring none; `None` as well when the body is empty or `null`.
    ///
    /// # Errors
    ///
    /// Those of [`json`](Self::json).
    pub async fn json_optional<T: DeserializeOwned, H: FromHeaders>(
        self,
        without_body: &[u16],
    ) -> Result<Response<Option<T>, H>, Error<E>> {
        if without_body.contains(&self.status().as_u16()) {
            return Ok(self.empty().await?.map(|()| None));
        }
        let whole = read(self.raw).await?;
        Ok(whole.into_response(|text| {
            if text.is_empty() {
                Ok(None)
            } else {
                decode(text)
            }
        })?)
    }

    /// Drops the body, whatever it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] when a header is not what the document describes.
    pub async fn empty<H: FromHeaders>(self) -> Result<Response<(), H>, Error<E>> {
        let whole = discard(self.raw).await;
        Ok(whole.into_response(|_| Ok(()))?)
    }

    /// Drops the body of the reply to a `HEAD`, whose status says whether the thing is there.
    ///
    /// # Errors
    ///
    /// Those of [`empty`](Self::empty).
    pub async fn found<H: FromHeaders>(self) -> Result<Response<bool, H>, Error<E>> {
        let found = self.status() != StatusCode::NOT_FOUND;
        Ok(self.empty().await?.map(|()| found))
    }

    /// Reads the body as text in the character set that the reply names, or else in UTF-8.
    ///
    /// # Errors
    ///
    /// Those of [`json`](Self::json).
    pub async fn text<H: FromHeaders>(self) -> Result<Response<String, H>, Error<E>> {
        let whole = read(self.raw).await?;
        let media_type = whole.headers.get(CONTENT_TYPE).cloned();
        let media_type = media_type.as_ref().and_then(|value| value.to_str().ok());
        Ok(whole.into_response(|text| charset::decode(media_type, text))?)
    }

    /// Gives the body as a stream. It has no limit.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] when a header is not what the document describes.
    pub fn bytes<H: FromHeaders>(self) -> Result<Response<ByteStream<E>, H>, Error<E>> {
        let Raw {
            operation,
            status,
            headers,
            body,
            request_id,
            ..
        } = self.raw;
        let whole = Whole {
            operation,
            status,
            headers,
            bytes: Bytes::new(),
            request_id,
        };
        let response = whole.into_response(|_| Ok(()))?;
        Ok(response.map(|()| ByteStream::new(operation, body)))
    }
}

impl<E> fmt::Debug for Reply<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Reply")
            .field("operation", &self.raw.operation)
            .field("status", &self.raw.status)
            .finish_non_exhaustive()
    }
}

/// A failure with the error body of the service, if it has one that the document describes.
pub(super) fn service_error<E>(failure: Failure, errors: ReadError<E>) -> Error<E> {
    let service = failure.service(errors);
    Error::from(failure).with_service(service)
}

/// A reply with its body in memory; without one where the body is a stream.
#[derive(Clone)]
pub(super) struct Whole {
    operation: &'static str,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Bytes,
    pub(super) request_id: Option<HeaderValue>,
}

pub(super) fn read(raw: Raw) -> BoxFuture<'static, Result<Whole, Failure>> {
    Box::pin(async move {
        let Raw {
            operation,
            status,
            headers,
            body,
            limit,
            request_id,
            ..
        } = raw;
        match body.collect(limit).await {
            Ok(bytes) => Ok(Whole {
                operation,
                status,
                headers,
                bytes,
                request_id,
            }),
            Err(failure) => Err(failure
                .of(operation)
                .reply(status, headers)
                .request_id(request_id)),
        }
    })
}

fn discard(raw: Raw) -> BoxFuture<'static, Whole> {
    Box::pin(async move {
        let Raw {
            operation,
            status,
            headers,
            body,
            request_id,
            ..
        } = raw;
        body.drain().await;
        Whole {
            operation,
            status,
            headers,
            bytes: Bytes::new(),
            request_id,
        }
    })
}

impl Whole {
    pub(super) fn into_response<T, H: FromHeaders>(
        self,
        decode: impl FnOnce(&[u8]) -> Result<T, Failure>,
    ) -> Result<Response<T, H>, Failure> {
        let headers = match H::from_headers(&ReplyHeaders(&self.headers)) {
            Ok(headers) => headers,
            Err(error) => return Err(self.header_failure(error)),
        };
        match decode(&self.bytes) {
            Ok(body) => Ok(Response {
                whole: self,
                headers,
                body,
            }),
            Err(failure) => Err(self.decode_failure(failure)),
        }
    }

    fn header_failure(self, error: HeaderError) -> Failure {
        let message = "a header of the reply is not of its type";
        self.decode_failure(Failure::new(ErrorKind::Decode, message).caused_by(error))
    }

    fn decode_failure(self, failure: Failure) -> Failure {
        failure
            .of(self.operation)
            .reply(self.status, self.headers)
            .body(self.bytes)
            .request_id(self.request_id)
    }
}

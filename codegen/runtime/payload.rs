//! Bodies that are JSON or something else, as their media type says.

use serde::Serialize;

use super::body::Body;
use super::json::Json;
use super::request::Request;

/// The body of a request that takes JSON as well as other media types.
///
/// Unless another media type is chosen, it is sent as the first one of the document that fits.
#[derive(Debug)]
pub struct Payload<T>(Content<T>);

#[derive(Debug)]
enum Content<T> {
    Json(Json<T>),
    Text(String),
    Bytes(Body),
}

impl<T> Payload<T> {
    /// A value that is sent as JSON.
    pub fn json(value: impl Into<Json<T>>) -> Self {
        Self(Content::Json(value.into()))
    }

    /// A text that is sent as it is.
    pub fn text(text: impl Into<String>) -> Self {
        Self(Content::Text(text.into()))
    }

    /// Bytes, which may be streamed.
    pub fn bytes(bytes: impl Into<Body>) -> Self {
        Self(Content::Bytes(bytes.into()))
    }
}

impl<T> From<T> for Payload<T> {
    fn from(value: T) -> Self {
        Self::json(value)
    }
}

impl<T> From<Json<T>> for Payload<T> {
    fn from(value: Json<T>) -> Self {
        Self::json(value)
    }
}

/// The media types of a [`Payload`] of each kind.
#[derive(Clone, Copy, Debug)]
pub struct PayloadTypes {
    /// Of JSON.
    pub json: &'static str,
    /// Of a text.
    pub text: &'static str,
    /// Of bytes.
    pub bytes: &'static str,
}

impl Request {
    /// Sets the body, whose media type is `chosen` or the one of its kind.
    pub fn payload<T: Serialize>(
        &mut self,
        types: PayloadTypes,
        chosen: Option<&(impl AsRef<str> + ?Sized)>,
        payload: Payload<T>,
    ) {
        let chosen = chosen.map(AsRef::as_ref);
        match payload.0 {
            Content::Json(json) => self.json(chosen.unwrap_or(types.json), &json),
            Content::Text(text) => self.text(chosen.unwrap_or(types.text), &text),
            Content::Bytes(body) => self.body(chosen.unwrap_or(types.bytes), body),
        }
    }
}

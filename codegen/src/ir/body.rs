//! What the body of a request is made of.

use super::{ParamIdx, XmlRoot};

/// What the body of a request is made of.
#[derive(Clone, Debug)]
pub enum Body {
    /// A JSON text made of one parameter.
    Json {
        /// The parameter, whose type is that of the value.
        param: ParamIdx,
        /// What may stand in `Content-Type`; more than one lets the caller choose.
        media_types: MediaTypes,
    },
    /// Bytes that the caller gives, streamed.
    Bytes {
        /// The parameter, of type [`Type::Binary`](super::Type::Binary).
        param: ParamIdx,
        /// What may stand in `Content-Type`; more than one lets the caller choose.
        media_types: MediaTypes,
    },
    /// Text that the caller gives.
    Text {
        /// The parameter.
        param: ParamIdx,
        /// What may stand in `Content-Type`; more than one lets the caller choose.
        media_types: MediaTypes,
    },
    /// A JSON text, or a text or bytes of another media type, as the caller likes.
    Payload {
        /// The parameter, whose type is that of the JSON value.
        param: ParamIdx,
        /// What may stand in `Content-Type`.
        media_types: MediaTypes,
        /// What is sent unless the caller chooses.
        defaults: PayloadDefaults,
    },
    /// An XML text made of one parameter.
    Xml {
        /// The parameter, whose type is that of the value.
        param: ParamIdx,
        /// What may stand in `Content-Type`; more than one lets the caller choose.
        media_types: MediaTypes,
        /// The root element.
        root: XmlRoot,
    },
    /// A form made of the parameters whose place is [`ParamPlace::Form`](super::ParamPlace::Form).
    Form(FormEncoding),
}

/// How a form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormEncoding {
    /// `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// `multipart/form-data`.
    Multipart,
}

/// The media type of a [`Body::Payload`] of each kind: those of its media types that fit best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadDefaults {
    /// Of JSON.
    pub json: String,
    /// Of a text.
    pub text: String,
    /// Of bytes.
    pub bytes: String,
}

/// The media types of a body, in document order; the first is sent unless the caller chooses another. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaTypes(pub Vec<String>);

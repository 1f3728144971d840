//! Bytes that are written as text: RFC 4648. Reading accepts padding and its absence alike.

use std::borrow::Cow;
use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::wire::{FromWire, Wire};

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose =
    GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT.with_encode_padding(false));

/// Bytes in Base64 with padding (RFC 4648, section 4): `byte`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(pub Bytes);

/// Bytes in the Base64 of URLs without padding (RFC 4648, section 5): `base64url`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64Url(pub Bytes);

/// Writes standard Base64 with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Implements everything but the alphabet.
macro_rules! base64_newtype {
    ($($ty:ident, $engine:ident);+) => {$(
        impl fmt::Debug for $ty {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($ty), "({} bytes)"), self.0.len())
            }
        }

        impl AsRef<[u8]> for $ty {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl From<Bytes> for $ty {
            fn from(bytes: Bytes) -> Self {
                Self(bytes)
            }
        }

        impl From<Vec<u8>> for $ty {
            fn from(bytes: Vec<u8>) -> Self {
                Self(bytes.into())
            }
        }

        impl From<$ty> for Bytes {
            fn from(outer: $ty) -> Self {
                outer.0
            }
        }

        impl Wire for $ty {
            fn wire(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned($engine.encode(&self.0)))
            }
        }

        impl FromWire for $ty {
            fn from_wire(text: &str) -> Option<Self> {
                $engine.decode(text).ok().map(Self::from)
            }
        }

        impl Serialize for $ty {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$engine.encode(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Cow::<'_, str>::deserialize(deserializer)?;
                $engine.decode(&*text).map(Self::from).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

base64_newtype!(Base64, STANDARD; Base64Url, URL_SAFE);

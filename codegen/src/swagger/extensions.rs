//! The `x-ms-*` vocabulary (and our `x-codegen-pageable`), as written: one file for each object that it extends.
//!
//! Invariant: `take` reads all keys of the vocabulary that the object knows, and no other.

mod operation;
mod parameter;
mod schema;

pub use operation::{CodegenPageable, LongRunningOptions, OperationExtensions, Pageable};
pub use parameter::{ParameterExtensions, ParameterGrouping, ParameterLocation};
pub use schema::{EnumExtension, EnumValue, SchemaExtensions};

use super::object::ObjectReader;
use super::read::{Readable, Reader};
use super::{Parameter, RefOr};
use crate::source::Location;
use serde_json::Value;

/// Extensions of the Swagger Object.
#[derive(Clone, Debug, Default)]
pub struct DocumentExtensions {
    /// `x-ms-parameterized-host`.
    pub parameterized_host: Option<ParameterizedHost>,
}

/// Extensions of the Info Object: all of them documentation.
#[derive(Clone, Debug, Default)]
pub struct InfoExtensions {}

/// `x-ms-parameterized-host`.
#[derive(Clone, Debug)]
pub struct ParameterizedHost {
    /// Where it stands.
    pub location: Location,
    /// `hostTemplate`, such as `{account}.{suffix}`.
    pub host_template: String,
    /// `useSchemePrefix`: whether the template lacks a scheme; true when absent.
    pub use_scheme_prefix: bool,
    /// `parameters`.
    pub parameters: Vec<RefOr<Parameter>>,
}

/// Extensions of the Response Object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseExtensions {
    /// `x-ms-error-response`.
    pub error_response: bool,
}

impl DocumentExtensions {
    /// Takes the extensions from the object they stand in.
    pub(crate) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        Self {
            parameterized_host: object.optional("x-ms-parameterized-host"),
        }
    }
}

impl Readable for ParameterizedHost {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        object.ignore(&["positionInOperation"]);
        let host_template = object.required("hostTemplate");
        let use_scheme_prefix = object.optional("useSchemePrefix").unwrap_or(true);
        let parameters = object.collection("parameters");
        object.finish();
        Some(Self {
            location: location.clone(),
            host_template: host_template?,
            use_scheme_prefix,
            parameters,
        })
    }
}

impl ResponseExtensions {
    /// Takes the extensions from the object they stand in.
    pub(crate) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        Self {
            error_response: object.flag("x-ms-error-response"),
        }
    }
}

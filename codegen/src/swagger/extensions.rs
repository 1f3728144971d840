//! The `x-ms-*` vocabulary of AutoRest (and our `x-codegen-pageable`), as written, by the object it extends.

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

/// Extensions of the Operation Object.
#[derive(Clone, Debug, Default)]
pub struct OperationExtensions {
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-pageable`.
    pub pageable: Option<Pageable>,
    /// `x-codegen-pageable`.
    pub codegen_pageable: Option<CodegenPageable>,
    /// `x-ms-long-running-operation`.
    pub long_running: bool,
    /// `x-ms-long-running-operation-options`.
    pub long_running_options: Option<LongRunningOptions>,
    /// `x-ms-request-id`: the header that carries the request id in replies.
    pub request_id: Option<String>,
    /// `x-ms-internal`: the operation is not part of the public client.
    pub internal: bool,
    /// `x-ms-examples`, as written.
    pub examples: Option<Value>,
    /// `x-ms-odata`.
    pub odata: Option<String>,
}

/// `x-ms-pageable`.
#[derive(Clone, Debug)]
pub struct Pageable {
    /// Where it stands.
    pub location: Location,
    /// `itemName`; `value` when absent.
    pub item_name: Option<String>,
    /// `nextLinkName`; `None` when null: one page.
    pub next_link_name: Option<String>,
    /// `operationName`: the operation that fetches the next page.
    pub operation_name: Option<String>,
}

/// `x-codegen-pageable`, for overlays: a page whose next link stands in a header.
#[derive(Clone, Debug)]
pub struct CodegenPageable {
    /// Where it stands.
    pub location: Location,
    /// `items`: the property that holds the items.
    pub items: String,
    /// `nextLink.header`: the header with an RFC 8288 `rel="next"` link.
    pub next_link_header: String,
}

/// `x-ms-long-running-operation-options`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LongRunningOptions {
    /// `final-state-via`.
    pub final_state_via: Option<String>,
    /// `final-state-schema`.
    pub final_state_schema: Option<String>,
}

/// Extensions of the Parameter Object.
#[derive(Clone, Debug, Default)]
pub struct ParameterExtensions {
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-parameter-location`; `None` when absent.
    pub location: Option<ParameterLocation>,
    /// `x-ms-skip-url-encoding`.
    pub skip_url_encoding: bool,
    /// `x-ms-parameter-grouping`.
    pub grouping: Option<ParameterGrouping>,
    /// `x-ms-client-default`.
    pub client_default: Option<Value>,
    /// `x-ms-client-flatten`.
    pub client_flatten: bool,
    /// `x-ms-client-request-id`.
    pub client_request_id: bool,
    /// `x-ms-header-collection-prefix`.
    pub collection_prefix: Option<String>,
    /// `x-ms-secret`.
    pub secret: bool,
    /// `x-nullable`.
    pub nullable: bool,
}

/// `x-ms-parameter-location`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterLocation {
    /// An argument of the method.
    Method,
    /// A property of the client.
    Client,
}

/// `x-ms-parameter-grouping`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParameterGrouping {
    /// `name` of the group's type.
    pub name: Option<String>,
    /// `postfix` after the operation's name, when there is no `name`.
    pub postfix: Option<String>,
}

/// Extensions of the Schema Object.
#[derive(Clone, Debug, Default)]
pub struct SchemaExtensions {
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-client-flatten`.
    pub client_flatten: bool,
    /// `x-ms-discriminator-value`.
    pub discriminator_value: Option<String>,
    /// `x-ms-enum`.
    pub enumeration: Option<EnumExtension>,
    /// `x-ms-external`.
    pub external: bool,
    /// `x-ms-mutability`: any of `create`, `read`, `update`; `None` when absent.
    pub mutability: Option<Vec<String>>,
    /// `x-ms-secret`.
    pub secret: bool,
    /// `x-nullable`; `None` when absent.
    pub nullable: Option<bool>,
}

/// `x-ms-enum`.
#[derive(Clone, Debug)]
pub struct EnumExtension {
    /// Where it stands.
    pub location: Location,
    /// `name` of the type.
    pub name: Option<String>,
    /// `modelAsString`: whether unknown values are accepted; true when absent.
    pub model_as_string: bool,
    /// `values`: names and descriptions of values.
    pub values: Vec<EnumValue>,
}

/// One of `x-ms-enum.values`.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// `value`, as written.
    pub value: Value,
    /// `name` in code.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
}

/// Extensions of the Response Object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseExtensions {
    /// `x-ms-error-response`.
    pub error_response: bool,
}

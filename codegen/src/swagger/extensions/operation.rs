//! What the `x-ms-*` vocabulary adds to the Operation Object: paging, long running operations and names.
//!
//! Invariant: nothing is checked against the replies here; that is lowering's part.

use crate::source::Location;
use crate::swagger::object::ObjectReader;
use crate::swagger::read::{Readable, Reader};
use serde_json::Value;

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
    /// `nextLinkVerb`: the method that fetches the next page; `GET` when absent.
    pub next_link_verb: Option<String>,
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

impl OperationExtensions {
    /// Takes the extensions from the object they stand in.
    pub(crate) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        Self {
            client_name: object.optional("x-ms-client-name"),
            pageable: object.optional("x-ms-pageable"),
            codegen_pageable: object.optional("x-codegen-pageable"),
            long_running: object.flag("x-ms-long-running-operation"),
            long_running_options: object.optional("x-ms-long-running-operation-options"),
            request_id: object.optional("x-ms-request-id"),
            internal: object.flag("x-ms-internal"),
            examples: object.raw("x-ms-examples").cloned(),
            odata: object.optional("x-ms-odata"),
        }
    }
}

impl Readable for Pageable {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        // AutoRest gives null a meaning here: the reply is a list, and there is no further page.
        let next_link_name = match object.raw("nextLinkName") {
            Some(Value::Null) => None,
            Some(_) => object.optional("nextLinkName"),
            None => {
                object.missing("nextLinkName", "it is read as null: there is one page");
                None
            }
        };
        let pageable = Self {
            location: location.clone(),
            item_name: object.optional("itemName"),
            next_link_name,
            operation_name: object.optional("operationName"),
            next_link_verb: object.optional("nextLinkVerb"),
        };
        object.finish();
        Some(pageable)
    }
}

impl Readable for CodegenPageable {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let items = object.required("items");
        let next_link: Option<NextLink> = object.required("nextLink");
        object.finish();
        Some(Self {
            location: location.clone(),
            items: items?,
            next_link_header: next_link?.header,
        })
    }
}

/// `x-codegen-pageable.nextLink`.
struct NextLink {
    header: String,
}

impl Readable for NextLink {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let header = object.required("header");
        object.finish();
        Some(Self { header: header? })
    }
}

impl Readable for LongRunningOptions {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let options = Self {
            final_state_via: object.optional("final-state-via"),
            final_state_schema: object.optional("final-state-schema"),
        };
        object.finish();
        Some(options)
    }
}

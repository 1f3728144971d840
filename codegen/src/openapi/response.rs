//! The Response Object and the Header Object of version 3.

use super::{note_unused, take_content};
use crate::source::Location;
use crate::swagger::extensions::ResponseExtensions;
use crate::swagger::read::Reader;
use crate::swagger::{Header, Response, SimpleType};
use indexmap::IndexMap;
use serde_json::Value;

/// Reads a response of version 3.
pub(crate) fn read_response(
    value: &Value,
    location: &Location,
    reader: &mut Reader<'_>,
) -> Option<Response> {
    let mut object = reader.object(value, location)?;
    note_unused(&mut object, "links", "values are the caller's to pass on");
    let response = Response {
        location: location.clone(),
        description: object.prose("description"),
        schema: None,
        produces: None,
        content: take_content(&mut object),
        headers: object.collection("headers"),
        examples: IndexMap::new(),
        extensions: ResponseExtensions::take(&mut object),
    };
    object.finish();
    Some(response)
}

/// Reads a header of version 3.
pub(crate) fn read_header(
    value: &Value,
    location: &Location,
    reader: &mut Reader<'_>,
) -> Option<Header> {
    let mut object = reader.object(value, location)?;
    object.ignore(&["example", "examples", "required", "deprecated", "style"]);
    object.ignore(&["explode", "x-ms-request-id", "x-ms-client-request-id"]);
    let header = Header {
        location: location.clone(),
        description: object.prose("description"),
        simple: SimpleType {
            secret: object.flag("x-ms-secret"),
            ..SimpleType::text(location)
        },
        schema: object.optional("schema"),
        content: take_content(&mut object),
        client_name: object.optional("x-ms-client-name"),
        collection_prefix: object.optional("x-ms-header-collection-prefix"),
    };
    object.finish();
    Some(header)
}

//! The OpenAPI Object and the Components Object.

use super::{RequestBody, note_unused};
use crate::source::Location;
use crate::swagger::extensions::DocumentExtensions;
use crate::swagger::object::ObjectReader;
use crate::swagger::read::{Readable, Reader};
use crate::swagger::{
    Document, Header, Parameter, RefOr, Response, Schema, SecurityScheme, take_info, take_paths,
};
use indexmap::IndexMap;
use serde_json::Value;

/// The Components Object, without what no client is generated from. What is a `$ref` there is found by who follows it.
#[derive(Default)]
struct Components {
    schemas: IndexMap<String, Schema>,
    parameters: IndexMap<String, Parameter>,
    responses: IndexMap<String, Response>,
    request_bodies: IndexMap<String, RequestBody>,
    headers: IndexMap<String, Header>,
    security_schemes: IndexMap<String, RefOr<SecurityScheme>>,
}

/// Reads the document of version 3.
pub(crate) fn read_document(
    value: &Value,
    location: &Location,
    reader: &mut Reader<'_>,
) -> Option<Document> {
    let mut object = reader.object(value, location)?;
    object.ignore(&["openapi"]);
    let components: Components = object.optional("components").unwrap_or_default();
    let document = Document {
        location: location.clone(),
        info: take_info(&mut object),
        host: None,
        base_path: None,
        schemes: Vec::new(),
        servers: object.collection("servers"),
        consumes: Vec::new(),
        produces: Vec::new(),
        paths: take_paths(&mut object),
        definitions: components.schemas,
        parameters: components.parameters,
        responses: components.responses,
        request_bodies: components.request_bodies,
        headers: components.headers,
        security_definitions: components.security_schemes,
        security: object.collection("security"),
        tags: object.collection("tags"),
        external_docs: object.optional("externalDocs"),
        extensions: DocumentExtensions::take(&mut object),
    };
    object.finish();
    Some(document)
}

impl Readable for Components {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        object.ignore(&["examples"]);
        note_unused(&mut object, "links", "values are the caller's to pass on");
        note_unused(&mut object, "callbacks", "a client does not listen");
        let components = Self {
            schemas: object.collection("schemas"),
            parameters: take_items(&mut object, "parameters"),
            responses: take_items(&mut object, "responses"),
            request_bodies: take_items(&mut object, "requestBodies"),
            headers: take_items(&mut object, "headers"),
            security_schemes: object.collection("securitySchemes"),
        };
        object.finish();
        Some(components)
    }
}

/// The members of the section `key` that are no `$ref`s; one that is no text leaves its object out.
fn take_items<T: Readable>(
    object: &mut ObjectReader<'_, '_, '_>,
    key: &'static str,
) -> IndexMap<String, T> {
    let Some((members, location)) = object.members_of(key) else {
        return IndexMap::new();
    };
    let reader = object.reader();
    let items = members.iter().filter_map(|(name, member)| {
        match RefOr::read(member, &location.key(name), reader)? {
            RefOr::Item(item) => Some((name.clone(), item)),
            RefOr::Ref(_) => None,
        }
    });
    items.collect()
}

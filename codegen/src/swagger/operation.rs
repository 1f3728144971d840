//! The Path Item Object and the Operation Object.

use super::extensions::OperationExtensions;
use super::object::{ObjectReader, report_unknown};
use super::read::{Dialect, Readable, Reader, quoted};
use super::{ExternalDocs, Parameter, RefOr, Reference, Response, SecurityRequirement, StatusKey};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::openapi::{self, RequestBody};
use crate::source::Location;
use serde_json::Value;

/// One entry of `paths` or `x-ms-paths`.
#[derive(Clone, Debug)]
pub struct PathItem {
    /// Where it stands.
    pub location: Location,
    /// The key: a path template, in `x-ms-paths` with a query where the document has one.
    pub template: String,
    /// Whether it stands under `x-ms-paths`.
    pub is_extension: bool,
    /// `$ref` to a path item elsewhere.
    pub reference: Option<Reference>,
    /// `parameters` for all operations of this path.
    pub parameters: Vec<RefOr<Parameter>>,
    /// The operations in document order.
    pub operations: Vec<Operation>,
}

/// The HTTP methods of a path item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// `get`.
    Get,
    /// `put`.
    Put,
    /// `post`.
    Post,
    /// `delete`.
    Delete,
    /// `options`.
    Options,
    /// `head`.
    Head,
    /// `patch`.
    Patch,
    /// `trace` (version 3).
    Trace,
}

/// The Operation Object.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Where it stands.
    pub location: Location,
    /// The key it stands under.
    pub method: Method,
    /// `tags`.
    pub tags: Vec<String>,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `operationId`.
    pub operation_id: Option<String>,
    /// `consumes`; `None` where the document's holds.
    pub consumes: Option<Vec<String>>,
    /// `produces`; `None` where the document's holds.
    pub produces: Option<Vec<String>>,
    /// `parameters`.
    pub parameters: Vec<RefOr<Parameter>>,
    /// `requestBody` of version 3.
    pub request_body: Option<RefOr<RequestBody>>,
    /// `responses` in document order; keys that are no status were reported.
    pub responses: Vec<(StatusKey, RefOr<Response>)>,
    /// `schemes`; `None` where the document's hold.
    pub schemes: Option<Vec<String>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `security`; `None` where the document's holds, empty for none at all.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `x-ms-pageable`, `x-ms-long-running-operation` and others.
    pub extensions: OperationExtensions,
}

const METHODS: [(&str, Method); 8] = [
    ("get", Method::Get),
    ("put", Method::Put),
    ("post", Method::Post),
    ("delete", Method::Delete),
    ("options", Method::Options),
    ("head", Method::Head),
    ("patch", Method::Patch),
    ("trace", Method::Trace),
];

/// The template and the section are told by the location, so behind a `$ref` they are those of the target.
impl Readable for PathItem {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let mut keys: Vec<String> = location.pointer.keys().collect();
        let template = keys.pop().unwrap_or_default();
        let item = Self {
            location: location.clone(),
            template,
            is_extension: keys.pop().is_some_and(|section| section == "x-ms-paths"),
            reference: object.reference(),
            parameters: object.collection("parameters"),
            operations: take_operations(&mut object),
        };
        if object.reader().dialect == Dialect::OpenApi3 {
            openapi::note_path_item(&mut object);
        }
        object.finish();
        Some(item)
    }
}

fn take_operations(object: &mut ObjectReader<'_, '_, '_>) -> Vec<Operation> {
    let mut operations = Vec::new();
    for (key, member) in object.members() {
        let Some(method) = method(key, member, object) else {
            continue;
        };
        if let Some(value) = object.present(key) {
            let location = object.at(key);
            let operation = Operation::read_as(method, value, &location, object.reader());
            operations.extend(operation);
        }
    }
    operations
}

/// The method that a key of a path item names. What looks like an operation and is none must not be lost unseen.
fn method<'v>(
    key: &'v str,
    member: &Value,
    object: &mut ObjectReader<'v, '_, '_>,
) -> Option<Method> {
    let mut methods = METHODS.iter();
    let known = methods.find(|(name, _)| name.eq_ignore_ascii_case(key));
    let location = object.at(key);
    let reader = object.reader();
    let (code, message) = match known {
        Some((name, Method::Trace)) if reader.dialect == Dialect::Swagger2 => {
            let message = format!("Swagger 2.0 has no `{name}`; it is read as in OpenAPI 3.0");
            (code::INVALID_VALUE_REPAIRED, message)
        }
        Some((name, _)) if *name != key => {
            let message = format!("{} is read as `{name}`", quoted(key));
            (code::METHOD_IN_CAPITALS, message)
        }
        Some((_, method)) => return Some(*method),
        None if is_operation(member) && !key.starts_with("x-") => {
            let message = format!("{} is no method: the operation is left out", quoted(key));
            (code::UNKNOWN_METHOD, message)
        }
        None => return None,
    };
    let diagnostic = Diagnostic::at_key(code, &location, message);
    reader.diagnostics.report(diagnostic);
    object.raw(key);
    known.map(|(_, method)| *method)
}

/// Whether a value has what only an operation has.
fn is_operation(value: &Value) -> bool {
    ["operationId", "responses"]
        .iter()
        .any(|key| value.get(key).is_some())
}

impl Operation {
    /// Reads the operation that stands under the key `method` of a path item.
    pub fn read_as(
        method: Method,
        value: &Value,
        location: &Location,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let operation = Self {
            location: location.clone(),
            method,
            tags: object.texts("tags").unwrap_or_default(),
            summary: object.prose("summary"),
            description: object.prose("description"),
            external_docs: object.documentation("externalDocs"),
            operation_id: object.optional("operationId"),
            consumes: object.texts("consumes"),
            produces: object.texts("produces"),
            parameters: object.collection("parameters"),
            request_body: match object.reader().dialect {
                Dialect::Swagger2 => None,
                Dialect::OpenApi3 => openapi::take_request_body(&mut object),
            },
            responses: take_responses(&mut object),
            schemes: object.texts("schemes"),
            deprecated: object.flag("deprecated"),
            security: object.optional("security"),
            extensions: OperationExtensions::take(&mut object),
        };
        object.finish();
        Some(operation)
    }
}

fn take_responses(object: &mut ObjectReader<'_, '_, '_>) -> Vec<(StatusKey, RefOr<Response>)> {
    let Some(value) = object.present("responses") else {
        object.missing("responses", "any 2xx without a body is success");
        return Vec::new();
    };
    let location = object.at("responses");
    let reader = object.reader();
    let Value::Object(members) = value else {
        reader.wrong_type("an object", value, &location);
        return Vec::new();
    };
    let mut responses = Vec::new();
    for (key, member) in members {
        if key.starts_with("x-") {
            report_unknown(key, &location, &[], reader);
        } else if let Some(status) = StatusKey::parse(key, reader.dialect) {
            let response = RefOr::read(member, &location.key(key), reader);
            responses.extend(response.map(|response| (status, response)));
        } else {
            report_no_status(key, &location.key(key), reader);
        }
    }
    responses
}

fn report_no_status(key: &str, location: &Location, reader: &mut Reader<'_>) {
    let message = format!(
        "{} is neither a status from 100 to 599 nor `default`; the reply is left out",
        quoted(key)
    );
    let mut diagnostic = Diagnostic::at_key(code::INVALID_VALUE, location, message);
    diagnostic.help = correction::removing(reader.sources, location);
    reader.diagnostics.report(diagnostic);
}

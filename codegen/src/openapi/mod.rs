//! What OpenAPI 3.0 says otherwise than Swagger 2.0, as it is written.
//!
//! Most objects of both specifications are the same, so one typed document stands for both: that of
//! [`swagger`](crate::swagger). Here are the objects that version 3 alone has. Their members are read by the types of the
//! `openapiv3` crate, one object at a time, so that a fault has a place and takes nothing else with it.
//!
//! Invariant: nothing here resolves a `$ref` or decides anything; each value keeps the
//! [`Location`](crate::source::Location) it was read from.

mod body;
mod document;
mod parameter;
mod response;
mod security;
mod server;
mod typed;

pub use body::{MediaType, RequestBody};
pub use parameter::{Serialization, Style};
pub use server::Server;

pub(crate) use body::take_content;
pub(crate) use document::read_document;
pub(crate) use parameter::read_parameter;
pub(crate) use response::{read_header, read_response};
pub(crate) use security::read_scheme;

use crate::diagnostics::{Diagnostic, code};
use crate::swagger::RefOr;
use crate::swagger::object::ObjectReader;

/// Notes that nothing is generated from the member `key`, if it is there.
pub(crate) fn note_unused(object: &mut ObjectReader<'_, '_, '_>, key: &'static str, why: &str) {
    if object.present(key).is_some() {
        let location = object.at(key);
        let message = format!("nothing is generated from `{key}`: {why}");
        object
            .reader()
            .report(code::NOT_GENERATED, &location, message);
    }
}

/// What an operation of version 3 has beside those of version 2.
pub(crate) fn take_request_body(
    object: &mut ObjectReader<'_, '_, '_>,
) -> Option<RefOr<RequestBody>> {
    note_unused(object, "callbacks", "a client does not listen");
    warn_of_servers(object);
    object.optional("requestBody")
}

/// What a path item of version 3 has beside those of version 2.
pub(crate) fn note_path_item(object: &mut ObjectReader<'_, '_, '_>) {
    object.ignore(&["summary", "description"]);
    warn_of_servers(object);
}

/// A credential belongs to one endpoint, so a client has one.
fn warn_of_servers(object: &mut ObjectReader<'_, '_, '_>) {
    if object.present("servers").is_some() {
        let message = "these servers are not used: the requests go to the endpoint of the client";
        let diagnostic = Diagnostic::at(code::SERVER_IGNORED, &object.at("servers"), message)
            .help("build a client with one of them as its `endpoint` for these operations");
        object.reader().diagnostics.report(diagnostic);
    }
}

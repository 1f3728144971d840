//! Where requests go by the `servers` of version 3: to the first of them, unless the caller names another endpoint.
//!
//! Invariant: a server without a host is no endpoint; its path stands before every path then.

use super::Lowering;
use super::address::is_http;
use super::path::{Part, parts};
use super::server::{LoweredServer, base_path, host_fault};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::Server;
use crate::openapi;
use crate::source::Location;
use crate::swagger::extensions::{ParameterExtensions, ParameterizedHost};
use crate::swagger::{Parameter, ParameterIn, RefOr, SimpleType};
use openapiv3::ServerVariable;
use serde_json::Value;

impl Lowering<'_> {
    /// The server of a document of version 3.
    pub(super) fn first_server(&mut self, server: &openapi::Server) -> LoweredServer {
        let place = server.location.key("url");
        let Some(written) = self.server_address(&server.written.url, &place) else {
            return LoweredServer::given(None, String::new());
        };
        // What has no scheme takes that of the document (RFC 3986, section 4.2), whose address nobody knows.
        let url = match written.strip_prefix("//") {
            Some(rest) => format!("https://{rest}"),
            None => written,
        };
        let parts = parts(&url).unwrap_or_default();
        let has_variables = parts.iter().any(|part| matches!(part, Part::Param(_)));
        match parts.as_slice() {
            [Part::Literal(_)] | [] => self.plain_server(&url, &server.location),
            [Part::Param(_)] => self.plain_server(&with_defaults(server, &parts), &server.location),
            [Part::Literal(start), ..] if has_variables && !start.contains("://") => {
                self.plain_server(&with_defaults(server, &parts), &server.location)
            }
            _ => {
                let host = parameterized_host(server, &url);
                let parsed = self.host_template(&host);
                self.parameterized(&host, parsed, String::new())
            }
        }
    }

    /// The server at an address without variables.
    fn plain_server(&mut self, url: &str, place: &Location) -> LoweredServer {
        let Some((scheme, rest)) = url.split_once("://") else {
            return LoweredServer::given(None, base_path(url));
        };
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let fault = if is_http(scheme) {
            host_fault(host)
        } else {
            Some((code::HOST_NOT_PLAIN, "is not reached by HTTP"))
        };
        if let Some((code, fault)) = fault {
            let message = format!("the server `{url}` {fault}: the caller gives the endpoint");
            self.report(
                Diagnostic::at(code, &place.key("url"), message)
                    .help("correct `url` by an overlay: `https://`, a name, and a path if need be")
                    .help_if(correction::removing(self.sources, place)),
            );
            return LoweredServer::given(None, String::new());
        }
        let scheme = scheme.to_ascii_lowercase();
        LoweredServer {
            server: Server::Fixed(format!("{scheme}://{host}{}", base_path(path))),
            path_prefix: String::new(),
        }
    }
}

/// The address with the default of each variable.
fn with_defaults(server: &openapi::Server, parts: &[Part]) -> String {
    let variables = server.written.variables.as_ref();
    let text = parts.iter().map(|part| match part {
        Part::Literal(text) => text.as_str(),
        Part::Param(name) => variables
            .and_then(|variables| variables.get(name))
            .map_or("", |variable| variable.default.as_str()),
    });
    text.collect()
}

/// The server as version 2 would have it: a host template whose parameters have defaults.
fn parameterized_host(server: &openapi::Server, url: &str) -> ParameterizedHost {
    let variables = server.written.variables.iter().flatten();
    let place = server.location.key("variables");
    let parameters = variables
        .map(|(name, variable)| RefOr::Item(variable_parameter(name, variable, &place.key(name))));
    ParameterizedHost {
        location: server.location.clone(),
        host_template: url.trim_end_matches('/').to_owned(),
        use_scheme_prefix: false,
        parameters: parameters.collect(),
    }
}

fn variable_parameter(name: &str, variable: &ServerVariable, location: &Location) -> Parameter {
    let values = variable.enumeration.iter().cloned().map(Value::String);
    Parameter {
        location: location.clone(),
        name: name.to_owned(),
        place: ParameterIn::Path,
        description: variable.description.clone(),
        required: true,
        schema: None,
        simple: Some(SimpleType {
            enumeration: values.collect(),
            ..SimpleType::text(location)
        }),
        serialization: None,
        content: Vec::new(),
        allow_empty_value: false,
        extensions: ParameterExtensions {
            client_default: Some(Value::String(variable.default.clone())),
            ..ParameterExtensions::default()
        },
    }
}

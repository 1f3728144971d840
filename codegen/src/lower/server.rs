//! Where requests go: `host`, `basePath`, `schemes`, or `x-ms-parameterized-host`.

use super::Lowering;
use super::path::{Part, encode_path, parts};
use super::resolve::Origin;
use crate::diagnostics::{Code, Diagnostic, code, correction};
use crate::ir::{
    ClientParamId, HostSegment, Param, ParamOwner, ParamPlace, Requirement, Server, Type,
};
use crate::source::Location;
use crate::swagger::extensions::ParameterizedHost;

/// The server, and what the path of every operation begins with because the endpoint does not hold it.
pub(super) struct LoweredServer {
    pub(super) server: Server,
    pub(super) path_prefix: String,
}

impl Lowering<'_> {
    /// The server of the document.
    pub(super) fn lower_server(&mut self) -> LoweredServer {
        let document = self.document;
        self.check_schemes();
        let written = document.base_path.as_deref().unwrap_or_default();
        let place = document.location.key("basePath");
        let Some(usable) = self.usable_base_path(written, &place) else {
            return LoweredServer::given(None, String::new());
        };
        let base_path = base_path(&usable);
        if let Some(host) = &document.extensions.parameterized_host {
            let parsed = self.host_template(host);
            return self.parameterized(host, parsed, base_path);
        }
        if let Some(server) = document.servers.first() {
            return self.first_server(server);
        }
        let Some(host) = &document.host else {
            return LoweredServer::given(None, base_path);
        };
        if let Some((code, fault)) = host_fault(host) {
            let place = document.location.key("host");
            let message = format!("the host `{host}` {fault}: the caller gives the endpoint");
            self.report(
                Diagnostic::at(code, &place, message)
                    .help("correct `host` by an overlay: a name, and a port if need be")
                    .help_if(correction::removing(self.sources, &place)),
            );
            return LoweredServer::given(None, base_path);
        }
        LoweredServer {
            server: Server::Fixed(format!("{}://{host}{base_path}", self.scheme())),
            path_prefix: String::new(),
        }
    }

    /// The scheme to prefer.
    fn scheme(&self) -> &'static str {
        let schemes = &self.document.schemes;
        let names = |wanted: &str| {
            let mut schemes = schemes.iter();
            schemes.any(|scheme| scheme.eq_ignore_ascii_case(wanted))
        };
        if names("http") && !names("https") {
            "http"
        } else {
            "https"
        }
    }

    pub(super) fn parameterized(
        &mut self,
        host: &ParameterizedHost,
        parsed: Option<Vec<HostSegment>>,
        base_path: String,
    ) -> LoweredServer {
        let Some(mut segments) = parsed else {
            return LoweredServer::given(None, base_path);
        };
        if !host.use_scheme_prefix {
            match segments.as_slice() {
                [HostSegment::Param(only)] => {
                    return LoweredServer::given(Some(*only), base_path);
                }
                [HostSegment::Param(only), HostSegment::Literal(path)] if path.starts_with('/') => {
                    let prefix = format!("{}{base_path}", encode_path(path.trim_end_matches('/')));
                    return LoweredServer::given(Some(*only), prefix);
                }
                _ => {}
            }
        }
        let first_is_param = matches!(segments.first(), Some(HostSegment::Param(_)));
        let brings_scheme = !host.use_scheme_prefix && first_is_param
            || matches!(segments.first(), Some(HostSegment::Literal(text)) if text.contains("://"));
        if !brings_scheme {
            let scheme = format!("{}://", self.scheme());
            push_literal_front(&mut segments, scheme);
        }
        if !base_path.is_empty() {
            segments.push(HostSegment::Literal(base_path));
        }
        LoweredServer {
            server: Server::Template(segments),
            path_prefix: String::new(),
        }
    }

    /// The parts of the host template; `None` when it is malformed, which is reported.
    pub(super) fn host_template(&mut self, host: &ParameterizedHost) -> Option<Vec<HostSegment>> {
        let declared = self.host_parameters(host);
        let Ok(parts) = parts(&host.host_template) else {
            self.report_template(&host.location, "has a brace without its other half");
            return None;
        };
        let mut segments = Vec::new();
        for part in parts {
            segments.push(match part {
                Part::Literal(text) if text.contains(['@', '?', '#', '\\', ' ']) => {
                    let fault = format!("holds `{text}`, which no host may hold");
                    self.report_template(&host.location, &fault);
                    return None;
                }
                Part::Literal(text) => HostSegment::Literal(text),
                Part::Param(name) => {
                    let Some((_, id)) = declared.iter().find(|(known, _)| *known == name) else {
                        let fault = format!("names `{{{name}}}`, which is not declared");
                        self.report_template(&host.location, &fault);
                        return None;
                    };
                    HostSegment::Param(*id)
                }
            });
        }
        Some(segments)
    }

    /// The parameters of the host, all of which belong to the client.
    fn host_parameters(&mut self, host: &ParameterizedHost) -> Vec<(String, ClientParamId)> {
        let mut declared = Vec::new();
        for parameter in &host.parameters {
            let Some((parameter, _)) = self.referable(parameter) else {
                continue;
            };
            let param = self.param(&(parameter.clone(), Origin::Inline), "Client");
            let id = self.client_param(Param {
                place: ParamPlace::Host,
                owner: ParamOwner::Method,
                requirement: match param.requirement {
                    Requirement::Optional => Requirement::Required,
                    Requirement::Required
                    | Requirement::RequestId
                    | Requirement::Constant(_)
                    | Requirement::Default(_) => param.requirement,
                },
                ty: if matches!(param.ty, Type::List(_)) {
                    Type::String
                } else {
                    param.ty
                },
                ..param
            });
            declared.push((parameter.name.clone(), id));
        }
        declared
    }

    /// The text of the address in a host template or a server.
    fn address_of(&self, place: &Location) -> Location {
        let template = self.part(place, "hostTemplate");
        if template == *place {
            self.part(place, "url")
        } else {
            template
        }
    }

    fn report_template(&mut self, place: &Location, fault: &str) {
        let message = format!("the host template {fault}: the caller gives the endpoint");
        self.report(
            Diagnostic::at(code::HOST_TEMPLATE, &self.address_of(place), message)
                .help("correct `hostTemplate`, or declare its parameters, by an overlay")
                .help_if(correction::removing(self.sources, place)),
        );
    }
}

impl LoweredServer {
    pub(super) fn given(param: Option<ClientParamId>, path_prefix: String) -> Self {
        Self {
            server: Server::Given(param),
            path_prefix,
        }
    }
}

/// `basePath` with a slash at its beginning and none at its end, encoded; empty for the root.
pub(super) fn base_path(text: &str) -> String {
    let trimmed = text.trim().trim_matches('/');
    if trimmed.is_empty() {
        String::new()
    } else {
        format!("/{}", encode_path(trimmed))
    }
}

/// What is wrong with a `host`, if anything. What is only more than a host is no attempt to lead requests elsewhere.
pub(super) fn host_fault(host: &str) -> Option<(Code, &'static str)> {
    if host.trim().is_empty() {
        return Some((code::HOST_NOT_PLAIN, "is empty"));
    }
    let is_allowed =
        |character: char| character.is_alphanumeric() || ".-_:[]{}/".contains(character);
    if !host.chars().all(is_allowed) {
        let fault = "holds characters that no host may hold";
        return Some((code::HOST_MALFORMED, fault));
    }
    if host.contains("://") {
        return Some((code::HOST_NOT_PLAIN, "holds a scheme"));
    }
    if host.contains(['{', '}']) {
        return Some((code::HOST_NOT_PLAIN, "is a template"));
    }
    if host.contains('/') {
        return Some((code::HOST_NOT_PLAIN, "holds a path"));
    }
    let fault = "is neither a name nor a name and a port";
    (!is_name_and_port(host)).then_some((code::HOST_MALFORMED, fault))
}

/// Whether a colon stands only before a port, or within the brackets of an address.
fn is_name_and_port(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        Some(_) | None => (host, None),
    };
    let is_address = name.starts_with('[') && name.ends_with(']');
    let is_name = !name.is_empty() && !name.contains([':', '[', ']']);
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
    (is_address || is_name) && is_port
}

fn push_literal_front(segments: &mut Vec<HostSegment>, scheme: String) {
    if let Some(HostSegment::Literal(text)) = segments.first_mut() {
        text.insert_str(0, &scheme);
    } else {
        segments.insert(0, HostSegment::Literal(scheme));
    }
}

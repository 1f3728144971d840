//! Security schemes, and which of them an operation asks for.

use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{Auth, SchemeUse, SecurityScheme, SecuritySchemeKind, WireName};
use crate::nearest;
use crate::source::Location;
use crate::swagger;

impl Lowering<'_> {
    /// The schemes of the document.
    pub(super) fn lower_security_definitions(&mut self) {
        let document = self.document;
        for (name, scheme) in &document.security_definitions {
            let Some((scheme, _)) = self.referable(scheme) else {
                continue;
            };
            let Some(kind) = self.scheme_kind(&scheme) else {
                continue;
            };
            self.security.push(SecurityScheme {
                name: WireName(name.clone()),
                origin: scheme.location.clone(),
                docs: docs(None, scheme.description.as_ref()),
                kind,
            });
        }
    }

    /// What a scheme asks for; `None` where no message can have it, which is reported.
    fn scheme_kind(&mut self, scheme: &swagger::SecurityScheme) -> Option<SecuritySchemeKind> {
        Some(match &scheme.kind {
            swagger::SecuritySchemeKind::Basic => SecuritySchemeKind::Basic,
            swagger::SecuritySchemeKind::ApiKeyHeader(name) => {
                SecuritySchemeKind::ApiKeyHeader(self.key_name(name, &scheme.location)?)
            }
            swagger::SecuritySchemeKind::ApiKeyQuery(name) => {
                SecuritySchemeKind::ApiKeyQuery(name.clone())
            }
            swagger::SecuritySchemeKind::ApiKeyCookie(name) => {
                SecuritySchemeKind::ApiKeyCookie(self.key_name(name, &scheme.location)?)
            }
            swagger::SecuritySchemeKind::Bearer | swagger::SecuritySchemeKind::OAuth2 { .. } => {
                SecuritySchemeKind::OAuth2
            }
            swagger::SecuritySchemeKind::Http(name) => self.http_scheme(name, &scheme.location),
        })
    }

    fn key_name(&mut self, name: &str, scheme: &Location) -> Option<String> {
        let place = scheme.key("name");
        let token = self.token(name, &place);
        if token.is_none() {
            self.report_no_name(name, &place, "the security scheme");
        }
        token
    }

    /// A scheme of HTTP. Of those without a credential of their own the caller writes the whole `Authorization`.
    fn http_scheme(&mut self, name: &str, place: &Location) -> SecuritySchemeKind {
        if name.eq_ignore_ascii_case("basic") {
            return SecuritySchemeKind::Basic;
        }
        if name.eq_ignore_ascii_case("bearer") {
            return SecuritySchemeKind::OAuth2;
        }
        let message = format!(
            "nothing is known of the HTTP scheme `{name}`: the caller gives the whole `Authorization`"
        );
        let code = code::HTTP_SCHEME_UNKNOWN;
        self.report(Diagnostic::at(code, &place.key("scheme"), message));
        SecuritySchemeKind::ApiKeyHeader("Authorization".to_owned())
    }

    /// What `operation` needs: its own requirements, or else the document's.
    pub(super) fn auth(&mut self, operation: &swagger::Operation) -> Auth {
        let document = self.document;
        let requirements = operation.security.as_ref().unwrap_or(&document.security);
        let mut alternatives = Vec::new();
        let mut undefined = Vec::new();
        for requirement in requirements {
            match self.alternative(requirement) {
                Ok(uses) => alternatives.push(uses),
                Err(finding) => undefined.push(finding),
            }
        }
        if alternatives.is_empty() && !undefined.is_empty() {
            self.report_lost_credential(operation);
        } else {
            for finding in undefined {
                self.report(*finding);
            }
        }
        let needs_none = alternatives.iter().all(Vec::is_empty);
        Auth(if needs_none { Vec::new() } else { alternatives })
    }

    /// Without a credential is not what the author wanted, and no caller would notice.
    fn report_lost_credential(&mut self, operation: &swagger::Operation) {
        let place = match &operation.security {
            Some(_) => operation.location.key("security"),
            None => self.document.location.key("security"),
        };
        let message =
            "no scheme that `security` names is defined: requests are sent without a credential";
        self.report(
            Diagnostic::at(code::CREDENTIAL_LOST, &place, message)
                .help_if(correction::removing(self.sources, &place)),
        );
    }

    /// The schemes of one alternative; a finding when one of them is not defined.
    fn alternative(
        &self,
        requirement: &swagger::SecurityRequirement,
    ) -> Result<Vec<SchemeUse>, Box<Diagnostic>> {
        let mut uses = Vec::new();
        for (name, scopes) in &requirement.schemes {
            let known = self
                .security
                .iter()
                .find(|(_, scheme)| scheme.name.as_str() == name);
            let Some((scheme, _)) = known else {
                let message = format!(
                    "the security scheme `{name}` is not defined: the requirement that names it is left out"
                );
                let place = requirement.location.key(name);
                let defined = self.security.values().map(|scheme| scheme.name.as_str());
                let help = nearest::question(name, defined).unwrap_or_else(|| {
                    "define it among the security schemes, or remove it, by an overlay".to_owned()
                });
                let code = code::UNKNOWN_SECURITY_SCHEME;
                let finding = Diagnostic::at_key(code, &place, message).help(help);
                return Err(Box::new(finding));
            };
            uses.push(SchemeUse {
                scheme,
                scopes: scopes.clone(),
            });
        }
        Ok(uses)
    }
}

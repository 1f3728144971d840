//! Security schemes, and which of them an operation asks for.

use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{Auth, SchemeId, SchemeUse, SecurityScheme, SecuritySchemeKind, WireName};
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
            let id = self.security.push(SecurityScheme {
                name: WireName(name.clone()),
                origin: scheme.location.clone(),
                docs: docs(None, scheme.description.as_ref()),
                kind,
            });
            self.schemes.insert(name.clone(), id);
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
        let (known, unknown): (Vec<_>, Vec<_>) = requirements
            .iter()
            .map(|requirement| self.alternative(requirement))
            .partition(Result::is_ok);
        let mut alternatives: Vec<_> = known.into_iter().flatten().collect();
        match requirements.first() {
            Some(first) if alternatives.is_empty() => alternatives.push(self.assumed(first)),
            _ => {
                for finding in unknown.into_iter().filter_map(Result::err) {
                    self.report(*finding);
                }
            }
        }
        let needs_none = alternatives.iter().all(Vec::is_empty);
        Auth(if needs_none { Vec::new() } else { alternatives })
    }

    /// The schemes of an alternative beside which there is none whose schemes are all known. To send no credential is not
    /// what the author wanted, and no caller would notice.
    fn assumed(&mut self, requirement: &swagger::SecurityRequirement) -> Vec<SchemeUse> {
        let named = requirement.schemes.keys();
        let unknown: Vec<&str> = named
            .filter(|name| !self.schemes.contains_key(*name))
            .map(String::as_str)
            .collect();
        let message = format!(
            "`{}` is no security scheme that can be used: the caller gives the whole `Authorization` for it",
            unknown.join("`, `")
        );
        let meant = unknown.iter().find_map(|name| self.similar_scheme(name));
        let help = meant.unwrap_or_else(|| "define it among the security schemes, or say `security: []` where no credential is needed, by an overlay".to_owned());
        let code = code::CREDENTIAL_ASSUMED;
        if unknown
            .iter()
            .any(|name| !self.assumed_schemes.contains_key(*name))
        {
            self.report(Diagnostic::at(code, &requirement.location, message).help(help));
        }
        let schemes = requirement.schemes.iter();
        let uses = schemes.map(|(name, scopes)| SchemeUse {
            scheme: self.scheme_or_assumed(name, requirement),
            scopes: scopes.clone(),
        });
        uses.collect()
    }

    /// The scheme of a name, or one that stands for it in all operations.
    fn scheme_or_assumed(
        &mut self,
        name: &str,
        requirement: &swagger::SecurityRequirement,
    ) -> SchemeId {
        let known = self
            .schemes
            .get(name)
            .or_else(|| self.assumed_schemes.get(name));
        if let Some(id) = known {
            return *id;
        }
        let id = self.security.push(SecurityScheme {
            name: WireName(name.to_owned()),
            origin: requirement.location.key(name),
            docs: docs(None, None),
            kind: SecuritySchemeKind::ApiKeyHeader("Authorization".to_owned()),
        });
        self.assumed_schemes.insert(name.to_owned(), id);
        id
    }

    /// The question whether another scheme is meant.
    fn similar_scheme(&self, name: &str) -> Option<String> {
        nearest::question(name, self.schemes.keys().map(String::as_str))
    }

    /// The schemes of one alternative, or what there is to say when one of them is not defined.
    fn alternative(
        &self,
        requirement: &swagger::SecurityRequirement,
    ) -> Result<Vec<SchemeUse>, Box<Diagnostic>> {
        let uses = requirement.schemes.iter().map(|(name, scopes)| {
            let scheme = self.schemes.get(name).copied();
            Ok(SchemeUse {
                scheme: scheme.ok_or_else(|| self.unknown_scheme(name, requirement))?,
                scopes: scopes.clone(),
            })
        });
        uses.collect()
    }

    fn unknown_scheme(
        &self,
        name: &str,
        requirement: &swagger::SecurityRequirement,
    ) -> Box<Diagnostic> {
        let message = format!(
            "`{name}` is no security scheme that can be used: the requirement that names it is left out"
        );
        let help = self.similar_scheme(name).unwrap_or_else(|| {
            "define it among the security schemes, or remove it, by an overlay".to_owned()
        });
        let place = requirement.location.key(name);
        let code = code::UNKNOWN_SECURITY_SCHEME;
        Box::new(Diagnostic::at_key(code, &place, message).help(help))
    }
}

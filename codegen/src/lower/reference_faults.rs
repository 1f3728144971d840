//! What is wrong with a `$ref`, at both of its ends, and which overlay action would put it right.

use super::Lowering;
use super::resolve::{Kind, section};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::source::{Location, Pointer, ResolveError};
use crate::swagger::Reference;
use percent_encoding::percent_decode_str;

impl Lowering<'_> {
    /// Reports a reference that leads to nothing.
    pub(super) fn report_dangling(
        &mut self,
        reference: &Reference,
        kind: Kind,
        error: &ResolveError,
    ) {
        let mut message = format!("`{}` leads nowhere: {error}", reference.target);
        let finding = |message| {
            let place = reference.location.key("$ref");
            Diagnostic::at(code::DANGLING_REFERENCE, &place, message)
        };
        let finding = match error {
            ResolveError::NotLoaded { .. } => return,
            ResolveError::NotAPointer { .. } => {
                finding(message).help_if(self.without(reference, kind))
            }
            ResolveError::NoSuchValue {
                deepest, similar, ..
            } => {
                if deepest.document != reference.location.document {
                    let path = &self.sources.document(deepest.document).path;
                    message = format!("{message} of `{path}`");
                }
                match similar {
                    Some(similar) => finding(message)
                        .related_key(&deepest.key(similar), "what is nearest to it")
                        .help_if(self.meant(reference, error, similar)),
                    None => finding(message)
                        .related_key(deepest, "what exists of the way there")
                        .help_if(self.without(reference, kind)),
                }
            }
        };
        self.report(finding);
    }

    /// The question whether `similar` is meant, which stands beside what `reference` names.
    fn meant(&self, reference: &Reference, error: &ResolveError, similar: &str) -> Option<String> {
        let ResolveError::NoSuchValue { deepest, .. } = error else {
            return None;
        };
        let (file, fragment) = reference.target.split_once('#')?;
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let behind = deepest.pointer.keys().count() + 1;
        let mut target = deepest.key(similar);
        for key in Pointer::parse(&fragment)?.keys().skip(behind) {
            target = target.key(&key);
        }
        self.sources.get(&target)?;
        Some(self.leading_to(reference, file, &target))
    }

    /// The question whether `reference` is meant to lead to `target`, in the file that it calls `file`.
    fn leading_to(&self, reference: &Reference, file: &str, target: &Location) -> String {
        // In a fragment `%` begins an escape.
        let meant = format!("{file}#{}", target.pointer.as_str().replace('%', "%25"));
        let question = format!("did you mean `{meant}`?");
        match correction::setting(self.sources, &reference.location, "$ref", meant) {
            Some(action) => format!("{question} Then {action}"),
            None => question,
        }
    }

    /// How to do without `reference`: a schema without it is any value, anything else cannot be empty.
    pub(super) fn without(&self, reference: &Reference, kind: Kind) -> Option<String> {
        let holder = &reference.location;
        match kind {
            Kind::Schema => correction::removing(self.sources, &holder.key("$ref")),
            Kind::Parameter
            | Kind::Response
            | Kind::PathItem
            | Kind::RequestBody
            | Kind::Header
            | Kind::SecurityScheme => correction::removing(self.sources, holder),
        }
    }

    /// Reports a reference that leads to `found`, at `location`, and not to a `kind` of object.
    pub(super) fn report_wrong_kind(
        &mut self,
        reference: &Reference,
        kind: Kind,
        location: &Location,
        found: &str,
    ) {
        let wanted = kind.name();
        let message = format!(
            "`{}` leads to {found}, where {wanted} is needed",
            reference.target
        );
        let place = reference.location.key("$ref");
        let help = self.namesake(reference, location, kind);
        self.report(
            Diagnostic::at(code::REFERENCE_WRONG_KIND, &place, message)
                .related_key(location, "it leads here")
                .help_if(help.or_else(|| self.without(reference, kind))),
        );
    }

    /// The question whether what has the same key among the objects of `kind` is meant.
    fn namesake(&self, reference: &Reference, found: &Location, kind: Kind) -> Option<String> {
        let (_, key) = section(found)?;
        let document = Location::root(found.document);
        let target = match found.pointer.keys().next()?.as_str() {
            "components" => document
                .key("components")
                .key(kind.section_of_components()?),
            _ => document.key(kind.section()?),
        };
        let target = target.key(&key);
        self.sources.get(&target)?;
        let (file, _) = reference.target.split_once('#')?;
        Some(self.leading_to(reference, file, &target))
    }
}

impl Kind {
    /// The section of Swagger 2.0 that holds such objects.
    fn section(self) -> Option<&'static str> {
        match self {
            Self::Schema => Some("definitions"),
            Self::Parameter => Some("parameters"),
            Self::Response => Some("responses"),
            Self::SecurityScheme => Some("securityDefinitions"),
            Self::PathItem | Self::RequestBody | Self::Header => None,
        }
    }

    /// The section of `components` in OpenAPI 3.0 that holds such objects.
    fn section_of_components(self) -> Option<&'static str> {
        match self {
            Self::Schema => Some("schemas"),
            Self::Parameter => Some("parameters"),
            Self::Response => Some("responses"),
            Self::RequestBody => Some("requestBodies"),
            Self::Header => Some("headers"),
            Self::SecurityScheme => Some("securitySchemes"),
            Self::PathItem => None,
        }
    }
}

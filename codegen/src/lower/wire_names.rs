//! Names that cannot be sent: of headers and cookies that no message can have, of media types that are none.
//!
//! Invariant: each is found here, so that no call fails for the words of the document.

use super::Lowering;
use super::body::Unsupported;
use super::params::Declared;
use crate::diagnostics::{Diagnostic, code};
use crate::openapi::MediaType;
use crate::source::Location;
use crate::swagger::read::quoted;
use crate::swagger::{Operation, Parameter, ParameterIn};
use std::rc::Rc;

/// What stands for any media type.
const ANY: &str = "*/*";

impl Lowering<'_> {
    /// Takes the blanks from the names of headers and cookies, and leaves out those that no message can have. A required
    /// one takes its operation with it.
    pub(super) fn check_wire_names(
        &mut self,
        declared: &mut Vec<Declared>,
    ) -> Result<(), Unsupported> {
        let mut checked = Vec::with_capacity(declared.len());
        for (parameter, origin) in declared.drain(..) {
            let is_token_needed =
                matches!(parameter.place, ParameterIn::Header | ParameterIn::Cookie);
            if !is_token_needed || is_token(&parameter.name) {
                checked.push((parameter, origin));
                continue;
            }
            let place = parameter.location.key("name");
            if let Some(name) = self.token(&parameter.name, &place) {
                let parameter = Parameter {
                    name,
                    ..(*parameter).clone()
                };
                checked.push((Rc::new(parameter), origin));
                continue;
            }
            let what = if parameter.required {
                "the operation"
            } else {
                "the parameter"
            };
            self.report_no_name(&parameter.name, &place, what);
            if parameter.required {
                return Err(Unsupported);
            }
        }
        *declared = checked;
        Ok(())
    }

    /// `name`, which stands at `place`, as the name of a header or a cookie; reported where it is not one as written.
    pub(super) fn token(&mut self, name: &str, place: &Location) -> Option<String> {
        if is_token(name) {
            return Some(name.to_owned());
        }
        let trimmed = name.trim();
        if !is_token(trimmed) {
            return None;
        }
        let message = format!("the name {} is sent without its blanks", quoted(name));
        self.report(Diagnostic::at(code::WIRE_NAME, place, message));
        Some(trimmed.to_owned())
    }

    /// Reports that `what` is left out because of its name.
    pub(super) fn report_no_name(&mut self, name: &str, place: &Location, what: &str) {
        let message = format!(
            "no header and no cookie can be called {}: {what} is left out",
            quoted(name)
        );
        self.report(
            Diagnostic::at(code::WIRE_NAME, place, message)
                .help("correct the name by an overlay: letters, digits and `-`, without blanks"),
        );
    }

    /// The media types that the body of `operation` may have, as far as they are such.
    pub(super) fn consumes(&mut self, operation: &Operation) -> Vec<String> {
        let document = self.document;
        match &operation.consumes {
            Some(own) => self.media_types(own, &operation.location.key("consumes")),
            None => self.media_types(&document.consumes, &document.location.key("consumes")),
        }
    }

    /// The media types that the replies to `operation` may have, as far as they are such.
    pub(super) fn produces(&mut self, operation: &Operation) -> Vec<String> {
        let document = self.document;
        match &operation.produces {
            Some(own) => self.media_types(own, &operation.location.key("produces")),
            None => self.media_types(&document.produces, &document.location.key("produces")),
        }
    }

    fn media_types(&mut self, listed: &[String], place: &Location) -> Vec<String> {
        let mut found = Vec::new();
        for (index, written) in listed.iter().enumerate() {
            if is_media_type(written) {
                found.push(written.clone());
                continue;
            }
            let several = written.split(',').map(str::trim);
            let several: Vec<_> = several.filter(|part| is_media_type(part)).collect();
            let repair = if several.is_empty() {
                "it is left out".to_owned()
            } else {
                format!("it is read as `{}`", several.join("`, `"))
            };
            self.report_media_type(written, &place.index(index), &repair);
            found.extend(several.into_iter().map(str::to_owned));
        }
        found
    }

    /// Those of `content` whose keys are media types; where none is, the first one as any.
    pub(super) fn content_of_media_types(&mut self, content: &[MediaType]) -> Vec<MediaType> {
        let is_any_known = content.iter().any(|media| is_media_type(&media.name));
        let mut known: Vec<MediaType> = Vec::new();
        for media in content {
            if is_media_type(&media.name) {
                known.push(media.clone());
                continue;
            }
            let stands_in = !is_any_known && known.is_empty();
            let repair = if stands_in {
                "it is read as `*/*`"
            } else {
                "it is left out"
            };
            self.report_media_type(&media.name, &media.location, repair);
            if stands_in {
                known.push(MediaType {
                    name: ANY.to_owned(),
                    ..media.clone()
                });
            }
        }
        known
    }

    fn report_media_type(&mut self, written: &str, place: &Location, repair: &str) {
        let message = format!("{} is no media type: {repair}", quoted(written));
        self.report(
            Diagnostic::at(code::NO_MEDIA_TYPE, place, message)
                .help("correct it by an overlay, such as `application/json`"),
        );
    }
}

/// Whether a text is a token (RFC 9110, section 5.6.2), as the names of headers and cookies are.
fn is_token(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_allowed)
}

/// Whether a text is a media type with its parameters, or a range of them (RFC 9110, section 8.3.1).
fn is_media_type(text: &str) -> bool {
    let mut parts = text.split(';');
    let essence = parts.next().unwrap_or_default().trim();
    let is_parameter = |part: &str| {
        let part = part.trim();
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let is_shown = value
            .chars()
            .all(|shown| !shown.is_control() && shown.is_ascii());
        part.is_empty() || (is_token(name.trim_end()) && is_shown)
    };
    let is_pair = |(kind, subtype)| is_token(kind) && is_token(subtype);
    essence.split_once('/').is_some_and(is_pair) && parts.all(is_parameter)
}

//! Decides which specification a document follows, and says what it is where that is none that can be read.

use super::read::{Dialect, Reader, quoted};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::source::Location;
use serde_json::Value;

const SUPPORTED: &str = "this generator reads Swagger 2.0 (`swagger: \"2.0\"` at the top of the document) and \
OpenAPI 3.0 (`openapi: 3.0.3`)";

/// What the author of a newer document can do.
const DOWNGRADE: &str = "this generator reads OpenAPI 3.0: convert the document to that version, or ask its publisher \
for one; changing the number alone changes what `nullable`, `type` and `exclusiveMinimum` mean";

impl Dialect {
    /// What a document is read as; whether it can be is another question.
    pub fn of(document: &Value) -> Self {
        if document.get("openapi").is_some() && document.get("swagger").is_none() {
            Self::OpenApi3
        } else {
            Self::Swagger2
        }
    }
}

/// `None`, after a report, when the document at `location` cannot be read.
pub(super) fn check(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<()> {
    let swagger = value
        .get("swagger")
        .map(|version| (version, location.key("swagger")));
    let openapi = value
        .get("openapi")
        .map(|version| (version, location.key("openapi")));
    let (location, message, verdict) = match (swagger, openapi) {
        (Some((Value::String(version), _)), None) if version == "2.0" => return Some(()),
        (Some((version @ Value::Number(_), location)), None) => {
            let message =
                format!("`swagger` is the number {version}; it must be the string `\"2.0\"`");
            (location, message, number_is_meant_well(version))
        }
        (Some((version, location)), None) => (
            location,
            format!("version {} of Swagger is not supported", shown(version)),
            None,
        ),
        (None, Some((version, location))) => return check_openapi(version, &location, reader),
        (Some(_), Some((_, location))) => {
            let message = "the document says both `swagger` and `openapi`".to_owned();
            (location, message, None)
        }
        (None, None) => {
            let message = "the document says neither `swagger` nor `openapi`".to_owned();
            (location.clone(), message, None)
        }
    };
    let action = verdict.and_then(|()| {
        let document = Location::root(location.document);
        correction::setting(reader.sources, &document, "swagger", "2.0")
    });
    let diagnostic = Diagnostic::at(code::UNSUPPORTED_VERSION, &location, message);
    let diagnostic = diagnostic.help(SUPPORTED).help_if(action);
    reader.diagnostics.report(diagnostic);
    verdict
}

/// What follows a number 2.0 is Swagger 2.0, so its findings are worth having in the same run.
fn number_is_meant_well(version: &Value) -> Option<()> {
    (version.as_f64() == Some(2.0)).then_some(())
}

fn check_openapi(version: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<()> {
    let is_number = version.as_f64() == Some(3.0);
    let text = version.as_str().unwrap_or_default();
    if text == "3.0" || text.starts_with("3.0.") {
        return Some(());
    }
    if is_number {
        let message =
            format!("`openapi` is the number {version}; it is read as the string `\"3.0\"`");
        reader.report(code::INVALID_VALUE_REPAIRED, location, message);
        return Some(());
    }
    let message = format!("version {} of OpenAPI is not supported", shown(version));
    let number = version.as_f64().or_else(|| leading_number(text));
    let is_newer = number.is_some_and(|number| number > 3.0);
    let help = if is_newer { DOWNGRADE } else { SUPPORTED };
    let diagnostic = Diagnostic::at(code::UNSUPPORTED_VERSION, location, message);
    reader.diagnostics.report(diagnostic.help(help));
    None
}

/// The major and minor version of a text such as `3.1.0`.
fn leading_number(text: &str) -> Option<f64> {
    let end = text.match_indices('.').nth(1).map(|(at, _)| at);
    text.get(..end.unwrap_or(text.len()))?.parse().ok()
}

fn shown(version: &Value) -> String {
    version
        .as_str()
        .map_or_else(|| quoted(&version.to_string()), quoted)
}

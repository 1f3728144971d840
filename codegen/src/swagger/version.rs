//! Decides whether a document is Swagger 2.0, and says what it is otherwise.

use super::read::{Reader, quoted};
use crate::diagnostics::{Diagnostic, code};
use crate::source::Location;
use serde_json::Value;

const SUPPORTED: &str =
    "this generator reads Swagger 2.0: `swagger: \"2.0\"` at the top of the document";

/// `None`, after a report, when the document at `location` cannot be read as Swagger 2.0.
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
        (None, Some((version, location))) => (location, about_openapi(version), None),
        (Some(_), Some((_, location))) => {
            let message = "the document says both `swagger` and `openapi`".to_owned();
            (location, message, None)
        }
        (None, None) => {
            let message = "the document says neither `swagger` nor `openapi`".to_owned();
            (location.clone(), message, None)
        }
    };
    let diagnostic = Diagnostic::at(code::UNSUPPORTED_VERSION, &location, message);
    reader.diagnostics.report(diagnostic.help(SUPPORTED));
    verdict
}

/// What follows a number 2.0 is Swagger 2.0, so its findings are worth having in the same run.
fn number_is_meant_well(version: &Value) -> Option<()> {
    (version.as_f64() == Some(2.0)).then_some(())
}

fn about_openapi(version: &Value) -> String {
    let shown = shown(version);
    let is_3_0 = match version {
        Value::String(text) => text == "3.0" || text.starts_with("3.0."),
        Value::Number(number) => number.as_f64() == Some(3.0),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => false,
    };
    if is_3_0 {
        format!("version {shown} of OpenAPI has its own front end, which is not here yet")
    } else {
        format!("version {shown} of OpenAPI is not supported")
    }
}

fn shown(version: &Value) -> String {
    version
        .as_str()
        .map_or_else(|| quoted(&version.to_string()), quoted)
}

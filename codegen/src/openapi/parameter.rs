//! The Parameter Object of version 3: a schema, and a style that says how values are written.

use super::take_content;
use crate::diagnostics::code;
use crate::source::Location;
use crate::swagger::extensions::ParameterExtensions;
use crate::swagger::read::Reader;
use crate::swagger::{Parameter, ParameterIn};
use openapiv3::{Parameter as Written, PathStyle, QueryStyle};
use serde_json::{Map, Value};

/// How the values of a parameter are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serialization {
    /// `style`.
    pub style: Style,
    /// `explode`: whether elements and properties are written apart.
    pub explode: bool,
}

/// `style` of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `;name=value`.
    Matrix,
    /// `.value`.
    Label,
    /// `value`, elements joined by commas.
    Simple,
    /// `name=value`.
    Form,
    /// Elements joined by spaces.
    SpaceDelimited,
    /// Elements joined by `|`.
    PipeDelimited,
    /// `name[property]=value`.
    DeepObject,
}

/// Reads a parameter of version 3.
pub(crate) fn read_parameter(
    value: &Value,
    location: &Location,
    reader: &mut Reader<'_>,
) -> Option<Parameter> {
    let mut object = reader.object(value, location)?;
    object.ignore(&["example", "examples"]);
    let schema = object.optional("schema");
    let content = take_content(&mut object);
    if schema.is_none() && content.is_empty() {
        object.missing("schema", "the value is text");
    }
    let extensions = ParameterExtensions::take(&mut object);
    // The type wants a schema, which nests and was taken above.
    let schema_of_crate = Map::from_iter([("schema".to_owned(), Value::Object(Map::new()))]);
    let keys = [
        "name",
        "in",
        "description",
        "required",
        "deprecated",
        "style",
        "explode",
        "allowReserved",
        "allowEmptyValue",
    ];
    let written: Option<Written> = object.typed_with(schema_of_crate, &keys);
    if matches!(&written, Some(Written::Query { allow_reserved, .. }) if *allow_reserved) {
        let message = "`allowReserved` is not supported yet: the value is percent-encoded";
        object.report_key(
            code::UNSUPPORTED_EXTENSION,
            "allowReserved",
            message.to_owned(),
        );
    }
    object.finish();
    let written = written?;
    let (place, serialization) = place_and_style(&written);
    let allow_empty_value = matches!(
        &written,
        Written::Query { allow_empty_value, .. } if allow_empty_value.unwrap_or_default()
    );
    let data = written.parameter_data();
    Some(Parameter {
        location: location.clone(),
        name: data.name,
        place,
        description: data.description,
        required: data.required,
        schema,
        simple: None,
        serialization: Some(serialization),
        content,
        allow_empty_value,
        extensions,
    })
}

fn place_and_style(parameter: &Written) -> (ParameterIn, Serialization) {
    let (place, style) = match parameter {
        Written::Query { style, .. } => (
            ParameterIn::Query,
            match style {
                QueryStyle::Form => Style::Form,
                QueryStyle::SpaceDelimited => Style::SpaceDelimited,
                QueryStyle::PipeDelimited => Style::PipeDelimited,
                QueryStyle::DeepObject => Style::DeepObject,
            },
        ),
        Written::Path { style, .. } => (
            ParameterIn::Path,
            match style {
                PathStyle::Matrix => Style::Matrix,
                PathStyle::Label => Style::Label,
                PathStyle::Simple => Style::Simple,
            },
        ),
        Written::Header { .. } => (ParameterIn::Header, Style::Simple),
        Written::Cookie { .. } => (ParameterIn::Cookie, Style::Form),
    };
    let explode = parameter.parameter_data_ref().explode;
    let serialization = Serialization {
        style,
        // Version 3.0.3, section "Parameter Object": true for `form` alone.
        explode: explode.unwrap_or(style == Style::Form),
    };
    (place, serialization)
}

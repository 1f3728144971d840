//! What the `x-ms-*` vocabulary adds to the Schema Object, and `x-ms-enum`, which simple types have too.
//!
//! Invariant: `modelAsString` is true when it is absent, so an enum is open unless the document closes it.

use crate::diagnostics::code;
use crate::source::Location;
use crate::swagger::object::ObjectReader;
use crate::swagger::read::{Dialect, Readable, Reader, quoted};
use serde_json::Value;

/// Extensions of the Schema Object.
#[derive(Clone, Debug, Default)]
pub struct SchemaExtensions {
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// `x-ms-client-flatten`; `None` when absent.
    pub client_flatten: Option<bool>,
    /// `x-ms-discriminator-value`.
    pub discriminator_value: Option<String>,
    /// `x-ms-enum`.
    pub enumeration: Option<EnumExtension>,
    /// `x-ms-external`.
    pub external: bool,
    /// `x-ms-mutability`: any of `create`, `read`, `update`; `None` when absent.
    pub mutability: Option<Vec<String>>,
    /// `x-ms-secret`.
    pub secret: bool,
    /// `x-nullable`, or `nullable` of version 3; `None` when absent.
    pub nullable: Option<bool>,
}

/// `x-ms-enum`.
#[derive(Clone, Debug)]
pub struct EnumExtension {
    /// Where it stands.
    pub location: Location,
    /// `name` of the type.
    pub name: Option<String>,
    /// `modelAsString`: whether unknown values are accepted; true when absent.
    pub model_as_string: bool,
    /// `values`: names and descriptions of values.
    pub values: Vec<EnumValue>,
}

/// One of `x-ms-enum.values`.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// `value`, as written.
    pub value: Value,
    /// `name` in code.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
}

impl SchemaExtensions {
    /// Takes the extensions from the object they stand in.
    pub(crate) fn take(object: &mut ObjectReader<'_, '_, '_>) -> Self {
        Self {
            client_name: object.optional("x-ms-client-name"),
            client_flatten: object.optional("x-ms-client-flatten"),
            discriminator_value: object.optional("x-ms-discriminator-value"),
            enumeration: object.optional("x-ms-enum"),
            external: object.flag("x-ms-external"),
            mutability: take_mutability(object),
            secret: object.flag("x-ms-secret"),
            nullable: take_nullable(object),
        }
    }
}

fn take_mutability(object: &mut ObjectReader<'_, '_, '_>) -> Option<Vec<String>> {
    const KEY: &str = "x-ms-mutability";
    let mut texts = object.texts(KEY)?;
    let location = object.at(KEY);
    let is_known = |text: &str| matches!(text, "create" | "read" | "update");
    for (index, text) in texts.iter().enumerate() {
        if !is_known(text) {
            let message = format!(
                "{} is none of `create`, `read` and `update`; it is left out",
                quoted(text)
            );
            let reader = object.reader();
            reader.report_removable(code::INVALID_VALUE, &location.index(index), message);
        }
    }
    texts.retain(|text| is_known(text));
    Some(texts)
}

fn take_nullable(object: &mut ObjectReader<'_, '_, '_>) -> Option<bool> {
    let extension = object.optional("x-nullable");
    let plain = object.optional("nullable");
    if plain.is_some() && object.reader().dialect == Dialect::Swagger2 {
        let message = "`nullable` is OpenAPI 3; it is read as `x-nullable`".to_owned();
        object.report_key(code::INVALID_VALUE_REPAIRED, "nullable", message);
    }
    extension.or(plain)
}

impl Readable for EnumExtension {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        // `modelAsExtensible` asks for what an open enum is anyway.
        object.ignore(&["modelAsExtensible", "oldValueWarning"]);
        let extension = Self {
            location: location.clone(),
            name: object.optional("name"),
            model_as_string: object.optional("modelAsString").unwrap_or(true),
            values: object.collection("values"),
        };
        object.finish();
        Some(extension)
    }
}

impl Readable for EnumValue {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        object.ignore(&["allowedValues"]);
        let name = object.optional("name");
        let description = object.prose("description");
        let literal = object.raw("value").cloned();
        if literal.is_none() {
            object.report_absence("value", "…");
        }
        object.finish();
        Some(Self {
            value: literal?,
            name,
            description,
        })
    }
}

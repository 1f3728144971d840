//! Enums of schemas and of parameters.
//!
//! Invariant: the values of an enum are distinct and of the kind of its base.

use super::enum_names::EnumName;
use super::kind::{is_enum, is_text_enum};
use super::plain::{Secrecy, plain_type};
use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Contents, Docs, Enum, EnumBase, EnumValue, Model, ModelId, NameChoice, NameHint, Openness,
    Scalar, Shape, Type, Usage,
};
use crate::source::Location;
use crate::swagger::extensions::EnumExtension;
use crate::swagger::{Schema, SimpleType};
use serde_json::Value;

/// What schemas and simple types say about an enum.
#[derive(Clone, Copy)]
pub(super) struct EnumSource<'s> {
    pub(super) location: &'s Location,
    pub(super) type_name: Option<&'s str>,
    pub(super) format: Option<&'s str>,
    pub(super) values: &'s [Value],
    pub(super) extension: Option<&'s EnumExtension>,
    pub(super) description: Option<&'s String>,
}

impl<'s> EnumSource<'s> {
    fn of_schema(schema: &'s Schema) -> Self {
        Self {
            location: &schema.location,
            type_name: schema
                .types
                .iter()
                .map(String::as_str)
                .find(|name| *name != "null"),
            format: schema.format.as_deref(),
            values: &schema.enumeration,
            extension: schema.extensions.enumeration.as_ref(),
            description: schema.description.as_ref(),
        }
    }

    pub(super) fn of_simple(simple: &'s SimpleType, description: Option<&'s String>) -> Self {
        Self {
            location: &simple.location,
            type_name: simple.type_name.as_deref(),
            format: simple.format.as_deref(),
            values: &simple.enumeration,
            extension: simple.enum_extension.as_ref(),
            description,
        }
    }

    pub(super) fn name(&self) -> Option<&'s str> {
        self.extension?.name.as_deref()
    }
}

impl Lowering<'_> {
    /// The type of an enum that stands inside a schema.
    pub(super) fn enum_type(&mut self, schema: &Schema, hint: &NameHint) -> Type {
        self.enum_type_of(EnumSource::of_schema(schema), hint)
    }

    /// The type of an enum: a model, unless plain values say the same.
    pub(super) fn enum_type_of(&mut self, source: EnumSource<'_>, hint: &NameHint) -> Type {
        if let Some(id) = self.types.model_at(source.location) {
            return Type::Model(id);
        }
        let Some(enumeration) = self.enumeration(source) else {
            return Self::plain_enum_type(source);
        };
        let name = match self.enum_name(source, &enumeration) {
            EnumName::Shared(known) => return Type::Model(known),
            EnumName::New(name) => Some(name),
            EnumName::None => None,
        };
        let id = self.types.add_at(
            source.location,
            Model {
                name: hint.clone(),
                choice: NameChoice::Derived,
                origin: source.location.clone(),
                docs: docs(None, source.description),
                shape: Shape::Enum(enumeration),
                usage: Usage::default(),
                contents: Contents::default(),
            },
        );
        if let Some(name) = name {
            self.types.call_enum(id, name);
        }
        Type::Model(id)
    }

    /// Lets enums elsewhere find the definition `id` by its `x-ms-enum.name`.
    pub(super) fn register_enum(&mut self, id: ModelId, schema: &Schema) {
        let source = EnumSource::of_schema(schema);
        if !is_enum(schema) || schema.reference.is_some() {
            return;
        }
        if schema.extensions.secret && is_text_enum(schema) {
            return;
        }
        let Some(enumeration) = self.enumeration(source) else {
            return;
        };
        self.types.models[id].shape = Shape::Enum(enumeration);
        if let Some(name) = source
            .name()
            .filter(|name| self.types.enum_names.get(name).is_none())
        {
            self.types.call_enum(id, name);
        }
    }

    /// The shape of a model that is an enum.
    pub(super) fn enum_shape(&mut self, id: ModelId, schema: &Schema) -> Shape {
        let source = EnumSource::of_schema(schema);
        let enumeration = match &self.types.models[id].shape {
            Shape::Enum(enumeration) => enumeration.clone(),
            Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => {
                match self.enumeration(source) {
                    Some(enumeration) => enumeration,
                    None => return Shape::Alias(Self::plain_enum_type(source)),
                }
            }
        };
        if self.types.enum_names.is_called(id) {
            return Shape::Enum(enumeration);
        }
        match self.enum_name(source, &enumeration) {
            EnumName::Shared(known) => return Shape::Alias(Type::Model(known)),
            EnumName::New(name) => self.types.call_enum(id, name),
            EnumName::None => {}
        }
        Shape::Enum(enumeration)
    }

    /// Warns of an `enum: []`, which the typed document cannot tell from none.
    pub(super) fn warn_of_empty_enum(&mut self, location: &Location) {
        let list = self
            .sources
            .get(location)
            .and_then(|value| value.get("enum"));
        if list.and_then(Value::as_array).is_some_and(Vec::is_empty) {
            let message = "an enum has no values: it is taken as a plain type";
            let place = location.key("enum");
            self.report(Diagnostic::at(code::EMPTY_ENUM, &place, message));
        }
    }

    /// The enum that `source` describes; `None` where a plain type says the same.
    fn enumeration(&mut self, source: EnumSource<'_>) -> Option<Enum> {
        let values: Vec<(usize, &Value)> = source
            .values
            .iter()
            .enumerate()
            .filter(|(_, value)| !value.is_null())
            .collect();
        let base = self.base(source, &values)?;
        let list = source.location.key("enum");
        let mut kept: Vec<EnumValue> = Vec::new();
        let mut kept_at: Vec<usize> = Vec::new();
        for (index, value) in values {
            let wire = scalar(base, value);
            let same = kept.iter().position(|other| is_same(&other.wire, &wire));
            if let Some(first) = same.and_then(|first| kept_at.get(first)) {
                let message = format!("the value {value} stands twice: the second is ignored");
                let code = code::DUPLICATE_ENUM_VALUE;
                let finding = Diagnostic::at(code, &list.index(index), message);
                self.report(finding.related(&list.index(*first), "the first one"));
                continue;
            }
            kept_at.push(index);
            kept.push(described(wire, value, source.extension));
        }
        let closed = source
            .extension
            .is_some_and(|extension| !extension.model_as_string);
        let openness = if closed {
            Openness::Closed
        } else {
            Openness::Open
        };
        (!kept.is_empty()).then_some(Enum {
            base,
            values: kept,
            openness,
        })
    }

    /// The JSON type of the values; `None` for booleans and for no values at all.
    fn base(&mut self, source: EnumSource<'_>, values: &[(usize, &Value)]) -> Option<EnumBase> {
        let (_, first) = values.first()?;
        let declared = match source.type_name {
            Some("string") => EnumBase::String,
            Some("integer") => EnumBase::Int,
            Some("number") => EnumBase::Float,
            Some("boolean") => EnumBase::Bool,
            Some(_) | None => base_of(first),
        };
        let misfit = values.iter().find(|(_, value)| !fits(declared, value));
        let base = match misfit {
            None => declared,
            Some(_) if declared == EnumBase::Int && values.iter().all(|(_, it)| it.is_number()) => {
                EnumBase::Float
            }
            Some((index, _)) => {
                let message = "the values of an enum are not of its type: all are taken as text";
                let place = source.location.key("enum").index(*index);
                self.report(Diagnostic::at(code::MIXED_ENUM, &place, message));
                EnumBase::String
            }
        };
        (base != EnumBase::Bool).then_some(base)
    }

    fn plain_enum_type(source: EnumSource<'_>) -> Type {
        let all_booleans = source
            .values
            .iter()
            .all(|value| value.is_null() || value.is_boolean());
        match source.type_name {
            Some(type_name) => plain_type(type_name, source.format, Secrecy::Open).0,
            None if all_booleans => Type::Bool,
            None => Type::Any,
        }
    }
}

/// The only value of an enum that has exactly one, when it is a value of the plain type `ty`.
pub(super) fn single_value(values: &[Value], ty: &Type) -> Option<Scalar> {
    let mut distinct: Vec<&Value> = Vec::new();
    for value in values.iter().filter(|value| !value.is_null()) {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    match distinct.as_slice() {
        [only] => scalar_for(ty, only),
        _ => None,
    }
}

/// `value` as a value of the plain type `ty`, when it is one.
pub(super) fn scalar_for(ty: &Type, value: &Value) -> Option<Scalar> {
    let base = match ty {
        Type::Bool => EnumBase::Bool,
        Type::Int(_) => EnumBase::Int,
        Type::Float(_) => EnumBase::Float,
        Type::String | Type::Secret => EnumBase::String,
        Type::Bytes(_)
        | Type::Time(_)
        | Type::Any
        | Type::Binary
        | Type::File
        | Type::List(_)
        | Type::Map(_)
        | Type::Nullable(_)
        | Type::Model(_)
        | Type::Boxed(_) => return None,
    };
    let fits =
        fits(base, value) || base == EnumBase::String && !value.is_object() && !value.is_array();
    fits.then(|| scalar(base, value))
}

fn base_of(value: &Value) -> EnumBase {
    match value {
        Value::Bool(_) => EnumBase::Bool,
        Value::Number(number) if number.is_i64() => EnumBase::Int,
        Value::Number(_) => EnumBase::Float,
        Value::Null | Value::String(_) | Value::Array(_) | Value::Object(_) => EnumBase::String,
    }
}

fn fits(base: EnumBase, value: &Value) -> bool {
    match base {
        EnumBase::String => value.is_string(),
        EnumBase::Int => value.is_i64(),
        EnumBase::Float => value.is_number(),
        EnumBase::Bool => value.is_boolean(),
    }
}

/// `value` as one of `base`; what does not fit is taken as text.
fn scalar(base: EnumBase, value: &Value) -> Scalar {
    match (base, value) {
        (EnumBase::Int, Value::Number(number)) => number
            .as_i64()
            .map_or_else(|| Scalar::Float(number.to_string()), Scalar::Int),
        (EnumBase::Float, Value::Number(number)) => Scalar::Float(number.to_string()),
        (EnumBase::Bool, Value::Bool(value)) => Scalar::Bool(*value),
        (_, Value::String(text)) => Scalar::String(text.clone()),
        (_, other) => Scalar::String(other.to_string()),
    }
}

/// Whether two values are one: `1` and `1.0` are one number.
pub(super) fn is_same(left: &Scalar, right: &Scalar) -> bool {
    let number = |scalar: &Scalar| match scalar {
        Scalar::Float(text) => text.parse::<f64>().ok(),
        Scalar::String(_) | Scalar::Int(_) | Scalar::Bool(_) => None,
    };
    left == right || number(left).is_some_and(|left| number(right) == Some(left))
}

fn described(wire: Scalar, value: &Value, extension: Option<&EnumExtension>) -> EnumValue {
    let entry =
        extension.and_then(|extension| extension.values.iter().find(|entry| entry.value == *value));
    EnumValue {
        wire,
        client_name: entry.and_then(|entry| entry.name.clone()),
        docs: Docs {
            summary: None,
            description: entry.and_then(|entry| entry.description.clone()),
        },
    }
}

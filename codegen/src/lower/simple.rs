//! Version 3 describes a parameter or a header by a schema; from here on it is a simple type as in version 2.
//!
//! Invariant: an enum that stands in a definition keeps the place of that definition, so that it stays one model.

use super::enums::EnumSource;
use super::kind::effective_reference;
use super::media::{Form, form};
use super::place_name::is_defined;
use super::plain::plain_type;
use super::resolve::Followed;
use super::secrets::secrecy;
use super::{Lowering, MAX_CHAIN};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{Collection, NameHint, ObjectStyle, Type};
use crate::openapi::{Serialization, Style};
use crate::source::Location;
use crate::swagger::{
    CollectionFormat, Header, Items, Parameter, ParameterIn, Schema, SchemaItems, SimpleType,
};

impl Lowering<'_> {
    /// The parameter with its simple type.
    pub(super) fn settled_parameter(&mut self, mut parameter: Parameter) -> Parameter {
        let Some(serialization) = parameter.serialization else {
            return parameter;
        };
        let content = parameter.content.first();
        let mut simple = if let Some(schema) = &parameter.schema {
            self.simple_of(schema)
        } else {
            let in_query = parameter.place == ParameterIn::Query;
            if content.is_some_and(|media| !in_query || form(&media.name) != Form::Json) {
                let message =
                    "a parameter with a media type is taken as text, which the caller writes";
                self.report_as_text(&parameter.location.key("content"), message);
            }
            SimpleType::text(&parameter.location)
        };
        if matches!(serialization.style, Style::Label | Style::Matrix) {
            let message =
                "the styles `label` and `matrix` are not supported yet: the value is written alone";
            self.report_as_text(&parameter.location.key("style"), message);
        }
        simple.collection_format = Some(collection_format(parameter.place, serialization));
        if parameter.extensions.secret {
            simple.make_secret();
        }
        parameter.simple = Some(simple);
        parameter
    }

    /// The header with its simple type.
    pub(super) fn settled_header(&mut self, mut header: Header) -> Header {
        let mut content = header.content.iter();
        if let (None, Some(first)) = (&header.schema, content.next()) {
            header.schema.clone_from(&first.schema);
            for other in content {
                let message = format!(
                    "a header has one media type: `{}` is used, and not `{}`",
                    first.name, other.name
                );
                let code = code::MEDIA_TYPE_LEFT_OUT;
                self.report(Diagnostic::at_key(code, &other.location, message));
            }
        }
        if let Some(schema) = &header.schema {
            let is_secret = header.simple.secret;
            header.simple = self.simple_of(schema);
            if is_secret {
                header.simple.make_secret();
            }
        }
        header
    }

    /// The simple type that says the same as `schema`, as far as one can.
    pub(super) fn simple_of(&mut self, schema: &Schema) -> SimpleType {
        let is_secret = self.is_secret(schema);
        let mut simple = self.flat_simple_of(schema);
        let mut lists: Vec<SimpleType> = Vec::new();
        let mut items = self.items_of(schema);
        while let Some(inner) = items.filter(|_| lists.len() < MAX_CHAIN) {
            lists.push(std::mem::replace(&mut simple, self.flat_simple_of(&inner)));
            items = self.items_of(&inner);
        }
        for list in lists.into_iter().rev() {
            simple = SimpleType {
                items: Some(Box::new(simple)),
                ..list
            };
        }
        if is_secret {
            simple.make_secret();
        }
        simple
    }

    /// The simple type of `schema` without that of its elements.
    fn flat_simple_of(&mut self, schema: &Schema) -> Items {
        let Some(schema) = self.behind_wrappers(schema) else {
            return SimpleType::text(&schema.location);
        };
        SimpleType {
            location: schema.location.clone(),
            type_name: type_name(&schema).map(str::to_owned),
            format: schema.format.clone(),
            items: None,
            collection_format: None,
            default: schema.default.clone(),
            enumeration: schema.enumeration.clone(),
            enum_extension: schema.extensions.enumeration.clone(),
            bounds: schema.bounds.clone(),
            secret: schema.extensions.secret,
        }
    }

    /// The type of a parameter or header, and how a list of it is written.
    pub(super) fn simple_type(
        &mut self,
        simple: &SimpleType,
        hint: &NameHint,
        description: Option<&String>,
    ) -> (Type, Collection) {
        let collection = match simple.collection_format {
            None | Some(CollectionFormat::Csv) => Collection::Csv,
            Some(CollectionFormat::Ssv) => Collection::Ssv,
            Some(CollectionFormat::Tsv) => Collection::Tsv,
            Some(CollectionFormat::Pipes) => Collection::Pipes,
            Some(CollectionFormat::Multi) => Collection::Multi,
        };
        if simple.type_name.as_deref() != Some("array") {
            return (self.element_type(simple, hint, description), collection);
        }
        let element = if let Some(items) = simple.items.as_deref() {
            self.element_type(items, hint, description)
        } else {
            let message = "an array has no `items`: its elements are taken as text";
            self.report(Diagnostic::at(
                code::ARRAY_WITHOUT_ITEMS,
                &simple.location,
                message,
            ));
            text(simple)
        };
        (Type::List(Box::new(element)), collection)
    }

    /// On the wire all of them are text, and so is a secret of any type.
    fn element_type(
        &mut self,
        simple: &SimpleType,
        hint: &NameHint,
        description: Option<&String>,
    ) -> Type {
        if !simple.enumeration.is_empty() && !simple.secret {
            let source = EnumSource::of_simple(simple, description);
            return self.enum_type_of(source, &self.enum_hint(simple, hint));
        }
        self.warn_of_empty_enum(&simple.location);
        let type_name = simple.type_name.as_deref().unwrap_or("string");
        let format = simple.format.as_deref();
        let (ty, oddity) = plain_type(type_name, format, secrecy(simple.secret));
        if ty == Type::Any {
            let message = format!("a value of type `{type_name}` is taken as text here");
            self.report_type(&simple.location, &message);
            return text(simple);
        }
        self.report_oddity(&simple.location, type_name, format, oddity);
        if simple.secret { Type::Secret } else { ty }
    }

    /// What the enum of a simple type is called: as the definition that it stands in, if it stands in one.
    pub(super) fn enum_hint(&self, simple: &SimpleType, hint: &NameHint) -> NameHint {
        if is_defined(&simple.location) {
            self.name_of(&simple.location)
        } else {
            hint.clone()
        }
    }

    /// The schema of the elements of a list.
    pub(super) fn items_of(&mut self, schema: &Schema) -> Option<Schema> {
        let schema = self.behind_wrappers(schema)?;
        match &schema.items {
            Some(SchemaItems::One(items)) => Some((**items).clone()),
            Some(SchemaItems::Tuple(_)) | None => None,
        }
    }

    /// What `schema` is behind references, and behind an `allOf` that adds nothing.
    pub(super) fn behind_wrappers<'s>(&mut self, schema: &'s Schema) -> Option<Followed<'s>> {
        let Some(mut reference) = effective_reference(schema).cloned() else {
            return Some(Followed::Inline(schema));
        };
        for _ in 0..MAX_CHAIN {
            let (_, target) = self.referenced_schema(&reference)?;
            let Some(next) = effective_reference(&target).cloned() else {
                return Some(Followed::Shared(target));
            };
            reference = next;
        }
        None
    }

    fn report_as_text(&mut self, location: &Location, message: &str) {
        let code = code::UNSUPPORTED_PARAMETER_TYPE;
        self.report(Diagnostic::at(code, location, message));
    }
}

/// What the enum of a shared parameter is called: as the parameter, or by its key where that tells it from others.
pub(super) fn shared_name(parameter: &Parameter, place: &Location) -> String {
    let mut keys = place.pointer.keys();
    let key = match keys.next().as_deref() {
        Some("components") => keys.last(),
        Some(_) | None => None,
    };
    let chosen = parameter.extensions.client_name.clone();
    chosen.or(key).unwrap_or_else(|| parameter.name.clone())
}

/// The type of a value that is taken as text.
pub(super) fn text(simple: &SimpleType) -> Type {
    if simple.secret {
        Type::Secret
    } else {
        Type::String
    }
}

/// The style of a query parameter that is an object, or JSON.
pub(super) fn object_style(parameter: &Parameter) -> Option<ObjectStyle> {
    whole_schema(parameter)?;
    if parameter.schema.is_none() {
        return Some(ObjectStyle::Json);
    }
    let serialization = parameter.serialization?;
    Some(match (serialization.style, serialization.explode) {
        (Style::DeepObject, _) => ObjectStyle::Deep,
        (_, true) => ObjectStyle::Form,
        (_, false) => ObjectStyle::Joined,
    })
}

/// The schema of a query parameter whose values are no plain ones.
pub(super) fn whole_schema(parameter: &Parameter) -> Option<&Schema> {
    if parameter.place != ParameterIn::Query {
        return None;
    }
    let Some(schema) = &parameter.schema else {
        let media = parameter.content.first()?;
        return media
            .schema
            .as_ref()
            .filter(|_| form(&media.name) == Form::Json);
    };
    let type_name = parameter.simple.as_ref()?.type_name.as_deref();
    (type_name == Some("object")).then_some(schema)
}

/// The type of a schema that may not say it; `None` where it is text or anything.
fn type_name(schema: &Schema) -> Option<&str> {
    let mut types = schema.types.iter().filter(|name| *name != "null");
    if let Some(name) = types.next() {
        return Some(name);
    }
    if schema.items.is_some() {
        return Some("array");
    }
    let is_object = !schema.properties.is_empty()
        || !schema.all_of.is_empty()
        || schema.additional_properties.is_some();
    is_object.then_some("object")
}

/// How a list is written: version 3.0.3, section "Style Values".
fn collection_format(place: ParameterIn, serialization: Serialization) -> CollectionFormat {
    let in_query = match place {
        ParameterIn::Query | ParameterIn::FormData => true,
        ParameterIn::Path | ParameterIn::Header | ParameterIn::Cookie | ParameterIn::Body => false,
    };
    match (serialization.style, serialization.explode) {
        (Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject, true)
            if in_query =>
        {
            CollectionFormat::Multi
        }
        (Style::SpaceDelimited, _) => CollectionFormat::Ssv,
        (Style::PipeDelimited, _) => CollectionFormat::Pipes,
        (Style::Form | Style::Simple | Style::DeepObject | Style::Label | Style::Matrix, _) => {
            CollectionFormat::Csv
        }
    }
}

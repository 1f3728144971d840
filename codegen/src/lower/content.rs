//! The media types of version 3, each with a schema: from here on a body has one schema and the media types of it.
//!
//! Invariant: JSON goes before all others, as it does where a document of version 2 has a choice.

use super::Lowering;
use super::kind::is_silent;
use super::media::{Form, any_of_form, form};
use super::params::Declared;
use super::resolve::Origin;
use crate::diagnostics::{Diagnostic, code};
use crate::openapi::{MediaType, RequestBody};
use crate::source::Location;
use crate::swagger::extensions::ParameterExtensions;
use crate::swagger::{CollectionFormat, Parameter, ParameterIn, Response, Schema, SimpleType};
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A request body in the terms of version 2.
pub(super) struct RequestContent {
    /// The parameters that it is made of.
    pub(super) declared: Vec<Declared>,
    /// The media types that it may have.
    pub(super) consumes: Vec<String>,
}

/// The schema that was chosen, and the media types of it.
struct Chosen {
    form: Form,
    schema: Schema,
    media_types: Vec<String>,
}

impl Lowering<'_> {
    /// The response with its schema.
    pub(super) fn settled_response(&mut self, mut response: Response) -> Response {
        if response.content.is_empty() {
            return response;
        }
        let content = std::mem::take(&mut response.content);
        if let Some(chosen) = self.choose(&content) {
            response.schema = Some(chosen.schema);
            response.produces = Some(chosen.media_types);
        }
        response
    }

    /// What `body` is made of.
    pub(super) fn settled_content(&mut self, body: &RequestBody) -> Option<RequestContent> {
        let mut chosen = self.choose(&body.content)?;
        let consumes = chosen.consumes();
        let mut declared = Vec::new();
        if matches!(chosen.form, Form::UrlEncoded | Form::Multipart) {
            declared = self.form_fields(body, &chosen);
            if declared.is_empty() {
                let message =
                    "a form without properties is taken as bytes, which the caller writes";
                let place = &chosen.schema.location;
                self.report(Diagnostic::at(code::UNSUPPORTED_MEDIA_TYPE, place, message));
                chosen.schema = binary(&chosen.schema);
            }
        }
        if declared.is_empty() {
            let name = body.client_name.as_deref().unwrap_or("body");
            declared.push(Parameter {
                description: body.description.clone(),
                required: body.required,
                schema: Some(chosen.schema),
                ..parameter(&body.location, name, ParameterIn::Body)
            });
        }
        let declared = declared.into_iter();
        Some(RequestContent {
            declared: declared
                .map(|parameter| (Rc::new(parameter), Origin::Inline))
                .collect(),
            consumes,
        })
    }

    /// The schema of the media type that is preferred, and the media types that go with it.
    fn choose(&mut self, content: &[MediaType]) -> Option<Chosen> {
        let content = &self.content_of_media_types(content);
        let first = content
            .iter()
            .min_by_key(|media| (rank(form(&media.name)), is_range(&media.name)))?;
        let chosen_form = form(&first.name);
        let mut media_types = Vec::new();
        for media in content {
            if self.goes_with(media, first) {
                media_types.push(media.name.clone());
            } else {
                let message = format!(
                    "`{}` has another schema than `{}`, which is used alone",
                    media.name, first.name
                );
                let diagnostic =
                    Diagnostic::at_key(code::MEDIA_TYPE_LEFT_OUT, &media.location, message);
                self.report(diagnostic.related(&first.location, "the media type that is used"));
            }
        }
        let written = first.schema.clone();
        let schema = written.unwrap_or_else(|| Schema::silent(&first.location.key("schema")));
        let schema = match chosen_form {
            Form::Bytes => binary(&schema),
            Form::Text => text(&schema),
            Form::Json | Form::Xml | Form::UrlEncoded | Form::Multipart => schema,
        };
        Some(Chosen {
            form: chosen_form,
            schema,
            media_types,
        })
    }

    /// Whether a body of the media type `other` is described by the schema of `chosen` too, or needs none.
    fn goes_with(&self, other: &MediaType, chosen: &MediaType) -> bool {
        let same_form = form(&other.name) == form(&chosen.name);
        let value = |media: &MediaType| self.sources.get(&media.location.key("schema"));
        match form(&other.name) {
            Form::Text | Form::Bytes => true,
            Form::Json if !is_range(&other.name) => same_form || value(other) == value(chosen),
            Form::Json | Form::Xml | Form::UrlEncoded | Form::Multipart => {
                value(other) == value(chosen)
            }
        }
    }

    /// The fields of a form: the properties of its schema. None where it has none, so that the caller writes the form.
    fn form_fields(&mut self, body: &RequestBody, chosen: &Chosen) -> Vec<Parameter> {
        let mut properties = IndexMap::new();
        let mut required = Vec::new();
        let mut pending = vec![chosen.schema.clone()];
        let mut seen = BTreeSet::new();
        while let Some(schema) = pending.pop() {
            let Some(schema) = self.behind_wrappers(&schema) else {
                continue;
            };
            if !seen.insert(schema.location.clone()) {
                continue;
            }
            required.extend(schema.required.iter().cloned());
            for (name, property) in &schema.properties {
                let entry = properties.entry(name.clone());
                entry.or_insert_with(|| property.clone());
            }
            pending.extend(schema.all_of.iter().rev().cloned());
        }
        properties.retain(|_, property: &mut Schema| !property.read_only);
        let properties = properties.into_iter();
        properties
            .map(|(name, property)| {
                let mut field = self.form_field(&name, property, chosen.form);
                field.required = body.required && required.contains(&name);
                field
            })
            .collect()
    }

    fn form_field(&mut self, name: &str, property: Schema, form: Form) -> Parameter {
        let simple = self.simple_of(&property);
        let mut simple = match form {
            Form::Multipart => with_files(simple),
            Form::Json | Form::Xml | Form::Text | Form::Bytes | Form::UrlEncoded => simple,
        };
        // Version 3.0.3, section "Encoding Object": the style is `form`, so lists repeat their name.
        simple.collection_format = Some(CollectionFormat::Multi);
        let extensions = ParameterExtensions {
            client_name: property.extensions.client_name,
            ..ParameterExtensions::default()
        };
        Parameter {
            description: property.description.or(property.title),
            simple: Some(simple),
            extensions,
            ..parameter(&property.location, name, ParameterIn::FormData)
        }
    }
}

/// A parameter that nothing else is known of.
fn parameter(location: &Location, name: &str, place: ParameterIn) -> Parameter {
    Parameter {
        location: location.clone(),
        name: name.to_owned(),
        place,
        description: None,
        required: false,
        schema: None,
        simple: None,
        serialization: None,
        content: Vec::new(),
        allow_empty_value: false,
        extensions: ParameterExtensions::default(),
    }
}

/// In a multipart form, binary text is a file.
fn with_files(mut simple: SimpleType) -> SimpleType {
    let is_binary = |simple: &SimpleType| simple.format.as_deref() == Some("binary");
    let file = |simple: &mut SimpleType| {
        simple.type_name = Some("file".to_owned());
        simple.format = None;
    };
    if is_binary(&simple) {
        file(&mut simple);
    } else if let Some(items) = simple.items.as_mut().filter(|items| is_binary(items)) {
        file(items);
    }
    simple
}

/// Whether a media type stands for several.
fn is_range(name: &str) -> bool {
    name.contains('*')
}

impl Chosen {
    /// The media types that can be sent. Where any body will do, a caller gives JSON or something else.
    fn consumes(&self) -> Vec<String> {
        let types = self.media_types.iter();
        let mut types: Vec<String> = types.filter(|name| !is_range(name)).cloned().collect();
        let had_ranges = types.len() < self.media_types.len();
        if had_ranges && self.form == Form::Json && !any_of_form(&types, Form::Json) {
            types.insert(0, "application/json".to_owned());
        }
        let takes_anything = had_ranges && is_silent(&self.schema);
        if takes_anything || (types.is_empty() && self.form == Form::Bytes) {
            types.push("application/octet-stream".to_owned());
        }
        types
    }
}

/// The order of preference.
fn rank(form: Form) -> u8 {
    match form {
        Form::Json => 0,
        Form::Xml => 1,
        Form::Multipart => 2,
        Form::UrlEncoded => 3,
        Form::Text => 4,
        Form::Bytes => 5,
    }
}

/// A body whose schema describes bytes at most.
fn binary(schema: &Schema) -> Schema {
    Schema {
        types: vec!["string".to_owned()],
        format: Some("binary".to_owned()),
        ..Schema::silent(&schema.location)
    }
}

/// A body whose schema describes text at most.
fn text(schema: &Schema) -> Schema {
    Schema {
        types: vec!["string".to_owned()],
        ..Schema::silent(&schema.location)
    }
}

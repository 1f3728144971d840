//! The body of a request.

use super::media::{Form, all_of_form, any_of_form, form, of_form};
use super::params::{Declared, file_type};
use super::resolve::Origin;
use super::schema::extended;
use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{
    Body, FormEncoding, MediaTypes, NameHint, Param, ParamIdx, ParamOwner, ParamPlace,
    PayloadDefaults, Requirement, Type, WireName,
};
use crate::source::Location;
use crate::swagger::{Operation, Parameter, ParameterIn, Schema};
use std::borrow::Cow;

/// The operation needs what is not supported yet, which was reported: it is left out.
#[derive(Debug)]
pub(super) struct Unsupported;

/// The form of a body parameter.
enum BodyForm {
    Json,
    /// JSON, or a text or bytes.
    Payload,
    Xml,
    Bytes,
    Text,
}

impl Lowering<'_> {
    /// The parameters of `operation`, in document order, and its body.
    pub(super) fn params_and_body(
        &mut self,
        operation: &Operation,
        id: &str,
        declared: &[Declared],
    ) -> Result<(Vec<Param>, Option<Body>), Unsupported> {
        let mut consumes = self.consumes(operation);
        let mut declared = Cow::Borrowed(declared);
        let content = operation.request_body.as_ref();
        if let Some((content, _)) = content.and_then(|body| self.referable(body)) {
            declared.to_mut().extend_from_slice(&content.declared);
            consumes.clone_from(&content.consumes);
        }
        let declared = &*declared;
        let has_body_param = self.check_bodies(declared);
        let declares_content_type = declared.iter().any(|(parameter, _)| {
            parameter.place == ParameterIn::Header
                && parameter.name.eq_ignore_ascii_case("content-type")
        });
        let mut params = Vec::new();
        let mut body = if has_body_param {
            None
        } else {
            self.form_body(&consumes, declared)
        };
        for declared in declared {
            match declared.0.place {
                ParameterIn::Body if body.is_none() => {
                    let place = ParamIdx(params.len());
                    let (param, mut made) = self.body_param(&declared.0, id, &consumes, place)?;
                    params.push(param);
                    if declares_content_type {
                        keep_first_media_type(&mut made);
                    }
                    body = Some(made);
                }
                ParameterIn::Body => {}
                ParameterIn::FormData if has_body_param => {}
                ParameterIn::FormData
                | ParameterIn::Path
                | ParameterIn::Query
                | ParameterIn::Header
                | ParameterIn::Cookie => params.push(self.param(declared, id)),
            }
        }
        Ok((params, body))
    }

    /// Reports a second body, and says whether there is a body parameter, which goes before form fields.
    fn check_bodies(&mut self, declared: &[Declared]) -> bool {
        let is_in = |place: ParameterIn| move |(parameter, _): &&Declared| parameter.place == place;
        let mut bodies = declared.iter().filter(is_in(ParameterIn::Body));
        let Some(first) = bodies.next() else {
            return false;
        };
        if let Some(second) = bodies.next() {
            self.report_conflict(second, first, "an operation has two body parameters");
        }
        let mut fields = declared.iter().filter(is_in(ParameterIn::FormData));
        if let Some(field) = fields.next() {
            let message = "an operation has a body parameter and form fields";
            self.report_conflict(first, field, message);
        }
        true
    }

    fn body_param(
        &mut self,
        parameter: &Parameter,
        id: &str,
        consumes: &[String],
        place: ParamIdx,
    ) -> Result<(Param, Body), Unsupported> {
        let name = parameter.extensions.client_name.as_ref();
        let name = name.unwrap_or(&parameter.name);
        let hint = extended(&NameHint(vec![id.to_owned()]), name);
        let schema = parameter.schema.as_ref();
        let body_form = match schema {
            None => BodyForm::Json,
            Some(schema) => self.body_form(&parameter.location, schema, consumes)?,
        };
        let json = |lowering: &mut Self| {
            schema.map_or(Type::Any, |schema| lowering.type_of(schema, &hint))
        };
        let param = place;
        let (ty, body) = match body_form {
            BodyForm::Bytes => {
                let media_types = or_default(consumes.to_vec(), "application/octet-stream");
                (Type::Binary, Body::Bytes { param, media_types })
            }
            BodyForm::Text => {
                let media_types = or_default(texts(consumes), "text/plain");
                (Type::String, Body::Text { param, media_types })
            }
            BodyForm::Json => {
                let media_types = or_default(json_types(consumes), "application/json");
                (json(self), Body::Json { param, media_types })
            }
            BodyForm::Payload => (json(self), payload(param, consumes)),
            BodyForm::Xml => {
                let media_types = or_default(of_form(consumes, Form::Xml), "application/xml");
                let root = schema.map(|schema| self.xml_root(schema, Some(&parameter.name)));
                let body = match root {
                    Some(root) => Body::Xml {
                        param,
                        media_types,
                        root,
                    },
                    None => Body::Json { param, media_types },
                };
                (json(self), body)
            }
        };
        let bounds = schema.and_then(|schema| self.bounds(schema));
        let param = Param {
            wire: WireName(parameter.name.clone()),
            client_name: parameter.extensions.client_name.clone(),
            origin: parameter.location.clone(),
            docs: docs(None, parameter.description.as_ref()),
            ty,
            bounds,
            place: ParamPlace::Body,
            requirement: if parameter.required {
                Requirement::Required
            } else {
                Requirement::Optional
            },
            owner: ParamOwner::Method,
        };
        Ok((param, body))
    }

    fn body_form(
        &mut self,
        place: &Location,
        schema: &Schema,
        consumes: &[String],
    ) -> Result<BodyForm, Unsupported> {
        if self.is_binary(schema) {
            return Ok(BodyForm::Bytes);
        }
        let any = |wanted| any_of_form(consumes, wanted);
        if consumes.is_empty() || any(Form::Json) {
            let others = any(Form::Bytes) || any(Form::Text);
            return Ok(if others {
                BodyForm::Payload
            } else {
                BodyForm::Json
            });
        }
        if self.is_text(schema) {
            return Ok(if any(Form::Text) || any(Form::Xml) {
                BodyForm::Text
            } else {
                BodyForm::Bytes
            });
        }
        if any(Form::Xml) {
            return Ok(BodyForm::Xml);
        }
        if all_of_form(consumes, Form::Multipart) {
            return Err(self.unsupported(place, "a multipart body"));
        }
        if all_of_form(consumes, Form::UrlEncoded) {
            return Err(self.unsupported(place, "a form described by a schema"));
        }
        Ok(BodyForm::Json)
    }

    fn form_body(&mut self, consumes: &[String], declared: &[Declared]) -> Option<Body> {
        let is_field = |(parameter, _): &&Declared| parameter.place == ParameterIn::FormData;
        let file = declared
            .iter()
            .filter(is_field)
            .find(|declared| file_type(&declared.0).is_some());
        let multipart = any_of_form(consumes, Form::Multipart);
        if let Some((parameter, _)) = file {
            if !multipart && !consumes.is_empty() {
                let message = "a file cannot be sent in such a form: `multipart/form-data` is sent";
                let place = self.part(&parameter.location, "type");
                self.report(
                    Diagnostic::at(code::FILE_NEEDS_MULTIPART, &place, message)
                        .help("let the operation consume `multipart/form-data` by an overlay"),
                );
            }
            return Some(Body::Form(FormEncoding::Multipart));
        }
        declared.iter().find(is_field)?;
        let encoding = if multipart && !any_of_form(consumes, Form::UrlEncoded) {
            FormEncoding::Multipart
        } else {
            FormEncoding::UrlEncoded
        };
        Some(Body::Form(encoding))
    }

    /// Reports that the operation at `place` is left out because of `what`.
    pub(super) fn unsupported(&mut self, place: &Location, what: &str) -> Unsupported {
        let message = format!("{what} is not supported yet: the operation is left out");
        self.report(Diagnostic::at(code::UNSUPPORTED_MEDIA_TYPE, place, message));
        Unsupported
    }

    /// Reports a body parameter that cannot be beside `other`.
    fn report_conflict(
        &mut self,
        (parameter, origin): &Declared,
        (other, _): &Declared,
        message: &str,
    ) {
        let action = match origin {
            Origin::Inline => correction::removing(self.sources, &parameter.location),
            // What is shared may be right for others.
            Origin::Shared(_) => None,
        };
        let place = self.part(&parameter.location, "in");
        self.report(
            Diagnostic::at(code::CONFLICTING_BODIES, &place, message)
                .related(&self.part(&other.location, "in"), "the other one")
                .help("remove one of them by an overlay; the first body parameter counts")
                .help_if(action),
        );
    }
}

/// The media types of a JSON body: those of JSON, or, where none is, those that the document has.
fn json_types(consumes: &[String]) -> Vec<String> {
    if !consumes.iter().any(|name| form(name) == Form::Json) {
        return consumes.to_vec();
    }
    let mut listed = of_form(consumes, Form::Json);
    listed.retain(|name| !name.contains('*'));
    listed
}

/// The media types of a body that is text: those of text, or of XML, whose text the caller writes.
fn texts(consumes: &[String]) -> Vec<String> {
    let texts = of_form(consumes, Form::Text);
    if texts.is_empty() {
        return of_form(consumes, Form::Xml);
    }
    texts
}

/// Leaves no choice of media type, since a header parameter brings it.
fn keep_first_media_type(body: &mut Body) {
    match body {
        Body::Json { media_types, .. }
        | Body::Payload { media_types, .. }
        | Body::Xml { media_types, .. }
        | Body::Bytes { media_types, .. }
        | Body::Text { media_types, .. } => media_types.0.truncate(1),
        Body::Form(_) => {}
    }
}

/// A body that may be JSON or something else.
fn payload(param: ParamIdx, consumes: &[String]) -> Body {
    let first = |wanted| of_form(consumes, wanted).into_iter().next();
    let (text, bytes) = (first(Form::Text), first(Form::Bytes));
    let json = json_types(consumes).into_iter().next();
    let other = || "application/octet-stream".to_owned();
    let media_types = consumes.iter().filter(|name| match form(name) {
        Form::Json | Form::Text | Form::Bytes => !name.contains('*'),
        Form::Xml | Form::UrlEncoded | Form::Multipart => false,
    });
    Body::Payload {
        param,
        media_types: MediaTypes(media_types.cloned().collect()),
        defaults: PayloadDefaults {
            json: json.unwrap_or_else(|| "application/json".to_owned()),
            text: text.clone().or_else(|| bytes.clone()).unwrap_or_else(other),
            bytes: bytes.or(text).unwrap_or_else(other),
        },
    }
}

fn or_default(mut media_types: Vec<String>, default: &str) -> MediaTypes {
    if media_types.is_empty() {
        media_types.push(default.to_owned());
    }
    MediaTypes(media_types)
}

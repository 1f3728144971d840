//! Parameters of operations and of the client.
//!
//! Invariant: a parameter that belongs to the client stands once in [`Api::client_params`](crate::ir::Api), however
//! many operations send it.

use super::enums::{scalar_for, single_value};
use super::place_name::is_defined;
use super::plain::plain_type;
use super::resolve::Origin;
use super::schema::extended;
use super::secrets::secrecy;
use super::simple::{object_style, shared_name, text, whole_schema};
use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{
    ClientParamId, Collection, NameHint, Param, ParamOwner, ParamPlace, PathEncoding, Requirement,
    Scalar, Shape, Type, WireName,
};
use crate::source::Location;
use crate::swagger::extensions::ParameterLocation;
use crate::swagger::{Parameter, ParameterIn, RefOr, SimpleType};
use std::rc::Rc;

/// A parameter as written, with the place it was taken from.
pub(super) type Declared = (Rc<Parameter>, Origin);

impl Lowering<'_> {
    /// The parameters of an operation: those of its path first, unless it overrides them by name and place.
    pub(super) fn declared_parameters(
        &mut self,
        of_path: &[RefOr<Parameter>],
        of_operation: &[RefOr<Parameter>],
    ) -> Vec<Declared> {
        let own = self.distinct_parameters(of_operation);
        let mut all = self.distinct_parameters(of_path);
        all.retain(|(inherited, _)| !own.iter().any(|(own, _)| same_parameter(inherited, own)));
        all.extend(own);
        all
    }

    /// A parameter that is not the body. `owner_name` names its enum when nobody else does.
    pub(super) fn param(&mut self, declared: &Declared, owner_name: &str) -> Param {
        let (parameter, origin) = declared;
        let name = parameter.extensions.client_name.as_ref();
        let name = name.unwrap_or(&parameter.name);
        let hint = match origin {
            // A field of a form that a definition describes.
            Origin::Inline if is_defined(&parameter.location) => self.name_of(&parameter.location),
            Origin::Inline => extended(&NameHint(vec![owner_name.to_owned()]), name),
            Origin::Shared(place) => NameHint(vec![shared_name(parameter, place)]),
        };
        let (ty, collection) = self.parameter_type(parameter, &hint);
        if parameter.extensions.secret {
            self.warn_of_shown_secret(&ty, &parameter.location);
        }
        let object = object_style(parameter);
        let (ty, requirement) = self.requirement(parameter, ty);
        let simple = parameter.simple.as_ref();
        let bounds = simple.and_then(|simple| self.simple_bounds(simple));
        let prefix = header_prefix(parameter);
        let own_name = prefix.map(|_| parameter.name.clone());
        let param = Param {
            wire: WireName(prefix.unwrap_or(&parameter.name).clone()),
            client_name: parameter.extensions.client_name.clone().or(own_name),
            origin: parameter.location.clone(),
            docs: docs(None, parameter.description.as_ref()),
            place: match object {
                Some(style) => ParamPlace::QueryObject(style),
                None => place(parameter, &ty, collection),
            },
            ty,
            bounds,
            requirement,
            owner: ParamOwner::Method,
        };
        self.note_unsupported(parameter);
        match owner(parameter, origin) {
            ParameterLocation::Method => param,
            ParameterLocation::Client => self.client_owned(param),
        }
    }

    /// `param` as one of the client: required when it is required anywhere.
    pub(super) fn client_param(&mut self, param: Param) -> ClientParamId {
        let known = self.client_params.iter().find(|(_, known)| {
            known.wire == param.wire
                && std::mem::discriminant(&known.place) == std::mem::discriminant(&param.place)
                && known.ty == param.ty
        });
        let Some((id, _)) = known else {
            let owner = ParamOwner::Client(self.client_params.next_id());
            return self.client_params.push(Param { owner, ..param });
        };
        let known = &mut self.client_params[id];
        if known.requirement == Requirement::Optional {
            known.requirement = param.requirement;
        }
        id
    }

    fn distinct_parameters(&mut self, parameters: &[RefOr<Parameter>]) -> Vec<Declared> {
        let mut distinct: Vec<Declared> = Vec::new();
        for parameter in parameters {
            let place = match parameter {
                RefOr::Item(item) => item.location.clone(),
                RefOr::Ref(reference) => reference.location.clone(),
            };
            let Some((parameter, origin)) = self.referable(parameter) else {
                continue;
            };
            let first = distinct
                .iter()
                .find(|(first, _)| same_parameter(first, &parameter))
                .map(|(first, _)| first.location.clone());
            if let Some(first) = first {
                self.report_twice(&parameter, &place, &first);
                continue;
            }
            distinct.push((parameter, origin));
        }
        distinct
    }

    /// Reports the second declaration of a parameter, which stands at `place` or is referred to from there.
    fn report_twice(&mut self, parameter: &Parameter, place: &Location, first: &Location) {
        let is_same = self.sources.get(&parameter.location) == self.sources.get(first);
        let code = if is_same {
            code::PARAMETER_REPEATED
        } else {
            code::DUPLICATE_PARAMETER
        };
        let message = format!("the parameter `{}` is declared twice", parameter.name);
        self.report(
            Diagnostic::at(code, &self.part(place, "name"), message)
                .related(&self.part(first, "name"), "the first one, which is used")
                .help_if(correction::removing(self.sources, place)),
        );
    }

    fn parameter_type(&mut self, parameter: &Parameter, hint: &NameHint) -> (Type, Collection) {
        let Some(simple) = &parameter.simple else {
            return (Type::String, Collection::Csv);
        };
        if let Some(schema) = whole_schema(parameter) {
            return (self.type_of(schema, hint), Collection::Csv);
        }
        if header_prefix(parameter).is_some() {
            return (Type::Map(Box::new(Type::String)), Collection::Csv);
        }
        if let Some(ty) = file_type(parameter) {
            return (ty, Collection::Multi);
        }
        let constant = constant(parameter, simple);
        if let Some((ty, _)) = constant {
            return (ty, Collection::Csv);
        }
        let description = parameter.description.as_ref();
        let (ty, collection) = self.simple_type(simple, hint, description);
        if is_raw(parameter) && matches!(ty, Type::List(_)) {
            let message = "a list that is sent as given is taken as text that the caller writes";
            self.report_type(&parameter.location, message);
            return (text(simple), Collection::Csv);
        }
        (ty, collection)
    }

    fn requirement(&mut self, parameter: &Parameter, ty: Type) -> (Type, Requirement) {
        let constant = parameter
            .simple
            .as_ref()
            .and_then(|simple| constant(parameter, simple));
        if let Some((ty, value)) = constant {
            return (ty, Requirement::Constant(value));
        }
        if let Some(default) = &parameter.extensions.client_default {
            let plain = self.plain_behind(&ty);
            if let Some(value) = scalar_for(&plain, default) {
                return (ty, Requirement::Default(value));
            }
            let message = format!(
                "`x-ms-client-default` of `{}` is no value of its type: ignored",
                parameter.name
            );
            let place = self.part(&parameter.location, "x-ms-client-default");
            self.report(Diagnostic::at(code::BAD_CLIENT_DEFAULT, &place, message));
        }
        if names_request(parameter) && ty == Type::String {
            return (ty, Requirement::RequestId);
        }
        let requirement = if parameter.required || parameter.place == ParameterIn::Path {
            Requirement::Required
        } else {
            Requirement::Optional
        };
        (ty, requirement)
    }

    /// The plain type of the values of an enum; any other type as it is.
    fn plain_behind(&self, ty: &Type) -> Type {
        let Type::Model(id) = ty else {
            return ty.clone();
        };
        match &self.types.models[*id].shape {
            Shape::Enum(enumeration) => match enumeration.base {
                crate::ir::EnumBase::String => Type::String,
                crate::ir::EnumBase::Int => Type::Int(crate::ir::IntWidth::I64),
                crate::ir::EnumBase::Float => Type::Float(crate::ir::FloatWidth::F64),
                crate::ir::EnumBase::Bool => Type::Bool,
            },
            Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => ty.clone(),
        }
    }

    fn client_owned(&mut self, mut param: Param) -> Param {
        let is_version = param.wire.as_str().eq_ignore_ascii_case("api-version");
        let in_query = matches!(param.place, ParamPlace::Query(_) | ParamPlace::RawQuery);
        if is_version && in_query && !matches!(param.requirement, Requirement::Constant(_)) {
            let version = Scalar::String(self.document.info.version.clone());
            param.ty = Type::String;
            param.requirement = Requirement::Default(version);
        }
        if !matches!(param.requirement, Requirement::Constant(_)) {
            param.owner = ParamOwner::Client(self.client_param(param.clone()));
        }
        param
    }

    pub(super) fn report_type(&mut self, location: &Location, message: &str) {
        let place = self.part(location, "type");
        let code = code::UNSUPPORTED_PARAMETER_TYPE;
        self.report(Diagnostic::at(code, &place, message));
    }

    fn note_unsupported(&mut self, parameter: &Parameter) {
        let extensions = &parameter.extensions;
        let not_raw = extensions.skip_url_encoding && !is_raw(parameter);
        let unsupported = [
            (
                "x-ms-header-collection-prefix",
                extensions.collection_prefix.is_some() && header_prefix(parameter).is_none(),
            ),
            ("x-ms-skip-url-encoding", not_raw),
        ];
        for (name, _) in unsupported.iter().filter(|(_, present)| *present) {
            let message = format!("`{name}` is not supported here yet: ignored");
            self.report(Diagnostic::at_key(
                code::UNSUPPORTED_EXTENSION,
                &parameter.location.key(name),
                message,
            ));
        }
    }
}

/// The type of a field of a form that is a file or a list of files.
pub(super) fn file_type(parameter: &Parameter) -> Option<Type> {
    let is_file = |simple: &SimpleType| simple.type_name.as_deref() == Some("file");
    let simple = parameter.simple.as_ref();
    let simple = simple.filter(|_| parameter.place == ParameterIn::FormData)?;
    if is_file(simple) {
        return Some(Type::File);
    }
    let items = simple.items.as_deref();
    items
        .is_some_and(is_file)
        .then(|| Type::List(Box::new(Type::File)))
}

/// The beginning of the names of the headers that a parameter is made of.
fn header_prefix(parameter: &Parameter) -> Option<&String> {
    let prefix = parameter.extensions.collection_prefix.as_ref();
    prefix.filter(|_| parameter.place == ParameterIn::Header)
}

/// Whether the value of a parameter is sent as it is given.
fn is_raw(parameter: &Parameter) -> bool {
    let in_url = matches!(parameter.place, ParameterIn::Path | ParameterIn::Query);
    in_url && parameter.extensions.skip_url_encoding
}

/// Whether a parameter is the name of a request in the logs of the service.
fn names_request(parameter: &Parameter) -> bool {
    let name = &parameter.name;
    parameter.place == ParameterIn::Header
        && (parameter.extensions.client_request_id
            || name.eq_ignore_ascii_case("x-ms-client-request-id"))
}

/// The only value that a required parameter can have, and its plain type.
fn constant(parameter: &Parameter, simple: &SimpleType) -> Option<(Type, Scalar)> {
    if !parameter.required {
        return None;
    }
    let type_name = simple.type_name.as_deref().unwrap_or("string");
    let secret = secrecy(simple.secret);
    let (ty, _) = plain_type(type_name, None, secret);
    let value = single_value(&simple.enumeration, &ty)?;
    Some((ty, value))
}

fn same_parameter(first: &Parameter, second: &Parameter) -> bool {
    first.name == second.name && first.place == second.place
}

fn place(parameter: &Parameter, ty: &Type, collection: Collection) -> ParamPlace {
    let single = match collection {
        Collection::Multi => Collection::Csv,
        Collection::Csv | Collection::Ssv | Collection::Tsv | Collection::Pipes => collection,
    };
    match parameter.place {
        ParameterIn::Path if is_raw(parameter) => ParamPlace::Path(PathEncoding::Raw),
        ParameterIn::Path if matches!(ty, Type::List(_)) => {
            ParamPlace::Path(PathEncoding::List(single))
        }
        ParameterIn::Path => ParamPlace::Path(PathEncoding::Segment),
        ParameterIn::Query if is_raw(parameter) => ParamPlace::RawQuery,
        ParameterIn::Query => ParamPlace::Query(collection),
        ParameterIn::Header => ParamPlace::Header(single),
        ParameterIn::Cookie => ParamPlace::Cookie(single),
        ParameterIn::FormData => ParamPlace::Form(collection),
        ParameterIn::Body => ParamPlace::Body,
    }
}

/// Whose argument a parameter is: the client's only when it stands under `parameters` of a document of version 2, or says
/// so. Version 3 shares its parameters without a thought of the client.
fn owner(parameter: &Parameter, origin: &Origin) -> ParameterLocation {
    let in_body = matches!(parameter.place, ParameterIn::Body | ParameterIn::FormData);
    let Origin::Shared(location) = origin else {
        return ParameterLocation::Method;
    };
    let default = match location.pointer.keys().next().as_deref() {
        Some("parameters") => ParameterLocation::Client,
        Some("components") => ParameterLocation::Method,
        Some(_) | None => return ParameterLocation::Method,
    };
    if in_body {
        return ParameterLocation::Method;
    }
    let explicit = parameter.extensions.location;
    explicit.unwrap_or(default)
}

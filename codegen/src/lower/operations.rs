//! Operations, their ids and their groups.
//!
//! Invariant: every id is distinct; an operation that cannot be generated is reported and left out, and takes no other
//! with it.

use super::body::Unsupported;
use super::paging::Wanted;
use super::params::Declared;
use super::path::{self, Oddity, Part, Template};
use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{
    Arena, Docs, Group, Method, Operation, OperationId, Param, ParamIdx, ParamOwner, ParamPlace,
    PathEncoding, PathTemplate, Requirement, Scalar, Segment, Type, Visibility, WireName,
};
use crate::source::Location;
use crate::swagger::{self, ParameterIn, PathItem};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The operations, with what a later pass needs to know of the document.
#[derive(Default)]
pub(super) struct LoweredOperations {
    pub(super) arena: Arena<Operation>,
    pub(super) groups: Vec<Group>,
    /// What the operations that ask for paging ask for.
    pub(super) paged: Vec<(OperationId, Wanted)>,
}

/// What an operation must not share with another one.
#[derive(Default)]
struct Taken {
    /// The ids that are given, and where they were written.
    ids: BTreeMap<String, Location>,
    routes: BTreeMap<(String, Method), Location>,
}

impl<'a> Lowering<'a> {
    /// All operations in document order. `path_prefix` stands before each path.
    pub(super) fn lower_operations(&mut self, path_prefix: &str) -> LoweredOperations {
        let mut lowered = LoweredOperations::default();
        let mut taken = Taken::default();
        let document = self.document;
        for written in &document.paths {
            let item = self.complete(written);
            for operation in &item.operations {
                if self.is_repeated(&item, operation, &mut taken) {
                    continue;
                }
                let id = self.operation_id(&item, operation, &mut taken.ids);
                if let Ok(made) = self.operation(&item, operation, &id, path_prefix) {
                    let id = lowered.add(made);
                    let wanted = Wanted::of(&operation.extensions);
                    lowered.paged.extend(wanted.map(|wanted| (id, wanted)));
                }
            }
        }
        self.agree_with_client(&mut lowered.arena);
        self.settle_groups(&mut lowered.arena);
        lowered
    }

    /// Lets every operation ask for a parameter of the client in the way that the client does.
    fn agree_with_client(&self, operations: &mut Arena<Operation>) {
        for param in operations.values_mut().flat_map(|made| &mut made.params) {
            if let ParamOwner::Client(id) = param.owner {
                param.requirement = self.client_params[id].requirement.clone();
            }
        }
    }

    /// The path item, with all that stands on the way to where its `$ref` leads.
    fn complete(&mut self, item: &'a PathItem) -> Cow<'a, PathItem> {
        let Some(reference) = &item.reference else {
            return Cow::Borrowed(item);
        };
        let mut complete = item.clone();
        for target in self.path_items(reference) {
            complete.parameters.extend(target.parameters);
            complete.operations.extend(target.operations);
        }
        Cow::Owned(complete)
    }

    fn operation(
        &mut self,
        item: &PathItem,
        operation: &swagger::Operation,
        id: &str,
        path_prefix: &str,
    ) -> Result<Operation, Unsupported> {
        let template = self.template(item)?;
        self.note_unsupported_operation(operation);
        let mut declared = self.declared_parameters(&item.parameters, &operation.parameters);
        self.check_path_parameters(&mut declared, &template);
        self.check_wire_names(&mut declared)?;
        let (mut params, body) = self.params_and_body(operation, id, &declared)?;
        self.group_params(&declared, id, &mut params);
        let replies = self.replies(operation, id);
        let path = path_template(item, &template, path_prefix, &mut params);
        self.report_undeclared(item, operation, &params);
        let poll = self.long_running(operation, &replies.replies.success);
        let visibility = if operation.extensions.internal {
            Visibility::Crate
        } else {
            Visibility::Public
        };
        Ok(Operation {
            id: WireName(id.to_owned()),
            name: method_name(operation, id),
            origin: operation.location.clone(),
            docs: docs(operation.summary.as_ref(), operation.description.as_ref()),
            deprecated: operation.deprecated,
            visibility,
            method: operation.method,
            path,
            params,
            body,
            accept: replies.accept,
            replies: replies.replies,
            auth: self.auth(operation),
            redirects: replies.redirects,
            paging: None,
            poll,
        })
    }

    fn template(&mut self, item: &PathItem) -> Result<Template, Unsupported> {
        let Ok(template) = path::parse(&item.template) else {
            let message = format!(
                "the path `{}` has a brace without its other half: it is left out",
                item.template
            );
            self.report(
                Diagnostic::at_key(code::PATH_TEMPLATE, &item.location, message)
                    .help_if(correction::removing(self.sources, &item.location)),
            );
            return Err(Unsupported);
        };
        if let Some(fragment) = &template.fragment {
            let message = format!("`#{fragment}` tells the path from others and is not sent");
            self.report(Diagnostic::at_key(
                code::PATH_FRAGMENT,
                &item.location,
                message,
            ));
        }
        self.warn_of_oddity(item, &template);
        Ok(template)
    }

    fn warn_of_oddity(&mut self, item: &PathItem, template: &Template) {
        let problem = match path::oddity(&template.parts) {
            Some(Oddity::DotSegment) => "has a segment `.` or `..`: every request is refused",
            Some(Oddity::EmptyStart) => "begins with `//`, which servers seldom tell from `/`",
            None => return,
        };
        let message = format!("the path `{}` {problem}", item.template);
        self.report(
            Diagnostic::at_key(code::PATH_NOT_KEPT, &item.location, message)
                .help("move its operations to a correct path by an overlay"),
        );
    }

    /// Drops path parameters that the path has no place for, and reports those that are not required.
    fn check_path_parameters(&mut self, declared: &mut Vec<Declared>, template: &Template) {
        declared.retain(|(parameter, _)| {
            if parameter.place != ParameterIn::Path {
                return true;
            }
            let name = &parameter.name;
            let (code, key, message) = if !template.names(name) {
                let message = format!("the path has no `{{{name}}}`: the parameter is not sent");
                (code::UNUSED_PATH_PARAMETER, "name", message)
            } else if !parameter.required {
                let message = format!("the path parameter `{name}` is taken as required");
                (code::OPTIONAL_PATH_PARAMETER, "required", message)
            } else {
                return true;
            };
            let place = self.part(&parameter.location, key);
            self.report(Diagnostic::at(code, &place, message));
            template.names(name)
        });
    }

    /// Reports what the path names without declaring it, unless a declaration may be among the dangling references.
    fn report_undeclared(
        &mut self,
        item: &PathItem,
        operation: &swagger::Operation,
        params: &[Param],
    ) {
        let mut written = item.parameters.iter().chain(&operation.parameters);
        if written.any(|parameter| self.referable(parameter).is_none()) {
            return;
        }
        for param in params.iter().filter(|param| param.origin == item.location) {
            let name = &param.wire;
            let message = format!("`{{{name}}}` is not declared: it is taken as a required text");
            self.report(Diagnostic::at_key(
                code::UNDECLARED_PATH_PARAMETER,
                &item.location,
                message,
            ));
        }
    }

    /// Whether another operation has the same method and path, which is reported.
    fn is_repeated(
        &mut self,
        item: &PathItem,
        operation: &swagger::Operation,
        taken: &mut Taken,
    ) -> bool {
        let route = (item.template.clone(), operation.method);
        let Some(first) = taken.routes.get(&route) else {
            taken.routes.insert(route, operation.location.clone());
            return false;
        };
        let message = format!("`{}` has this method twice", item.template);
        self.report(
            Diagnostic::at_key(code::DUPLICATE_OPERATION, &operation.location, message)
                .related_key(first, "the first one, which is used")
                .help_if(correction::removing(self.sources, &operation.location)),
        );
        true
    }

    /// The id of an operation: as written, or else made of its method and path; with a number where it is taken.
    fn operation_id(
        &mut self,
        item: &PathItem,
        operation: &swagger::Operation,
        taken: &mut BTreeMap<String, Location>,
    ) -> String {
        let written = operation.operation_id.as_ref().filter(|id| !id.is_empty());
        let wanted = written.map_or_else(
            || derived_id(operation.method, &item.template),
            Clone::clone,
        );
        let mut id = wanted.clone();
        let mut number = 2;
        while taken.contains_key(&id) {
            id = format!("{wanted}{number}");
            number += 1;
        }
        let place = self.part(&operation.location, "operationId");
        taken.insert(id.clone(), place.clone());
        if written.is_none() {
            let message = format!("an operation has no operationId: it is called `{id}`");
            let code = code::MISSING_OPERATION_ID;
            self.report(Diagnostic::at_key(code, &operation.location, message));
        } else if let Some(first) = taken.get(&wanted).filter(|_| id != wanted) {
            let message = format!("the operationId `{wanted}` is taken: it becomes `{id}`");
            let finding = Diagnostic::at(code::DUPLICATE_OPERATION_ID, &place, message);
            self.report(finding.related(first, "the first one"));
        }
        id
    }

    fn note_unsupported_operation(&mut self, operation: &swagger::Operation) {
        let place = &operation.location;
        if operation.extensions.odata.is_some() {
            let message = "`x-ms-odata` is not supported yet: its options stay as declared";
            let code = code::UNSUPPORTED_EXTENSION;
            self.report(Diagnostic::at_key(code, &place.key("x-ms-odata"), message));
        }
    }
}

impl LoweredOperations {
    /// Adds an operation to the list and to its group.
    fn add(&mut self, operation: Operation) -> OperationId {
        let name = group_and_name(operation.id.as_str())
            .0
            .map(|name| WireName(name.to_owned()));
        let id = self.arena.push(operation);
        match self.groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.operations.push(id),
            None => self.groups.push(Group {
                name,
                operations: vec![id],
            }),
        }
        id
    }
}

/// The parts of an id before and after its first `_`.
fn group_and_name(id: &str) -> (Option<&str>, &str) {
    match id.split_once('_') {
        Some((group, name)) if !group.is_empty() && !name.is_empty() => (Some(group), name),
        Some(_) | None => (None, id),
    }
}

fn method_name(operation: &swagger::Operation, id: &str) -> String {
    let given = operation.extensions.client_name.as_deref();
    given.unwrap_or(group_and_name(id).1).to_owned()
}

/// An id made of a method and the words of a path: `getPetsId`.
fn derived_id(method: Method, template: &str) -> String {
    let mut id = match method {
        Method::Get => "get",
        Method::Put => "put",
        Method::Post => "post",
        Method::Delete => "delete",
        Method::Options => "options",
        Method::Head => "head",
        Method::Patch => "patch",
        Method::Trace => "trace",
    }
    .to_owned();
    let words = template.split(|character: char| !character.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        let mut characters = word.chars();
        id.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        id.push_str(characters.as_str());
    }
    id
}

/// The path; what it names without declaring it becomes a required text.
fn path_template(
    item: &PathItem,
    template: &Template,
    prefix: &str,
    params: &mut Vec<Param>,
) -> PathTemplate {
    let query = path::literal_query(&template.query, params);
    let mut segments = path::segments(prefix, &template.parts, |name| {
        let known = params.iter().position(|param| {
            matches!(param.place, ParamPlace::Path(_)) && param.wire.as_str() == name
        });
        let place = known.unwrap_or(params.len());
        if place == params.len() {
            params.push(undeclared(name, &item.location));
        }
        ParamIdx(place)
    });
    segments.retain(|segment| !is_empty_constant(segment, params));
    PathTemplate { segments, query }
}

/// Whether a segment is a parameter whose only value is the empty text: what callers give may not be empty in a path.
fn is_empty_constant(segment: &Segment, params: &[Param]) -> bool {
    let Segment::Param(index) = segment else {
        return false;
    };
    let requirement = params.get(index.0).map(|param| &param.requirement);
    matches!(requirement, Some(Requirement::Constant(Scalar::String(text))) if text.is_empty())
}

fn undeclared(name: &str, place: &Location) -> Param {
    Param {
        wire: WireName(name.to_owned()),
        client_name: None,
        origin: place.clone(),
        docs: Docs::default(),
        ty: Type::String,
        bounds: None,
        place: ParamPlace::Path(PathEncoding::Segment),
        requirement: Requirement::Required,
        owner: ParamOwner::Method,
    }
}

impl Template {
    /// Whether the path has a place for the parameter `name`.
    fn names(&self, name: &str) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|part| matches!(part, Part::Param(known) if known == name))
    }
}

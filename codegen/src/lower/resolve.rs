//! `$ref`s: from the text of a reference to the typed object it leads to.
//!
//! Invariant: a location is read at most once, and what is wrong with a reference is reported once, however often it
//! is followed. A chain of references is walked in a loop with a limit.

use super::content::RequestContent;
use super::{Lowering, MAX_CHAIN};
use crate::diagnostics::{Diagnostic, code};
use crate::openapi::RequestBody;
use crate::source::Location;
use crate::swagger::read::{Readable, Reader};
use crate::swagger::{Header, Parameter, PathItem, RefOr, Reference, Response, Schema};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

/// The references followed and the objects read so far.
#[derive(Default)]
pub(super) struct References {
    targets: BTreeMap<(Location, String), Option<Location>>,
    schemas: BTreeMap<Location, Option<Rc<Schema>>>,
    parameters: BTreeMap<Location, Option<Rc<Parameter>>>,
    responses: BTreeMap<Location, Option<Rc<Response>>>,
    headers: BTreeMap<Location, Option<Rc<Header>>>,
    contents: BTreeMap<Location, Option<Rc<RequestContent>>>,
}

/// The kinds of objects that a reference may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Schema,
    Parameter,
    Response,
    PathItem,
    RequestBody,
    Header,
}

/// An object that stands where it is used, or one that was referred to.
#[derive(Clone)]
pub(super) enum Origin {
    /// It stands where it is used.
    Inline,
    /// It is shared by all who refer to it.
    Shared(Location),
}

/// The schema at the end of a chain of references.
pub(super) enum Followed<'s> {
    /// The chain is empty.
    Inline(&'s Schema),
    /// What the chain leads to.
    Shared(Rc<Schema>),
}

impl Deref for Followed<'_> {
    type Target = Schema;

    fn deref(&self) -> &Schema {
        match self {
            Self::Inline(schema) => schema,
            Self::Shared(schema) => schema,
        }
    }
}

impl References {
    /// Whether a reference that stands below `place` leads to nothing of use.
    pub(super) fn dangle_below(&self, place: &Location) -> bool {
        let lost = self.targets.iter().filter(|(_, target)| target.is_none());
        let mut holders = lost.map(|((holder, _), _)| holder);
        holders.any(|holder| {
            let rest = holder.pointer.as_str().strip_prefix(place.pointer.as_str());
            let is_below = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            holder.document == place.document && is_below
        })
    }
}

impl Lowering<'_> {
    /// The schema that `reference` leads to; `None` when it was reported.
    pub(super) fn referenced_schema(
        &mut self,
        reference: &Reference,
    ) -> Option<(Location, Rc<Schema>)> {
        let location = self.target(reference, Kind::Schema)?;
        let schema = self.schema_at(&location)?;
        Some((location, schema))
    }

    /// What `schema` is in the end: itself without a `$ref`, otherwise the schema at the end of the chain. `None` when
    /// the chain ends nowhere, or not within the limit; the pass over aliases reports the latter.
    pub(super) fn follow<'s>(&mut self, schema: &'s Schema) -> Option<Followed<'s>> {
        match &schema.reference {
            None => Some(Followed::Inline(schema)),
            Some(reference) => self.follow_reference(reference).map(Followed::Shared),
        }
    }

    /// The schema at the end of the chain that begins with `reference`.
    pub(super) fn follow_reference(&mut self, reference: &Reference) -> Option<Rc<Schema>> {
        let (_, mut current) = self.referenced_schema(reference)?;
        for _ in 0..MAX_CHAIN {
            let Some(next) = current.reference.clone() else {
                return Some(current);
            };
            current = self.referenced_schema(&next)?.1;
        }
        None
    }

    /// The parameter itself or the one referred to, and which of both it is.
    pub(super) fn parameter(
        &mut self,
        parameter: &RefOr<Parameter>,
    ) -> Option<(Rc<Parameter>, Origin)> {
        let reference = match parameter {
            RefOr::Item(item) => {
                let settled = self.settled_parameter(item.clone());
                return Some((Rc::new(settled), Origin::Inline));
            }
            RefOr::Ref(reference) => reference,
        };
        let location = self.end_of_chain(reference, Kind::Parameter)?;
        if let Some(known) = self.references.parameters.get(&location) {
            return Some((known.clone()?, Origin::Shared(location)));
        }
        let found = match self.entry_key(&location, Kind::Parameter) {
            Some(key) => self.document.parameters.get(&key).cloned(),
            None => self.read(&location),
        };
        let found = found.map(|found| Rc::new(self.settled_parameter(found)));
        self.references
            .parameters
            .insert(location.clone(), found.clone());
        Some((found?, Origin::Shared(location)))
    }

    /// The response itself or the one referred to.
    pub(super) fn response(&mut self, response: &RefOr<Response>) -> Option<Rc<Response>> {
        let reference = match response {
            RefOr::Item(item) => return Some(Rc::new(self.settled_response(item.clone()))),
            RefOr::Ref(reference) => reference,
        };
        let location = self.end_of_chain(reference, Kind::Response)?;
        if let Some(known) = self.references.responses.get(&location) {
            return known.clone();
        }
        let found = match self.entry_key(&location, Kind::Response) {
            Some(key) => self.document.responses.get(&key).cloned(),
            None => self.read(&location),
        };
        let found = found.map(|found| Rc::new(self.settled_response(found)));
        self.references.responses.insert(location, found.clone());
        found
    }

    /// The path item that `reference` leads to.
    pub(super) fn path_item(&mut self, reference: &Reference) -> Option<PathItem> {
        let location = self.end_of_chain(reference, Kind::PathItem)?;
        self.read(&location)
    }

    /// What the request body itself or the one referred to is made of.
    pub(super) fn request_content(
        &mut self,
        body: &RefOr<RequestBody>,
    ) -> Option<Rc<RequestContent>> {
        let reference = match body {
            RefOr::Item(item) => return self.settled_content(item).map(Rc::new),
            RefOr::Ref(reference) => reference,
        };
        let location = self.end_of_chain(reference, Kind::RequestBody)?;
        if let Some(known) = self.references.contents.get(&location) {
            return known.clone();
        }
        let found = match self.entry_key(&location, Kind::RequestBody) {
            Some(key) => self.document.request_bodies.get(&key).cloned(),
            None => self.read(&location),
        };
        let found = found.and_then(|body: RequestBody| self.settled_content(&body));
        let found = found.map(Rc::new);
        self.references.contents.insert(location, found.clone());
        found
    }

    /// The header itself or the one referred to.
    pub(super) fn header(&mut self, header: &RefOr<Header>) -> Option<Rc<Header>> {
        let reference = match header {
            RefOr::Item(item) => return Some(Rc::new(self.settled_header(item.clone()))),
            RefOr::Ref(reference) => reference,
        };
        let location = self.end_of_chain(reference, Kind::Header)?;
        if let Some(known) = self.references.headers.get(&location) {
            return known.clone();
        }
        let found = match self.entry_key(&location, Kind::Header) {
            Some(key) => self.document.headers.get(&key).cloned(),
            None => self.read(&location),
        };
        let found = found.map(|found| Rc::new(self.settled_header(found)));
        self.references.headers.insert(location, found.clone());
        found
    }

    /// The schema at `location`.
    pub(super) fn schema_at(&mut self, location: &Location) -> Option<Rc<Schema>> {
        if let Some(known) = self.references.schemas.get(location) {
            return known.clone();
        }
        let found = match self.entry_key(location, Kind::Schema) {
            Some(key) => self.document.definitions.get(&key).cloned(),
            None => self.read(location),
        };
        let found = found.map(Rc::new);
        self.references
            .schemas
            .insert(location.clone(), found.clone());
        found
    }

    fn read<T: Readable>(&mut self, location: &Location) -> Option<T> {
        let value = self.sources.get(location)?;
        let mut reader = Reader::new(self.sources, self.diagnostics);
        T::read(value, location, &mut reader)
    }

    /// The key of `location` in the section of the entry document that was read already.
    fn entry_key(&self, location: &Location, kind: Kind) -> Option<String> {
        if location.document != self.document.location.document {
            return None;
        }
        let (found, key) = section(location)?;
        (found == kind).then_some(key)
    }

    /// Where a chain of references ends, of objects that may be references themselves (version 3).
    fn end_of_chain(&mut self, reference: &Reference, kind: Kind) -> Option<Location> {
        let mut location = self.target(reference, kind)?;
        let mut seen = Vec::new();
        while seen.len() < MAX_CHAIN && !seen.contains(&location) {
            seen.push(location.clone());
            let value = self.sources.get(&location)?;
            let Some(Value::String(target)) = value.get("$ref") else {
                return Some(location);
            };
            let next = Reference {
                target: target.clone(),
                location,
            };
            location = self.target(&next, kind)?;
        }
        let (code, message) = if seen.contains(&location) {
            let message = "this reference leads back to itself, and to no object".to_owned();
            (code::REFERENCE_CYCLE, message)
        } else {
            let message = format!("more than {MAX_CHAIN} references follow one another");
            (code::TOO_DEEP, message)
        };
        let place = reference.location.key("$ref");
        self.report(Diagnostic::at(code, &place, message).help_if(self.without(reference, kind)));
        None
    }

    fn target(&mut self, reference: &Reference, kind: Kind) -> Option<Location> {
        let key = (reference.location.clone(), reference.target.clone());
        if let Some(known) = self.references.targets.get(&key) {
            return known.clone();
        }
        let target = match self.sources.resolve(&reference.location, &reference.target) {
            Ok(location) => self.check_kind(reference, location, kind),
            Err(error) => {
                self.report_dangling(reference, kind, &error);
                None
            }
        };
        self.references.targets.insert(key, target.clone());
        target
    }

    fn check_kind(
        &mut self,
        reference: &Reference,
        location: Location,
        kind: Kind,
    ) -> Option<Location> {
        let found = match self.sources.get(&location) {
            Some(Value::Object(_)) => section(&location).map_or(Ok(()), |(found, _)| {
                if found == kind {
                    Ok(())
                } else {
                    Err(found.name())
                }
            }),
            Some(_) | None => Err("no object"),
        };
        let Err(found) = found else {
            return Some(location);
        };
        self.report_wrong_kind(reference, kind, &location, found);
        None
    }
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Schema => "a schema",
            Self::Parameter => "a parameter",
            Self::Response => "a response",
            Self::PathItem => "a path item",
            Self::RequestBody => "a request body",
            Self::Header => "a header",
        }
    }
}

/// The section of a document, and the key there, of a location directly below it.
pub(super) fn section(location: &Location) -> Option<(Kind, String)> {
    let mut keys = location.pointer.keys();
    let kind = match keys.next()?.as_str() {
        "components" => match keys.next()?.as_str() {
            "schemas" => Kind::Schema,
            "parameters" => Kind::Parameter,
            "responses" => Kind::Response,
            "requestBodies" => Kind::RequestBody,
            "headers" => Kind::Header,
            _ => return None,
        },
        "definitions" => Kind::Schema,
        "parameters" => Kind::Parameter,
        "responses" => Kind::Response,
        "paths" | "x-ms-paths" => Kind::PathItem,
        _ => return None,
    };
    let key = keys.next()?;
    keys.next().is_none().then_some((kind, key))
}

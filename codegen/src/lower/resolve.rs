//! `$ref`s: from the text of a reference to the typed object it leads to.
//!
//! Invariant: a location is read at most once, and what is wrong with a reference is reported once, however often it
//! is followed. A chain of references is walked in a loop with a limit.

use super::content::RequestContent;
use super::{Lowering, MAX_CHAIN};
use crate::diagnostics::{Diagnostic, code};
use crate::source::{Location, Pointer, Sources};
use crate::swagger::read::{Readable, Reader};
use crate::swagger::{Header, Parameter, PathItem, Reference, Response, Schema, SecurityScheme};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

/// The references followed and the objects read so far.
#[derive(Default)]
pub(super) struct References {
    targets: BTreeMap<(Location, String), Option<Location>>,
    schemas: Known<Schema>,
    pub(super) parameters: Known<Parameter>,
    pub(super) responses: Known<Response>,
    pub(super) headers: Known<Header>,
    pub(super) contents: Known<RequestContent>,
    pub(super) schemes: Known<SecurityScheme>,
}

/// Objects by their places; `None` for one that cannot be read, which was reported.
pub(super) type Known<T> = BTreeMap<Location, Option<Rc<T>>>;

/// The kinds of objects that a reference may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Schema,
    Parameter,
    Response,
    PathItem,
    RequestBody,
    Header,
    SecurityScheme,
}

/// Why a chain of references does not end.
pub(super) enum Endless {
    /// A reference leads nowhere.
    Broken,
    /// It leads back to itself.
    Cycle,
    /// There are too many.
    TooLong,
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

    /// The path items that `reference` leads to, each of which may have operations beside its own reference.
    pub(super) fn path_items(&mut self, reference: &Reference) -> Vec<PathItem> {
        let chain = self.chain(reference, Kind::PathItem).unwrap_or_default();
        let items = chain.iter().filter_map(|location| self.read(location));
        items.collect()
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

    pub(super) fn read<T: Readable>(&mut self, location: &Location) -> Option<T> {
        let value = self.sources.get(location)?;
        let mut reader = Reader::new(self.sources, self.diagnostics);
        T::read(value, location, &mut reader)
    }

    /// The key of `location` in the section of the entry document that was read already.
    pub(super) fn entry_key(&self, location: &Location, kind: Kind) -> Option<String> {
        if location.document != self.document.location.document {
            return None;
        }
        let (found, key) = section(location)?;
        (found == kind).then_some(key)
    }

    /// The places on the chain that begins with `reference`, of objects that may be references themselves (version 3);
    /// the last one is its end.
    pub(super) fn chain(&mut self, reference: &Reference, kind: Kind) -> Option<Vec<Location>> {
        let start = self.target(reference, kind)?;
        let chain = chain(self.sources, start, |next| self.target(next, kind));
        let (code, message) = match chain {
            Ok(chain) => return Some(chain),
            Err(Endless::Broken) => return None,
            Err(Endless::Cycle) => {
                let message = "this reference leads back to itself, and to no object".to_owned();
                (code::REFERENCE_CYCLE, message)
            }
            Err(Endless::TooLong) => {
                let message = format!("more than {MAX_CHAIN} references follow one another");
                (code::TOO_DEEP, message)
            }
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
            Some(Value::Object(_)) if self.is_document(&location) => "a whole document",
            Some(Value::Object(_)) => match section(&location) {
                Some((found, _)) if found != kind => found.name(),
                Some(_) | None => return Some(location),
            },
            Some(_) | None => "no object",
        };
        self.report_wrong_kind(reference, kind, &location, found);
        None
    }

    /// Whether a description of an API stands at `location`; the whole of another file may be a schema.
    fn is_document(&self, location: &Location) -> bool {
        let value = self.sources.get(location);
        let has = |key| value.is_some_and(|value| value.get(key).is_some_and(Value::is_string));
        location.pointer == Pointer::root() && (has("swagger") || has("openapi"))
    }
}

/// The places on the chain of references that begins at `start`, its end being the last one. `step` says where a
/// reference leads.
pub(super) fn chain(
    sources: &Sources,
    start: Location,
    mut step: impl FnMut(&Reference) -> Option<Location>,
) -> Result<Vec<Location>, Endless> {
    let mut chain = Vec::new();
    let mut location = start;
    while chain.len() < MAX_CHAIN {
        if chain.contains(&location) {
            return Err(Endless::Cycle);
        }
        let value = sources.get(&location).ok_or(Endless::Broken)?;
        chain.push(location.clone());
        let Some(target) = value.get("$ref").and_then(Value::as_str) else {
            return Ok(chain);
        };
        let target = target.to_owned();
        location = step(&Reference { target, location }).ok_or(Endless::Broken)?;
    }
    Err(Endless::TooLong)
}

/// The end of the chain of references that begins at `start`, where nothing is reported.
pub(super) fn end_of_chain(sources: &Sources, start: Location) -> Option<Location> {
    let step = |next: &Reference| sources.resolve(&next.location, &next.target).ok();
    chain(sources, start, step).ok()?.pop()
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
            Self::SecurityScheme => "a security scheme",
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
            "securitySchemes" => Kind::SecurityScheme,
            _ => return None,
        },
        "definitions" => Kind::Schema,
        "parameters" => Kind::Parameter,
        "responses" => Kind::Response,
        "securityDefinitions" => Kind::SecurityScheme,
        "paths" | "x-ms-paths" => Kind::PathItem,
        _ => return None,
    };
    let key = keys.next()?;
    keys.next().is_none().then_some((kind, key))
}

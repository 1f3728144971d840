//! What values are held to beside their types: `minimum` … `multipleOf`, where they say something about the type.

use super::kind::{Kind, classify};
use super::{Lowering, MAX_CHAIN};
use crate::config::Validation;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Body, Bounds, Checks, Field, ModelId, Mutability, Operation, OwnBounds, Param, ParamPlace,
    PatternUse, Shape, Type,
};
use crate::source::Location;
use crate::swagger::{Schema, SimpleType};
use std::collections::BTreeSet;

/// What bounds can be about.
#[derive(Clone, Copy)]
enum Held {
    Number,
    Text,
    List,
    Map,
    Nothing,
}

impl Held {
    fn by_type(name: &str) -> Self {
        match name {
            "integer" | "number" => Self::Number,
            "string" => Self::Text,
            "array" => Self::List,
            _ => Self::Nothing,
        }
    }

    /// Those of `bounds` that are about this.
    fn of(self, bounds: &OwnBounds) -> OwnBounds {
        let some = |least: Option<u64>| least.filter(|least| *least > 0);
        let none = OwnBounds::default();
        match self {
            Self::Number => OwnBounds {
                maximum: bounds.maximum.clone(),
                exclusive_maximum: bounds.exclusive_maximum && bounds.maximum.is_some(),
                minimum: bounds.minimum.clone(),
                exclusive_minimum: bounds.exclusive_minimum && bounds.minimum.is_some(),
                multiple_of: bounds.multiple_of.clone(),
                ..none
            },
            Self::Text => OwnBounds {
                max_length: bounds.max_length,
                min_length: some(bounds.min_length),
                pattern: bounds.pattern.clone(),
                ..none
            },
            Self::List => OwnBounds {
                max_items: bounds.max_items,
                min_items: some(bounds.min_items),
                unique_items: bounds.unique_items,
                ..none
            },
            Self::Map => OwnBounds {
                max_properties: bounds.max_properties,
                min_properties: some(bounds.min_properties),
                ..none
            },
            Self::Nothing => none,
        }
    }
}

impl Lowering<'_> {
    /// What values of `schema` are held to; `None` for nothing. What the properties of an object are held to is said of
    /// them.
    pub(super) fn bounds(&mut self, schema: &Schema) -> Option<Box<Bounds>> {
        self.bounds_within(schema, MAX_CHAIN)
    }

    fn bounds_within(&mut self, schema: &Schema, steps: usize) -> Option<Box<Bounds>> {
        let steps = steps.checked_sub(1)?;
        let (held, inner) = match classify(schema) {
            Kind::Reference(reference) => {
                let reference = reference.clone();
                let (_, target) = self.referenced_schema(&reference)?;
                return self.bounds_within(&target, steps);
            }
            Kind::List(items) => (Held::List, items),
            Kind::Map(values) => (Held::Map, values),
            Kind::Plain(name) => (Held::by_type(name), None),
            Kind::Enum | Kind::Struct | Kind::Choice(_) | Kind::Any | Kind::SeveralTypes => {
                return None;
            }
        };
        let each = inner.and_then(|inner| self.bounds_within(inner, steps));
        self.held(held, &schema.bounds, &schema.location, each)
    }

    /// What values of a parameter are held to.
    pub(super) fn simple_bounds(&mut self, simple: &SimpleType) -> Option<Box<Bounds>> {
        if !simple.enumeration.is_empty() {
            return None;
        }
        let type_name = simple.type_name.as_deref().unwrap_or("string");
        // Lists of lists are not on the wire, and taken as lists of texts.
        let items = simple.items.as_deref();
        let items = items.filter(|items| items.type_name.as_deref() != Some("array"));
        let each = items.and_then(|items| self.simple_bounds(items));
        let held = match Held::by_type(type_name) {
            // It is taken as text.
            Held::Number if simple.secret => Held::Nothing,
            held => held,
        };
        self.held(held, &simple.bounds, &simple.location, each)
    }

    fn held(
        &mut self,
        held: Held,
        bounds: &OwnBounds,
        place: &Location,
        each: Option<Box<Bounds>>,
    ) -> Option<Box<Bounds>> {
        let own = held.of(bounds);
        if own == OwnBounds::default() && each.is_none() {
            return None;
        }
        let pattern = match &own.pattern {
            Some(pattern) => self.pattern_use(pattern, place),
            None => PatternUse::Told,
        };
        Some(Box::new(Bounds { own, pattern, each }))
    }

    fn pattern_use(&mut self, pattern: &str, place: &Location) -> PatternUse {
        match self.config.validation {
            Validation::Documented => return PatternUse::Told,
            Validation::Checked => {}
        }
        if let Some(known) = self.patterns.get(place) {
            return *known;
        }
        let usage = if regex_lite::Regex::new(pattern).is_ok() {
            PatternUse::Checked
        } else {
            let message =
                "the pattern is none that the run-time knows: it is told, and not checked";
            self.report(Diagnostic::at(
                code::PATTERN_NOT_CHECKED,
                &place.key("pattern"),
                message,
            ));
            PatternUse::Told
        };
        self.patterns.insert(place.clone(), usage);
        usage
    }

    /// What is checked, of which the models are those that bodies in JSON and objects in queries are made of.
    pub(super) fn checks<'o>(&self, operations: impl Iterator<Item = &'o Operation>) -> Checks {
        match self.config.validation {
            Validation::Documented => return Checks::Off,
            Validation::Checked => {}
        }
        let mut objects = Vec::new();
        for operation in operations {
            objects.extend(json_body(operation));
            let params = operation.params.iter();
            objects.extend(
                params
                    .filter(|param| is_object(param))
                    .map(|param| param.ty.clone()),
            );
        }
        let sent = self.reachable(&objects, super::usage::Direction::Sent);
        let mut models = BTreeSet::new();
        loop {
            let more: Vec<ModelId> = sent
                .iter()
                .filter(|id| !models.contains(*id) && self.has_bounds(**id, &models))
                .copied()
                .collect();
            if more.is_empty() {
                return Checks::On { models };
            }
            models.extend(more);
        }
    }

    /// Whether there is something to check about a model, where that is known of the models `known`.
    fn has_bounds(&self, id: ModelId, known: &BTreeSet<ModelId>) -> bool {
        let is_known =
            |ty: &Type| super::aliases::model_in(ty).is_some_and(|id| known.contains(&id));
        match &self.types.models[id].shape {
            Shape::Struct(object) => {
                let mut sent = object.fields.iter().filter(|field| is_sent(field));
                sent.any(|field| field.bounds.is_some() || is_known(&field.ty))
            }
            Shape::Union(union) => {
                let mut objects = union.variants.iter().map(|variant| variant.object);
                objects.any(|object| known.contains(&object))
            }
            Shape::Alias(ty) => is_known(ty),
            Shape::Enum(_) => false,
        }
    }
}

fn json_body(operation: &Operation) -> Option<Type> {
    match operation.body.as_ref()? {
        Body::Json { param, .. } => operation.params.get(param.0).map(|param| param.ty.clone()),
        Body::Bytes { .. }
        | Body::Text { .. }
        | Body::Payload { .. }
        | Body::Xml { .. }
        | Body::Form(_) => None,
    }
}

fn is_object(param: &Param) -> bool {
    match param.place {
        ParamPlace::QueryObject(_) => true,
        ParamPlace::Path(_)
        | ParamPlace::Query(_)
        | ParamPlace::RawQuery
        | ParamPlace::Header(_)
        | ParamPlace::Cookie(_)
        | ParamPlace::Form(_)
        | ParamPlace::Body
        | ParamPlace::Host
        | ParamPlace::Group => false,
    }
}

fn is_sent(field: &Field) -> bool {
    match field.mutability {
        Mutability::ReadWrite | Mutability::WriteOnly => true,
        Mutability::ReadOnly => false,
    }
}

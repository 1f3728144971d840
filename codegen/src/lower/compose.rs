//! Objects with properties, and `allOf`: the fields of the parents are flattened in, inherited ones first.
//!
//! Invariant: parents are composed before their children, in a loop with a stack of its own; when the pass is over, no
//! model is a composite any more. A property of its own replaces the inherited one of the same wire name, in its place.

use super::kind::{Nullability, effective_reference};
use super::schema::{Types, extended};
use super::{Lowering, MAX_CHAIN, docs};
use crate::diagnostics::{Diagnostic, code, correction};
use crate::ir::{
    Docs, Field, ModelId, Mutability, NameHint, Presence, Shape, Struct, Tag, Type, WireName,
};
use crate::source::Location;
use crate::swagger::{AdditionalProperties, Schema};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A struct whose parents are not flattened in yet.
#[derive(Clone, Default)]
pub(super) struct Composite {
    parts: Vec<Part>,
    required: Vec<(String, Location)>,
    additional: Option<Type>,
    /// What tells it from its relatives: no field, though it may be declared.
    tag: Option<Tag>,
    /// `x-ms-discriminator-value`.
    pub(super) discriminator_value: Option<String>,
}

/// What a composite is made of, in order.
#[derive(Clone)]
enum Part {
    Own(Field),
    Parent(ModelId, Location),
}

/// How far the composition of a model has come; the number is the length of its longest chain of parents.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Begun,
    Done(usize),
}

impl Composite {
    /// The models named in `allOf`.
    pub(super) fn parents(&self) -> impl Iterator<Item = ModelId> + '_ {
        self.parts.iter().filter_map(|part| match part {
            Part::Own(_) => None,
            Part::Parent(id, _) => Some(*id),
        })
    }
}

impl Lowering<'_> {
    /// The parts of the struct that `schema` describes.
    pub(super) fn composite(&mut self, schema: &Schema, hint: &NameHint) -> Composite {
        let mut composite = Composite {
            tag: self.tag(&schema.location),
            discriminator_value: schema.extensions.discriminator_value.clone(),
            ..Composite::default()
        };
        self.add_parts(&mut composite, schema, hint);
        composite
    }

    /// Gives every composite its fields.
    pub(super) fn compose_models(&mut self) {
        let mut progress = BTreeMap::new();
        for id in self.types.composites.keys().copied().collect::<Vec<_>>() {
            self.compose_with_parents(id, &mut progress);
        }
    }

    fn add_parts(&mut self, composite: &mut Composite, schema: &Schema, hint: &NameHint) {
        for part in &schema.all_of {
            if let Some(reference) = effective_reference(part) {
                if let Type::Model(parent) = self.type_of_reference(reference) {
                    let place = part.location.clone();
                    composite.parts.push(Part::Parent(parent, place));
                }
            } else if effective_reference(schema).is_none() {
                self.add_parts(composite, part, hint);
            }
        }
        let is_tag = |name: &String| {
            let tag = composite.tag.as_ref();
            tag.is_some_and(|tag| tag.property.as_str() == name)
        };
        let fields = schema.properties.iter().filter(|(wire, _)| !is_tag(wire));
        let required = schema.required.iter().filter(|name| !is_tag(name));
        let required: Vec<_> = required
            .map(|name| (name.clone(), schema.location.clone()))
            .collect();
        let fields: Vec<_> = fields
            .map(|(wire, property)| Part::Own(self.field(wire, property, hint)))
            .collect();
        composite.parts.extend(fields);
        composite.required.extend(required);
        match &schema.additional_properties {
            Some(AdditionalProperties::Schema(values)) => {
                let hint = extended(hint, "Item");
                composite.additional = Some(self.type_of(values, &hint));
            }
            Some(AdditionalProperties::Any(true)) => composite.additional = Some(Type::Any),
            Some(AdditionalProperties::Any(false)) | None => {}
        }
        self.keep_unchosen(&mut composite.additional, schema);
        self.check_part_type(schema);
    }

    fn check_part_type(&mut self, schema: &Schema) {
        let Some(other) = schema.types.iter().find(|name| *name != "object") else {
            return;
        };
        let message = format!("an object is also of type `{other}`: that type is ignored");
        let place = self.part(&schema.location, "type");
        self.report(Diagnostic::at(code::ALL_OF_PART, &place, message));
    }

    /// A property. Whether it is required is known when all parts are there.
    fn field(&mut self, wire: &str, schema: &Schema, hint: &NameHint) -> Field {
        let client_name = schema.extensions.client_name.clone();
        let hint = extended(hint, client_name.as_deref().unwrap_or(wire));
        let target = match effective_reference(schema).cloned() {
            Some(reference) => self.follow_reference(&reference),
            None => None,
        };
        if is_flattened(schema, target.as_ref()) {
            self.types.flattened.insert(schema.location.clone());
        }
        if self.has_xml {
            let wish = self.xml_of_property(schema, wire);
            self.types.xml.insert(schema.location.clone(), wish);
        }
        let presence = match self.nullability(schema) {
            Nullability::Null => Presence::OptionalNullable,
            Nullability::NotNull => Presence::Optional,
        };
        let inherited = target
            .as_ref()
            .and_then(|schema| schema.description.as_ref());
        Field {
            wire: WireName(wire.to_owned()),
            client_name,
            origin: schema.location.clone(),
            docs: docs(
                schema.title.as_ref(),
                schema.description.as_ref().or(inherited),
            ),
            ty: self.type_of(schema, &hint),
            bounds: self.bounds(schema),
            presence,
            mutability: mutability(schema, target.as_ref()),
        }
    }

    /// Composes `root` after all that it inherits from.
    fn compose_with_parents(&mut self, root: ModelId, progress: &mut BTreeMap<ModelId, Progress>) {
        let mut stack = vec![root];
        while let Some(&id) = stack.last() {
            match progress.get(&id) {
                Some(Progress::Done(_)) => {
                    stack.pop();
                }
                Some(Progress::Begun) => {
                    stack.pop();
                    let depth = self.compose(id, progress);
                    progress.insert(id, Progress::Done(depth));
                }
                None => {
                    progress.insert(id, Progress::Begun);
                    let parents = self.composite_parents(id);
                    stack.extend(parents.into_iter().filter(|id| !progress.contains_key(id)));
                }
            }
        }
    }

    /// The composites that `id` inherits from.
    fn composite_parents(&self, id: ModelId) -> Vec<ModelId> {
        let composite = self.types.composites.get(&id);
        let parents = composite.into_iter().flat_map(Composite::parents);
        parents
            .filter_map(|parent| self.types.behind_aliases(parent))
            .filter(|parent| self.types.composites.contains_key(parent))
            .collect()
    }

    /// Gives `id` its shape and says how long its longest chain of parents is.
    fn compose(&mut self, id: ModelId, progress: &BTreeMap<ModelId, Progress>) -> usize {
        let Some(composite) = self.types.composites.get(&id).cloned() else {
            return 0;
        };
        let mut fields = IndexMap::new();
        let mut additional = composite.additional;
        let mut parents = Vec::new();
        let mut other_parents = Vec::new();
        let mut depth = 0;
        for part in composite.parts {
            let (parent, place) = match part {
                Part::Own(field) => {
                    fields.insert(field.wire.clone(), field);
                    continue;
                }
                Part::Parent(parent, place) => (parent, place),
            };
            let Some(behind) = self.usable_parent(parent, &place, progress) else {
                continue;
            };
            if let Some(Progress::Done(above)) = progress.get(&behind) {
                depth = depth.max(above + 1);
            }
            match &self.types.models[behind].shape {
                Shape::Struct(inherited) => {
                    inherit_fields(&mut fields, inherited);
                    additional = additional.or_else(|| inherited.additional.clone());
                    if let Some(field) = free_tag(inherited, composite.tag.as_ref(), place) {
                        fields.insert(field.wire.clone(), field);
                    }
                    parents.push(parent);
                }
                Shape::Alias(Type::Map(values)) => {
                    additional = additional.or_else(|| Some((**values).clone()));
                    other_parents.push((parent, place));
                }
                Shape::Alias(_) | Shape::Union(_) | Shape::Enum(_) => {
                    other_parents.push((parent, place));
                }
            }
        }
        if let Some(tag) = &composite.tag {
            // A parent that is no base may have it as a plain property.
            fields.shift_remove(&tag.property);
        }
        self.apply_required(&composite.required, &mut fields);
        let fields: Vec<Field> = fields.into_values().collect();
        let shape = if fields.is_empty() && parents.is_empty() && composite.tag.is_none() {
            fieldless(additional, &other_parents)
        } else {
            self.report_other_parents(&other_parents);
            Shape::Struct(Struct {
                fields,
                additional,
                parents,
                tag: composite.tag,
                base: None,
                reached: Vec::new(),
            })
        };
        self.types.models[id].shape = shape;
        depth
    }

    /// What stands behind the aliases of `parent`; `None` when it cannot be inherited from, which is reported.
    fn usable_parent(
        &mut self,
        parent: ModelId,
        place: &Location,
        progress: &BTreeMap<ModelId, Progress>,
    ) -> Option<ModelId> {
        let behind = self.types.behind_aliases(parent)?;
        match progress.get(&behind) {
            Some(Progress::Begun) => {
                let keyword = keyword(place);
                let message = format!("`{keyword}` leads back to the schema that it is part of");
                let origin = self.types.models[behind].origin.clone();
                self.report(
                    Diagnostic::at(code::REFERENCE_CYCLE, place, message)
                        .related(&origin, "the schema that is its own parent")
                        .help_if(correction::removing(self.sources, place)),
                );
                None
            }
            Some(Progress::Done(depth)) if *depth >= MAX_CHAIN => {
                let keyword = keyword(place);
                let message = format!("`{keyword}` is nested deeper than {MAX_CHAIN}");
                self.report(Diagnostic::at(code::TOO_DEEP, place, message));
                None
            }
            Some(Progress::Done(_)) | None => Some(behind),
        }
    }

    fn report_other_parents(&mut self, other_parents: &[(ModelId, Location)]) {
        for (parent, place) in other_parents {
            if is_open(&self.types, *parent) {
                continue;
            }
            let keyword = keyword(place);
            let message =
                format!("a part of `{keyword}` is no object with properties: it is left out");
            self.report(Diagnostic::at(code::ALL_OF_PART, place, message));
        }
    }
}

/// The keyword that the part of a schema at `place` stands under: a choice of one part is read as `allOf`.
fn keyword(place: &Location) -> String {
    let list = place.pointer.parent().unwrap_or_default();
    list.keys().last().unwrap_or_default()
}

/// The shape of what turned out to have no fields: what its only parent is, a map, or any value.
fn fieldless(additional: Option<Type>, other_parents: &[(ModelId, Location)]) -> Shape {
    Shape::Alias(match (other_parents, additional) {
        ([(only, _)], _) => Type::Model(*only),
        (_, Some(values)) => Type::Map(Box::new(values)),
        (_, None) => Type::Any,
    })
}

/// The discriminator of `parent`, for a schema that has no value of its own for it: the caller gives it.
fn free_tag(parent: &Struct, own: Option<&Tag>, origin: Location) -> Option<Field> {
    let inherited = &parent.tag.as_ref()?.property;
    let is_fixed = own.is_some_and(|own| own.property == *inherited);
    (!is_fixed).then(|| Field {
        wire: inherited.clone(),
        client_name: None,
        origin,
        docs: Docs::default(),
        ty: Type::String,
        bounds: None,
        presence: Presence::Required,
        mutability: Mutability::ReadWrite,
    })
}

/// Whether a model is an object about whose properties nothing is known.
fn is_open(types: &Types, id: ModelId) -> bool {
    let behind = types.behind_aliases(id);
    behind.is_some_and(|id| match &types.models[id].shape {
        Shape::Alias(ty) => matches!(ty, Type::Any | Type::Map(_)),
        Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => false,
    })
}

/// What stands beside a `$ref` goes before what it leads to.
fn is_flattened(schema: &Schema, target: Option<&Rc<Schema>>) -> bool {
    let own = schema.extensions.client_flatten;
    own.or_else(|| target?.extensions.client_flatten)
        .unwrap_or_default()
}

fn mutability(schema: &Schema, target: Option<&Rc<Schema>>) -> Mutability {
    let listed = schema
        .extensions
        .mutability
        .as_ref()
        .or_else(|| target.and_then(|target| target.extensions.mutability.as_ref()));
    let write_only = schema.write_only || target.is_some_and(|target| target.write_only);
    if schema.read_only || target.is_some_and(|target| target.read_only) {
        return Mutability::ReadOnly;
    }
    if write_only {
        return Mutability::WriteOnly;
    }
    let Some(listed) = listed.filter(|listed| !listed.is_empty()) else {
        return Mutability::ReadWrite;
    };
    let sent = listed
        .iter()
        .any(|verb| verb == "create" || verb == "update");
    let received = listed.iter().any(|verb| verb == "read");
    match (sent, received) {
        (true, true) | (false, false) => Mutability::ReadWrite,
        (false, true) => Mutability::ReadOnly,
        (true, false) => Mutability::WriteOnly,
    }
}

/// Adds the fields of a parent that the child does not declare itself.
fn inherit_fields(fields: &mut IndexMap<WireName, Field>, parent: &Struct) {
    for field in &parent.fields {
        fields
            .entry(field.wire.clone())
            .or_insert_with(|| field.clone());
    }
}

//! Schemas to types. A schema that needs a name becomes a model, which is lowered later, from a queue.
//!
//! Invariant: a schema has at most one model, found by the schema's location; a `$ref` is always a model.

use super::enum_names::EnumNames;
use super::kind::{
    Kind, Nullability, classify, effective_reference, explicit_nullability, is_enum,
    own_nullability,
};
use super::plain::{Oddity, Secrecy, plain_type};
use super::secrets::secrecy;
use super::xml::XmlWish;
use super::{Lowering, compose::Composite, docs};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{Arena, Contents, Model, ModelId, NameChoice, NameHint, Shape, Type, Usage};
use crate::nearest;
use crate::source::Location;
use crate::swagger::{Reference, Schema};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// The models, and what is known about them besides their shape.
#[derive(Default)]
pub(super) struct Types {
    pub(super) models: Arena<Model>,
    /// The models whose fields are gathered by the pass over `allOf`.
    pub(super) composites: BTreeMap<ModelId, Composite>,
    /// The enums that the document names.
    pub(super) enum_names: EnumNames,
    /// The properties that are flattened.
    pub(super) flattened: BTreeSet<Location>,
    /// What is said of the properties in XML.
    pub(super) xml: BTreeMap<Location, XmlWish>,
    /// Where secrets are that are shown all the same.
    pub(super) shown_secrets: BTreeSet<Location>,
    by_location: BTreeMap<Location, ModelId>,
    pending: VecDeque<(ModelId, Rc<Schema>)>,
}

/// How many lists and maps may stand one in another without a name. The parser of Rust recurses into a type, and takes
/// a lot of stack for it.
const MAX_NESTED: usize = 32;

/// A type around another one.
enum Wrapper {
    List,
    Map,
}

impl Types {
    /// The model of the schema at `location`.
    pub(super) fn model_at(&self, location: &Location) -> Option<ModelId> {
        self.by_location.get(location).copied()
    }

    /// Adds a model for the schema at `location`.
    pub(super) fn add_at(&mut self, location: &Location, model: Model) -> ModelId {
        let id = self.models.push(model);
        self.by_location.insert(location.clone(), id);
        id
    }

    /// The model that `id` is another name of: itself, unless it is an alias. `None` in a cycle of aliases.
    pub(super) fn behind_aliases(&self, id: ModelId) -> Option<ModelId> {
        let mut current = id;
        for _ in 0..=self.models.len() {
            match &self.models[current].shape {
                Shape::Alias(Type::Model(next) | Type::Boxed(next)) => current = *next,
                Shape::Alias(_) | Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => {
                    return Some(current);
                }
            }
        }
        None
    }
}

impl Lowering<'_> {
    /// Gives each definition of the document its model, so that the models come in document order.
    pub(super) fn declare_definitions(&mut self) {
        let document = self.document;
        for (key, schema) in &document.definitions {
            let id = self.declare_shared(NameHint(vec![key.clone()]), Rc::new(schema.clone()));
            self.register_enum(id, schema);
        }
    }

    /// Lowers the schemas of the models declared so far, and of those that these need.
    pub(super) fn lower_pending_models(&mut self) {
        while let Some((id, schema)) = self.types.pending.pop_front() {
            if let Some(shape) = self.shape(id, &schema) {
                self.types.models[id].shape = shape;
            }
        }
    }

    /// The type of the values that `schema` describes; `hint` names it, should it need a name.
    pub(super) fn type_of(&mut self, schema: &Schema, hint: &NameHint) -> Type {
        self.warn_of_ignored_enum(schema);
        let mut wrappers = Vec::new();
        let mut current = schema;
        let mut said_secret = schema.extensions.secret.then_some(&schema.location);
        while wrappers.len() < MAX_NESTED {
            let (wrapper, inner) = match classify(current) {
                Kind::List(Some(items)) => (Wrapper::List, items),
                Kind::Map(Some(values)) => (Wrapper::Map, values),
                Kind::Reference(_)
                | Kind::Enum
                | Kind::Struct
                | Kind::List(None)
                | Kind::Map(None)
                | Kind::Choice(_)
                | Kind::Any
                | Kind::SeveralTypes
                | Kind::Plain(_) => break,
            };
            wrappers.push((wrapper, self.nullability(inner)));
            current = inner;
            said_secret = said_secret.or(inner.extensions.secret.then_some(&inner.location));
        }
        let secrecy = secrecy(said_secret.is_some());
        let leaf = match wrappers.len() {
            0 => self.leaf(current, hint, secrecy),
            MAX_NESTED.. => self.too_deep(current),
            _ => self.leaf(current, &extended(hint, "Item"), secrecy),
        };
        if let Some(place) = said_secret.filter(|_| !self.refers_to_secret(current)) {
            self.warn_of_shown_secret(&leaf, place);
        }
        wrappers
            .into_iter()
            .rev()
            .fold(leaf, |inner, (wrapper, nullability)| {
                let inner = match (nullability, inner) {
                    (Nullability::Null, Type::Any) => Type::Any,
                    (Nullability::Null, inner) => Type::Nullable(Box::new(inner)),
                    (Nullability::NotNull, inner) => inner,
                };
                match wrapper {
                    Wrapper::List => Type::List(Box::new(inner)),
                    Wrapper::Map => Type::Map(Box::new(inner)),
                }
            })
    }

    fn too_deep(&mut self, schema: &Schema) -> Type {
        let message =
            format!("lists and maps are nested deeper than {MAX_NESTED}: any JSON is taken");
        self.report(
            Diagnostic::at(code::TOO_DEEP, &schema.location, message)
                .help("give a level in between a definition of its own by an overlay"),
        );
        Type::Any
    }

    /// The type that `reference` leads to: always a model, whose name is that of the place it leads to.
    pub(super) fn type_of_reference(&mut self, reference: &Reference) -> Type {
        match self.referenced_schema(reference) {
            Some((location, schema)) => Type::Model(self.shared_model(&location, schema)),
            None => Type::Any,
        }
    }

    /// The model of a schema that stands at `location`, where all can refer to it.
    pub(super) fn shared_model(&mut self, location: &Location, schema: Rc<Schema>) -> ModelId {
        if let Some(id) = self.types.model_at(location) {
            return id;
        }
        let hint = self.name_of(location);
        self.declare_shared(hint, schema)
    }

    /// Declares a schema that all can refer to, by its `x-ms-client-name` where it has one, else by `hint`.
    fn declare_shared(&mut self, hint: NameHint, schema: Rc<Schema>) -> ModelId {
        let chosen = schema.extensions.client_name.clone();
        match chosen.map(|name| NameHint(vec![name])) {
            Some(name) if name != hint => self.declare(name, NameChoice::Chosen, schema),
            Some(_) | None => self.declare(hint, NameChoice::Derived, schema),
        }
    }

    /// Whether `null` is a legal value of `schema`. What stands beside a `$ref` goes before what it leads to.
    pub(super) fn nullability(&mut self, schema: &Schema) -> Nullability {
        if let Some(nullable) = explicit_nullability(schema) {
            return Nullability::from(nullable);
        }
        let Some(reference) = effective_reference(schema).cloned() else {
            return own_nullability(schema);
        };
        self.follow_reference(&reference)
            .map_or(Nullability::NotNull, |target| own_nullability(&target))
    }

    /// Whether `schema`, or what it refers to, is a file or binary text: the whole of a body, not a part of one.
    pub(super) fn is_binary(&mut self, schema: &Schema) -> bool {
        let Some(schema) = self.follow(schema) else {
            return false;
        };
        let format = matches!(schema.format.as_deref(), Some("file" | "binary"));
        let type_name = schema.types.first().map(String::as_str);
        match type_name {
            Some("file") => true,
            Some("object" | "string") | None => format && schema.properties.is_empty(),
            Some(_) => false,
        }
    }

    /// The model of an inline schema.
    pub(super) fn inline_model(&mut self, schema: &Schema, hint: &NameHint) -> ModelId {
        match self.types.model_at(&schema.location) {
            Some(id) => id,
            None => self.declare(hint.clone(), NameChoice::Derived, Rc::new(schema.clone())),
        }
    }

    fn declare(&mut self, name: NameHint, choice: NameChoice, schema: Rc<Schema>) -> ModelId {
        let model = Model {
            name,
            choice,
            origin: schema.location.clone(),
            docs: docs(schema.title.as_ref(), schema.description.as_ref()),
            shape: Shape::Alias(Type::Any),
            usage: Usage::default(),
            contents: Contents::default(),
        };
        let id = self.types.add_at(&schema.location, model);
        self.types.pending.push_back((id, schema));
        id
    }

    /// The shape of a model; `None` when it is gathered later, by the pass over `allOf`.
    fn shape(&mut self, id: ModelId, schema: &Schema) -> Option<Shape> {
        let hint = self.types.models[id].name.clone();
        let is_text = schema.extensions.secret && self.is_plain_text(schema);
        if schema.extensions.secret && !is_text {
            self.warn_of_secret_model(id, schema);
        }
        if self.families.member(&schema.location).is_some() {
            self.declare_subtypes(&schema.location);
            let composite = self.composite(schema, &hint);
            self.types.composites.insert(id, composite);
            return None;
        }
        if is_text {
            return Some(Shape::Alias(self.type_of(schema, &hint)));
        }
        match classify(schema) {
            Kind::Reference(reference) if schema.reference.is_some() => {
                self.note_siblings(schema);
                Some(Shape::Alias(self.type_of_reference(reference)))
            }
            // A definition that adds nothing to its parent is a struct of its own all the same.
            Kind::Reference(_) | Kind::Struct => {
                let composite = self.composite(schema, &hint);
                self.types.composites.insert(id, composite);
                None
            }
            Kind::Enum => Some(self.enum_shape(id, schema)),
            Kind::Choice(choices) => {
                let values = self.open_enum(choices);
                match values.filter(|values| self.types.model_at(&values.location).is_none()) {
                    Some(values) => Some(self.enum_shape(id, &values)),
                    None => Some(Shape::Alias(self.type_of(schema, &hint))),
                }
            }
            Kind::List(_) | Kind::Map(_) | Kind::Any | Kind::SeveralTypes | Kind::Plain(_) => {
                Some(Shape::Alias(self.type_of(schema, &hint)))
            }
        }
    }

    fn leaf(&mut self, schema: &Schema, hint: &NameHint, secrecy: Secrecy) -> Type {
        let is_secret_text = secrecy == Secrecy::Secret && self.is_plain_text(schema);
        match classify(schema) {
            Kind::Reference(reference) => {
                self.note_siblings(schema);
                if is_secret_text {
                    return Type::Secret;
                }
                self.type_of_reference(reference)
            }
            Kind::Enum | Kind::Choice(_) if is_secret_text => Type::Secret,
            Kind::Enum => self.enum_type(schema, hint),
            Kind::Struct => Type::Model(self.inline_model(schema, hint)),
            Kind::List(_) => {
                let what = match schema.items {
                    None => "an array has no `items`",
                    Some(_) => "the `items` of an array are several schemas",
                };
                let message = format!("{what}: its elements are taken as any JSON value");
                let place = self.part(&schema.location, "items");
                self.report(Diagnostic::at(code::ARRAY_WITHOUT_ITEMS, &place, message));
                Type::List(Box::new(Type::Any))
            }
            Kind::Map(_) => Type::Map(Box::new(Type::Any)),
            Kind::Choice(choices) => self.choice(schema, choices, hint),
            Kind::Any => Type::Any,
            Kind::SeveralTypes => {
                let message = format!(
                    "a schema has the types {}: taken as any JSON value",
                    schema.types.join(", ")
                );
                let place = self.part(&schema.location, "type");
                self.report(Diagnostic::at(code::SEVERAL_TYPES, &place, message));
                Type::Any
            }
            Kind::Plain(type_name) => {
                self.warn_of_empty_enum(&schema.location);
                let (ty, oddity) = plain_type(type_name, schema.format.as_deref(), secrecy);
                self.report_oddity(
                    &schema.location,
                    type_name,
                    schema.format.as_deref(),
                    oddity,
                );
                ty
            }
        }
    }

    /// Reports what is odd about a plain type.
    pub(super) fn report_oddity(
        &mut self,
        location: &Location,
        type_name: &str,
        format: Option<&str>,
        oddity: Option<Oddity>,
    ) {
        let part = |key| self.part(location, key);
        let diagnostic = match oddity {
            None => return,
            Some(Oddity::Format) => {
                let format = format.unwrap_or_default();
                let message = format!("the format `{format}` of `{type_name}` is not interpreted");
                Diagnostic::at(code::UNKNOWN_FORMAT, &part("format"), message)
            }
            Some(Oddity::Type) => {
                let message =
                    format!("`{type_name}` is no type of the specification: taken as any value");
                Diagnostic::at(code::UNKNOWN_TYPE, &part("type"), message)
                    .help_if(nearest::question(type_name, TYPES))
            }
            Some(Oddity::File) => {
                let message = "a file can only be the whole of a body: taken as any JSON value";
                Diagnostic::at(code::FILE_IN_SCHEMA, &part("type"), message)
            }
        };
        self.report(diagnostic);
    }

    fn warn_of_ignored_enum(&mut self, schema: &Schema) {
        let is_reference = effective_reference(schema).is_some();
        if !schema.enumeration.is_empty() && !is_reference && !is_enum(schema) {
            let message = "an enum has no plain values: it is ignored";
            let place = self.part(&schema.location, "enum");
            self.report(Diagnostic::at(code::MIXED_ENUM, &place, message));
        }
    }

    fn note_siblings(&mut self, schema: &Schema) {
        let siblings = [
            ("type", !schema.types.is_empty()),
            ("format", schema.format.is_some()),
            ("enum", !schema.enumeration.is_empty()),
            ("default", schema.default.is_some()),
            ("required", !schema.required.is_empty()),
            ("properties", !schema.properties.is_empty()),
            (
                "additionalProperties",
                schema.additional_properties.is_some(),
            ),
            ("items", schema.items.is_some()),
            ("allOf", !schema.all_of.is_empty()),
        ];
        if schema.reference.is_none() || siblings.iter().all(|(_, present)| !present) {
            return;
        }
        let present = siblings.iter().filter(|(_, present)| *present);
        let names: Vec<_> = present.map(|(name, _)| *name).collect();
        let message = format!("`{}` beside a `$ref` is ignored", names.join("`, `"));
        let first = names.first().copied().unwrap_or_default();
        let place = schema.location.key(first);
        self.report(Diagnostic::at_key(
            code::REFERENCE_SIBLINGS,
            &place,
            message,
        ));
    }
}

/// The types that a schema can have.
const TYPES: [&str; 6] = ["string", "number", "integer", "boolean", "array", "object"];

/// `hint` with one more word.
pub(super) fn extended(hint: &NameHint, word: &str) -> NameHint {
    let mut words = hint.0.clone();
    words.push(word.to_owned());
    NameHint(words)
}

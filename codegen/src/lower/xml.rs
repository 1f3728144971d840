//! XML: the names that schemas give to elements, and what of the models is written in XML at all.
//!
//! Names are gathered with the schemas they stand in, and looked up when all models are known. Invariant: after the
//! pass, what a body or reply in XML holds can be written; what cannot is taken as bytes instead, which is reported.

use super::kind::{Kind, classify, effective_reference};
use super::usage::Direction;
use super::{Lowering, MAX_CHAIN};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Arena, Body, ErrorFormat, Field, ModelId, Operation, ReplyBody, Shape, Success, Type, XmlModel,
    XmlModels, XmlName, XmlPlace, XmlRoot,
};
use crate::source::Location;
use crate::swagger::{Schema, XmlObject};

/// What the `xml` objects on the way to a property's type say.
#[derive(Clone)]
pub(super) struct XmlWish {
    name: XmlName,
    /// The name of each element, should it be a list.
    item: XmlName,
    node: Node,
    wrapping: Wrapping,
}

/// What in an element a property is.
#[derive(Clone, Copy, PartialEq)]
enum Node {
    Attribute,
    Text,
    Element,
}

/// Whether a list has an element of its own.
#[derive(Clone, Copy, PartialEq)]
enum Wrapping {
    Wrapped,
    Bare,
}

/// Why a type cannot be written in XML, and the place of it, unless it is the body itself.
struct Fault {
    place: Option<Location>,
    reason: &'static str,
}

impl Lowering<'_> {
    /// What is said of the property `wire`.
    pub(super) fn xml_of_property(&mut self, schema: &Schema, wire: &str) -> XmlWish {
        let own = self.xml_object(schema);
        let wrapping = if own.wrapped {
            Wrapping::Wrapped
        } else {
            Wrapping::Bare
        };
        let name = named(&own, wire);
        let node = match (own.attribute, own.text) {
            (true, _) => Node::Attribute,
            (false, true) => Node::Text,
            (false, false) => Node::Element,
        };
        XmlWish {
            item: self.xml_item(schema, &name, wrapping),
            name,
            node,
            wrapping,
        }
    }

    /// The root element of a body. A definition without a name in XML lends its own; `fallback` does where there is none.
    pub(super) fn xml_root(&mut self, schema: &Schema, fallback: Option<&str>) -> XmlRoot {
        let own = self.xml_object(schema);
        let definition = self.xml_definition(schema);
        let given = own.name.clone().or(definition);
        let name = given.or(fallback.map(str::to_owned));
        let name = name.map(|name| named(&own, &name));
        let around = name.clone().unwrap_or_else(|| named(&own, "item"));
        XmlRoot {
            item: self.xml_item(schema, &around, Wrapping::Wrapped),
            name,
        }
    }

    /// The name of each element of a list. Within an element of its own a definition lends its name; otherwise the
    /// specification has the name of the property repeated.
    fn xml_item(&mut self, list: &Schema, around: &XmlName, wrapping: Wrapping) -> XmlName {
        let Some(items) = self.xml_items(list) else {
            return around.clone();
        };
        let own = self.xml_object(&items);
        match (&own.name, wrapping) {
            (Some(name), _) => named(&own, name),
            (None, Wrapping::Bare) => around.clone(),
            (None, Wrapping::Wrapped) => {
                let definition = self.xml_definition(&items);
                named(&own, definition.as_ref().unwrap_or(&around.local))
            }
        }
    }

    /// All that is said of a schema and of what it refers to; what is said first counts.
    fn xml_object(&mut self, schema: &Schema) -> XmlObject {
        let mut whole = schema.xml.clone().unwrap_or_default();
        let mut next = effective_reference(schema).cloned();
        for _ in 0..MAX_CHAIN {
            let target = next.and_then(|reference| self.referenced_schema(&reference));
            let Some((_, target)) = target else {
                break;
            };
            let outer = target.xml.clone().unwrap_or_default();
            whole = XmlObject {
                name: whole.name.or(outer.name),
                namespace: whole.namespace.or(outer.namespace),
                prefix: whole.prefix.or(outer.prefix),
                attribute: whole.attribute || outer.attribute,
                wrapped: whole.wrapped || outer.wrapped,
                text: whole.text || outer.text,
            };
            next = effective_reference(&target).cloned();
        }
        whole
    }

    /// The key of the definition that a schema refers to.
    fn xml_definition(&mut self, schema: &Schema) -> Option<String> {
        let reference = effective_reference(schema)?.clone();
        let (location, _) = self.referenced_schema(&reference)?;
        location.pointer.keys().last()
    }

    /// The schema of the elements of a list, behind references.
    fn xml_items(&mut self, schema: &Schema) -> Option<Schema> {
        let mut current = schema.clone();
        for _ in 0..MAX_CHAIN {
            let reference = match classify(&current) {
                Kind::List(items) => return items.cloned(),
                Kind::Reference(reference) => reference.clone(),
                Kind::Enum
                | Kind::Struct
                | Kind::Map(_)
                | Kind::Any
                | Kind::SeveralTypes
                | Kind::Plain(_) => return None,
            };
            current = self.referenced_schema(&reference)?.1.as_ref().clone();
        }
        None
    }

    /// How models are written in XML. A body that has no form in XML is taken as bytes.
    pub(super) fn settle_xml(&mut self, operations: &mut Arena<Operation>) -> XmlModels {
        let mut sent = Vec::new();
        let mut received = Vec::new();
        for operation in operations.values_mut() {
            self.settle_xml_body(operation, &mut sent);
            self.settle_xml_replies(operation, &mut received);
        }
        let sent = self.reachable(&sent, Direction::Sent);
        let received = self.reachable(&received, Direction::Received);
        let mut models = XmlModels::default();
        for id in sent.union(&received).copied() {
            let places = match self.types.models[id].shape.clone() {
                Shape::Alias(_) => continue,
                Shape::Enum(_) => Vec::new(),
                Shape::Struct(object) => {
                    let fields = object.fields.iter();
                    fields.map(|field| self.xml_place(field)).collect()
                }
            };
            let model = XmlModel {
                places,
                sent: sent.contains(&id),
                received: received.contains(&id),
            };
            models.0.insert(id, model);
        }
        models
    }

    fn settle_xml_body(&mut self, operation: &mut Operation, sent: &mut Vec<Type>) {
        let Some(Body::Xml {
            param, media_types, ..
        }) = &operation.body
        else {
            return;
        };
        let Some(made_of) = operation.params.get_mut(param.0) else {
            return;
        };
        match self.xml_fault(&made_of.ty, Direction::Sent) {
            None => sent.push(made_of.ty.clone()),
            Some(fault) => {
                self.report_xml_fault(&operation.origin, "the body", &fault);
                made_of.ty = Type::Binary;
                operation.body = Some(Body::Bytes {
                    param: *param,
                    media_types: media_types.clone(),
                });
            }
        }
    }

    fn settle_xml_replies(&mut self, operation: &mut Operation, received: &mut Vec<Type>) {
        let bodies: Vec<&mut ReplyBody> = match &mut operation.replies.success {
            Success::Uniform { body, .. } | Success::Optional { body, .. } => vec![body],
            Success::ByStatus(replies) => replies.iter_mut().map(|reply| &mut reply.body).collect(),
        };
        for body in bodies {
            let ReplyBody::Xml(ty, _) = body else {
                continue;
            };
            match self.xml_fault(ty, Direction::Received) {
                None => received.push(ty.clone()),
                Some(fault) => {
                    self.report_xml_fault(&operation.origin, "the reply", &fault);
                    *body = ReplyBody::Bytes;
                }
            }
        }
        operation.replies.errors.retain(|error| match error.format {
            ErrorFormat::Json => true,
            ErrorFormat::Xml => {
                let fault = self.xml_fault(&error.ty, Direction::Received);
                let is_known = fault.is_none() && !self.is_list(&error.ty);
                received.extend(is_known.then(|| error.ty.clone()));
                is_known
            }
        });
    }

    fn report_xml_fault(&mut self, operation: &Location, body: &str, fault: &Fault) {
        let reason = fault.reason;
        let message = format!("{body} has no form in XML, it has {reason}: it is taken as bytes");
        let diagnostic = Diagnostic::at(code::XML_WITHOUT_FORM, operation, message);
        self.report(match &fault.place {
            Some(place) => diagnostic.related(place, "here"),
            None => diagnostic,
        });
    }

    /// Why values of a type cannot be written in XML.
    fn xml_fault(&self, root: &Type, direction: Direction) -> Option<Fault> {
        if self.is_nameless(root) {
            return Some(Fault {
                place: None,
                reason: NAMELESS,
            });
        }
        let models = self.reachable(std::slice::from_ref(root), direction);
        let mut faults = models.iter().map(|id| self.xml_model_fault(*id));
        faults.find_map(|fault| fault)
    }

    fn xml_model_fault(&self, id: ModelId) -> Option<Fault> {
        let model = &self.types.models[id];
        let fault = |place: &Location, reason| {
            Some(Fault {
                place: Some(place.clone()),
                reason,
            })
        };
        let schema = self.sources.get(&model.origin);
        if schema.is_some_and(|schema| schema.get("discriminator").is_some()) {
            return fault(&model.origin, "a type with a discriminator");
        }
        match &model.shape {
            Shape::Enum(_) => None,
            Shape::Alias(ty) if self.is_nameless(ty) => fault(&model.origin, NAMELESS),
            Shape::Alias(_) => None,
            Shape::Struct(object) => {
                let mut fields = object.fields.iter();
                let nameless = fields.find(|field| self.is_nameless(&field.ty));
                match (nameless, &object.additional) {
                    (Some(field), _) => fault(&field.origin, NAMELESS),
                    (None, Some(ty)) if self.is_list(ty) => fault(&model.origin, NAMELESS),
                    (None, Some(_) | None) => None,
                }
            }
        }
    }

    /// Whether a type has a list where nothing names its elements: in a list or a map.
    fn is_nameless(&self, ty: &Type) -> bool {
        let (Type::List(inner) | Type::Map(inner)) = self.behind(ty) else {
            return false;
        };
        self.is_list(inner) || self.is_nameless(inner)
    }

    fn is_list(&self, ty: &Type) -> bool {
        matches!(self.behind(ty), Type::List(_))
    }

    /// Whether values of a type are written as text.
    fn is_plain(&self, ty: &Type) -> bool {
        match self.behind(ty) {
            Type::Model(id) | Type::Boxed(id) => match &self.types.models[*id].shape {
                Shape::Enum(_) => true,
                Shape::Struct(_) | Shape::Alias(_) => false,
            },
            Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::String
            | Type::Bytes(_)
            | Type::Time(_)
            | Type::Secret => true,
            Type::Any
            | Type::Binary
            | Type::File
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_) => false,
        }
    }

    /// The type behind aliases and nullability.
    fn behind<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut current = ty;
        for _ in 0..=self.types.models.len() {
            if let Type::Nullable(inner) = current {
                current = inner;
                continue;
            }
            let (Type::Model(id) | Type::Boxed(id)) = current else {
                break;
            };
            let Shape::Alias(target) = &self.types.models[*id].shape else {
                break;
            };
            current = target;
        }
        current
    }

    fn xml_place(&mut self, field: &Field) -> XmlPlace {
        let wish = self.types.xml.get(&field.origin).cloned();
        let wish = wish.unwrap_or_else(|| XmlWish {
            name: named(&XmlObject::default(), field.wire.as_str()),
            item: named(&XmlObject::default(), field.wire.as_str()),
            node: Node::Element,
            wrapping: Wrapping::Bare,
        });
        let is_plain = self.is_plain(&field.ty);
        match wish.node {
            Node::Attribute if is_plain => return XmlPlace::Attribute(wish.name),
            Node::Text if is_plain => return XmlPlace::Text,
            Node::Attribute | Node::Text => {
                let message =
                    "only a plain value can be an attribute or a text: an element is taken";
                self.report(Diagnostic::at(code::XML_PLACE, &field.origin, message));
            }
            Node::Element => {}
        }
        if !self.is_list(&field.ty) {
            return XmlPlace::Element(wish.name);
        }
        match wish.wrapping {
            Wrapping::Bare => XmlPlace::Items(wish.item),
            Wrapping::Wrapped => XmlPlace::List {
                name: wish.name,
                item: wish.item,
            },
        }
    }
}

const NAMELESS: &str = "a list in a list or a map, whose elements have no name";

/// The name that an `xml` object gives, or `fallback`. A prefix may stand in the name itself.
fn named(xml: &XmlObject, fallback: &str) -> XmlName {
    let name = xml.name.as_deref().unwrap_or(fallback);
    let (prefix, local) = match name.split_once(':') {
        Some((prefix, local)) => (Some(prefix.to_owned()), local),
        None => (None, name),
    };
    XmlName {
        local: local.to_owned(),
        prefix: xml.prefix.clone().or(prefix),
        namespace: xml.namespace.clone(),
    }
}

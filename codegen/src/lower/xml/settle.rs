//! What of the models is written in XML, and where in its element each field stands.
//!
//! Invariant: after the pass, what a body or reply in XML holds can be written; what cannot is taken as bytes instead,
//! which is reported.

use super::{Node, Wrapping, XmlWish, named};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Arena, Body, ErrorFormat, Field, ModelId, Operation, ReplyBody, Shape, Struct, Success, Type,
    XmlModel, XmlModels, XmlPlace,
};
use crate::lower::Lowering;
use crate::lower::usage::Direction;
use crate::source::Location;
use crate::swagger::XmlObject;

/// Why a type cannot be written in XML, and the place of it, unless it is the body itself.
struct Fault {
    place: Option<Location>,
    reason: &'static str,
}

const NAMELESS: &str = "a list in a list or a map, whose elements have no name";

impl Lowering<'_> {
    /// How models are written in XML. A body that has no form in XML is taken as bytes.
    pub(in crate::lower) fn settle_xml(&mut self, operations: &mut Arena<Operation>) -> XmlModels {
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
                Shape::Alias(_) | Shape::Union(_) => continue,
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
        let place = operation.origin.clone();
        operation.replies.errors.retain(|error| match error.format {
            ErrorFormat::Json => true,
            ErrorFormat::Xml => {
                let fault = self.xml_error_fault(&error.ty);
                match &fault {
                    None => received.push(error.ty.clone()),
                    Some(fault) => self.report_xml_fault(&place, "a failure", fault),
                }
                fault.is_none()
            }
        });
    }

    /// Why a failure of this type cannot be read: the element of a list could have any name.
    fn xml_error_fault(&self, ty: &Type) -> Option<Fault> {
        let list = || Fault {
            place: None,
            reason: "a list as its root",
        };
        self.xml_fault(ty, Direction::Received)
            .or_else(|| self.is_list(ty).then(list))
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
        match &model.shape {
            Shape::Union(_) | Shape::Struct(Struct { tag: Some(_), .. }) => {
                fault(&model.origin, "a type with a discriminator")
            }
            Shape::Alias(ty) if self.is_nameless(ty) => fault(&model.origin, NAMELESS),
            Shape::Alias(_) | Shape::Enum(_) => None,
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
                Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => false,
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
                let place = self.part(&field.origin, "xml");
                self.report(Diagnostic::at(code::XML_PLACE, &place, message));
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

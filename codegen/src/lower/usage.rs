//! Where values of a model come from, and what follows from that for its fields.

use super::Lowering;
use super::aliases::model_in;
use crate::ir::{
    Field, Method, ModelId, Mutability, Operation, ParamPlace, Presence, ReplyBody, Shape, Success,
    Type, Usage,
};
use std::collections::BTreeSet;

/// Who builds a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Sent,
    Received,
}

/// What a null means to the server.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    /// The same as no value.
    IsAbsence,
    /// The value is to be removed: the model is (part of) the input of a PATCH.
    Removes,
}

impl Lowering<'_> {
    /// Sets the usage of each model, then the presence of each field as that usage demands.
    pub(super) fn settle_usage<'o>(&mut self, operations: impl Iterator<Item = &'o Operation>) {
        let mut sent = Vec::new();
        let mut patched = Vec::new();
        let mut received = self.service_errors.clone();
        for operation in operations {
            for param in &operation.params {
                sent.push(param.ty.clone());
                if operation.method == Method::Patch && param.place == ParamPlace::Body {
                    patched.push(param.ty.clone());
                }
            }
            received.extend(reply_types(&operation.replies.success));
            received.extend(reply_types(operation.outcome()));
            let headers = operation.replies.headers.iter();
            received.extend(headers.map(|header| header.ty.clone()));
        }
        sent.extend(self.client_params.values().map(|param| param.ty.clone()));
        let mut sent = self.reachable(&sent, Direction::Sent);
        let patched = self.reachable(&patched, Direction::Sent);
        let received = self.reachable(&received, Direction::Received);
        sent.extend(self.reachable(&self.unused(&sent, &received), Direction::Sent));
        for id in self.types.models.ids() {
            let model = &mut self.types.models[id];
            model.usage = Usage {
                input: sent.contains(&id),
                output: received.contains(&id),
            };
            if let Shape::Struct(object) = &mut model.shape {
                let null = if patched.contains(&id) {
                    Null::Removes
                } else {
                    Null::IsAbsence
                };
                for field in &mut object.fields {
                    settle_presence(field, model.usage, null);
                }
            }
        }
    }

    /// The models that no operation names. The document has them for bodies that it calls any bytes or any JSON, so that
    /// callers may want to build them.
    fn unused(&self, sent: &BTreeSet<ModelId>, received: &BTreeSet<ModelId>) -> Vec<Type> {
        let ids = self.types.models.ids();
        ids.filter(|id| !sent.contains(id) && !received.contains(id))
            .map(Type::Model)
            .collect()
    }

    pub(super) fn reachable(&self, roots: &[Type], direction: Direction) -> BTreeSet<ModelId> {
        let mut seen = BTreeSet::new();
        let mut pending: Vec<ModelId> = roots.iter().filter_map(model_in).collect();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            match &self.types.models[id].shape {
                Shape::Alias(ty) => pending.extend(model_in(ty)),
                Shape::Enum(_) => {}
                Shape::Union(union) => {
                    pending.extend(union.variants.iter().map(|variant| variant.object));
                }
                Shape::Struct(object) => {
                    let travels = object.fields.iter().filter(|field| match field.mutability {
                        Mutability::ReadWrite => true,
                        Mutability::ReadOnly => direction == Direction::Received,
                        Mutability::WriteOnly => direction == Direction::Sent,
                    });
                    pending.extend(travels.filter_map(|field| model_in(&field.ty)));
                    pending.extend(object.additional.as_ref().and_then(model_in));
                }
            }
        }
        seen
    }
}

fn reply_types(success: &Success) -> Vec<Type> {
    let bodies = match success {
        Success::Uniform { body, .. } | Success::Optional { body, .. } => vec![body],
        Success::ByStatus(replies) => replies.iter().map(|reply| &reply.body).collect(),
    };
    bodies
        .into_iter()
        .filter_map(|body| match body {
            ReplyBody::Json(ty) | ReplyBody::Xml(ty, _) => Some(ty.clone()),
            ReplyBody::Empty | ReplyBody::Found | ReplyBody::Bytes | ReplyBody::Text => None,
        })
        .collect()
}

fn settle_presence(field: &mut Field, usage: Usage, null: Null) {
    let one_way = match field.mutability {
        Mutability::ReadWrite => false,
        Mutability::ReadOnly => usage.input,
        Mutability::WriteOnly => usage.output,
    };
    field.presence = match field.presence {
        Presence::Required | Presence::RequiredNullable if one_way => Presence::Optional,
        Presence::Required => Presence::Required,
        Presence::RequiredNullable => Presence::RequiredNullable,
        Presence::Optional => Presence::Optional,
        Presence::OptionalNullable => match null {
            Null::Removes => Presence::OptionalNullable,
            Null::IsAbsence => Presence::Optional,
        },
    };
}

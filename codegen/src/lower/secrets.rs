//! What the document calls a secret (`x-ms-secret`): text becomes a type that is never shown, and anything else is
//! reported.

use super::kind::{Kind, classify, effective_reference, is_text_enum};
use super::plain::Secrecy;
use super::resolve::Followed;
use super::{Lowering, MAX_CHAIN};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{ModelId, Type};
use crate::source::Location;
use crate::swagger::Schema;
use std::rc::Rc;

impl Lowering<'_> {
    /// Whether values of `schema`, or the elements of such lists, are secrets: so says it, or what it refers to.
    pub(super) fn is_secret(&mut self, schema: &Schema) -> bool {
        let mut schema = Followed::Inline(schema);
        for _ in 0..MAX_CHAIN {
            if schema.extensions.secret {
                return true;
            }
            let next = if let Some(reference) = effective_reference(&schema).cloned() {
                self.referenced_schema(&reference).map(|(_, target)| target)
            } else {
                self.items_of(&schema).map(Rc::new)
            };
            let Some(next) = next else {
                return false;
            };
            schema = Followed::Shared(next);
        }
        false
    }

    /// Warns of values of type `ty`, which what stands at `place` calls secrets, unless the type hides them.
    pub(super) fn warn_of_shown_secret(&mut self, ty: &Type, place: &Location) {
        if hides(ty) || !self.types.shown_secrets.insert(place.clone()) {
            return;
        }
        let message = "a secret of this type is shown in `Debug`";
        let place = self.part(place, "x-ms-secret");
        self.report(
            Diagnostic::at_key(code::SHOWN_SECRET, &place, message).help(
                "only text can be hidden: say it of the texts in it, and do not log the rest",
            ),
        );
    }

    /// Warns of the model `id`, whose schema calls its values secrets, unless the type that it is another name of is
    /// looked at.
    pub(super) fn warn_of_secret_model(&mut self, id: ModelId, schema: &Schema) {
        match classify(schema) {
            Kind::Reference(_) | Kind::Struct | Kind::Enum => {
                self.warn_of_shown_secret(&Type::Model(id), &schema.location);
            }
            Kind::Choice(_)
            | Kind::List(_)
            | Kind::Map(_)
            | Kind::Any
            | Kind::SeveralTypes
            | Kind::Plain(_) => {}
        }
    }

    /// Whether `schema` only refers to what says itself that it is a secret.
    pub(super) fn refers_to_secret(&mut self, schema: &Schema) -> bool {
        let reference = effective_reference(schema).cloned();
        let target = reference.and_then(|reference| self.referenced_schema(&reference));
        target.is_some_and(|(_, target)| self.is_secret(&target))
    }

    /// Whether `schema`, or what it refers to, is text, with or without a format.
    pub(super) fn is_text(&mut self, schema: &Schema) -> bool {
        self.follow(schema).is_some_and(|schema| {
            schema.types.len() == 1 && schema.types.first().is_some_and(|name| name == "string")
        })
    }

    /// Whether each value of `schema` is a text, be it one of an enum: it can be kept as a secret.
    pub(super) fn is_plain_text(&mut self, schema: &Schema) -> bool {
        let Some(schema) = self.behind_wrappers(schema) else {
            return false;
        };
        match classify(&schema) {
            Kind::Plain(name) => name == "string",
            Kind::Enum => is_text_enum(&schema),
            Kind::Choice(choices) => self.is_text_choice(choices),
            Kind::Reference(_)
            | Kind::Struct
            | Kind::List(_)
            | Kind::Map(_)
            | Kind::Any
            | Kind::SeveralTypes => false,
        }
    }
}

/// The value of `x-ms-secret` in words.
pub(super) fn secrecy(secret: bool) -> Secrecy {
    if secret {
        Secrecy::Secret
    } else {
        Secrecy::Open
    }
}

/// Whether values of a type are never shown.
fn hides(ty: &Type) -> bool {
    match ty {
        Type::Secret => true,
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => hides(inner),
        Type::Bool
        | Type::Int(_)
        | Type::Float(_)
        | Type::String
        | Type::Bytes(_)
        | Type::Time(_)
        | Type::Any
        | Type::Binary
        | Type::File
        | Type::Model(_)
        | Type::Boxed(_) => false,
    }
}

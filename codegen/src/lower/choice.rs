//! `oneOf` and `anyOf` of version 3.
//!
//! With a discriminator they are the union that its family is; without one they are the plain type that all alternatives
//! share, or any JSON value, which loses nothing and says nothing.

use super::Lowering;
use super::kind::{Kind, classify, is_text_enum};
use super::plain::plain_type;
use super::secrets::secrecy;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{FloatWidth, IntWidth, NameHint, TimeFormat, Type};
use crate::source::Location;
use crate::swagger::Schema;

impl Lowering<'_> {
    /// The type of the values of one of `choices`, the alternatives of `schema`.
    pub(super) fn choice(&mut self, schema: &Schema, choices: &[Schema], hint: &NameHint) -> Type {
        if self.families.member(&schema.location).is_some() {
            return Type::Model(self.inline_model(schema, hint));
        }
        match self.common(choices) {
            Some(Common::Enum(schema)) => return self.enum_type(&schema, hint),
            Some(Common::Plain(ty)) => return ty,
            None => {}
        }
        if let Some(refusal) = self.families.refusal(&schema.location) {
            let message = format!("{refusal}: any JSON value is taken");
            let code = code::CHOICE_AS_ANY;
            let place = self.alternatives_of(schema);
            self.report(Diagnostic::at_key(code, &place, message));
            return Type::Any;
        }
        let message = format!(
            "a choice of {} schemas is taken as any JSON value",
            choices.len()
        );
        let place = self.alternatives_of(schema);
        self.report(
            Diagnostic::at_key(code::CHOICE_AS_ANY, &place, message).help(
                "a `discriminator` with a reference for each alternative would make it an enum",
            ),
        );
        Type::Any
    }

    /// Keeps what the alternatives of an object add to it: which of them it is, nobody knows. Some only say which of its
    /// properties are there.
    pub(super) fn keep_unchosen(&mut self, additional: &mut Option<Type>, schema: &Schema) {
        let adds = |choice: &Schema| {
            choice.reference.is_some() || !choice.properties.is_empty() || !choice.all_of.is_empty()
        };
        let is_union = self.families.is_choice(&schema.location);
        if is_union || !schema.choices.iter().any(adds) {
            return;
        }
        additional.get_or_insert(Type::Any);
        let message =
            "an object is also one of several schemas: what these add is kept as any JSON";
        let place = self.alternatives_of(schema);
        self.report(Diagnostic::at_key(code::CHOICE_AS_ANY, &place, message));
    }

    /// Where the alternatives of a schema stand.
    fn alternatives_of(&self, schema: &Schema) -> Location {
        let one_of = self.part(&schema.location, "oneOf");
        if one_of == schema.location {
            self.part(&schema.location, "anyOf")
        } else {
            one_of
        }
    }

    /// The enum among `choices` that texts are the only other values of: it is open to them.
    pub(super) fn open_enum(&mut self, choices: &[Schema]) -> Option<Schema> {
        match self.common(choices)? {
            Common::Enum(schema) => Some(*schema),
            Common::Plain(_) => None,
        }
    }

    /// Whether all values of `choices` are text.
    pub(super) fn is_text_choice(&mut self, choices: &[Schema]) -> bool {
        match self.common(choices) {
            Some(Common::Enum(_)) => true,
            Some(Common::Plain(ty)) => is_text(&ty) || ty == Type::Secret,
            None => false,
        }
    }

    /// What has the values of all alternatives; `None` when that is no plain type.
    fn common(&mut self, choices: &[Schema]) -> Option<Common> {
        let mut enums = Vec::new();
        let mut common: Option<Type> = None;
        for alternative in choices {
            let choice = self.behind_wrappers(alternative)?;
            let is_secret = alternative.extensions.secret || choice.extensions.secret;
            let ty = match classify(&choice) {
                Kind::Plain(name) => {
                    plain_type(name, choice.format.as_deref(), secrecy(is_secret)).0
                }
                Kind::Enum if is_secret && is_text_enum(&choice) => Type::Secret,
                Kind::Enum if choice.types.first().is_some_and(|name| name == "string") => {
                    enums.push(choice.clone());
                    Type::String
                }
                Kind::Reference(_)
                | Kind::Enum
                | Kind::Struct
                | Kind::List(_)
                | Kind::Map(_)
                | Kind::Choice(_)
                | Kind::Any
                | Kind::SeveralTypes => return None,
            };
            common = Some(match common {
                None => ty,
                Some(known) => united(&known, &ty)?,
            });
        }
        // Of two enums neither has the values of both.
        match (enums.pop(), common?) {
            (Some(only), Type::String) if enums.is_empty() => Some(Common::Enum(Box::new(only))),
            (_, plain) => Some(Common::Plain(plain)),
        }
    }
}

/// What has the values of several schemas.
enum Common {
    Plain(Type),
    /// The only enum among them.
    Enum(Box<Schema>),
}

/// Whether values of a plain type are text, which may be shown.
fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Bytes(_) | Type::Time(_))
        && *ty != Type::Time(TimeFormat::Unix)
}

/// The type of the values of both.
fn united(one: &Type, other: &Type) -> Option<Type> {
    let both = |is_such: fn(&Type) -> bool| is_such(one) && is_such(other);
    if one == other {
        Some(one.clone())
    } else if both(|ty| matches!(ty, Type::Int(_))) {
        Some(Type::Int(IntWidth::I64))
    } else if both(|ty| matches!(ty, Type::Int(_) | Type::Float(_))) {
        Some(Type::Float(FloatWidth::F64))
    } else if both(is_text) {
        Some(Type::String)
    } else if both(|ty| is_text(ty) || *ty == Type::Secret) {
        Some(Type::Secret)
    } else {
        None
    }
}

//! `required`: which properties of an object have to be there.
//!
//! Invariant: a name that is no property changes nothing, and is reported where it stands in its list.

use super::Lowering;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{Field, Presence, WireName};
use crate::nearest;
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::Value;

impl Lowering<'_> {
    /// Makes the fields that `required` names required, each with the schema that names it.
    pub(super) fn apply_required(
        &mut self,
        required: &[(String, Location)],
        fields: &mut IndexMap<WireName, Field>,
    ) {
        for (name, place) in required {
            let Some(field) = fields.get_mut(&WireName(name.clone())) else {
                let message = format!("`required` names `{name}`, which is no property: ignored");
                let meant = nearest::question(name, fields.keys().map(WireName::as_str));
                let place = self.required_name(place, name);
                self.report(Diagnostic::at(code::REQUIRED_UNKNOWN, &place, message).help_if(meant));
                continue;
            };
            field.presence = match field.presence {
                Presence::Required | Presence::Optional => Presence::Required,
                Presence::RequiredNullable | Presence::OptionalNullable => {
                    Presence::RequiredNullable
                }
            };
        }
    }

    /// Where `name` stands in the `required` of the schema at `schema`.
    fn required_name(&self, schema: &Location, name: &str) -> Location {
        let list = self.part(schema, "required");
        let names = self.sources.get(&list).and_then(Value::as_array);
        let index = names.and_then(|names| names.iter().position(|it| it == name));
        index.map_or(list.clone(), |index| list.index(index))
    }
}

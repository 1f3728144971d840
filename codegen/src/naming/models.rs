//! Names of models, their fields and their variants.

use super::scope::{Choice, Kind, Scope};
use super::table::{ModelNames, SideTable};
use super::words::{Candidate, Case};
use super::{
    Claim, FieldName, MethodName, ModuleName, Namer, Proposal, TypeName, VariantName, kinds, own,
};
use crate::ir::{
    Api, Enum, FieldId, Model, ModelId, NameChoice, Openness, Reached, Scalar, Shape, Struct, Union,
};
use crate::source::Location;
use std::borrow::Cow;

impl<'a> Namer<'a, '_> {
    /// The names of all models.
    pub(super) fn models(&mut self, api: &'a Api) -> SideTable<Model, ModelNames> {
        let mut modules = Scope::default();
        let names = api
            .models
            .values()
            .map(|model| self.model(model, &mut modules));
        let mut table = SideTable::new(names.collect());
        for (id, model) in api.models.iter() {
            match &model.shape {
                Shape::Union(union) => {
                    let variants = self.union_variants(union, api, &table);
                    table.get_mut(id).variants = variants;
                }
                Shape::Struct(object) => {
                    let reached = self.reached(id, object, api, &table);
                    table.get_mut(id).reached = reached;
                }
                Shape::Enum(_) | Shape::Alias(_) => {}
            }
        }
        table
    }

    /// The variants of a union: called as the types of their schemas, which are distinct.
    fn union_variants(
        &mut self,
        union: &'a Union,
        api: &'a Api,
        types: &SideTable<Model, ModelNames>,
    ) -> Vec<VariantName> {
        let mut scope = Scope::default();
        let variants = union.variants.iter().map(|variant| {
            let claim = Claim {
                candidate: Candidate::verbatim(types.get(variant.schema).type_name.as_str()),
                choice: Choice::Derived,
                origin: Some(&api.models[variant.schema].origin),
            };
            VariantName::new(scope.give(&kinds::UNION_VARIANT, &claim, self.diagnostics))
        });
        variants.collect()
    }

    /// The methods that give the properties of flattened objects: called as those properties, so long as no field and no
    /// nearer property is.
    fn reached(
        &mut self,
        id: ModelId,
        object: &'a Struct,
        api: &'a Api,
        models: &SideTable<Model, ModelNames>,
    ) -> Vec<MethodName> {
        let mut scope = Scope::default();
        let own_names = models.get(id);
        let additional = object.additional.as_ref().map(|_| &own_names.additional);
        for name in own_names.fields.iter().chain(additional) {
            scope.give(&kinds::FIELD, &own(name.as_str()), self.diagnostics);
        }
        let methods = object.reached.iter().map(|reached| {
            let origin = reached.through.first().and_then(|id| api.field(*id));
            let claim = Claim {
                candidate: candidate(reached, models),
                choice: Choice::Derived,
                origin: origin.map(|field| &field.origin),
            };
            MethodName::new(scope.give(&kinds::REACHED, &claim, self.diagnostics))
        });
        methods.collect()
    }

    fn model(&mut self, model: &'a Model, modules: &mut Scope<'a>) -> ModelNames {
        let claim = self.claim(
            &Proposal {
                text: Cow::Owned(model.name.0.join(" ")),
                choice: choice(model),
                origin: &model.origin,
            },
            Case::Camel,
        );
        let type_name = self.types.give(&kinds::MODEL, &claim, self.diagnostics);
        let module = own(Candidate::new(&type_name, Case::Snake).plain);
        let module = modules.give(&kinds::MODEL_MODULE, &module, self.diagnostics);
        let (fields, additional) = match &model.shape {
            Shape::Struct(fields) => self.struct_fields(fields),
            Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => {
                (Vec::new(), additional_properties())
            }
        };
        let variants = match &model.shape {
            Shape::Enum(values) => self.variants(values, &model.origin),
            Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => Vec::new(),
        };
        ModelNames {
            type_name: TypeName::new(type_name),
            module: ModuleName::new(module),
            fields,
            additional: FieldName::new(additional),
            reached: Vec::new(),
            variants,
            unknown: VariantName::new("Unknown".to_owned()),
        }
    }

    fn struct_fields(&mut self, fields: &'a Struct) -> (Vec<FieldName>, String) {
        let proposals = fields.fields.iter().map(|field| {
            Proposal::new(
                field.wire.as_str(),
                field.client_name.as_deref(),
                &field.origin,
            )
        });
        let (names, mut scope) = self.fields(proposals);
        let additional = own(additional_properties());
        let additional = scope.give(&kinds::FIELD, &additional, self.diagnostics);
        (names, additional)
    }

    fn variants(&mut self, values: &'a Enum, origin: &'a Location) -> Vec<VariantName> {
        let kind = match values.openness {
            Openness::Open => &kinds::OPEN_VARIANT,
            Openness::Closed => &kinds::CLOSED_VARIANT,
        };
        let mut scope = Scope::default();
        let claims = values.values.iter().map(|value| match &value.client_name {
            Some(name) => (name.clone(), Choice::Explicit),
            None => (scalar_text(&value.wire), Choice::Derived),
        });
        claims
            .map(|(text, choice)| self.variant(kind, &mut scope, &text, choice, origin))
            .collect()
    }

    fn variant(
        &mut self,
        kind: &Kind,
        scope: &mut Scope<'a>,
        text: &str,
        choice: Choice,
        origin: &'a Location,
    ) -> VariantName {
        let claim = Claim {
            candidate: Candidate::new(text, Case::Camel),
            choice,
            origin: Some(origin),
        };
        VariantName::new(scope.give(kind, &claim, self.diagnostics))
    }
}

/// The name of a property, and that name behind the one of the object that has it.
fn candidate(reached: &Reached, models: &SideTable<Model, ModelNames>) -> Candidate {
    let name = |id: FieldId| {
        let fields = &models.get(id.model).fields;
        fields.get(id.index).map_or("", FieldName::as_str)
    };
    let property = name(reached.field);
    let fuller = reached.through.last().map(|holder| {
        let words = format!("{} {property}", name(*holder));
        Candidate::new(&words, Case::Snake).plain
    });
    Candidate {
        plain: property.to_owned(),
        fuller,
    }
}

fn choice(model: &Model) -> Choice {
    match model.choice {
        NameChoice::Derived => Choice::Derived,
        NameChoice::Chosen => Choice::Explicit,
    }
}

fn scalar_text(value: &Scalar) -> String {
    match value {
        Scalar::String(text) | Scalar::Float(text) => text.clone(),
        Scalar::Int(number) => number.to_string(),
        Scalar::Bool(value) => value.to_string(),
    }
}

fn additional_properties() -> String {
    "additional_properties".to_owned()
}

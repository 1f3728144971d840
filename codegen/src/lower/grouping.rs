//! Groups of parameters (`x-ms-parameter-grouping`): each is one model, which is never on the wire itself.
//!
//! Invariant: a member is a field of that model under its own name on the wire, so operations that name one group share it.
//! Bodies, fields of forms and links stay arguments of their own: they are streamed, moved, or not to be printed.

use super::params::Declared;
use super::{Lowering, schema};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Arena, Contents, Docs, Field, Model, ModelId, Mutability, NameChoice, NameHint, Operation,
    Param, ParamIdx, ParamOwner, ParamPlace, PathEncoding, Presence, Requirement, Shape, Struct,
    Type, Usage, WireName,
};
use crate::swagger::extensions::ParameterGrouping;

impl Lowering<'_> {
    /// Moves the parameters of `params` that belong to a group into it, and adds the groups behind them.
    pub(super) fn group_params(
        &mut self,
        declared: &[Declared],
        id: &str,
        params: &mut Vec<Param>,
    ) {
        let count = params.len();
        let mut groups: Vec<Param> = Vec::new();
        let mut taken: Vec<(ModelId, WireName)> = Vec::new();
        for param in &mut *params {
            let Some(grouping) = grouping(declared, param) else {
                continue;
            };
            let model = self.group_model(grouping, param, id);
            let member = (model, param.wire.clone());
            let is_member = can_be_member(param) && !taken.contains(&member);
            if !is_member || !self.add_member(model, param) {
                self.report_single(param);
                continue;
            }
            taken.push(member);
            let known = groups
                .iter()
                .position(|group| group.ty == Type::Model(model));
            let place = known.unwrap_or(groups.len());
            if place == groups.len() {
                groups.push(group_param(model, grouping, param));
            }
            param.owner = ParamOwner::Group(ParamIdx(count + place));
        }
        params.extend(groups);
    }

    /// Makes each group an argument where any of its members has to be given, by whatever operation.
    pub(super) fn settle_groups(&self, operations: &mut Arena<Operation>) {
        let params = operations.values_mut().flat_map(|made| &mut made.params);
        for group in params.filter(|param| param.place == ParamPlace::Group) {
            let Type::Model(id) = group.ty else {
                continue;
            };
            if let Shape::Struct(object) = &self.types.models[id].shape {
                let mut fields = object.fields.iter();
                if fields.any(|field| field.presence == Presence::Required) {
                    group.requirement = Requirement::Required;
                }
            }
        }
    }

    /// The model of a group, which is a new one unless an operation has named it before.
    fn group_model(&mut self, grouping: &ParameterGrouping, param: &Param, id: &str) -> ModelId {
        let chosen = grouping.name.as_ref();
        let name = match chosen {
            Some(name) => NameHint(vec![name.clone()]),
            None => schema::extended(&NameHint(vec![id.to_owned()]), local_name(grouping)),
        };
        let choice = chosen.map_or(NameChoice::Derived, |_| NameChoice::Chosen);
        if let Some(known) = self.param_groups.get(&name) {
            return *known;
        }
        let model = self.types.models.push(Model {
            name: name.clone(),
            choice,
            origin: param.origin.key("x-ms-parameter-grouping"),
            docs: group_docs(),
            shape: Shape::Struct(Struct {
                fields: Vec::new(),
                additional: None,
                parents: Vec::new(),
                tag: None,
                base: None,
                reached: Vec::new(),
            }),
            usage: Usage::default(),
            contents: Contents::default(),
        });
        self.param_groups.insert(name, model);
        model
    }

    /// Adds a field for `param`; false when the group has one of this name and another type.
    fn add_member(&mut self, model: ModelId, param: &Param) -> bool {
        let presence = match param.requirement {
            Requirement::Required => Presence::Required,
            Requirement::Optional
            | Requirement::RequestId
            | Requirement::Constant(_)
            | Requirement::Default(_) => Presence::Optional,
        };
        let Shape::Struct(object) = &mut self.types.models[model].shape else {
            return false;
        };
        let mut fields = object.fields.iter_mut();
        if let Some(known) = fields.find(|field| field.wire == param.wire) {
            let agrees = known.ty == param.ty;
            if agrees && presence == Presence::Required {
                known.presence = presence;
            }
            return agrees;
        }
        object.fields.push(Field {
            wire: param.wire.clone(),
            client_name: param.client_name.clone(),
            origin: param.origin.clone(),
            docs: param.docs.clone(),
            ty: param.ty.clone(),
            bounds: param.bounds.clone(),
            presence,
            mutability: Mutability::ReadWrite,
        });
        true
    }

    fn report_single(&mut self, param: &Param) {
        let message = format!(
            "the parameter `{}` cannot be in a group: it stays one of its own",
            param.wire
        );
        let place = self.part(&param.origin, "x-ms-parameter-grouping");
        self.report(Diagnostic::at_key(
            code::UNSUPPORTED_EXTENSION,
            &place,
            message,
        ));
    }
}

fn grouping<'d>(declared: &'d [Declared], param: &Param) -> Option<&'d ParameterGrouping> {
    let mut declared = declared.iter();
    let (parameter, _) = declared.find(|(parameter, _)| parameter.location == param.origin)?;
    parameter.extensions.grouping.as_ref()
}

fn can_be_member(param: &Param) -> bool {
    let is_placed = match param.place {
        ParamPlace::Path(PathEncoding::Segment | PathEncoding::List(_))
        | ParamPlace::Query(_)
        | ParamPlace::RawQuery
        | ParamPlace::Header(_)
        | ParamPlace::Cookie(_) => true,
        ParamPlace::Path(PathEncoding::Raw)
        | ParamPlace::QueryObject(_)
        | ParamPlace::Form(_)
        | ParamPlace::Body
        | ParamPlace::Host
        | ParamPlace::Group => false,
    };
    let is_given = match param.requirement {
        Requirement::Required | Requirement::Optional | Requirement::RequestId => true,
        Requirement::Constant(_) | Requirement::Default(_) => false,
    };
    is_placed && is_given && param.owner == ParamOwner::Method
}

/// The argument by which an operation is given a group.
fn group_param(model: ModelId, grouping: &ParameterGrouping, member: &Param) -> Param {
    let name = grouping.name.as_deref();
    Param {
        wire: WireName(name.unwrap_or(local_name(grouping)).to_owned()),
        client_name: None,
        origin: member.origin.key("x-ms-parameter-grouping"),
        docs: group_docs(),
        ty: Type::Model(model),
        bounds: None,
        place: ParamPlace::Group,
        requirement: Requirement::Optional,
        owner: ParamOwner::Method,
    }
}

/// What a group without a name is called within its operation.
fn local_name(grouping: &ParameterGrouping) -> &str {
    grouping.postfix.as_deref().unwrap_or("parameters")
}

fn group_docs() -> Docs {
    Docs {
        summary: Some("Parameters that are given together.".to_owned()),
        description: None,
    }
}

//! Names of the client itself: its groups, its parameters, its security schemes and its service error.

use super::operations::ParamScopes;
use super::scope::Scope;
use super::table::{
    GroupClientNames, GroupNames, ModelNames, ParamNames, ServiceErrorNames, SideTable,
};
use super::words::{Candidate, Case};
use super::{Claim, ConstName, MethodName, ModuleName, Namer, Proposal, TypeName, kinds, own};
use crate::ir::{Api, Group, Model, Param, SecurityScheme, Type, WireName};

impl<'a> Namer<'a, '_> {
    /// The names of all groups.
    pub(super) fn groups(&mut self, api: &'a Api) -> Vec<GroupNames> {
        let mut modules = Scope::default();
        let mut accessors = Scope::default();
        let mut names = Vec::new();
        for group in &api.groups {
            let text = group.name.as_ref().map_or("ungrouped", WireName::as_str);
            let module = own(Candidate::new(text, Case::Snake).plain);
            let module = modules.give(&kinds::GROUP_MODULE, &module, self.diagnostics);
            let client = group.name.as_ref().map(|name| GroupClientNames {
                accessor: self.accessor(name, &mut accessors),
                type_name: self.group_client(name),
            });
            names.push(GroupNames {
                module: ModuleName::new(module),
                client,
            });
        }
        names
    }

    /// The methods of `Client` that give the clients of groups: no operation can have their names.
    pub(super) fn accessor_scope(&mut self, api: &'a Api) -> Scope<'a> {
        let mut accessors = Scope::default();
        for Group { name, .. } in &api.groups {
            if let Some(name) = name {
                self.accessor(name, &mut accessors);
            }
        }
        accessors
    }

    fn accessor(&mut self, name: &WireName, accessors: &mut Scope<'a>) -> MethodName {
        let claim = own(Candidate::new(name.as_str(), Case::Snake).plain);
        MethodName::new(accessors.give(&kinds::ACCESSOR, &claim, self.diagnostics))
    }

    fn group_client(&mut self, name: &WireName) -> TypeName {
        let name = Candidate::new(name.as_str(), Case::Camel).plain;
        self.derived_type(&kinds::GROUP_CLIENT, format!("{name}Client"))
    }

    /// The names of the parameters that belong to the client.
    pub(super) fn client_params(&mut self, api: &'a Api) -> SideTable<Param, ParamNames> {
        let mut scopes = ParamScopes::of_client();
        let names = api.client_params.values().map(|param| {
            let proposal = Proposal::new(
                param.wire.as_str(),
                param.client_name.as_deref(),
                &param.origin,
            );
            let claim = self.claim(&proposal, Case::Snake);
            self.param_names(&claim, &mut scopes)
        });
        SideTable::new(names.collect())
    }

    /// The names of the security schemes.
    pub(super) fn security(&mut self, api: &'a Api) -> SideTable<SecurityScheme, ConstName> {
        let mut scope = Scope::default();
        let names = api.security.values().map(|scheme| {
            let proposal = Proposal::new(scheme.name.as_str(), None, &scheme.origin);
            let claim: Claim<'a> = self.claim(&proposal, Case::Screaming);
            ConstName::new(scope.give(&kinds::SCHEME, &claim, self.diagnostics))
        });
        SideTable::new(names.collect())
    }

    /// The names of the service error: its own is reserved for it, its variants are called after their types.
    pub(super) fn service_error(
        &mut self,
        api: &'a Api,
        models: &SideTable<Model, ModelNames>,
    ) -> ServiceErrorNames {
        let variants = api
            .service_errors
            .iter()
            .map(|ty| Candidate::verbatim(type_words(ty, models)));
        ServiceErrorNames {
            type_name: TypeName::new("ServiceError".to_owned()),
            module: ModuleName::new("service_error".to_owned()),
            variants: self.own_variants(variants),
        }
    }
}

/// What a value of the type may be called.
fn type_words(ty: &Type, models: &SideTable<Model, ModelNames>) -> String {
    let name = match ty {
        Type::Model(id) | Type::Boxed(id) => models.get(*id).type_name.as_str(),
        Type::List(item) => return format!("{}List", type_words(item, models)),
        Type::Map(item) => return format!("{}Map", type_words(item, models)),
        Type::Nullable(item) => return type_words(item, models),
        Type::Bool => "Bool",
        Type::Int(_) => "Integer",
        Type::Float(_) => "Number",
        Type::String => "Text",
        Type::Bytes(_) | Type::Binary | Type::File => "Bytes",
        Type::Time(_) => "Time",
        Type::Secret => "Secret",
        Type::Any => "Json",
    };
    name.to_owned()
}

//! Names of operations and of what belongs to one: its request builder, parameters, headers and replies.

use super::scope::{Choice, Kind, Scope};
use super::table::{
    ByStatusNames, ContentTypeNames, HeadersNames, OperationNames, ParamNames, SideTable,
};
use super::words::{Candidate, Case};
use super::{
    Claim, FieldName, MethodName, ModuleName, Namer, Proposal, TypeName, VariantName, kinds, own,
};
use crate::ir::{
    Api, Body, Group, MediaTypes, Operation, Param, ParamOwner, Reply, Requirement, Success,
};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The scopes of the names of parameters: fields of a struct and its setters.
pub(super) struct ParamScopes<'a> {
    fields: Scope<'a>,
    setters: Scope<'a>,
    field: &'static Kind,
    setter: &'static Kind,
}

/// The names of the operations of one group, before they are put in the order of the arena.
struct GroupScopes<'a> {
    methods: Scope<'a>,
    modules: Scope<'a>,
}

impl<'a> Namer<'a, '_> {
    /// The names of all operations.
    pub(super) fn operations(&mut self, api: &'a Api) -> SideTable<Operation, OperationNames> {
        let mut names = BTreeMap::new();
        for group in &api.groups {
            let mut scopes = self.group_scopes(api, group);
            for &id in &group.operations {
                let operation = &api.operations[id];
                names.insert(id, self.operation(operation, group, &mut scopes));
            }
        }
        SideTable::new(names.into_values().collect())
    }

    /// The methods of `Client` itself share their scope with its accessors of groups.
    fn group_scopes(&mut self, api: &'a Api, group: &'a Group) -> GroupScopes<'a> {
        let mut modules = Scope::default();
        let methods = match &group.name {
            Some(name) => {
                // Clippy objects to a module within a module of its own name.
                let parent = own(Candidate::new(name.as_str(), Case::Snake).plain);
                modules.give(&kinds::GROUP_MODULE, &parent, self.diagnostics);
                Scope::default()
            }
            None => self.accessor_scope(api),
        };
        GroupScopes { methods, modules }
    }

    fn operation(
        &mut self,
        operation: &'a Operation,
        group: &'a Group,
        scopes: &mut GroupScopes<'a>,
    ) -> OperationNames {
        let proposal = Proposal {
            text: Cow::Borrowed(&operation.name),
            choice: choice(operation),
            origin: &operation.origin,
        };
        let claim = self.claim(&proposal, Case::Snake);
        let method = scopes
            .methods
            .give(&kinds::METHOD, &claim, self.diagnostics);
        let module = own(Candidate::new(&method, Case::Snake).plain);
        let module = scopes
            .modules
            .give(&kinds::REQUEST_MODULE, &module, self.diagnostics);
        let request = self.request_type(operation, group);
        let mut params = ParamScopes::of_request();
        OperationNames {
            method: MethodName::new(method),
            module: ModuleName::new(module),
            headers: self.headers(operation, &request),
            by_status: self.by_status(operation, &request),
            params: self.params(&operation.params, &mut params),
            content_type: self.content_type(operation, &request, &mut params),
            request,
        }
    }

    /// The group's name, then the operation's, even where that stutters: `PetPetList` tells more than a number would.
    fn request_type(&mut self, operation: &'a Operation, group: &'a Group) -> TypeName {
        let text = match &group.name {
            Some(name) => format!("{name} {}", operation.name),
            None => operation.name.clone(),
        };
        let proposal = Proposal {
            text: Cow::Owned(text),
            choice: Choice::Derived,
            origin: &operation.origin,
        };
        let claim = self.claim(&proposal, Case::Camel);
        TypeName::new(self.types.give(&kinds::REQUEST, &claim, self.diagnostics))
    }

    fn headers(&mut self, operation: &'a Operation, request: &TypeName) -> Option<HeadersNames> {
        let headers = &operation.replies.headers;
        if headers.is_empty() {
            return None;
        }
        let type_name =
            self.derived_type(&kinds::COMPANION, format!("{}Headers", request.as_str()));
        let (fields, _) = self.fields(headers.iter().map(|header| {
            Proposal::new(
                header.wire.as_str(),
                header.client_name.as_deref(),
                &header.origin,
            )
        }));
        Some(HeadersNames { type_name, fields })
    }

    fn by_status(&mut self, operation: &'a Operation, request: &TypeName) -> Option<ByStatusNames> {
        let replies = match &operation.replies.success {
            Success::ByStatus(replies) => replies,
            Success::Uniform { .. } | Success::Optional { .. } => return None,
        };
        Some(ByStatusNames {
            type_name: self.derived_type(&kinds::COMPANION, format!("{}Reply", request.as_str())),
            variants: self.own_variants(
                replies
                    .iter()
                    .map(|reply| Candidate::verbatim(status_variant(reply))),
            ),
        })
    }

    fn content_type(
        &mut self,
        operation: &'a Operation,
        request: &TypeName,
        params: &mut ParamScopes<'a>,
    ) -> Option<ContentTypeNames> {
        let MediaTypes(media_types) = media_types(operation.body.as_ref()?)?;
        if media_types.len() < 2 {
            return None;
        }
        let type_name = self.derived_type(
            &kinds::COMPANION,
            format!("{}ContentType", request.as_str()),
        );
        let variants = media_types
            .iter()
            .map(|media_type| Candidate::of_media_type(media_type));
        Some(ContentTypeNames {
            type_name,
            variants: self.own_variants(variants),
            other: VariantName::new("Other".to_owned()),
            param: self.param_names(&own("content_type"), params),
        })
    }

    /// The variants of an enum that only the generated code has.
    pub(super) fn own_variants(
        &mut self,
        candidates: impl Iterator<Item = Candidate>,
    ) -> Vec<VariantName> {
        let mut scope = Scope::default();
        candidates
            .map(|candidate| Claim {
                candidate,
                ..own("")
            })
            .map(|claim| scope.give(&kinds::OPEN_VARIANT, &claim, self.diagnostics))
            .map(VariantName::new)
            .collect()
    }

    /// The names of `params`. What the caller never gives cannot take a name from what is given.
    pub(super) fn params(
        &mut self,
        params: &'a [Param],
        scopes: &mut ParamScopes<'a>,
    ) -> Vec<ParamNames> {
        let mut hidden = ParamScopes::of_request();
        params
            .iter()
            .map(|param| {
                let proposal = Proposal::new(
                    param.wire.as_str(),
                    param.client_name.as_deref(),
                    &param.origin,
                );
                let claim = self.claim(&proposal, Case::Snake);
                if is_given_to_method(param) {
                    self.param_names(&claim, scopes)
                } else {
                    self.param_names(&own(claim.candidate.plain), &mut hidden)
                }
            })
            .collect()
    }

    /// The field and the setter that `claim` gets.
    pub(super) fn param_names(
        &mut self,
        claim: &Claim<'a>,
        scopes: &mut ParamScopes<'a>,
    ) -> ParamNames {
        let field = scopes.fields.give(scopes.field, claim, self.diagnostics);
        let setter = scopes
            .setters
            .give(scopes.setter, &own(field.clone()), self.diagnostics);
        ParamNames {
            field: FieldName::new(field),
            setter: MethodName::new(setter),
        }
    }
}

impl ParamScopes<'_> {
    /// Those of a request builder.
    pub(super) fn of_request() -> Self {
        Self::new(&kinds::REQUEST_FIELD, &kinds::SETTER)
    }

    /// Those of the client and its builder.
    pub(super) fn of_client() -> Self {
        Self::new(&kinds::CLIENT_FIELD, &kinds::CLIENT_SETTER)
    }

    fn new(field: &'static Kind, setter: &'static Kind) -> Self {
        Self {
            fields: Scope::default(),
            setters: Scope::default(),
            field,
            setter,
        }
    }
}

/// Whether the words are those of `operationId`, or were written as `x-ms-client-name`.
fn choice(operation: &Operation) -> Choice {
    if operation.id.as_str().ends_with(&operation.name) {
        Choice::Derived
    } else {
        Choice::Explicit
    }
}

fn is_given_to_method(param: &Param) -> bool {
    match (param.owner, &param.requirement) {
        (ParamOwner::Client(_) | ParamOwner::Group(_), _)
        | (ParamOwner::Method, Requirement::Constant(_)) => false,
        (
            ParamOwner::Method,
            Requirement::Required
            | Requirement::Optional
            | Requirement::RequestId
            | Requirement::Default(_),
        ) => true,
    }
}

fn media_types(body: &Body) -> Option<&MediaTypes> {
    match body {
        Body::Json { media_types, .. }
        | Body::Payload { media_types, .. }
        | Body::Xml { media_types, .. }
        | Body::Bytes { media_types, .. }
        | Body::Text { media_types, .. } => Some(media_types),
        Body::Form(_) => None,
    }
}

/// The reason phrase of RFC 9110, section 15, as a variant.
fn status_variant(reply: &Reply) -> String {
    let name = match reply.status {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        status => return format!("Status{status}"),
    };
    name.to_owned()
}

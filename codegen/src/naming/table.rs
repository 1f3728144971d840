//! The side table: for each thing of the IR that needs names in Rust, its names.
//!
//! Invariant: made by [`name`](super::name) alone, for one [`Api`](crate::ir::Api); lists are parallel to those of the
//! IR, so `zip` pairs things with their names.

use super::ident::{ConstName, FieldName, MethodName, ModuleName, TypeName, VariantName};
use crate::ir::{
    ClientParamId, FieldId, Id, Model, ModelId, Operation, OperationId, Param, ParamIdx, SchemeId,
    SecurityScheme,
};
use std::marker::PhantomData;

/// The names of everything that generated code defines.
#[derive(Clone, Debug)]
pub struct Names {
    pub(super) models: SideTable<Model, ModelNames>,
    pub(super) groups: Vec<GroupNames>,
    pub(super) operations: SideTable<Operation, OperationNames>,
    pub(super) client_params: SideTable<Param, ParamNames>,
    pub(super) security: SideTable<SecurityScheme, ConstName>,
    pub(super) service_error: ServiceErrorNames,
}

impl Names {
    /// The names of a model.
    pub fn model(&self, id: ModelId) -> &ModelNames {
        self.models.get(id)
    }

    /// The name of a field.
    // As for an arena, an index is taken on trust: both lists are made from one IR.
    #[allow(clippy::indexing_slicing)]
    pub fn field(&self, id: FieldId) -> &FieldName {
        &self.model(id.model).fields[id.index]
    }

    /// The names of the groups, parallel to [`Api::groups`](crate::ir::Api::groups).
    pub fn groups(&self) -> &[GroupNames] {
        &self.groups
    }

    /// The names of an operation.
    pub fn operation(&self, id: OperationId) -> &OperationNames {
        self.operations.get(id)
    }

    /// The names of a parameter that belongs to the client.
    pub fn client_param(&self, id: ClientParamId) -> &ParamNames {
        self.client_params.get(id)
    }

    /// The name of a security scheme's static.
    pub fn scheme(&self, id: SchemeId) -> &ConstName {
        self.security.get(id)
    }

    /// The names of the service error.
    pub fn service_error(&self) -> &ServiceErrorNames {
        &self.service_error
    }
}

/// The names of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelNames {
    /// The type.
    pub type_name: TypeName,
    /// The module, below `models`.
    pub module: ModuleName,
    /// The fields of a struct, parallel to [`Struct::fields`](crate::ir::Struct::fields).
    pub fields: Vec<FieldName>,
    /// The field of a struct for all other properties: `additional_properties`.
    pub additional: FieldName,
    /// The methods that give the properties of flattened objects, parallel to
    /// [`Struct::reached`](crate::ir::Struct::reached).
    pub reached: Vec<MethodName>,
    /// The variants, parallel to [`Enum::values`](crate::ir::Enum::values) or
    /// [`Union::variants`](crate::ir::Union::variants).
    pub variants: Vec<VariantName>,
    /// The variant of an open enum or a union for everything else: `Unknown`.
    pub unknown: VariantName,
}

/// The names of a group of operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupNames {
    /// The module, below `operations`.
    pub module: ModuleName,
    /// The group's own client; `None` for the operations without a group, which are methods of `Client` itself.
    pub client: Option<GroupClientNames>,
}

/// The names of a group's own client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupClientNames {
    /// The method of `Client` that gives it: `repository`.
    pub accessor: MethodName,
    /// Its type: `RepositoryClient`.
    pub type_name: TypeName,
}

/// The names of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationNames {
    /// The method of the group's client, or of `Client`: `get_list`.
    pub method: MethodName,
    /// The module, below that of the group: `get_list`.
    pub module: ModuleName,
    /// The request builder: `RepositoryGetList`.
    pub request: TypeName,
    /// The typed headers of the reply, where it has any: `RepositoryGetListHeaders`.
    pub headers: Option<HeadersNames>,
    /// The enum of replies that differ, for [`Success::ByStatus`](crate::ir::Success::ByStatus): `RepositoryGetListReply`.
    pub by_status: Option<ByStatusNames>,
    /// The choice of `Content-Type`, where the body has several media types.
    pub content_type: Option<ContentTypeNames>,
    pub(super) params: Vec<ParamNames>,
}

impl OperationNames {
    /// The names of a parameter of this operation.
    // An index of another operation cannot be told from one of this; both lists are made from one IR.
    #[allow(clippy::indexing_slicing)]
    pub fn param(&self, param: ParamIdx) -> &ParamNames {
        &self.params[param.0]
    }

    /// The names of the parameters, parallel to [`Operation::params`](crate::ir::Operation::params).
    pub fn params(&self) -> &[ParamNames] {
        &self.params
    }
}

/// The names of a reply's typed headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadersNames {
    /// The type.
    pub type_name: TypeName,
    /// The fields, parallel to [`Replies::headers`](crate::ir::Replies::headers).
    pub fields: Vec<FieldName>,
}

/// The names of an enum of replies that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByStatusNames {
    /// The type.
    pub type_name: TypeName,
    /// The variants, parallel to the replies: `Ok`, `Accepted`, `Status299`.
    pub variants: Vec<VariantName>,
}

/// The names of a choice of media type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentTypeNames {
    /// The enum of media types: `ManifestsCreateContentType`.
    pub type_name: TypeName,
    /// The variants, parallel to [`MediaTypes`](crate::ir::MediaTypes): `OciImageManifestV1Json`.
    pub variants: Vec<VariantName>,
    /// The variant for any other media type: `Other`.
    pub other: VariantName,
    /// The field and setter of the request builder: `content_type`.
    pub param: ParamNames,
}

/// The names of a parameter, in a request builder or in the client and its builder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamNames {
    /// The field, and the argument where it is one.
    pub field: FieldName,
    /// The setter.
    pub setter: MethodName,
}

/// The names of the service error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceErrorNames {
    /// The type or alias: `ServiceError`.
    pub type_name: TypeName,
    /// The module, where it has one: `service_error`.
    pub module: ModuleName,
    /// The variants, parallel to [`Api::service_errors`](crate::ir::Api::service_errors); used only when there are several.
    pub variants: Vec<VariantName>,
}

/// Values by the ids of an [`Arena`](crate::ir::Arena) of `K`.
#[derive(Clone, Debug)]
pub(super) struct SideTable<K, V> {
    values: Vec<V>,
    marker: PhantomData<fn() -> K>,
}

impl<K, V> SideTable<K, V> {
    /// One value for each element of the arena, in its order.
    pub(super) fn new(values: Vec<V>) -> Self {
        Self {
            values,
            marker: PhantomData,
        }
    }

    /// As for an arena, an index is taken on trust: ids come only from the arena that the table was made for.
    #[allow(clippy::indexing_slicing)]
    pub(super) fn get(&self, id: Id<K>) -> &V {
        &self.values[id.index()]
    }

    #[allow(clippy::indexing_slicing)]
    pub(super) fn get_mut(&mut self, id: Id<K>) -> &mut V {
        &mut self.values[id.index()]
    }
}

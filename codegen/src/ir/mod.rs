//! An API after every decision about the document and before every decision about Rust.
//!
//! Invariant: wire names and typed ids only, no Rust identifier; nothing here refers back to the typed document but by
//! [`Location`](crate::source::Location), which serves diagnostics alone. An emitter never needs the document.

pub mod arena;
pub mod body;
pub mod bounds;
pub mod dump;
pub mod model;
pub mod operation;
mod paging;
mod polling;
pub mod server;
pub mod types;
pub mod xml;

pub use arena::{Arena, Id};
pub use body::{Body, FormEncoding, MediaTypes, PayloadDefaults};
pub use bounds::{Bounds, Checks, ExactNumber, OwnBounds, PatternUse};
pub use dump::Dump;
pub use model::{
    Contents, Enum, EnumBase, EnumValue, Field, FieldId, Model, ModelId, Mutability, NameChoice,
    NameHint, Openness, Presence, Reached, Scalar, Secrets, Shape, Size, Struct, SubUnion, Tag,
    Union, Usage, Variant,
};
pub use operation::{
    Auth, Collection, ErrorFormat, ErrorReply, Group, Header, Method, ObjectStyle, Operation,
    OperationId, Param, ParamIdx, ParamOwner, ParamPlace, PathEncoding, PathTemplate, Redirects,
    Replies, Reply, ReplyBody, Requirement, SchemeUse, Segment, StatusMatch, Success, Visibility,
};
pub use paging::{NextLink, NextOperation, NextRequest, NextValue, Paging};
pub use polling::{FinalState, LongRunning};
pub use server::{
    ClientParamId, HostSegment, SchemeId, SecurityScheme, SecuritySchemeKind, Server,
};
pub use types::{BytesEncoding, FloatWidth, IntWidth, TimeFormat, Type, WireName};
pub use xml::{XmlModel, XmlModels, XmlName, XmlPlace, XmlRoot};

/// Text of the document for readers: Markdown as written, not yet made safe for rustdoc.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// `summary` or `title`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
}

/// A whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`: the version of the API, not of the crate.
    pub version: String,
    /// `info.description`.
    pub docs: Docs,
    /// Where requests go.
    pub server: Server,
    /// The parameters that belong to the client instead of to a method, each once.
    pub client_params: Arena<Param>,
    /// All types that have a name of their own.
    pub models: Arena<Model>,
    /// Those of them that are written in XML.
    pub xml: XmlModels,
    /// All operations, in document order.
    pub operations: Arena<Operation>,
    /// The operations by the part of `operationId` before `_`, in order of first appearance.
    pub groups: Vec<Group>,
    /// `securityDefinitions`.
    pub security: Arena<SecurityScheme>,
    /// The types of all error bodies, each once, in order of first appearance. One: it is the service error of the
    /// crate. Several: the service error is an enum with one variant for each. None: any JSON value.
    pub service_errors: Vec<Type>,
    /// What is checked before a request is sent.
    pub checks: Checks,
}

impl Api {
    /// The field at a place; `None` where there is none.
    pub fn field(&self, id: FieldId) -> Option<&Field> {
        match &self.models[id.model].shape {
            Shape::Struct(object) => object.fields.get(id.index),
            Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => None,
        }
    }

    /// The names on the wire on the way to a property of a flattened object: `properties.provisioningState`.
    pub fn path_of(&self, reached: &Reached) -> String {
        let ids = reached.through.iter().chain([&reached.field]);
        let names = ids.filter_map(|id| Some(self.field(*id)?.wire.as_str()));
        names.collect::<Vec<_>>().join(".")
    }

    /// Whether there are secrets in values of a type, however deep.
    pub fn holds_secrets(&self, ty: &Type) -> bool {
        match ty {
            Type::Secret => true,
            Type::Model(id) | Type::Boxed(id) => self.models[*id].contents.secrets == Secrets::Some,
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => {
                self.holds_secrets(inner)
            }
            Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::String
            | Type::Bytes(_)
            | Type::Time(_)
            | Type::Any
            | Type::Binary
            | Type::File => false,
        }
    }

    /// How large values of a type are beside others; what boxes, lists and maps hold is elsewhere.
    pub fn size(&self, ty: &Type) -> Size {
        match ty {
            Type::Model(id) => self.models[*id].contents.size,
            Type::Boxed(_)
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_)
            | Type::Secret
            | Type::Bool
            | Type::Int(_)
            | Type::Float(_)
            | Type::String
            | Type::Bytes(_)
            | Type::Time(_)
            | Type::Any
            | Type::Binary
            | Type::File => Size::Small,
        }
    }
}

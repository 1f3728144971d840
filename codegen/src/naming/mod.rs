//! The only place where Rust identifiers are made: a side table from typed ids to names.
//!
//! A name is a candidate (the document's words in Rust's case), made distinct within its scope, unless the configuration
//! pins it. Invariant: total, deterministic, ASCII; in one scope no two names are equal, and things that are added at
//! the end of a document rename nothing of their kind.

mod ident;
mod reserved;
mod table;

pub use ident::{ConstName, FieldName, MethodName, ModuleName, TypeName, VariantName};
pub use table::{
    ByStatusNames, ContentTypeNames, GroupClientNames, GroupNames, HeadersNames, ModelNames, Names,
    OperationNames, ParamNames, ServiceErrorNames,
};

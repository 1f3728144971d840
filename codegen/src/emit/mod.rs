//! The files of the generated part of a crate, as tokens: names are looked up, decisions were made before.
//!
//! Invariant: text of the document gets into code as a literal or through [`docs::DocText`] and in no other way, and
//! every identifier comes from [`Names`] or stands in a template.

mod argument;
mod client;
mod client_builder;
mod context;
pub mod docs;
mod group;
mod imports;
mod lints;
mod literal;
mod model;
mod operation;
mod order;
mod root;
mod runtime;
mod scaffold;
mod security;
mod service_error;
mod text;

pub use runtime::runtime_files;
pub use scaffold::{ScaffoldFile, scaffold};

use crate::config::Config;
use crate::ir::Api;
use crate::naming::Names;
use context::Context;
use operation::{View, default_value};
use proc_macro2::TokenStream;
use quote::quote;

/// A file of the generated part.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// The path below `src/generated`, with `/`: `models/repositories.rs`.
    pub path: String,
    /// The items.
    pub tokens: TokenStream,
}

/// The files of the generated part but the run-time, whose text is [`runtime_files`].
pub fn emit(api: &Api, names: &Names, _config: &Config) -> Vec<EmittedFile> {
    let cx = Context { api, names };
    let mut files = vec![
        file(cx, "mod.rs", "The client as the document describes it.", root::root(cx), FileKind::Modules),
        file(cx, "client.rs", "The client and its builder.", client::emit(cx), FileKind::Code(&[])),
    ];
    files.extend(security_file(cx));
    files.extend(service_error_file(cx));
    files.extend(model_files(cx));
    files.extend(operation_files(cx));
    files
}

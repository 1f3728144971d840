//! The files of the generated part of a crate, as tokens: names are looked up, decisions were made before.
//!
//! Invariant: text of the document gets into code as a literal or through [`docs::DocText`] and in no other way, and
//! every identifier comes from [`Names`] or stands in a template.

mod allowed;
mod argument;
mod bounds;
mod client;
mod client_builder;
mod context;
pub mod docs;
mod group;
mod imports;
mod job;
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
mod xml;

pub use imports::UseLines;
pub use job::FileJob;
pub use runtime::RuntimeParts;
pub use scaffold::{ScaffoldFile, scaffold};

use crate::ir::{Api, Auth};
use crate::naming::Names;
use context::Context;
use imports::{Importable, Imports};
use operation::default_value;
use proc_macro2::TokenStream;

/// A file of the generated part.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// The path below `src/generated`, with `/`: `models/repositories.rs`.
    pub path: String,
    /// What the file holds, in one line of Markdown.
    pub docs: String,
    /// The items, without the `use` lines that they need.
    pub tokens: TokenStream,
    /// How the items name those of other files.
    pub references: References,
}

/// How the items of a file name those of others.
#[derive(Clone, Debug)]
pub enum References {
    /// By their paths.
    Paths,
    /// By imported names.
    Names {
        /// The names that the file itself defines.
        own: Vec<String>,
    },
}

/// What makes the files of a client, each by itself, so that several threads can share them.
pub struct Emitter<'a> {
    api: &'a Api,
    names: &'a Names,
    imports: Imports<'a>,
    default_auth: Option<&'a Auth>,
}

impl<'a> Emitter<'a> {
    /// What makes the files of the client of `api`.
    pub fn new(api: &'a Api, names: &'a Names) -> Self {
        Self {
            api,
            names,
            imports: Imports::new(importable(api, names)),
            default_auth: security::default_requirement(api),
        }
    }

    /// The files but the root and the run-time.
    pub fn jobs(&self) -> Vec<FileJob<'a>> {
        job::jobs(self.api, self.names)
    }

    /// The file of a job.
    pub fn file(&self, job: FileJob<'_>) -> EmittedFile {
        job.emit(self.context())
    }

    /// The `use` lines of a file whose items, laid out, have this text.
    pub fn imports(&self, references: &References, items: &str) -> UseLines<'_> {
        match references {
            References::Paths => UseLines::default(),
            References::Names { own } => self.imports.of(items, own),
        }
    }

    /// The parts of the run-time that code needs which imports these [names](UseLines::of_runtime).
    pub fn runtime(&self, used: impl IntoIterator<Item = String>) -> RuntimeParts {
        // The calls that make and read a body in XML name no type of the run-time.
        let for_xml = self.api.has_xml().then(|| "XmlName".to_owned());
        RuntimeParts::with(used.into_iter().chain(for_xml))
    }

    /// The root of the generated part, which names the parts of the run-time.
    pub fn root(&self, runtime: &RuntimeParts) -> EmittedFile {
        let docs = "The client as the document describes it.";
        modules_file("mod.rs", docs, root::root(self.context(), runtime))
    }

    fn context(&self) -> Context<'_> {
        Context {
            api: self.api,
            names: self.names,
            imports: &self.imports,
            default_auth: self.default_auth,
        }
    }
}

/// A file of modules and re-exports, with paths of their own.
fn modules_file(path: &str, docs: &str, items: TokenStream) -> EmittedFile {
    EmittedFile {
        path: path.to_owned(),
        docs: docs.to_owned(),
        tokens: items,
        references: References::Paths,
    }
}

/// A file of items that use others by their short names; `own` are the names that the file itself defines.
fn code_file(path: &str, docs: &str, items: TokenStream, own: Vec<String>) -> EmittedFile {
    EmittedFile {
        references: References::Names { own },
        ..modules_file(path, docs, items)
    }
}

/// The types that the document brings along and that files use without defining them.
fn importable<'a>(api: &'a Api, names: &'a Names) -> impl Iterator<Item = Importable<'a>> {
    let models = api.models.ids().map(move |id| Importable {
        path: vec!["crate", "generated", "models"],
        name: names.model(id).type_name.as_str(),
    });
    let groups = names.groups().iter().filter_map(|names| {
        let client = names.client.as_ref()?;
        Some(Importable {
            path: vec!["crate", "generated", "operations", names.module.as_str()],
            name: client.type_name.as_str(),
        })
    });
    models.chain(groups)
}

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
mod lints;
mod literal;
mod model;
mod operation;
mod order;
mod root;
mod runtime;
mod scaffold;
mod secrets;
mod security;
mod service_error;
mod text;
mod xml;

pub use runtime::RuntimeParts;
pub use scaffold::{ScaffoldFile, scaffold};

use crate::ir::Api;
use crate::naming::Names;
use context::Context;
use docs::code_span;
use imports::{Importable, Imports};
use operation::{View, default_value};
use proc_macro2::TokenStream;
use quote::quote;
use std::mem;

/// A file of the generated part.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// The path below `src/generated`, with `/`: `models/repositories.rs`.
    pub path: String,
    /// The items.
    pub tokens: TokenStream,
    /// The names of the run-time that the items use.
    runtime_names: Vec<String>,
}

/// Gives the files of the generated part to `take`, one after another, since the tokens of all are large; but not the
/// run-time, whose files are those of [`RuntimeParts::files`].
pub fn emit(api: &Api, names: &Names, mut take: impl FnMut(EmittedFile)) -> RuntimeParts {
    let imports = Imports::new(importable(api, names));
    let cx = Context {
        api,
        names,
        imports: &imports,
        default_auth: security::default_requirement(api),
    };
    let mut runtime = RuntimeParts::default();
    if api.has_xml() {
        // The calls that make and read a body in XML name no type of the run-time.
        runtime.add_those_with(vec!["XmlName".to_owned()]);
    }
    code_files(cx, &mut |mut file| {
        runtime.add_those_with(mem::take(&mut file.runtime_names));
        take(file);
    });
    take(root_file(cx, &runtime));
    runtime
}

/// All files but the root.
fn code_files(cx: Context<'_>, take: &mut dyn FnMut(EmittedFile)) {
    take(client_file(cx));
    security_file(cx).into_iter().for_each(&mut *take);
    service_error_file(cx).into_iter().for_each(&mut *take);
    model_files(cx, take);
    operation_files(cx, take);
}

/// A file of modules and re-exports, with paths of their own.
fn modules_file(path: &str, docs: &str, items: &TokenStream) -> EmittedFile {
    let docs = format!(" {docs}");
    EmittedFile {
        path: path.to_owned(),
        tokens: quote! { #![doc = #docs] #items },
        runtime_names: Vec::new(),
    }
}

/// A file of items that use others by their short names; `own` are the names that the file itself defines.
fn code_file(
    cx: Context<'_>,
    path: &str,
    docs: &str,
    items: &TokenStream,
    own: &[String],
) -> EmittedFile {
    let imports = cx.imports.of(items, own);
    let runtime_names = imports.of_runtime().map(str::to_owned).collect();
    EmittedFile {
        runtime_names,
        ..modules_file(path, docs, &quote! { #imports #items })
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

fn root_file(cx: Context<'_>, runtime: &RuntimeParts) -> EmittedFile {
    let docs = "The client as the document describes it.";
    modules_file("mod.rs", docs, &root::root(cx, runtime))
}

fn client_file(cx: Context<'_>) -> EmittedFile {
    let own = ["Client".to_owned(), "ClientBuilder".to_owned()];
    let docs = "The client and its builder.";
    code_file(cx, "client.rs", docs, &client::emit(cx), &own)
}

fn security_file(cx: Context<'_>) -> Option<EmittedFile> {
    let items = security::emit(cx)?;
    let docs = "How requests are allowed.";
    Some(code_file(cx, "security.rs", docs, &items, &[]))
}

fn service_error_file(cx: Context<'_>) -> Option<EmittedFile> {
    let items = service_error::emit(cx)?;
    let names = cx.names.service_error();
    let path = format!("{}.rs", names.module.as_str());
    let own = [names.type_name.to_string()];
    Some(code_file(
        cx,
        &path,
        "The bodies of failures.",
        &items,
        &own,
    ))
}

fn model_files(cx: Context<'_>, take: &mut dyn FnMut(EmittedFile)) {
    if !cx.api.models.is_empty() {
        let docs = "The types of requests and replies.";
        take(modules_file("models/mod.rs", docs, &root::models(cx)));
    }
    for id in cx.api.models.ids() {
        let names = cx.names.model(id);
        let path = format!("models/{}.rs", names.module.as_str());
        let docs = format!("The type `{}`.", names.type_name);
        // `Result` is the standard one here: models know nothing of requests.
        let own = [names.type_name.to_string(), "Result".to_owned()];
        take(code_file(cx, &path, &docs, &model::emit(cx, id), &own));
    }
}

fn operation_files(cx: Context<'_>, take: &mut dyn FnMut(EmittedFile)) {
    if !cx.api.groups.is_empty() {
        let docs = "The operations by group.";
        let modules = root::operations(cx);
        take(modules_file("operations/mod.rs", docs, &modules));
    }
    for (group, names) in cx.api.groups.iter().zip(cx.names.groups()) {
        let folder = format!("operations/{}", names.module.as_str());
        let docs = match &group.name {
            Some(name) => format!("The operations of {}.", code_span(name.as_str())),
            None => "The operations of no group.".to_owned(),
        };
        let path = format!("{folder}/mod.rs");
        let items = group::emit(cx, group, names);
        let client = names.client.iter();
        let own: Vec<String> = client.map(|client| client.type_name.to_string()).collect();
        take(code_file(cx, &path, &docs, &items, &own));
        for id in &group.operations {
            take(operation_file(cx, &folder, &View::new(cx, *id, names)));
        }
    }
}

fn operation_file(cx: Context<'_>, folder: &str, view: &View<'_>) -> EmittedFile {
    let path = format!("{folder}/{}.rs", view.names.module.as_str());
    let docs = format!(
        "{}: {}.",
        code_span(view.operation.id.as_str()),
        view.route()
    );
    let own = operation::defined_types(view);
    code_file(cx, &path, &docs, &operation::emit(view), &own)
}

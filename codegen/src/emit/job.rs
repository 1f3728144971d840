//! The files of a client one by one: which there are, and how each is made without the others.

use super::context::Context;
use super::docs::code_span;
use super::operation::{self, View};
use super::{EmittedFile, client, code_file, group, model, modules_file, root};
use super::{security, service_error};
use crate::ir::{Api, Group, ModelId, OperationId};
use crate::naming::{GroupNames, Names};

/// A file to be emitted, any but the root.
#[derive(Clone, Copy, Debug)]
pub struct FileJob<'a>(Job<'a>);

#[derive(Clone, Copy, Debug)]
enum Job<'a> {
    /// The client and its builder.
    Client,
    /// How requests are allowed.
    Security,
    /// The service error, where it is an enum.
    ServiceError,
    /// The module of all models.
    Models,
    Model(ModelId),
    /// The module of all groups.
    Operations,
    /// The client of a group and the module of its operations.
    Group(&'a Group, &'a GroupNames),
    Operation(OperationId, &'a GroupNames),
}

/// The files of a client but the root, in the order in which they are reported on.
pub(super) fn jobs<'a>(api: &'a Api, names: &'a Names) -> Vec<FileJob<'a>> {
    let has_models = !api.models.is_empty();
    let has_groups = !api.groups.is_empty();
    let mut jobs = vec![Job::Client];
    jobs.extend((!api.security.is_empty()).then_some(Job::Security));
    jobs.extend((api.service_errors.len() > 1).then_some(Job::ServiceError));
    jobs.extend(has_models.then_some(Job::Models));
    jobs.extend(api.models.ids().map(Job::Model));
    jobs.extend(has_groups.then_some(Job::Operations));
    for (group, names) in api.groups.iter().zip(names.groups()) {
        jobs.push(Job::Group(group, names));
        let operations = group.operations.iter();
        jobs.extend(operations.map(|id| Job::Operation(*id, names)));
    }
    jobs.into_iter().map(FileJob).collect()
}

impl FileJob<'_> {
    /// The file that this job is about.
    pub(super) fn emit(self, cx: Context<'_>) -> EmittedFile {
        match self.0 {
            Job::Client => client_file(cx),
            Job::Security => security_file(cx),
            Job::ServiceError => service_error_file(cx),
            Job::Models => {
                let docs = "The types of requests and replies.";
                modules_file("models/mod.rs", docs, root::models(cx))
            }
            Job::Model(id) => model_file(cx, id),
            Job::Operations => {
                let docs = "The operations by group.";
                modules_file("operations/mod.rs", docs, root::operations(cx))
            }
            Job::Group(group, names) => group_file(cx, group, names),
            Job::Operation(id, names) => operation_file(&View::new(cx, id, names)),
        }
    }
}

fn client_file(cx: Context<'_>) -> EmittedFile {
    let own = vec!["Client".to_owned(), "ClientBuilder".to_owned()];
    let docs = "The client and its builder.";
    code_file("client.rs", docs, client::emit(cx), own)
}

fn security_file(cx: Context<'_>) -> EmittedFile {
    let docs = "The security schemes of the document, and what operations require.";
    code_file("security.rs", docs, security::emit(cx), Vec::new())
}

fn service_error_file(cx: Context<'_>) -> EmittedFile {
    let names = cx.names.service_error();
    let path = format!("{}.rs", names.module.as_str());
    let docs = "The bodies of failures.";
    let own = vec![names.type_name.to_string()];
    code_file(&path, docs, service_error::emit(cx), own)
}

fn model_file(cx: Context<'_>, id: ModelId) -> EmittedFile {
    let names = cx.names.model(id);
    let path = format!("models/{}.rs", names.module.as_str());
    let docs = format!("The type `{}`.", names.type_name);
    // `Result` is the standard one here: models know nothing of requests.
    let own = vec![names.type_name.to_string(), "Result".to_owned()];
    code_file(&path, &docs, model::emit(cx, id), own)
}

fn group_file(cx: Context<'_>, group: &Group, names: &GroupNames) -> EmittedFile {
    let path = format!("operations/{}/mod.rs", names.module.as_str());
    let docs = match &group.name {
        Some(name) => format!("The operations of {}.", code_span(name.as_str())),
        None => "The operations of no group.".to_owned(),
    };
    let client = names.client.iter();
    let own = client.map(|client| client.type_name.to_string()).collect();
    code_file(&path, &docs, group::emit(cx, group, names), own)
}

fn operation_file(view: &View<'_>) -> EmittedFile {
    let group = view.group.module.as_str();
    let module = view.names.module.as_str();
    let path = format!("operations/{group}/{module}.rs");
    let id = code_span(view.operation.id.as_str());
    let docs = format!("{id}: {}.", view.route());
    let own = operation::defined_types(view);
    code_file(&path, &docs, operation::emit(view), own)
}

//! Every example of the document as a request and a reply.
//!
//! A listener answers as the example says; the generated client is called with the example's parameters. What the
//! listener saw is compared with what the document asks for, and what the client handed out with the example's reply.

#[path = "examples/calls/mod.rs"]
mod calls;
#[path = "examples/document.rs"]
mod document;
#[path = "examples/given.rs"]
mod given;
#[path = "examples/outcome.rs"]
mod outcome;
#[path = "examples/reply.rs"]
mod reply;
#[path = "examples/request.rs"]
mod request;

use std::collections::BTreeSet;

use generated_client::{BasicCredential, Client, ClientOptions, Result};
use tests::listener::Listener;

use calls::{blob, manifests, repository, tag, tokens};
use document::DOCUMENT;
use given::{Choice, Given};
use outcome::Outcome;
use reply::ExampleReply;
use request::{LOGIN, assert_request};

/// A test for each operation, and the list of their ids.
macro_rules! operations {
    ($($test:ident: $id:literal => $call:path;)*) => {
        const TESTED: &[&str] = &[$($id),*];
        $(
            #[tokio::test]
            async fn $test() {
                check($id, $call).await;
            }
        )*
    };
}

operations! {
    v2_support_check: "V2Support_Check" => repository::check_version;
    repository_get_list: "Repository_GetList" => repository::get_list;
    repository_get_attributes: "Repository_GetAttributes" => repository::get_attributes;
    repository_update_attributes: "Repository_UpdateAttributes" => repository::update_attributes;
    repository_delete: "Repository_Delete" => repository::delete;
    tag_get_list: "Tag_GetList" => tag::get_list;
    tag_get_attributes: "Tag_GetAttributes" => tag::get_attributes;
    tag_update_attributes: "Tag_UpdateAttributes" => tag::update_attributes;
    tag_delete: "Tag_Delete" => tag::delete;
    manifests_get_list: "Manifests_GetList" => manifests::get_list;
    manifests_get_attributes: "Manifests_GetAttributes" => manifests::get_attributes;
    manifests_update_attributes: "Manifests_UpdateAttributes" => manifests::update_attributes;
    manifests_get: "Manifests_Get" => manifests::get;
    manifests_create: "Manifests_Create" => manifests::create;
    manifests_delete: "Manifests_Delete" => manifests::delete;
    blob_get: "Blob_Get" => blob::get;
    blob_check: "Blob_Check" => blob::check;
    blob_get_chunk: "Blob_GetChunk" => blob::get_chunk;
    blob_check_chunk: "Blob_CheckChunk" => blob::check_chunk;
    blob_delete: "Blob_Delete" => blob::delete;
    blob_mount: "Blob_Mount" => blob::mount;
    blob_start_upload: "Blob_StartUpload" => blob::start_upload;
    blob_upload: "Blob_Upload" => blob::upload;
    blob_get_status: "Blob_GetStatus" => blob::get_status;
    blob_end_upload: "Blob_EndUpload" => blob::end_upload;
    blob_cancel_upload: "Blob_CancelUpload" => blob::cancel_upload;
    refresh_tokens_get_from_exchange: "RefreshTokens_GetFromExchange" => tokens::get_from_exchange;
    access_tokens_get_from_login: "AccessTokens_GetFromLogin" => tokens::get_from_login;
    access_tokens_get: "AccessTokens_Get" => tokens::get;
}

#[test]
fn every_operation_has_an_example_and_a_test() {
    let tested: BTreeSet<_> = TESTED.iter().copied().collect();
    let documented: BTreeSet<_> = DOCUMENT
        .operations()
        .map(|operation| operation.id())
        .collect();
    let with_reply: BTreeSet<_> = DOCUMENT
        .operations()
        .filter(|operation| {
            operation
                .examples()
                .any(|example| !example.replies.is_empty())
        })
        .map(|operation| operation.id())
        .collect();
    assert_eq!(tested.len(), 29);
    assert_eq!(tested, documented);
    assert_eq!(tested, with_reply);
}

/// Plays every reply of every example of an operation, with each choice of parameters.
async fn check(id: &str, call: impl AsyncFn(&Client, &Given) -> Result<Outcome>) {
    let operation = DOCUMENT.operation(id);
    for example in operation.examples() {
        let replies = ExampleReply::all(&operation, &example);
        for reply in &replies {
            for choice in [Choice::AsWritten, Choice::Required, Choice::MadeUp] {
                println!("{}: {}, {choice:?}", example.name, reply.status());
                let given = Given::of(&operation, &example, choice);
                let listener = Listener::start([reply.script()]).await;
                // An example shows a redirect as a reply.
                let options = ClientOptions::default().follow_redirects(false);
                let outcome = call(&client(&listener, options), &given).await;
                assert_request(&listener.request(), &operation, &given);
                reply.assert_outcome(&operation, outcome);
            }
        }
        let (redirects, others): (Vec<_>, Vec<_>) =
            replies.iter().partition(|reply| reply.is_redirect());
        for (redirect, other) in redirects.into_iter().zip(others) {
            println!("{}: {}, followed", example.name, redirect.status());
            let given = Given::of(&operation, &example, Choice::AsWritten);
            let storage = Listener::start([other.script()]).await;
            let registry = Listener::start([redirect.located_at(&storage.url()).script()]).await;
            let outcome = call(&client(&registry, ClientOptions::default()), &given).await;
            assert_request(&registry.request(), &operation, &given);
            assert_eq!(storage.request().method(), registry.request().method());
            assert_eq!(storage.request().header("Authorization"), None);
            other.assert_outcome(&operation, outcome);
        }
    }
}

fn client(listener: &Listener, options: ClientOptions) -> Client {
    let (user, password) = LOGIN;
    Client::builder(listener.url())
        .credential(BasicCredential::new(user, password))
        .options(options)
        .build()
        .expect("a client")
}

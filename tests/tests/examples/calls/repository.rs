//! Repositories, and the check of the version.

use generated_client::operations::repository::{RepositoryGetList, RepositoryUpdateAttributes};
use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub(crate) async fn check_version(client: &Client, _: &Given) -> Result<Outcome> {
    let reply = client.v2_support().check().send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

pub(crate) async fn get_list(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .repository()
        .get_list()
        .optional(given.optional_text("last"), RepositoryGetList::last)
        .optional(given.optional_integer("n"), RepositoryGetList::n);
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply: link)))
}

pub(crate) async fn get_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.repository().get_attributes(given.text("name"));
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

pub(crate) async fn update_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .repository()
        .update_attributes(given.text("name"))
        .optional(
            given.optional_json("value"),
            RepositoryUpdateAttributes::value,
        );
    let reply = call.send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

pub(crate) async fn delete(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.repository().delete(given.text("name"));
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

//! Manifests and their attributes.

use generated_client::operations::manifests::{
    ManifestsGet, ManifestsGetList, ManifestsUpdateAttributes,
};
use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub(crate) async fn get_list(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .get_list(given.text("name"))
        .optional(given.optional_text("last"), ManifestsGetList::last)
        .optional(given.optional_integer("n"), ManifestsGetList::n)
        .optional(given.optional_text("orderby"), ManifestsGetList::orderby);
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply: link)))
}

pub(crate) async fn get_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .get_attributes(given.text("name"), given.text("reference"));
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

pub(crate) async fn update_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .update_attributes(given.text("name"), given.text("reference"))
        .optional(
            given.optional_json("value"),
            ManifestsUpdateAttributes::value,
        );
    let reply = call.send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

pub(crate) async fn get(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .get(given.text("name"), given.text("reference"))
        .optional(given.optional_text("accept"), ManifestsGet::accept);
    let reply = call.send().await?;
    Ok(Outcome::json(
        &reply,
        headers!(reply: docker_content_digest, content_type),
    ))
}

pub(crate) async fn create(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.manifests().create(
        given.text("name"),
        given.text("reference"),
        given.body("payload"),
    );
    let reply = call.send().await?;
    let headers = headers!(reply: content_length, docker_content_digest, location);
    Ok(Outcome::empty(&reply, headers))
}

pub(crate) async fn delete(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .delete(given.text("name"), given.text("reference"));
    let reply = call.send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

//! Tags.

use generated_client::operations::tag::{TagGetList, TagUpdateAttributes};
use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub(crate) async fn get_list(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .tag()
        .get_list(given.text("name"))
        .optional(given.optional_text("last"), TagGetList::last)
        .optional(given.optional_integer("n"), TagGetList::n)
        .optional(given.optional_text("orderby"), TagGetList::orderby)
        .optional(given.optional_text("digest"), TagGetList::digest);
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply: link)))
}

pub(crate) async fn get_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .tag()
        .get_attributes(given.text("name"), given.text("reference"));
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

pub(crate) async fn update_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .tag()
        .update_attributes(given.text("name"), given.text("reference"))
        .optional(given.optional_json("value"), TagUpdateAttributes::value);
    let reply = call.send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

pub(crate) async fn delete(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .tag()
        .delete(given.text("name"), given.text("reference"));
    let reply = call.send().await?;
    Ok(Outcome::empty(&reply, headers!(reply:)))
}

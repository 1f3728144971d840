//! Manifests and their attributes.

use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub async fn get_list(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .get_list(given.text("name"))
        .optional(given.optional_text("last"), |call, last| call.last(last))
        .optional(given.optional_integer("n"), |call, n| call.n(n))
        .optional(given.optional_text("orderby"), |call, orderby| {
            call.orderby(orderby)
        });
    let reply = call.send().await?;
    Outcome::json(&reply, headers!(reply: link))
}

pub async fn get_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .get_attributes(given.text("name"), given.text("reference"));
    let reply = call.send().await?;
    Outcome::json(&reply, headers!(reply:))
}

pub async fn update_attributes(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .update_attributes(given.text("name"), given.text("reference"))
        .optional(given.optional_json("value"), |call, value| {
            call.value(value)
        });
    let reply = call.send().await?;
    Outcome::empty(&reply, headers!(reply:))
}

pub async fn get(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .get(given.text("name"), given.text("reference"))
        .optional(given.optional_text("accept"), |call, accept| {
            call.accept(accept)
        });
    let reply = call.send().await?;
    Outcome::json(&reply, headers!(reply: docker_content_digest, content_type))
}

pub async fn create(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client.manifests().create(
        given.text("name"),
        given.text("reference"),
        given.body("payload"),
    );
    let reply = call.send().await?;
    let headers = headers!(reply: content_length, docker_content_digest, location);
    Outcome::empty(&reply, headers)
}

pub async fn delete(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .manifests()
        .delete(given.text("name"), given.text("reference"));
    let reply = call.send().await?;
    Outcome::empty(&reply, headers!(reply:))
}

//! Refresh tokens and access tokens.

use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub async fn get_from_exchange(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .refresh_tokens()
        .get_from_exchange(given.text("grant_type").into(), given.text("service"))
        .optional(given.optional_text("tenant"), |call, tenant| {
            call.tenant(tenant)
        })
        .optional(given.optional_text("refresh_token"), |call, token| {
            call.refresh_token(token)
        })
        .optional(given.optional_text("access_token"), |call, token| {
            call.access_token(token)
        });
    let reply = call.send().await?;
    Outcome::json(&reply, headers!(reply:))
}

pub async fn get_from_login(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .access_tokens()
        .get_from_login(given.text("service"), given.texts("scope"));
    let reply = call.send().await?;
    Outcome::json(&reply, headers!(reply:))
}

pub async fn get(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .access_tokens()
        .get(
            given.text("grant_type").into(),
            given.text("service"),
            given.texts("scope"),
        )
        .optional(given.optional_text("refresh_token"), |call, token| {
            call.refresh_token(token)
        });
    let reply = call.send().await?;
    Outcome::json(&reply, headers!(reply:))
}

//! Refresh tokens and access tokens.

use generated_client::operations::access_tokens::AccessTokensGet;
use generated_client::operations::refresh_tokens::RefreshTokensGetFromExchange;
use generated_client::{Client, Result};

use super::super::given::Given;
use super::super::outcome::{Outcome, headers};
use super::Optional;

pub(crate) async fn get_from_exchange(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .refresh_tokens()
        .get_from_exchange(given.text("grant_type").into(), given.text("service"))
        .optional(
            given.optional_text("tenant"),
            RefreshTokensGetFromExchange::tenant,
        )
        .optional(
            given.optional_text("refresh_token"),
            RefreshTokensGetFromExchange::refresh_token,
        )
        .optional(
            given.optional_text("access_token"),
            RefreshTokensGetFromExchange::access_token,
        );
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

pub(crate) async fn get_from_login(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .access_tokens()
        .get_from_login(given.text("service"), given.texts("scope"));
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

pub(crate) async fn get(client: &Client, given: &Given) -> Result<Outcome> {
    let call = client
        .access_tokens()
        .get(
            given.text("grant_type").into(),
            given.text("service"),
            given.texts("scope"),
        )
        .optional(
            given.optional_text("refresh_token"),
            AccessTokensGet::refresh_token,
        );
    let reply = call.send().await?;
    Ok(Outcome::json(&reply, headers!(reply:)))
}

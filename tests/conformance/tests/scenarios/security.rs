//! The scenarios of `security-key.json` and `security-aad.json`.

use conformance::{scenario, server};

// The Azure Active Directory scope stands where the token would be: the server checks that it comes as a bearer token.
const SCOPE: &str = "https://security.microsoft.com/.default";

#[test]
fn key() {
    scenario("SecurityKey", async {
        security_key_client::Client::builder()
            .endpoint(server())
            .credential(security_key_client::ApiKey::new("123456789"))
            .build()?
            .head()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn aad() {
    scenario("SecurityAad", async {
        security_aad_client::Client::builder()
            .endpoint(server())
            .credential(security_aad_client::BearerToken::new(SCOPE))
            .build()?
            .head()
            .send()
            .await?;
        Ok(())
    });
}

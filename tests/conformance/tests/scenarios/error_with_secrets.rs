//! The scenarios of `error-with-secrets.json`.

use conformance::{scenario, server, uncounted};
use error_with_secrets_client::models::SecretRequest;
use error_with_secrets_client::{ApiKey, Client, ErrorKind};

const KEY: &str = "1c88a67921784300a462b2cb61da2339";

#[test]
fn secrets_of_an_error_are_not_shown() {
    scenario("ErrorWithSecrets", async {
        let error = Client::builder()
            .endpoint(server())
            .build()?
            .get_error_with_secrets()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains(KEY), "{shown}");
        assert!(!shown.contains("user@contoso.com"), "{shown}");
        Ok(())
    });
}

#[test]
fn secrets_of_a_request_are_not_shown() {
    scenario("RequestWithSecrets", async {
        let client = Client::builder()
            .endpoint(server())
            .credential(ApiKey::new(format!("SharedKey {KEY}")))
            .build()?;
        let create = client.create_secret(KEY, SecretRequest::new(KEY));
        let shown = format!("{client:?} {create:?}");
        assert!(!shown.contains(KEY), "{shown}");
        let reply = create.send().await?;
        assert!(!format!("{reply:?}").contains(KEY), "{reply:?}");
        assert_eq!(reply.body().key.expose(), KEY);
        assert_eq!(reply.body().value.expose(), "secret");
        Ok(())
    });
}

/// The same with a key that the server refuses.
#[test]
fn secrets_of_a_refused_request_are_not_shown() {
    uncounted(async {
        let client = Client::builder()
            .endpoint(server())
            .credential(ApiKey::new("SharedKey the-wrong-key"))
            .build()?;
        let create = client.create_secret("the-wrong-key", SecretRequest::new("the-wrong-key"));
        let error = create.send().await.unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("the-wrong-key"), "{shown}");
        Ok(())
    });
}

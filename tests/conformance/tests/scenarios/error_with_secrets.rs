//! The scenarios of `error-with-secrets.json`.

use conformance::{scenario, server};
use error_with_secrets_client::{Client, ErrorKind};

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
        assert!(
            !shown.contains("1c88a67921784300a462b2cb61da2339"),
            "{shown}"
        );
        assert!(!shown.contains("user@contoso.com"), "{shown}");
        Ok(())
    });
}

//! The scenarios of `httpInfrastructure.json` whose redirects are followed only when the user asks for it, or only by
//! some clients.

use conformance::{scenario, server};
use httpinfrastructure_client::{Client, ClientOptions};

/// A client that follows the redirects of all methods.
fn client() -> Client {
    let options = ClientOptions::default().resend_redirected(true);
    let client = Client::builder().endpoint(server()).options(options);
    client.build().expect("a client")
}

#[test]
fn head_300() {
    scenario("HttpRedirect300Head", async {
        let reply = client().http_redirects().head300().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn get_300() {
    scenario("HttpRedirect300Get", async {
        let reply = client().http_redirects().get300().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn post_303() {
    scenario("HttpRedirect303Post", async {
        let reply = client()
            .http_redirects()
            .post303()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn put_307() {
    scenario("HttpRedirect307Put", async {
        let reply = client()
            .http_redirects2()
            .put307()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn post_307() {
    scenario("HttpRedirect307Post", async {
        let reply = client()
            .http_redirects()
            .post307()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn patch_307() {
    scenario("HttpRedirect307Patch", async {
        let reply = client()
            .http_redirects()
            .patch307()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn delete_307() {
    scenario("HttpRedirect307Delete", async {
        let reply = client()
            .http_redirects()
            .delete307()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn options_307() {
    scenario("HttpRedirect307Options", async {
        let reply = client().http_redirects().options307().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

//! Redirects that are followed, and those that may not be.

use super::client;
use conformance::scenario;
use httpinfrastructure_client::ErrorKind;

#[test]
fn head_301() {
    scenario("HttpRedirect301Head", async {
        let reply = client().http_redirects().head301().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn get_301() {
    scenario("HttpRedirect301Get", async {
        let reply = client().http_redirects().get301().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn head_302() {
    scenario("HttpRedirect302Head", async {
        let reply = client().http_redirects().head302().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn get_302() {
    scenario("HttpRedirect302Get", async {
        let reply = client().http_redirects().get302().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn head_307() {
    scenario("HttpRedirect307Head", async {
        let reply = client().http_redirects().head307().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn get_307() {
    scenario("HttpRedirect307Get", async {
        let reply = client().http_redirects().get307().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn put_301() {
    scenario("HttpRedirect301Put", async {
        let error = client()
            .http_redirects()
            .put301()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        Ok(())
    });
}

#[test]
fn patch_302() {
    scenario("HttpRedirect302Patch", async {
        let error = client()
            .http_redirects()
            .patch302()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        Ok(())
    });
}

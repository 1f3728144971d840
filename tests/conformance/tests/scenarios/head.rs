//! The scenarios of `head.json`, whose client asks whether a thing is there, and of `head-exceptions.json`, in whose client
//! 404 is a failure.

use conformance::{scenario, server};

fn client() -> head_client::Client {
    let client = head_client::Client::builder().endpoint(server());
    client.build().expect("a client")
}

fn exceptions_client() -> head_exceptions_client::Client {
    let client = head_exceptions_client::Client::builder().endpoint(server());
    client.build().expect("a client")
}

#[test]
fn head_200() {
    scenario("HttpSuccess200Head", async {
        let reply = client().http_success().head200().send().await?;
        assert_eq!(reply.status(), 200);
        assert!(reply.body());
        Ok(())
    });
}

#[test]
fn head_204() {
    scenario("HttpSuccess204Head", async {
        let reply = client().http_success().head204().send().await?;
        assert_eq!(reply.status(), 204);
        assert!(reply.body());
        Ok(())
    });
}

#[test]
fn head_404() {
    scenario("HttpSuccess404Head", async {
        let reply = client().http_success().head404().send().await?;
        assert_eq!(reply.status(), 404);
        assert!(!reply.body());
        Ok(())
    });
}

#[test]
fn exceptions_200() {
    scenario("HttpSuccess200Head", async {
        let reply = exceptions_client()
            .head_exception()
            .head200()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn exceptions_204() {
    scenario("HttpSuccess204Head", async {
        let reply = exceptions_client()
            .head_exception()
            .head204()
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn exceptions_404() {
    scenario("HttpSuccess404Head", async {
        let error = exceptions_client()
            .head_exception()
            .head404()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), head_exceptions_client::ErrorKind::Service);
        assert_eq!(error.status().expect("a reply"), 404);
        Ok(())
    });
}

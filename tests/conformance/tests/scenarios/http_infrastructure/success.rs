//! Replies that mean success.

use super::{client, status};
use conformance::scenario;

#[test]
fn head_200() {
    scenario("HttpSuccess200Head", async {
        let reply = client().http_success().head200().send().await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn get_200() {
    scenario("HttpSuccess200Get", async {
        let reply = client().http_success().get200().send().await?;
        assert!(reply.body());
        Ok(())
    });
}

#[test]
fn put_200() {
    scenario("HttpSuccess200Put", async {
        let reply = client()
            .http_success()
            .put200()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn post_200() {
    scenario("HttpSuccess200Post", async {
        let reply = client()
            .http_success()
            .post200()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn patch_200() {
    scenario("HttpSuccess200Patch", async {
        let reply = client()
            .http_success()
            .patch200()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn delete_200() {
    scenario("HttpSuccess200Delete", async {
        let reply = client()
            .http_success()
            .delete200()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn put_201() {
    scenario("HttpSuccess201Put", async {
        let reply = client()
            .http_success()
            .put201()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 201);
        Ok(())
    });
}

#[test]
fn post_201() {
    scenario("HttpSuccess201Post", async {
        let reply = client()
            .http_success()
            .post201()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 201);
        Ok(())
    });
}

#[test]
fn put_202() {
    scenario("HttpSuccess202Put", async {
        let reply = client()
            .http_success()
            .put202()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 202);
        Ok(())
    });
}

#[test]
fn post_202() {
    scenario("HttpSuccess202Post", async {
        let reply = client()
            .http_success()
            .post202()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 202);
        Ok(())
    });
}

#[test]
fn patch_202() {
    scenario("HttpSuccess202Patch", async {
        let reply = client()
            .http_success()
            .patch202()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 202);
        Ok(())
    });
}

#[test]
fn delete_202() {
    scenario("HttpSuccess202Delete", async {
        let reply = client()
            .http_success()
            .delete202()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 202);
        Ok(())
    });
}

#[test]
fn head_204() {
    scenario("HttpSuccess204Head", async {
        let reply = client().http_success().head204().send().await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn put_204() {
    scenario("HttpSuccess204Put", async {
        let reply = client()
            .http_success()
            .put204()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn patch_204() {
    scenario("HttpSuccess204Patch", async {
        let reply = client()
            .http_success()
            .patch204()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn delete_204() {
    scenario("HttpSuccess204Delete", async {
        let reply = client()
            .http_success()
            .delete204()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn post_204() {
    scenario("HttpSuccess204Post", async {
        let reply = client()
            .http_success2()
            .post204()
            .boolean_value(true)
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn head_404() {
    scenario("HttpSuccess404Head", async {
        let error = client().http_success().head404().send().await.unwrap_err();
        assert_eq!(status(&error), 404);
        Ok(())
    });
}

//! Other statuses that mean failure.

use super::{client, status};
use conformance::scenario;

#[test]
fn head_401() {
    scenario("HttpClientFailure401Head", async {
        let error = client()
            .http_client_failure()
            .head401()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 401);
        Ok(())
    });
}

#[test]
fn get_402() {
    scenario("HttpClientFailure402Get", async {
        let error = client()
            .http_client_failure()
            .get402()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 402);
        Ok(())
    });
}

#[test]
fn get_403() {
    scenario("HttpClientFailure403Get", async {
        let error = client()
            .http_client_failure()
            .get403()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 403);
        Ok(())
    });
}

#[test]
fn options_403() {
    scenario("HttpClientFailure403Options", async {
        let error = client()
            .http_client_failure()
            .options403()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 403);
        Ok(())
    });
}

#[test]
fn put_404() {
    scenario("HttpClientFailure404Put", async {
        let error = client()
            .http_client_failure()
            .put404()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 404);
        Ok(())
    });
}

#[test]
fn patch_405() {
    scenario("HttpClientFailure405Patch", async {
        let error = client()
            .http_client_failure()
            .patch405()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 405);
        Ok(())
    });
}

#[test]
fn post_406() {
    scenario("HttpClientFailure406Post", async {
        let error = client()
            .http_client_failure()
            .post406()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 406);
        Ok(())
    });
}

#[test]
fn delete_407() {
    scenario("HttpClientFailure407Delete", async {
        let error = client()
            .http_client_failure()
            .delete407()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 407);
        Ok(())
    });
}

#[test]
fn put_409() {
    scenario("HttpClientFailure409Put", async {
        let error = client()
            .http_client_failure()
            .put409()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 409);
        Ok(())
    });
}

#[test]
fn head_410() {
    scenario("HttpClientFailure410Head", async {
        let error = client()
            .http_client_failure()
            .head410()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 410);
        Ok(())
    });
}

#[test]
fn get_411() {
    scenario("HttpClientFailure411Get", async {
        let error = client()
            .http_client_failure()
            .get411()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 411);
        Ok(())
    });
}

#[test]
fn get_412() {
    scenario("HttpClientFailure412Get", async {
        let error = client()
            .http_client_failure()
            .get412()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 412);
        Ok(())
    });
}

#[test]
fn options_412() {
    scenario("HttpClientFailure412Options", async {
        let error = client()
            .http_client_failure()
            .options412()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 412);
        Ok(())
    });
}

#[test]
fn put_413() {
    scenario("HttpClientFailure413Put", async {
        let error = client()
            .http_client_failure()
            .put413()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 413);
        Ok(())
    });
}

#[test]
fn patch_414() {
    scenario("HttpClientFailure414Patch", async {
        let error = client()
            .http_client_failure()
            .patch414()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 414);
        Ok(())
    });
}

#[test]
fn post_415() {
    scenario("HttpClientFailure415Post", async {
        let error = client()
            .http_client_failure()
            .post415()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 415);
        Ok(())
    });
}

#[test]
fn get_416() {
    scenario("HttpClientFailure416Get", async {
        let error = client()
            .http_client_failure()
            .get416()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 416);
        Ok(())
    });
}

#[test]
fn delete_417() {
    scenario("HttpClientFailure417Delete", async {
        let error = client()
            .http_client_failure()
            .delete417()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 417);
        Ok(())
    });
}

#[test]
fn head_429() {
    scenario("HttpClientFailure429Head", async {
        let error = client()
            .http_client_failure()
            .head429()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 429);
        Ok(())
    });
}

#[test]
fn head_501() {
    scenario("HttpServerFailure501Head", async {
        let error = client()
            .http_server_failure()
            .head501()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 501);
        Ok(())
    });
}

#[test]
fn get_501() {
    scenario("HttpServerFailure501Get", async {
        let error = client()
            .http_server_failure()
            .get501()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 501);
        Ok(())
    });
}

#[test]
fn post_505() {
    scenario("HttpServerFailure505Post", async {
        let error = client()
            .http_server_failure()
            .post505()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 505);
        Ok(())
    });
}

#[test]
fn delete_505() {
    scenario("HttpServerFailure505Delete", async {
        let error = client()
            .http_server_failure()
            .delete505()
            .boolean_value(true)
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 505);
        Ok(())
    });
}

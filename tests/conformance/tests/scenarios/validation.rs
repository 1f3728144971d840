//! The scenarios of `validation.json`, and what its client refuses to send, which the server does not count.

use conformance::{scenario, server, uncounted};
use validation_client::models::{ChildProduct, ConstantProduct, Product};
use validation_client::{Client, ErrorKind, Result};

fn client() -> Client {
    let client = Client::builder("subscription", "1.0.0").endpoint(server());
    client.build().expect("a client")
}

fn product() -> Product {
    Product::new(ChildProduct::default(), ConstantProduct::default())
}

#[test]
fn constants_in_path() {
    scenario("ConstantsInPath", async {
        client().get_with_constant_in_path().send().await?;
        Ok(())
    });
}

#[test]
fn constants_in_body() {
    scenario("ConstantsInBody", async {
        let reply = client()
            .post_with_constant_in_body()
            .body(product())
            .send()
            .await?;
        assert_eq!(reply.body(), &product());
        Ok(())
    });
}

/// What the client says of a request that it does not send.
fn refusal<T>(sent: Result<T>) -> String {
    let error = sent.err().expect("a refusal");
    assert_eq!(error.kind(), ErrorKind::BadParameter);
    assert!(!error.request_was_sent());
    error.to_string()
}

#[test]
fn parameters_that_the_document_does_not_allow() {
    uncounted(async {
        let client = client();
        for (group, id, problem) in [
            ("1", 100, "`resourceGroupName` has fewer characters than 3"),
            (
                "1234567890A",
                100,
                "`resourceGroupName` has more characters than 10",
            ),
            (
                "!@#$",
                100,
                "`resourceGroupName` does not match `[a-zA-Z0-9']+`",
            ),
            ("123", 105, "`id` is no multiple of 10"),
            ("123", 0, "`id` is less than 100"),
            ("123", 2000, "`id` is more than 1000"),
        ] {
            let get = client.validation_of_method_parameters(group, id);
            let said = refusal(get.send().await);
            assert!(said.ends_with(problem), "{said}");
        }
        Ok(())
    });
}

#[test]
fn bodies_that_the_document_does_not_allow() {
    uncounted(async {
        let client = client();
        let names = vec!["a".to_owned(); 2];
        for (body, problem) in [
            (
                Product {
                    capacity: Some(0),
                    ..product()
                },
                "`body.capacity` is not more than 0",
            ),
            (
                Product {
                    capacity: Some(100),
                    ..product()
                },
                "`body.capacity` is not less than 100",
            ),
            (
                Product {
                    display_names: Some(names),
                    ..product()
                },
                "`body.display_names` has an element twice",
            ),
            (
                Product {
                    image: Some("a.png".to_owned()),
                    ..product()
                },
                "`body.image` does not match `http://\\w+`",
            ),
        ] {
            let put = client.validation_of_body("123", 150).body(body);
            let said = refusal(put.send().await);
            assert!(said.ends_with(problem), "{said}");
        }
        Ok(())
    });
}

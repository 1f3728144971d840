//! The scenarios of `custom-baseUrl.json` and `custom-baseUrl-more-options.json`.

use conformance::{scenario, server};
use custom_baseurl_client as plain;
use custom_baseurl_more_options_client as more;

/// The address of the server in three parts, the first with the scheme.
fn parts() -> [String; 3] {
    let server = server();
    let (rest, last) = server.split_at(server.len() - 1);
    let (first, middle) = rest.split_at("http://".len() + 1);
    [first, middle, last].map(str::to_owned)
}

fn more_options() -> more::Client {
    let [vault, secret, suffix] = parts();
    let client = more::Client::builder(vault, secret, suffix, "test12");
    client.build().expect("a client")
}

#[test]
fn get_empty() {
    scenario("CustomBaseUri", async {
        let server = server();
        let authority = server.trim_start_matches("http://");
        let (account, host) = authority.split_at(authority.len() / 2);
        plain::Client::builder(account, host)
            .build()?
            .paths()
            .get_empty()
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_empty_with_more_options() {
    scenario("CustomBaseUriMoreOptions", async {
        more_options()
            .paths()
            .get_empty("key1")
            .key_version("v1")
            .send()
            .await?;
        Ok(())
    });
}

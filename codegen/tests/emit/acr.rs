//! The registry's document, whose client is the first product.

use crate::support::emitted_with_overlay;
use std::collections::BTreeMap;

fn client() -> BTreeMap<String, String> {
    let document = include_str!("../../../spec/containerregistry.json");
    let overlay = include_str!("../../../spec/overlay.yaml");
    emitted_with_overlay(document, Some(overlay))
}

#[test]
fn a_generated_send_has_at_most_twelve_lines() {
    let mut count = 0;
    for (path, text) in client() {
        let Some((_, from_send)) = text.split_once("    pub async fn send(self)") else {
            continue;
        };
        let (send, _) = from_send.split_once("\n    }").expect("the method ends");
        assert!(send.lines().count() < 12, "{path}:\n{send}");
        count += 1;
    }
    assert_eq!(count, 29);
}

#[test]
fn equal_documents_give_equal_files() {
    assert_eq!(client(), client());
}

#[test]
fn a_request_of_an_operation_without_security_names_no_scheme() {
    let client = client();
    let refresh = &client["operations/refresh_tokens/get_from_exchange.rs"];
    assert!(refresh.contains("security: &[]"), "{refresh}");
    let list = &client["operations/repository/get_list.rs"];
    assert!(list.contains("security: security::DEFAULT"), "{list}");
}

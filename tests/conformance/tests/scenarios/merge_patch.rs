//! The scenarios of `merge-patch.json`.

use conformance::{scenario, server};
use merge_patch_client::Client;
use serde_json::json;

#[test]
fn patch_single() {
    scenario("PassMergePatchObject", async {
        Client::builder()
            .endpoint(server())
            .build()?
            .patch_single(json!({ "color": null }))
            .send()
            .await?;
        Ok(())
    });
}

//! The document of Azure Container Registry as published, without the overlay.

use crate::support::{Lowered, lower_file};
use codegen::ir::Dump;
use std::path::Path;

fn acr() -> Lowered {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/containerregistry.json");
    lower_file(&path).expect("the document can be read")
}

#[test]
fn all_of_the_document_is_lowered() {
    let lowered = acr();
    assert_eq!(lowered.api.operations.len(), 29);
    insta::assert_snapshot!("acr", Dump(&lowered.api).to_string());
}

#[test]
fn what_is_odd_about_the_document_is_said() {
    insta::assert_snapshot!("acr_findings", acr().findings().join("\n"));
}

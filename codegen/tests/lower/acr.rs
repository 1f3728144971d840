//! The document of Azure Container Registry as published, without the overlay.

use crate::support::{Lowered, lower_file};
use codegen::ir::Dump;
use std::collections::BTreeMap;
use std::path::Path;

fn acr() -> Lowered {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/containerregistry.json");
    lower_file(&path).expect("the document can be read")
}

#[test]
fn all_of_the_document_is_lowered() {
    let lowered = acr();
    assert_eq!(lowered.api.operations.len(), 29);
    let dump = Dump(&lowered.api).to_string();
    let (types, operations) = dump
        .split_once("\noperation ")
        .expect("operations come last");
    insta::assert_snapshot!("acr_types", types);
    let mut by_group: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for operation in operations.split("\noperation ") {
        let group = operation.split('_').next().unwrap_or_default();
        by_group.entry(group).or_default().push(operation);
    }
    for (group, operations) in by_group {
        insta::assert_snapshot!(format!("acr_{group}"), operations.join("\n"));
    }
}

#[test]
fn what_is_odd_about_the_document_is_said() {
    insta::assert_snapshot!("acr_findings", acr().findings().join("\n"));
}

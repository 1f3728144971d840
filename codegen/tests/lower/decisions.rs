//! One fixture for each decision: what is decided, as text, and what is said about it.

use crate::invariants;
use crate::support::read_text;
use codegen::ir::Dump;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

macro_rules! fixtures {
    ($($name:ident)*) => {
        const FIXTURES: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            check(stringify!($name));
        })*
    };
}

fixtures! {
    additional_properties
    aliases
    all_of
    bodies
    bounds
    boxes
    constants_and_defaults
    discriminators
    enum_names
    enums
    flatten
    forms
    formats
    groups
    headers
    host_given
    host_malformed
    host_template
    mutability
    nullable
    openapi_choices
    openapi_content
    openapi_parameters
    openapi_references
    openapi_replies
    paging
    parameter_owners
    parameters
    paths
    plain_host
    polling
    references
    replies
    security
    unsupported
    usage
    xml
}

#[test]
fn every_fixture_is_used() {
    let used: BTreeSet<String> = FIXTURES.iter().map(|name| (*name).to_owned()).collect();
    let files = fs::read_dir(folder()).expect("the fixtures are there");
    let found = files
        .map(|file| file.expect("the folder is readable").path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    assert_eq!(used, found);
}

fn check(name: &str) {
    let text =
        fs::read_to_string(folder().join(format!("{name}.yaml"))).expect("the fixture is there");
    assert!(
        text.lines().count() <= 48,
        "{name}: a fixture fits on a screen"
    );
    let lowered = read_text(&text).lower();
    invariants::check(&lowered.api);
    let dump = Dump(&lowered.api).to_string();
    let shown = format!("{dump}--\n{}", lowered.findings().join("\n"));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, shown);
    });
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lower/fixtures")
}

//! What a crate has beside its generated part.

use crate::support::{emitted_files, named};
use codegen::config::Config;
use codegen::emit::{RuntimeParts, ScaffoldFile, scaffold};
use toml::Table;

fn files(title: &str) -> Vec<ScaffoldFile> {
    let title = serde_json::Value::from(title);
    let document = format!(
        r#"{{"swagger": "2.0", "info": {{"title": {title}, "version": "1"}}, "paths": {{}}}}"#
    );
    let (api, _) = named(&document, None);
    let config = Config {
        crate_name: "pets".to_owned(),
        ..Config::default()
    };
    scaffold(&api, &config, &RuntimeParts::default())
}

/// Of a document that needs every part of the run-time that needs a package.
const NEEDS_ALL: &str = r#"{
    "swagger": "2.0", "info": {"title": "All", "version": "1"},
    "paths": {"/now": {"get": {
        "operationId": "now", "produces": ["application/xml"],
        "responses": {"200": {"description": "", "schema": {"properties": {"now": {"type": "string", "format": "date-time"}}}}}
    }}}
}"#;

fn text(files: &[ScaffoldFile], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path);
    file.expect("the file is there").text.clone()
}

fn manifest(title: &str) -> Table {
    text(&files(title), "Cargo.toml")
        .parse()
        .expect("the manifest is TOML")
}

#[test]
fn the_root_of_the_crate_exports_the_generated_part() {
    insta::assert_snapshot!(text(&files("Pets"), "src/lib.rs"));
}

#[test]
fn the_manifest_names_the_crate_and_stands_alone() {
    let manifest = manifest("Pets");
    assert_eq!(manifest["package"]["name"].as_str(), Some("pets"));
    assert_eq!(
        manifest["package"]["description"].as_str(),
        Some("Client of Pets")
    );
    assert!(
        manifest["workspace"]
            .as_table()
            .is_some_and(Table::is_empty)
    );
}

/// The versions that the run-time is tested with.
#[test]
fn the_manifest_has_the_versions_of_this_workspace() {
    let workspace: Table = include_str!("../../../Cargo.toml")
        .parse()
        .expect("it is TOML");
    let own: Table = include_str!("../../../generated-client/Cargo.toml")
        .parse()
        .expect("it is TOML");
    let (api, names) = named(NEEDS_ALL, None);
    let (_, runtime) = emitted_files(&api, &names);
    let files = scaffold(&api, &Config::default(), &runtime);
    let manifest: Table = text(&files, "Cargo.toml").parse().expect("it is TOML");
    assert_eq!(manifest["features"], own["features"]);
    let dependencies = manifest["dependencies"].as_table().expect("it is a table");
    let mut expected = own["dependencies"].as_table().expect("a table").clone();
    let by_workspace = Table::from_iter([("workspace".to_owned(), true.into())]);
    expected.insert("quick-xml".to_owned(), by_workspace.into());
    assert!(dependencies.keys().eq(expected.keys()), "{dependencies:?}");
    for (name, given) in dependencies {
        let wanted = match expected[name].get("workspace") {
            Some(_) => &workspace["workspace"]["dependencies"][name],
            None => &expected[name],
        };
        assert_eq!(given, wanted, "{name}");
    }
}

#[test]
fn a_hostile_title_stays_text() {
    let title = "a\"]\n[dependencies]\nevil = \"1\"\n*/ pub fn evil() {}\u{202e}`";
    let manifest = manifest(title);
    assert_eq!(manifest["package"]["name"].as_str(), Some("pets"));
    assert!(manifest["dependencies"].get("evil").is_none());
    let root = text(&files(title), "src/lib.rs");
    let parsed = syn::parse_file(&root).expect("the root is Rust");
    assert_eq!(parsed.items.len(), 2, "{root}");
}

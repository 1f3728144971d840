//! The document of Azure Container Registry: the client that the project ships, file by file.

use codegen::config::Config;
use codegen::diagnostics::{Color, Diagnostics, Level, render_human};
use codegen::source::{LoadOptions, Loader, Sources};
use codegen::{Generated, generate};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The snapshot of what is said about the document as published.
const FINDINGS: &str = "findings";

#[test]
fn each_file_is_as_reviewed() {
    let run = Run::of(Some("overlay.yaml"));
    let files = run.reviewed_files();
    let mut expected = BTreeSet::new();
    for (path, text) in &files {
        let name = path.replace('/', "__");
        assert_snapshot(&name, text);
        expected.insert(format!("{name}.snap"));
    }
    expected.insert(format!("{FINDINGS}.snap"));
    assert_eq!(expected, snapshot_files(), "snapshots of no generated file");
}

#[test]
fn findings_about_the_published_document() {
    let run = Run::of(None);
    assert_eq!(run.generated.statistics.operations, 29);
    assert_eq!(run.diagnostics.count(Level::Error), 0);
    assert_snapshot(FINDINGS, &run.findings());
}

#[test]
fn the_overlay_leaves_nothing_to_warn_of() {
    let run = Run::of(Some("overlay.yaml"));
    assert_eq!(run.generated.statistics.operations, 29);
    assert_eq!(run.findings(), "");
}

#[test]
fn a_second_run_gives_the_same() {
    let first = Run::of(Some("overlay.yaml")).generated.files;
    assert_eq!(first, Run::of(Some("overlay.yaml")).generated.files);
}

#[test]
fn only_the_root_tells_the_digest_of_the_document() {
    let run = Run::of(Some("overlay.yaml"));
    let with_digest: Vec<&str> = run
        .generated
        .files
        .iter()
        .filter(|(_, text)| text.contains("sha256:") && text.starts_with("// @generated"))
        .filter(|(_, text)| text.lines().take(3).any(|line| line.contains("sha256:")))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(with_digest, ["src/generated/mod.rs"]);
}

/// One generation of the document.
struct Run {
    sources: Sources,
    diagnostics: Diagnostics,
    generated: Generated,
}

impl Run {
    fn of(overlay: Option<&str>) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
        let settings = fs::read_to_string(folder.join("codegen.toml")).unwrap();
        let config = Config::from_toml(&settings).unwrap();
        let mut diagnostics = Diagnostics::new(config.levels.clone());
        let overlay = overlay.map(|name| folder.join(name));
        let sources = Loader::new(LoadOptions::default()).load(
            &folder.join("containerregistry.json"),
            overlay.as_deref(),
            &mut diagnostics,
        );
        let generated = generate(&sources, &config, &mut diagnostics).unwrap_or_else(|| {
            panic!("{}", render_human(&diagnostics, &sources, Color::Never));
        });
        Self {
            sources,
            diagnostics,
            generated,
        }
    }

    /// The warnings, without the folder that the run was in.
    fn findings(&self) -> String {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
        render_human(&self.diagnostics, &self.sources, Color::Never).replace(folder, "")
    }

    /// The files that come of the document, without their header.
    fn reviewed_files(&self) -> Vec<(String, &str)> {
        self.generated
            .files
            .iter()
            .filter_map(|(path, text)| {
                let path = path.strip_prefix("src/generated/")?;
                let (_, items) = text.split_once("\n\n")?;
                (!path.starts_with("runtime/")).then(|| (path.to_owned(), items))
            })
            .collect()
    }
}

fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn snapshot_files() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/acr/snapshots");
    fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.contains(".snap."))
        .collect()
}

//! Which files are read, under which names, and which never.

use codegen::diagnostics::{Color, Diagnostics, render_human};
use codegen::source::{DocumentId, LoadOptions, Loader, Location, Sources};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            let path = folder.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn load(&self, spec: &str, options: LoadOptions) -> (Sources, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let loader = Loader::new(options);
        let sources = loader.load(&self.path(spec), None, &mut diagnostics);
        (sources, diagnostics)
    }

    /// What a person reads, without the name of the temporary folder.
    fn complaints(&self, spec: &str, options: LoadOptions) -> String {
        let (sources, diagnostics) = self.load(spec, options);
        let text = render_human(&diagnostics, &sources, Color::Never);
        let real = self.0.path().canonicalize().unwrap();
        text.replace(real.to_str().unwrap(), "DIR")
            .replace(self.0.path().to_str().unwrap(), "DIR")
    }
}

fn names(sources: &Sources) -> Vec<&str> {
    sources
        .documents()
        .map(|(_, document)| document.name.as_str())
        .collect()
}

fn codes(diagnostics: &Diagnostics) -> Vec<&'static str> {
    diagnostics.iter().map(|finding| finding.code.id).collect()
}

fn referring_to(reference: &str) -> String {
    serde_json::json!({"definitions": {"A": {"$ref": reference}}}).to_string()
}

#[test]
fn files_are_read_below_the_repository_and_named_relative_to_it() {
    let folder = Folder::with(&[
        (".git/HEAD", ""),
        (
            "acr/v1/api.json",
            &referring_to("../../common/types.yaml#/definitions/T"),
        ),
        (
            "common/types.yaml",
            "definitions:\n  T: {$ref: 'more.json#/x'}\n",
        ),
        (
            "common/more.json",
            r#"{"x": {"$ref": "../acr/v1/api.json#/definitions"}}"#,
        ),
    ]);
    let (sources, diagnostics) = folder.load("acr/v1/api.json", LoadOptions::default());
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(
        names(&sources),
        ["acr/v1/api.json", "common/types.yaml", "common/more.json"]
    );
    let paths: Vec<PathBuf> = sources
        .documents()
        .map(|(_, document)| PathBuf::from(&document.path))
        .collect();
    assert_eq!(paths[1], folder.path("common/types.yaml"));
}

#[test]
fn names_do_not_depend_on_the_way_to_the_document() {
    let folder = Folder::with(&[("spec/api.json", "{}"), ("spec/overlay.yaml", "x-a: 1\n")]);
    for spec in ["spec/api.json", "spec/../spec/./api.json"] {
        let mut diagnostics = Diagnostics::default();
        let overlay = folder.path("spec/overlay.yaml");
        let loader = Loader::new(LoadOptions::default());
        let sources = loader.load(&folder.path(spec), Some(&overlay), &mut diagnostics);
        assert_eq!(names(&sources), ["api.json", "overlay.yaml"]);
        assert_eq!(Path::new(&sources.entry().path), folder.path(spec));
    }
}

#[test]
fn without_a_repository_the_root_is_the_folder_of_the_document() {
    let folder = Folder::with(&[
        ("spec/api.json", &referring_to("../common.json")),
        ("common.json", "{}"),
    ]);
    insta::assert_snapshot!(folder.complaints("spec/api.json", LoadOptions::default()));
    let ref_root = Some(folder.path("spec/.."));
    let (sources, diagnostics) = folder.load(
        "spec/api.json",
        LoadOptions {
            ref_root,
            ..LoadOptions::default()
        },
    );
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(names(&sources), ["spec/api.json", "common.json"]);
    let from = Location::root(DocumentId::ENTRY);
    assert!(sources.resolve(&from, "../common.json#").is_ok());
}

#[test]
fn g14_external_references_out_of_the_root_are_refused() {
    let outside = Folder::with(&[("secret.json", "{\"a\": 1}")]);
    let secret = outside.path("secret.json");
    let folder = Folder::with(&[("spec/api.json", "{}"), ("secret.json", "{}")]);
    let file_url = format!("file://{}", secret.display());
    let references = [
        "http://169.254.169.254/latest/meta-data#/a",
        "https://example.org/a.json",
        "HTTP:a.json",
        file_url.as_str(),
        "../../../../../../../../etc/passwd",
        "../secret.json",
        "%2e%2e/secret.json",
        "x/../../secret.json#/a",
        secret.to_str().unwrap(),
        "//example.org/a.json",
        "\\\\host\\share\\a.json",
        "a%00b.json",
    ];
    for reference in references {
        fs::write(folder.path("spec/api.json"), referring_to(reference)).unwrap();
        let (sources, diagnostics) = folder.load("spec/api.json", LoadOptions::default());
        assert_eq!(codes(&diagnostics), ["SW0021"], "{reference}");
        assert_eq!(names(&sources), ["api.json"], "{reference}");
        let help = diagnostics.iter().next().unwrap().help.as_deref().unwrap();
        assert!(help.contains("--ref-root"));
        assert!(
            sources
                .resolve(&Location::root(DocumentId::ENTRY), reference)
                .is_err()
        );
    }
}

#[cfg(unix)]
#[test]
fn g14_symbolic_links_out_of_the_root_are_refused() {
    let outside = Folder::with(&[("secret.json", "{\"a\": 1}")]);
    let folder = Folder::with(&[
        ("api.json", &referring_to("link.json")),
        ("real.json", "{}"),
    ]);
    std::os::unix::fs::symlink(outside.path("secret.json"), folder.path("link.json")).unwrap();
    let (sources, diagnostics) = folder.load("api.json", LoadOptions::default());
    assert_eq!(codes(&diagnostics), ["SW0021"]);
    assert_eq!(names(&sources), ["api.json"]);
    fs::remove_file(folder.path("link.json")).unwrap();
    std::os::unix::fs::symlink("real.json", folder.path("link.json")).unwrap();
    let (sources, diagnostics) = folder.load("api.json", LoadOptions::default());
    assert_eq!(codes(&diagnostics), [""; 0]);
    let from = Location::root(DocumentId::ENTRY);
    assert!(sources.resolve(&from, "link.json").is_ok());
}

#[test]
fn a_missing_file_is_reported_at_the_reference() {
    let folder = Folder::with(&[
        ("api.json", &referring_to("none.json#/x")),
        ("folder/x", ""),
    ]);
    insta::assert_snapshot!(folder.complaints("api.json", LoadOptions::default()));
    fs::write(folder.path("api.json"), referring_to("folder")).unwrap();
    let (_, diagnostics) = folder.load("api.json", LoadOptions::default());
    assert_eq!(codes(&diagnostics), ["SW0020"]);
}

#[test]
fn a_fault_in_a_referred_file_is_shown_there() {
    let folder = Folder::with(&[
        ("api.json", &referring_to("sub/types.json")),
        ("sub/types.json", "{\"a\": ]}"),
    ]);
    insta::assert_snapshot!(folder.complaints("api.json", LoadOptions::default()));
}

#[test]
fn a_document_that_is_not_there_is_an_error() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!(folder.complaints("api.json", LoadOptions::default()));
}

#[test]
fn g31_a_document_over_the_limit_is_not_read() {
    let folder = Folder::with(&[("api.json", "{\"a\": 1234567}")]);
    let limited = |max_bytes| LoadOptions {
        max_bytes,
        ..LoadOptions::default()
    };
    assert_eq!(codes(&folder.load("api.json", limited(14)).1), [""; 0]);
    let (sources, diagnostics) = folder.load("api.json", limited(13));
    assert_eq!(codes(&diagnostics), ["SW0005"]);
    assert!(sources.entry().text.is_empty());
}

#[test]
fn g21_other_encodings_are_called_by_their_name() {
    let folder = Folder::with(&[]);
    let utf16: Vec<u8> = "{\"a\": 1}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked: Vec<u8> = [0xFE, 0xFF]
        .into_iter()
        .chain("{}".encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let invalid = b"{\n  \"caf\xE9\": 1\n}".to_vec();
    let complaints: Vec<String> = [utf16, marked, invalid]
        .iter()
        .map(|bytes| {
            fs::write(folder.path("api.json"), bytes).unwrap();
            folder.complaints("api.json", LoadOptions::default())
        })
        .collect();
    insta::assert_snapshot!(complaints.join(""));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_reached_by_two_paths_is_one_document() {
    let folder = Folder::with(&[
        (
            "api.json",
            r#"{"a": {"$ref": "real/types.json"}, "b": {"$ref": "link/types.json"}, "c": {"$ref": "link/../api.json"}}"#,
        ),
        ("real/types.json", "{}"),
    ]);
    std::os::unix::fs::symlink("real", folder.path("link")).unwrap();
    let (sources, diagnostics) = folder.load("api.json", LoadOptions::default());
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(names(&sources), ["api.json", "real/types.json"]);
    let from = Location::root(DocumentId::ENTRY);
    let [real, link] =
        ["real/types.json", "link/types.json"].map(|file| sources.resolve(&from, file).unwrap());
    assert_eq!(real, link);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Folder::with(&[]);
    let pipe = folder.path("api.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let complaints = folder.complaints("api.json", LoadOptions::default());
    assert!(complaints.contains("error[SW0001]"), "{complaints}");
    assert!(complaints.contains("it is not a file"), "{complaints}");
}

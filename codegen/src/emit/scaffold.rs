//! What a generated crate needs beside its generated part: written once, then its owner's.

use super::docs::{DocText, characters, code_span};
use super::runtime::RuntimeParts;
use super::text;
use crate::config::Config;
use crate::ir::Api;

/// A file of the scaffold: path below the crate's folder, and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaffoldFile {
    /// The path below the crate's folder, with `/`.
    pub path: &'static str,
    /// The text.
    pub text: String,
}

/// The files of a crate that stands alone, with these parts of the run-time.
pub fn scaffold(api: &Api, config: &Config, runtime: &RuntimeParts) -> Vec<ScaffoldFile> {
    let files = [
        ("Cargo.toml", manifest(api, config, runtime)),
        ("src/lib.rs", crate_root(api)),
        (".gitignore", "/target\n".to_owned()),
    ];
    files
        .into_iter()
        .map(|(path, text)| ScaffoldFile { path, text })
        .collect()
}

/// `Cargo.toml`, with a `[workspace]` table of its own so that no workspace around the crate claims it.
fn manifest(api: &Api, config: &Config, runtime: &RuntimeParts) -> String {
    let name = toml_string(&config.crate_name);
    let description = toml_string(&format!("Client of {}", one_line(&api.title)));
    format!(
        "[package]\nname = {name}\ndescription = {description}\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         rust-version = \"1.85\"\n\n{features}{dependencies}{MANIFEST_REST}",
        features = MANIFEST_FEATURES,
        dependencies = dependencies(runtime)
    )
}

/// The table of dependencies, with those that only some parts of the run-time need.
fn dependencies(runtime: &RuntimeParts) -> String {
    let mut lines = DEPENDENCIES.to_vec();
    lines.extend(runtime.packages());
    lines.sort_unstable();
    format!("[dependencies]\n{}\n", lines.join("\n"))
}

const MANIFEST_FEATURES: &str = r#"[features]
default = ["tls"]
# TLS by rustls with the platform's root certificates.
tls = ["reqwest/rustls"]
# HTTP/2, negotiated where the server offers it over TLS.
http2 = ["reqwest/http2"]

"#;

const DEPENDENCIES: &[&str] = &[
    r#"base64 = "0.23""#,
    r#"bytes = "1""#,
    r#"futures-core = { version = "0.3", default-features = false }"#,
    r#"http = "1""#,
    r#"http-body = "1""#,
    r#"httpdate = "1""#,
    r#"percent-encoding = "2.3""#,
    r#"reqwest = { version = "0.13", default-features = false }"#,
    r#"serde = { version = "1", features = ["derive"] }"#,
    // Without `float_roundtrip`, a number may be read as the one next to it.
    r#"serde_json = { version = "1", features = ["float_roundtrip"] }"#,
    r#"tokio = { version = "1", default-features = false, features = ["time"] }"#,
    r#"url = "2.5""#,
];

const MANIFEST_REST: &str = r#"
[lints.rust]
unsafe_code = "forbid"
missing_docs = "warn"
unreachable_pub = "warn"

[workspace]
"#;

/// `src/lib.rs`: the docs of the crate and its generated part.
fn crate_root(api: &Api) -> String {
    let title = text::title(api);
    let version = code_span(&api.version);
    let docs = DocText::own(&format!("Client of {title}, version {version}."))
        .and(DocText::own("Everything starts with [`Client::builder`]."));
    let mut root = String::new();
    for line in docs.lines() {
        root.push_str(if line.is_empty() { "//!" } else { "//! " });
        root.push_str(line);
        root.push('\n');
    }
    root.push_str(CRATE_ROOT_ITEMS);
    root
}

const CRATE_ROOT_ITEMS: &str = "
mod generated;

pub use generated::*;
";

/// A TOML basic string.
fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// `text` on one line, without characters that could make it look different from what it says.
fn one_line(text: &str) -> String {
    let clean = characters::clean(text);
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join(" ")
}

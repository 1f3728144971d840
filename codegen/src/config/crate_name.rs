//! Names that a crate can have.

use heck::ToKebabCase;
use std::fmt;

/// A name that cargo takes for a package and rustc for a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateName(String);

impl CrateName {
    /// Checks a name that somebody chose.
    ///
    /// # Errors
    ///
    /// When the name has another character than ASCII letters, digits, `-` and `_`, does not begin with a letter, is
    /// longer than a registry takes, or is taken by the language, a crate of the client or Windows.
    pub fn new(name: &str) -> Result<Self, InvalidCrateName> {
        let shaped = name
            .chars()
            .next()
            .is_some_and(|first| first.is_ascii_alphabetic())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if shaped && name.len() <= LONGEST && !is_taken(name) {
            Ok(Self(name.to_owned()))
        } else {
            Err(InvalidCrateName(name.to_owned()))
        }
    }

    /// The name that a document's title suggests: `Azure Container Registry` gives `azure-container-registry`.
    pub fn from_title(title: &str) -> Self {
        let ascii: String = title
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
            .collect();
        let kebab = ascii.to_kebab_case();
        let name = kebab.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let name: String = name.chars().take(LONGEST - SUFFIX.len()).collect();
        let name = name.trim_end_matches('-');
        match Self::new(name) {
            Ok(name) => name,
            Err(_) if name.is_empty() => Self("client".to_owned()),
            Err(_) => Self(format!("{name}{SUFFIX}")),
        }
    }
}

impl fmt::Display for CrateName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A name that no crate can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidCrateName(String);

impl fmt::Display for InvalidCrateName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "`{}` cannot be the name of a crate: use at most {LONGEST} ASCII letters, digits, `-` and `_`, begin with \
             a letter, and take no keyword, no name that Windows keeps for itself and no crate that the client depends on",
            self.0
        )
    }
}

impl std::error::Error for InvalidCrateName {}

/// The longest name that crates.io takes.
const LONGEST: usize = 64;

/// What makes a name of a title that is none.
const SUFFIX: &str = "-client";

/// Crates in the scope of a generated client: its own name must not hide them.
const IN_SCOPE: &[&str] = &[
    "alloc",
    "base64",
    "bytes",
    "core",
    "futures_core",
    "http",
    "http_body",
    "percent_encoding",
    "proc_macro",
    "reqwest",
    "serde",
    "serde_json",
    "serde_path_to_error",
    "std",
    "test",
    "time",
    "tokio",
    "url",
];

fn is_taken(name: &str) -> bool {
    let identifier = name.replace('-', "_");
    IN_SCOPE.contains(&identifier.as_str())
        || is_windows_device(name)
        || syn::parse_str::<syn::Ident>(&identifier).is_err()
}

/// Windows has no file of such a name, and cargo refuses it on every system.
fn is_windows_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_numbered = ["com", "lpt"].iter().any(|port| {
        let number = name.strip_prefix(port).map(str::as_bytes);
        matches!(number, Some([b'0'..=b'9']))
    });
    is_numbered || matches!(name.as_str(), "aux" | "con" | "nul" | "prn")
}

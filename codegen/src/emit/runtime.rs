//! The run-time that a client carries, as text: all that every client needs, and of the rest what its generated code uses.
//!
//! Invariant: [`FILES`] with `mod.rs` holds every file below `codegen/runtime`; a test compares it with the folder.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// The parts of the run-time that not every client needs, each the modules that are there for it alone. A client has a
/// part when its generated code imports a name that one of the modules exports. What such a part adds to a type of another
/// module, it adds in a module of its own.
const OPTIONAL: &[&[&str]] = &[
    &["link", "next_page", "paging"],
    &["multipart"],
    &["object_query"],
    &["patch"],
    &["payload"],
    &["bounds"],
    &["poll_answer", "poll_token", "poller", "polling"],
    &["tagged"],
    &["date"],
    &["date_time"],
    &["http_date"],
    &["unix_time"],
    &["time"],
    &["xml"],
];

/// The packages that optional modules need, each as a line of a table of dependencies.
const PACKAGES: &[(&str, &str)] = &[
    ("tagged", r#"serde_path_to_error = "0.1""#),
    (
        "time",
        r#"time = { version = "0.3", default-features = false, features = ["std", "formatting", "parsing"] }"#,
    ),
    ("bounds", r#"regex-lite = "0.1""#),
    ("xml", r#"quick-xml = "0.41""#),
];

/// Optional modules that another optional one names.
const NAMED_BY: &[(&str, &str)] = &[
    ("patch", "xml"),
    ("date", "xml"),
    ("date_time", "xml"),
    ("http_date", "xml"),
    ("unix_time", "xml"),
    ("time", "xml"),
    ("time", "date"),
    ("time", "date_time"),
    ("time", "http_date"),
    ("time", "unix_time"),
];

/// `mod.rs` of the run-time: its modules and what they export.
const ROOT: &str = include_str!("../../runtime/mod.rs");

/// The parts of the run-time that a client has.
#[derive(Clone, Debug)]
pub struct RuntimeParts {
    /// The optional modules that it does not have.
    left_out: Vec<&'static str>,
}

impl Default for RuntimeParts {
    /// The parts that every client has.
    fn default() -> Self {
        Self::with([])
    }
}

impl RuntimeParts {
    /// The parts that every client has, and those that export any of `names`.
    pub(super) fn with(names: impl IntoIterator<Item = String>) -> Self {
        let used: BTreeSet<String> = names.into_iter().collect();
        let wanted: Vec<&str> = exports()
            .filter(|(_, name)| used.contains(*name))
            .map(|(module, _)| module)
            .collect();
        let is_used = |module: &&str| {
            let mut others = NAMED_BY.iter().filter(|(named, _)| named == module);
            wanted.contains(module) || others.any(|(_, by)| wanted.contains(by))
        };
        let unused = OPTIONAL.iter().filter(|part| !part.iter().any(is_used));
        Self {
            left_out: unused.copied().flatten().copied().collect(),
        }
    }

    /// Those of `names` that these parts export, or no optional part does.
    pub(super) fn exported(&self, names: &[&'static str]) -> Vec<&'static str> {
        let missing: Vec<&str> = exports()
            .filter(|(module, _)| self.left_out.contains(module))
            .map(|(_, name)| name)
            .collect();
        let mut names = names.to_vec();
        names.retain(|name| !missing.contains(name));
        names
    }

    /// The files: path below `src/generated/runtime`, with `/`, and text.
    pub fn files(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        let files = FILES.iter().filter(|(path, _)| {
            let module = path.split(['/', '.']).next().unwrap_or_default();
            !self.left_out.contains(&module)
        });
        files
            .map(|(path, text)| (*path, Cow::Borrowed(*text)))
            .chain([("mod.rs", root_without(&self.left_out))])
            .collect()
    }

    /// The packages that these parts need beside those that every client needs, as lines of a table of dependencies.
    pub(super) fn packages(&self) -> Vec<&'static str> {
        let needed = PACKAGES
            .iter()
            .filter(|(module, _)| !self.left_out.contains(module));
        needed.map(|(_, line)| *line).collect()
    }
}

/// The names that the run-time exports, each with its module.
fn exports() -> impl Iterator<Item = (&'static str, &'static str)> {
    let exporters = statements().filter_map(|statement| exports_of(statement.trim_start()));
    exporters.flat_map(|(module, names)| {
        let names = names.split(|character: char| !character.is_alphanumeric() && character != '_');
        let names = names.filter(|name| !name.is_empty());
        names.map(move |name| (module, name))
    })
}

/// [`ROOT`] without the lines about these modules.
fn root_without(modules: &[&str]) -> Cow<'static, str> {
    if modules.is_empty() {
        return Cow::Borrowed(ROOT);
    }
    let is_about = |item: &str| {
        let declared = item.strip_prefix("mod ");
        let declared = declared.and_then(|rest| rest.strip_suffix(";\n"));
        let exporter = exports_of(item).map(|(exporter, _)| exporter);
        declared
            .or(exporter)
            .is_some_and(|module| modules.contains(&module))
    };
    let mut kept = String::new();
    for statement in statements() {
        let (above, item) = statement.split_at(item_start(statement));
        kept.push_str(above);
        if !is_about(item) {
            kept.push_str(item);
        }
    }
    Cow::Owned(kept)
}

/// The module that an item exports names from, and the names.
fn exports_of(item: &str) -> Option<(&str, &str)> {
    item.strip_prefix("pub use self::")?.split_once("::")
}

/// Where the item of a statement begins, behind the docs and blank lines above it.
fn item_start(statement: &str) -> usize {
    let blank = statement.len() - statement.trim_start_matches('\n').len();
    statement.rfind("\n\n").map_or(blank, |end| end + 2)
}

/// [`ROOT`] cut behind each semicolon that ends a line.
fn statements() -> impl Iterator<Item = &'static str> {
    ROOT.split_inclusive(";\n")
}

/// The path and the text of each file named.
macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../runtime/", $path)))),*]
    };
}

const FILES: &[(&str, &str)] = files![
    "binary.rs",
    "body.rs",
    "bounds.rs",
    "charset.rs",
    "cookie.rs",
    "core.rs",
    "credential/api_key.rs",
    "credential/basic.rs",
    "credential/bearer.rs",
    "credential/mod.rs",
    "date.rs",
    "date_time.rs",
    "encode.rs",
    "error.rs",
    "headers.rs",
    "http_date.rs",
    "idle.rs",
    "incoming.rs",
    "json.rs",
    "link.rs",
    "multipart.rs",
    "next_page.rs",
    "object_query.rs",
    "operation.rs",
    "options.rs",
    "origin.rs",
    "paging.rs",
    "patch.rs",
    "payload.rs",
    "place.rs",
    "poll_answer.rs",
    "poll_token.rs",
    "poller.rs",
    "polling.rs",
    "raw_query.rs",
    "redirect.rs",
    "reply.rs",
    "request.rs",
    "request_id.rs",
    "response.rs",
    "retry.rs",
    "secret.rs",
    "send.rs",
    "stream.rs",
    "tagged.rs",
    "target.rs",
    "time.rs",
    "unix_time.rs",
    "wire.rs",
    "without_query.rs",
    "xml/body.rs",
    "xml/element.rs",
    "xml/error.rs",
    "xml/list.rs",
    "xml/mod.rs",
    "xml/name.rs",
    "xml/read.rs",
    "xml/text.rs",
    "xml/value.rs",
    "xml/write.rs",
];

#[cfg(test)]
mod tests {
    use super::{FILES, NAMED_BY, OPTIONAL, RuntimeParts, exports};
    use std::path::{Path, PathBuf};

    #[test]
    fn the_list_holds_every_file_of_the_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
        let mut found: Vec<PathBuf> = Vec::new();
        collect(&root, &mut found);
        let mut found: Vec<String> = found
            .iter()
            .map(|path| {
                path.strip_prefix(&root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/")
            })
            .collect();
        found.sort();
        let mut listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        listed.push("mod.rs");
        listed.sort_unstable();
        assert_eq!(listed, found);
    }

    #[test]
    fn each_optional_module_is_declared_and_each_part_exports_something() {
        for part in OPTIONAL {
            assert!(exports().any(|(module, _)| part.contains(&module)));
            for module in *part {
                assert!(super::ROOT.contains(&format!("\nmod {module};\n")));
            }
        }
    }

    #[test]
    fn a_part_is_there_when_another_one_names_it() {
        for (path, text) in FILES {
            let by = path.split(['/', '.']).next().unwrap();
            let own = OPTIONAL.iter().find(|part| part.contains(&by));
            for module in OPTIONAL.iter().copied().flatten().copied() {
                let is_own = own.is_some_and(|part| part.contains(&module));
                let names = text.contains(&format!("super::{module}::"));
                assert!(
                    is_own || !names || NAMED_BY.contains(&(module, by)),
                    "{path}"
                );
            }
        }
    }

    #[test]
    fn a_part_is_there_when_one_of_its_names_is_used() {
        let names = ["Pages", "Patch", "Response"];
        assert_eq!(RuntimeParts::default().exported(&names), ["Response"]);
        let parts = RuntimeParts::with(["Items".to_owned()]);
        assert_eq!(parts.exported(&names), ["Pages", "Response"]);
        let files = parts.files();
        let text = |path| {
            files
                .iter()
                .find(|file| file.0 == path)
                .map(|file| &*file.1)
        };
        assert!(text("link.rs").is_some() && text("next_page.rs").is_some());
        assert!(text("patch.rs").is_none());
        let root = text("mod.rs").unwrap();
        assert!(root.starts_with("//! ") && root.contains(";\n\npub use self::binary::"));
        assert!(root.contains("mod link;") && root.contains("ReadPage};"));
        assert!(!root.contains("atch"));
    }

    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else {
                found.push(path);
            }
        }
    }
}

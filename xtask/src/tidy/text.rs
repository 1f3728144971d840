//! Rules for every text file.

use super::Finding;
use super::repository::File;

/// What may stand at the top, beside files whose names begin with a dot.
const TOP: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "SECURITY.md",
    "codegen",
    "generated-client",
    "spec",
    "tests",
    "xtask",
];

/// The root of the repository is its table of contents.
pub(super) fn top_of_the_repository(file: &File, found: &mut Vec<Finding>) {
    let top = file.path.split('/').next().unwrap_or_default();
    if !top.starts_with('.') && !TOP.contains(&top) {
        let message = format!("`{top}` has no place at the top of the repository");
        found.push(Finding::new(file, 1, message));
    }
}

/// Lines end with LF and nothing before it.
pub(super) fn line_ends(file: &File, found: &mut Vec<Finding>) {
    // The document is kept as published, snapshots hold what a program printed, and a fixture may be about just this.
    if is_document(file) || file.has_extension("snap") || file.is_below("fixtures") {
        return;
    }
    for (number, line) in (1..).zip(file.text.split('\n')) {
        if line.contains('\r') {
            found.push(Finding::new(file, number, "the line has a carriage return"));
        } else if line != line.trim_end() {
            found.push(Finding::new(file, number, "the line ends with white space"));
        }
    }
}

/// Nothing in the repository is about the machine that somebody worked on.
pub(super) fn machine_names(file: &File, found: &mut Vec<Finding>) {
    if is_document(file) || file.has_extension("lock") {
        return;
    }
    let folders = machine_folders(file);
    for (number, line) in (1..).zip(file.text.lines()) {
        if let Some(folder) = folders.iter().find(|folder| holds_path(line, folder)) {
            found.push(Finding::new(
                file,
                number,
                format!("`{folder}` is a folder of somebody's machine"),
            ));
        }
        if let Some(host) = REGISTRIES.iter().find(|host| line.contains(*host)) {
            found.push(Finding::new(
                file,
                number,
                format!("`{host}` is not for this repository to name"),
            ));
        }
    }
}

/// Hosts of package registries: their clients know them.
const REGISTRIES: &[&str] = &[
    concat!("static", ".crates.io"),
    concat!("index", ".crates.io"),
    concat!("registry", ".npmjs.org"),
    concat!("pypi", ".org"),
    concat!("deb", ".debian.org"),
];

/// Code may well have to do with temporary folders; documentation has not.
fn machine_folders(file: &File) -> Vec<String> {
    let temporary = file.has_extension("md").then_some("tmp");
    ["work", "home", "root"]
        .into_iter()
        .chain(temporary)
        .map(|name| format!("/{name}/"))
        .collect()
}

/// Whether `line` has `folder` where a path begins, so not in the middle of a URL.
fn holds_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-}*".contains(c))
    })
}

fn is_document(file: &File) -> bool {
    file.path.starts_with("spec/") && file.has_extension("json")
}

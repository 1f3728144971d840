//! The run-time that every client carries, as text.
//!
//! Invariant: the list holds every file below `codegen/runtime`; a test compares it with the folder.

/// The files of the run-time: path below `src/generated/runtime`, with `/`, and text.
pub fn runtime_files() -> &'static [(&'static str, &'static str)] {
    FILES
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
    "core.rs",
    "credential/api_key.rs",
    "credential/basic.rs",
    "credential/bearer.rs",
    "credential/mod.rs",
    "encode.rs",
    "error.rs",
    "headers.rs",
    "idle.rs",
    "incoming.rs",
    "json.rs",
    "link.rs",
    "mod.rs",
    "operation.rs",
    "options.rs",
    "origin.rs",
    "paging.rs",
    "patch.rs",
    "redirect.rs",
    "reply.rs",
    "request.rs",
    "response.rs",
    "secret.rs",
    "send.rs",
    "stream.rs",
    "target.rs",
    "time.rs",
    "wire.rs",
    "without_query.rs",
];

#[cfg(test)]
mod tests {
    use super::runtime_files;
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
        let listed: Vec<&str> = runtime_files().iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
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

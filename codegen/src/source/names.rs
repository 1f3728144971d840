//! Paths of documents as text: `/`-separated, without `.` and `..`, independent of the file system.

use percent_encoding::percent_decode_str;

/// The path that the file part of a reference names, seen from the document at `base`; `None` when it leads out of
/// everything.
pub(super) fn join(base: &str, file: &str) -> Option<String> {
    let file = percent_decode_str(file).decode_utf8_lossy();
    let folder = base.rfind('/').and_then(|end| base.get(..=end));
    normalize(&format!("{}{file}", folder.unwrap_or_default()))
}

/// `path` without `.` and `..`; `None` when it leads above its beginning.
pub(super) fn normalize(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    Some(format!("{root}{}", parts.join("/")))
}

/// The part of `path` behind its last `/`.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Why a reference with this file part is never followed, whatever there is at its end.
pub(super) fn refusal(file: &str) -> Option<&'static str> {
    let scheme = file.split(['/', '?']).next().unwrap_or_default();
    if scheme.contains(':') {
        Some("it is a URL, and nothing is read but files")
    } else if file.starts_with(['/', '\\']) {
        Some("its path is absolute")
    } else if file.contains('\0') || file.contains("%00") {
        Some("its path holds a NUL character")
    } else {
        None
    }
}

//! Paths of documents as text: `/`-separated, without `.` and `..`, independent of the file system.

use percent_encoding::percent_decode_str;

/// The path that the file part of a reference names, seen from the document at `base`.
///
/// # Errors
///
/// The reason for which such a reference is never followed, whatever there is at its end.
pub(super) fn join(base: &str, file: &str) -> Result<String, String> {
    let file = percent_decode_str(file).decode_utf8_lossy();
    if let Some(reason) = refusal(&file) {
        return Err(reason.to_owned());
    }
    let folder = base.rfind('/').and_then(|end| base.get(..=end));
    normalize(&format!("{}{file}", folder.unwrap_or_default()))
        .ok_or_else(|| "it leads out of the root folder".to_owned())
}

fn refusal(file: &str) -> Option<&'static str> {
    let scheme = file.split(['/', '?']).next().unwrap_or_default();
    if scheme.contains(':') {
        Some("it is a URL, and nothing is read but files")
    } else if file.starts_with(['/', '\\']) {
        Some("its path is absolute")
    } else if file.contains('\0') {
        Some("its path holds a NUL character")
    } else {
        None
    }
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

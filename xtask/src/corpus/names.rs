//! Names for the crates of a corpus.

use codegen::config::CrateName;

/// How much of the document's own name is kept.
const LONGEST: usize = 40;

/// The name of the crate of the document at `path`: the name of its file and a digest of its whole path, so that it is
/// the only one of its name and has the same in a corpus that grew.
pub(super) fn crate_name(path: &str) -> CrateName {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let title = CrateName::from_title(stem).to_string();
    let title: String = title.chars().take(LONGEST).collect();
    let name = format!("{}-{:08x}", title.trim_end_matches('-'), digest(path));
    CrateName::new(&name).unwrap_or_else(|_| CrateName::from_title(&name))
}

/// FNV-1a, of 32 bits.
fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |digest, byte| {
        (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::crate_name;

    #[test]
    fn crates_of_equal_files_have_names_of_their_own() {
        let one = crate_name("a/Container Registry.json").to_string();
        let other = crate_name("b/Container Registry.json").to_string();
        assert!(one.starts_with("container-registry-"), "{one}");
        assert_ne!(one, other);
    }

    #[test]
    fn every_path_gives_a_name() {
        for path in ["2_0/1.json", "serde.json", "é.yaml", "", "a/.yaml"] {
            let name = crate_name(path).to_string();
            assert!(
                name.starts_with(|first: char| first.is_ascii_lowercase()),
                "{name}"
            );
        }
        let long = crate_name(&"long".repeat(100)).to_string();
        assert!(long.len() <= 64, "{long}");
    }
}

//! Words of prose that are code: clippy's `doc_markdown` wants them in backticks, and so do readers.
//!
//! Invariant: which words these are is what the lint says, so that the docs of a generated crate pass it; what is put
//! into backticks holds no white space and no `|`, and stands beside no other backtick.

/// Names in mixed case that are prose all the same: what the lint's `doc-valid-idents` has by default.
const NAMES: &str = "\
    AccessKit BibLaTeX BibTeX CamelCase ClojureScript CoAP CoffeeScript CoreFoundation CoreGraphics CoreText \
    DevOps Direct2D Direct3D DirectWrite DirectX ECMAScript EiB FreeBSD GHz GPLv2 GPLv3 GiB GitHub GitLab \
    GraphQL IPv4 IPv6 InfiniBand JavaScript KiB LaTeX MHz MiB MinGW NaN NaNs NetBSD NixOS OAuth OCaml OpenAL \
    OpenBSD OpenDNS OpenExr OpenGL OpenMP OpenSSH OpenSSL OpenStreetMap OpenTelemetry OpenType PiB PostScript \
    PowerPC PowerShell PureScript RoCE THz TeX TensorFlow TiB TrueType TypeScript WebAssembly WebGL WebGL2 \
    WebGPU WebP WebRTC WebSocket WebTransport YCbCr";

/// `text`, which is prose without a backtick, with its words of code in backticks. `before` and `after` are what it
/// stands between.
pub(super) fn mark(text: &str, before: &str, after: &str) -> String {
    let mut marked = String::with_capacity(text.len() + 8);
    let follows_code = before.ends_with('`');
    let precedes_code = after.starts_with('`') || after.starts_with("\\`");
    let mut rest = text;
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(rest.find(ends_word).unwrap_or(rest.len()));
        let is_beside_code =
            follows_code && marked.is_empty() || precedes_code && behind.is_empty();
        match parts(word).filter(|_| !is_beside_code) {
            Some([head, code, tail]) => marked.extend([head, "`", code, "`", tail]),
            None => marked.push_str(word),
        }
        let (separator, next) = behind.split_at(behind.chars().next().map_or(0, char::len_utf8));
        marked.push_str(separator);
        rest = next;
    }
    marked
}

fn ends_word(next: char) -> bool {
    next.is_whitespace() || matches!(next, '\'' | '|')
}

/// What stands before the code, the code, and what stands behind it; `None` for a word of prose.
fn parts(word: &str) -> Option<[&str; 3]> {
    // Most words, as they stand.
    if word.bytes().all(|next| next.is_ascii_lowercase()) {
        return None;
    }
    let judged = without_punctuation(word);
    if !is_code(judged) {
        return None;
    }
    let inner = without_punctuation(judged);
    // Without its `#` a line would no longer be what it is to Markdown, and of `:()` nothing is left.
    if inner.is_empty() || word.starts_with('#') {
        return None;
    }
    // `{name}.example` and `"a_b":"c"` would be torn, were the brackets and quotes at their ends left outside.
    let code = if inner.contains(['{', '}', '(', ')', '"']) {
        word.trim_end_matches(['.', ',', ';', ':', '!', '?'])
    } else {
        inner
    };
    let (head, rest) = word.split_at(word.find(code)?);
    // A path or a variable begins with its sign.
    let (head, _) = word.split_at(head.trim_end_matches(['/', '.', '$', '@']).len());
    let tail = rest.strip_prefix(code)?;
    let code = word.strip_prefix(head)?.strip_suffix(tail)?;
    Some([head, code, tail])
}

/// What the lint looks at in a word; `()` at the end belongs to it.
fn without_punctuation(word: &str) -> &str {
    let is_punctuation = |next: char| !next.is_alphanumeric() && next != ':';
    let end = word.trim_end_matches(is_punctuation).len();
    let calls = word.get(end..).is_some_and(|tail| tail.starts_with("()"));
    let code = word.get(..end + if calls { 2 } else { 0 });
    let mut code = code.unwrap_or(word).trim_start_matches(is_punctuation);
    if !code.starts_with("::") {
        code = code.trim_start_matches(':');
    }
    if !code.ends_with("::") {
        code = code.trim_end_matches(':');
    }
    code
}

fn is_code(word: &str) -> bool {
    looks_like_code(word)
        && !word.chars().all(|next| next == ':')
        && !NAMES.split(' ').any(|name| name == word)
}

fn looks_like_code(word: &str) -> bool {
    // Most words.
    if word.bytes().all(|next| next.is_ascii_lowercase()) {
        return false;
    }
    let has_underscore = word != "_" && word.contains('_');
    let has_hyphen = word.contains('-');
    let is_address = has_scheme(word);
    is_address
        || !(has_underscore && has_hyphen)
            && (has_underscore
                || word.contains("::")
                || word.ends_with("()")
                || is_camel_case(word))
}

/// Two capitals and a small letter at least, the `s` of the plural aside: `OciIndex`, but not `URLs`.
fn is_camel_case(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let count = |is: fn(char) -> bool| singular.chars().filter(|&next| is(next)).count();
    !word.starts_with(|first: char| first.is_ascii_digit() || first.is_ascii_lowercase())
        && singular.chars().all(char::is_alphanumeric)
        && count(char::is_uppercase) > 1
        && count(char::is_lowercase) > 0
}

/// `docker://image`, and what else is an absolute address by its form.
fn has_scheme(word: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|next| next.is_ascii_alphanumeric() || matches!(next, '+' | '-' | '.'))
    };
    word.split_once(":/")
        .is_some_and(|(scheme, _)| is_scheme(scheme))
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn words_are_code_as_the_lint_has_it() {
        for (text, expected) in [
            ("(OCI, OCIIndex) data", "(OCI, `OCIIndex`) data"),
            (
                "grant_type is access_token.",
                "`grant_type` is `access_token`.",
            ),
            (
                "URLs of GitHub, 2Big, camelCase, a-b_c",
                "URLs of GitHub, 2Big, camelCase, a-b_c",
            ),
            ("a::b, f() and :: or _", "`a::b`, `f()` and :: or _"),
            (
                "the OpenTask's ManifestLists:",
                "the `OpenTask`'s `ManifestLists`:",
            ),
            (
                "at {registry_name}.azurecr.io.",
                "at `{registry_name}.azurecr.io`.",
            ),
            (
                "(access_token): /a_b/ and $top_k",
                "(`access_token`): `/a_b`/ and `$top_k`",
            ),
            ("_see a_b_ a_b|c_d", "_see `a_b`_ `a_b`|`c_d`"),
            ("docker://image", "`docker://image`"),
        ] {
            assert_eq!(mark(text, "", ""), expected);
        }
    }

    #[test]
    fn nothing_touches_other_code() {
        assert_eq!(mark("a_b c_d", "`", "`"), "a_b c_d");
        assert_eq!(mark("a_b c_d e_f", "\\`", "\\`"), "a_b `c_d` e_f");
    }
}

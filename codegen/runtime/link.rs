//! The `Link` header (RFC 8288): finds the target of the relation `next`.

use http::HeaderMap;

/// The target of the first link with the relation `next`, as it is written.
pub(super) fn next_link<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(name)
        .iter()
        .find_map(|value| next_of(std::str::from_utf8(value.as_bytes()).ok()?))
}

fn next_of(mut text: &str) -> Option<&str> {
    loop {
        text = text.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
        let (target, rest) = text.strip_prefix('<')?.split_once('>')?;
        let (is_next, rest) = read_params(rest);
        if is_next && !target.trim().is_empty() {
            return Some(target.trim());
        }
        text = rest;
    }
}

/// Reads the parameters of one link; whether its relation is `next`, and what follows the link.
fn read_params(mut text: &str) -> (bool, &str) {
    let mut relation = None;
    loop {
        text = text.trim_start();
        let Some(param) = text.strip_prefix(';') else {
            let end = text.find(',').unwrap_or(text.len());
            return (relation.unwrap_or(false), &text[end..]);
        };
        let end = param.find(['=', ';', ',']).unwrap_or(param.len());
        let (name, rest) = param.split_at(end);
        let (value, rest) = match rest.strip_prefix('=') {
            Some(rest) => read_value(rest.trim_start()),
            None => ("", rest),
        };
        // Only the first `rel` counts (RFC 8288, section 3.3).
        if name.trim().eq_ignore_ascii_case("rel") && relation.is_none() {
            relation = Some(
                value
                    .split_ascii_whitespace()
                    .any(|word| word.eq_ignore_ascii_case("next")),
            );
        }
        text = rest;
    }
}

/// Reads a token or a quoted string. A backslash only has to be skipped: no relation type contains one.
fn read_value(text: &str) -> (&str, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (value.trim(), rest);
    };
    let mut escaped = false;
    for (index, character) in quoted.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (&quoted[..index], &quoted[index + 1..]),
            _ => {}
        }
    }
    (quoted, "")
}

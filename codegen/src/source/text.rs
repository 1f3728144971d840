//! From bytes to text: the encoding, the byte order mark, and what is plainly no document at all.

use super::fault::Fault;
use crate::diagnostics::code;

/// The text of `bytes` without its byte order mark. With a fault comes the text as far as it can be shown.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Option<Fault>) {
    if is_utf16(&bytes) {
        let fault = not_a_document(0, "this text is UTF-16").help("save it as UTF-8");
        return (String::new(), Some(fault));
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = without_mark(text);
            let fault = not_text(&text);
            (text, fault)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let text = without_mark(lossy);
            let fault =
                not_a_document(valid, "this byte is not UTF-8").help("save the file as UTF-8");
            (text, Some(fault))
        }
    }
}

fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, 0, _, ..] => true,
        [first, 0, _, 0, ..] => *first != 0,
        _ => false,
    }
}

fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

fn not_text(text: &str) -> Option<Fault> {
    let start = text.trim_start();
    if start.is_empty() {
        return Some(not_a_document(0, "the file is empty"));
    }
    let offset = text.len() - start.len();
    let begins_with = |prefix: &str| {
        let begin = start.get(..prefix.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(prefix))
    };
    if begins_with("<!doctype html") || begins_with("<html") {
        let help = "download the document itself: on GitHub, its \"raw\" view";
        return Some(not_a_document(offset, "this looks like an HTML page").help(help));
    }
    // `<<` is a key of YAML.
    if begins_with("<") && !begins_with("<<") {
        return Some(not_a_document(offset, "this looks like XML"));
    }
    None
}

fn not_a_document(offset: usize, what: &str) -> Fault {
    let message = format!("{what}, where JSON or YAML is expected");
    Fault::at(code::NOT_JSON_OR_YAML, offset, message)
}

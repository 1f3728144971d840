//! Addresses that requests cannot go to as they are written: what is wrong with one, and what is made of it.
//!
//! Invariant: text of an address never becomes text of a path unseen.

use super::Lowering;
use super::path::{Part, is_hex_pair, parts};
use crate::diagnostics::{Diagnostic, code};
use crate::source::Location;

/// An address, or why there is none.
type Checked = Result<String, &'static str>;

impl Lowering<'_> {
    /// The address of a server as requests can use it; `None` where the caller has to give the endpoint, which is
    /// reported.
    pub(super) fn server_address(&mut self, url: &str, place: &Location) -> Option<String> {
        let address = self.without_query(url.trim(), place);
        let checked = match scheme(&address) {
            Some(scheme) if !is_http(scheme) => Err("is not reached by HTTP"),
            Some(scheme) if !is_followed_by_host(&address, scheme) => Err("has no host"),
            Some(_) | None => balanced(address),
        };
        self.usable(checked, url, place)
    }

    /// The base path as requests can use it; `None` where the caller has to give the endpoint, which is reported.
    pub(super) fn usable_base_path(&mut self, path: &str, place: &Location) -> Option<String> {
        let address = self.without_query(path, place);
        let checked = balanced(address).and_then(|address| {
            let parts = parts(&address).unwrap_or_default();
            let is_template = parts.iter().any(|part| matches!(part, Part::Param(_)));
            if is_template {
                return Err("is a template that nothing fills");
            }
            Ok(address)
        });
        self.usable(checked, path, place)
    }

    /// Reports schemes none of which is one of HTTP.
    pub(super) fn check_schemes(&mut self) {
        let schemes = &self.document.schemes;
        if schemes.is_empty() || schemes.iter().any(|scheme| is_http(scheme)) {
            return;
        }
        let place = self.document.location.key("schemes");
        let message = "none of these schemes is one of HTTP: `https` is taken";
        self.report(Diagnostic::at(code::ADDRESS, &place, message));
    }

    fn usable(&mut self, checked: Checked, written: &str, place: &Location) -> Option<String> {
        let fault = match checked {
            Ok(address) => return Some(address),
            Err(fault) => fault,
        };
        let message = format!("`{written}` {fault}: the caller gives the endpoint");
        self.report(
            Diagnostic::at(code::ADDRESS, place, message)
                .help("correct it by an overlay: `https://`, a name, and a path if need be"),
        );
        None
    }

    /// `address` without a query, a fragment and signs that begin no escape.
    fn without_query(&mut self, address: &str, place: &Location) -> String {
        let (kept, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
        if !rest.is_empty() {
            let message = format!("`{rest}` is no part of where requests go: it is left out");
            self.report(Diagnostic::at(code::ADDRESS, place, message));
        }
        let mut escaped = String::with_capacity(kept.len());
        for (index, character) in kept.char_indices() {
            escaped.push(character);
            if character == '%' && !is_hex_pair(kept.get(index + 1..index + 3)) {
                escaped.push_str("25");
            }
        }
        if escaped != kept {
            let message = format!("`{kept}` has a `%` that begins no escape: it is sent as `%25`");
            self.report(Diagnostic::at(code::ADDRESS, place, message));
        }
        escaped
    }
}

fn balanced(address: String) -> Checked {
    match parts(&address) {
        Ok(_) => Ok(address),
        Err(_) => Err("has a brace without its other half"),
    }
}

/// The scheme that an address begins with (RFC 3986, section 3.1).
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let begins = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    (begins && scheme.bytes().all(is_allowed)).then_some(scheme)
}

pub(super) fn is_http(scheme: &str) -> bool {
    let mut known = ["http", "https"].iter();
    known.any(|known| scheme.eq_ignore_ascii_case(known))
}

fn is_followed_by_host(address: &str, scheme: &str) -> bool {
    let rest = address.get(scheme.len()..).unwrap_or_default();
    rest.starts_with("://")
}

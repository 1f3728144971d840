//! Query parameters that callers give as they are to be sent (`x-ms-skip-url-encoding`).

use url::form_urlencoded;

use super::encode::query_name;
use super::error::Failure;
use super::request::{Draft, Request};
use super::target::is_kept;
use super::wire::{Wire, text_of};

impl Request {
    /// Adds a query parameter whose value is sent as it is; nothing when it is absent. The value may bring further pairs:
    /// `value1&q2=value2`.
    ///
    /// Refused are `#`, white space, control characters, and what a query cannot carry byte for byte: `"`, `'`, `<`, `>`
    /// and all that is not ASCII.
    pub fn raw_query(&mut self, name: &'static str, value: &dyn Wire) {
        let before = self.draft.query_length();
        let part = self.draft.raw_query(name, value);
        self.draft.note(part);
        if value.is_secret() {
            self.draft.hide_query(before);
        }
    }
}

impl Draft {
    pub(super) fn query_length(&self) -> usize {
        self.target.query().map_or(0, str::len)
    }

    /// Calls all pairs secret that stand in the query from this byte on.
    pub(super) fn hide_query(&mut self, start: usize) {
        let query = self.target.query().unwrap_or_default();
        let added = query.get(start..).unwrap_or_default();
        let names = form_urlencoded::parse(added.as_bytes()).map(|(name, _)| name.into_owned());
        self.plan.secrets.query.extend(names);
    }

    fn raw_query(&mut self, name: &'static str, value: &dyn Wire) -> Result<(), Failure> {
        let Some(text) = text_of(name, value)? else {
            return Ok(());
        };
        let refuse = |problem| Err(Failure::bad_parameter(name, problem));
        if text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '#') {
            return refuse("has white space, a control character or `#`");
        }
        if !is_kept(self.core.endpoint(), &format!("?{text}")) {
            return refuse("has characters that a URL cannot carry unchanged");
        }
        self.target
            .raw_query(&format!("{}={text}", query_name(name)));
        Ok(())
    }
}

//! Parameters in cookies. Invariant: all cookies of a request are in one header (RFC 6265, section 5.4).

use http::HeaderValue;
use http::header::COOKIE;

use super::encode::{cookie_pair, cookie_value, list_values, put_header};
use super::error::Failure;
use super::operation::Collection;
use super::request::{Draft, Request};
use super::wire::{Wire, WireList, text_of};

impl Request {
    /// Adds a cookie; nothing when the value is absent. What a cookie cannot hold is percent-encoded, and
    /// so is `%`: a value that is encoded already arrives as it was given.
    pub fn cookie(&mut self, name: &'static str, value: &dyn Wire) {
        let part = text_of(name, value).and_then(|text| match text {
            Some(text) => self.draft.cookie(name, &cookie_pair(name, &text), &[value]),
            None => Ok(()),
        });
        self.draft.note(part);
    }

    /// Adds a list as a cookie; nothing when it is absent or empty.
    pub fn cookie_list(
        &mut self,
        name: &'static str,
        values: &dyn WireList,
        collection: Collection,
    ) {
        let elements = values.wire_list().unwrap_or_default();
        let texts = self.draft.texts(name, &elements);
        for value in list_values(&texts, collection, |text| cookie_value(text).to_string()) {
            let part = self
                .draft
                .cookie(name, &format!("{name}={value}"), &elements);
            self.draft.note(part);
        }
    }
}

impl Draft {
    /// `sources` are the values that the pair is made of.
    fn cookie(&mut self, name: &str, pair: &str, sources: &[&dyn Wire]) -> Result<(), Failure> {
        let mut value = HeaderValue::from_str(pair).map_err(|error| {
            Failure::bad_parameter(name, "is no name of a cookie").caused_by(error)
        })?;
        value.set_sensitive(sources.iter().any(Wire::is_secret));
        put_header(&mut self.headers, &COOKIE, &value);
        Ok(())
    }
}

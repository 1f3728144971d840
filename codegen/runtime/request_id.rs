//! The ids by which clients name their requests in the logs of services.

use std::hash::{BuildHasher as _, RandomState};

use super::request::Request;
use super::wire::Wire;

impl Request {
    /// Adds a header that names the request in the logs of the service; a new id when the value is absent.
    pub fn request_id(&mut self, name: &'static str, value: &dyn Wire) {
        self.draft.plan.request_id = Some(name);
        if value.is_absent() {
            self.header(name, &new_id());
        } else {
            self.header(name, value);
        }
    }
}

/// A UUID of version 4 (RFC 9562). The keys of the standard library's hash maps are random, which is enough for a name.
fn new_id() -> String {
    let random = || u128::from(RandomState::new().hash_one(0_u8));
    let bits = random() << 64 | random();
    let version = bits & !(0xf << 76) | 0x4 << 76;
    let digits = format!("{:032x}", version & !(0x3 << 62) | 0x2 << 62);
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &digits[range]);
    parts.join("-")
}

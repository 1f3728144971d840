//! The table of calls: each operation as a user calls it.
//!
//! A call hands on what it is given and reads every field of the typed headers. A parameter or a header that it forgets
//! is missed by the checks.

pub(crate) mod blob;
pub(crate) mod manifests;
pub(crate) mod repository;
pub(crate) mod tag;
pub(crate) mod tokens;

/// Sets what a user may leave out.
trait Optional: Sized {
    fn optional<T>(self, value: Option<T>, set: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => set(self, value),
            None => self,
        }
    }
}

impl<Call> Optional for Call {}

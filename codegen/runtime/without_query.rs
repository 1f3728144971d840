//! Links in the output of `Debug`: services put signatures and the state of uploads into their queries.

use std::fmt;

/// A text that may be a link with a query, of which `Debug` shows what stands before the query.
#[derive(Clone)]
pub struct WithoutQuery<T>(pub T);

impl<T: AsRef<str>> fmt::Debug for WithoutQuery<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.as_ref();
        match text.split_once('?') {
            Some((before, _)) => fmt::Debug::fmt(&format!("{before}?…"), formatter),
            None => fmt::Debug::fmt(text, formatter),
        }
    }
}

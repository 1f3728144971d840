//! What is wrong with an element, and where it stands. Invariant: no value is shown, since it may be a secret.

use std::fmt;

use super::super::error::{ErrorKind, Failure};

/// An element that is not what the document describes, or a value that cannot be written as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    /// `slideshow/slide[2]/title`; empty for the whole text.
    path: String,
    problem: String,
}

const WRONG_TEXT: &str = "its text is not of its type";

impl XmlError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            problem: problem.into(),
        }
    }

    pub(super) fn wrong_text() -> Self {
        Self::new(WRONG_TEXT)
    }

    /// Whether it is the text of the element itself that is not of its type.
    pub(super) fn is_wrong_text(&self) -> bool {
        self.path.is_empty() && self.problem == WRONG_TEXT
    }

    /// Says that what is wrong stands within this element.
    pub(super) fn within(mut self, element: &str) -> Self {
        self.path = if self.path.is_empty() {
            element.to_owned()
        } else {
            format!("{element}/{}", self.path)
        };
        self
    }

    /// A reply that cannot be read.
    pub(super) fn into_decode_failure(self) -> Failure {
        let place = if self.path.is_empty() {
            "the body of the reply".to_owned()
        } else {
            format!("`{}` in the reply", self.path)
        };
        let problem = &self.problem;
        let message = format!("{place} is not what the document describes: {problem}");
        Failure::new(ErrorKind::Decode, message)
    }

    /// A body that cannot be sent.
    pub(super) fn into_parameter_failure(self) -> Failure {
        let message = format!("the body cannot be written as XML: {self}");
        Failure::new(ErrorKind::BadParameter, message)
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            formatter.write_str(&self.problem)
        } else {
            write!(formatter, "`{}`: {}", self.path, self.problem)
        }
    }
}

impl std::error::Error for XmlError {}

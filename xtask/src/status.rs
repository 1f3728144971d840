//! How a command ended, as its exit status tells it. Scripts rely on the numbers.

use std::process::ExitCode;

/// The end of a command. Usage errors (2) are told by the parser of arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// All is well.
    Done,
    /// `--check` found drift, or a test, a rule or a measurement failed.
    Failed,
    /// The document or its configuration has errors.
    Document,
    /// A file cannot be read or written.
    InputOutput,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Failed => 1,
            Status::Document => 3,
            Status::InputOutput => 4,
        })
    }
}

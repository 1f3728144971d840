//! x
use crate::status::Status;
pub(crate) fn run() -> Status {
    Status::Done
}

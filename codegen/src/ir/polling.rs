//! Long-running operations: where their result stands, and what it is.

use super::Success;

/// An operation that goes on when it was answered, until the service says that it is over.
#[derive(Clone, Debug)]
pub struct LongRunning {
    /// Where its result stands.
    pub final_state: FinalState,
    /// The body of the result; never [`Success::ByStatus`].
    pub result: Success,
}

/// Where the result of a long-running operation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FinalState {
    /// Where the rules of Azure Resource Manager put it, which depend on the method.
    ByMethod,
    /// In the last reply that said how far the operation is.
    StatusMonitor,
    /// Behind the `Location` of the first reply.
    Location,
    /// In the resource that the first request was sent to.
    OriginalUri,
}

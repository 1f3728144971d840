//! What holds whatever the generator is given: one function for each fuzz target, which panics when it does not hold.
//!
//! `codegen/tests/fuzz.rs` mounts the same functions and runs them on the seeds and on all that fuzzing has found.

mod docs;
mod document;
mod naming;
mod source;

pub use docs::docs;
pub use document::document;
pub use naming::naming;
pub use source::{overlay, source};

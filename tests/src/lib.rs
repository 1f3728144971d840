//! Tests of the generator, the run-time and the generated client from outside. This library holds what the suites
//! share: the canonical run-time, mounted as ordinary code, and servers to test against.

pub mod listener;

#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

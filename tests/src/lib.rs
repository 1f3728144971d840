//! Tests of the generator, the run-time and the generated client from outside.
//!
//! This library holds what the suites share: the canonical run-time, mounted as ordinary code, and servers to test
//! against. It offers nothing to a user of the client.

pub mod digest;
pub mod listener;
pub mod registry;

#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

/// The example of the README, which has to compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

//! Registries to test against: an in-process double, and the real `docker-registry` where it is installed.
//!
//! One suite runs against both, so what holds for the double holds for the real one.

pub mod double;
pub mod real;

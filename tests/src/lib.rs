//! x

pub mod digest;
pub mod registry;

//! (to be written)

pub mod docs;

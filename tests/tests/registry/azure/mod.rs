//! What Azure adds to a registry.

mod attributes;
mod listings;
mod login;
mod storage;

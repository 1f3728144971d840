//! Client of Azure Container Registry, and of other registries of the distribution API.
//!
//! Everything starts with [`Client::builder`].

mod generated;

pub use generated::*;

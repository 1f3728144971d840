//! Reads a Swagger 2.0 or OpenAPI 3.0 document and writes the source of a Rust client for it.
//!
//! The stages, each a module, in the order in which a document passes through them:
//! [`source`] → [`overlay`] → [`swagger`] (with [`openapi`]) → [`lower`] → [`ir`] → [`naming`] → [`emit`] →
//! [`format`](mod@format) → [`files`]. Every stage reports into one [`diagnostics::Diagnostics`].
//!
//! Only [`source::Loader`] reads files and only [`files`] writes them; [`generate`] is pure: equal sources and equal
//! configuration give equal text, on any machine, from any folder, in any locale.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::unreachable
    )
)]

pub mod config;
pub mod diagnostics;
pub mod emit;
pub mod files;
pub mod format;
mod generate;
pub mod ir;
pub mod lower;
pub mod naming;
mod nearest;
pub mod openapi;
pub mod overlay;
mod parallel;
pub mod source;
pub mod swagger;

pub use generate::{Generated, Statistics, generate};

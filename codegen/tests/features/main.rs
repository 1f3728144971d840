//! The language, one document for each thing that can be said in it: what the generator makes of it and says about it,
//! and whether that is code which compilers, linters and formatters accept.
//!
//! The first line of a document says what it is about, the line `# Shows:` which generated files tell, and a line
//! `# Settings:` what its `codegen.toml` says.

mod crates;
mod document;
mod snapshots;
#[path = "../shared/well_shaped.rs"]
mod well_shaped;

//! The run-time that every client carries, as text.
//!
//! Invariant: the list holds every file below `codegen/runtime`; a test compares it with the folder.

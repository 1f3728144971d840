//! Bad input to the generator from end to end: what the command says, how it ends, and what it leaves on disk.
//!
//! The number in a test's name is the row of the list of bad input that it stands for.

mod command;
mod explanations;
mod notation;
mod output;
mod references;
mod structure;
mod text;

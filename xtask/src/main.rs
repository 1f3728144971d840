//! The project's commands, run as `cargo xtask <command>`. Each command is one module.

mod bench;
mod codegen;
mod conformance;
mod corpus;
mod crates;
mod diagnostics;
mod fuzz;
mod status;
mod terminal;
mod test;
mod tidy;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// A document becomes hundreds of thousands of small nodes that live for a moment.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let status = match Cli::parse().command {
        Command::Codegen(args) => codegen::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Tidy => tidy::run(),
        Command::Bench(args) => bench::run(&args),
        Command::Diagnostics(args) => diagnostics::run(&args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Corpus(args) => corpus::run(&args),
        Command::CorpusEntry(args) => corpus::run_entry(&args),
    };
    status.into()
}

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the Rust client of a document, or compare it with what is there.
    Codegen(Box<codegen::Args>),
    /// Run everything that can be tested on this machine, and say what was skipped.
    Test(test::Args),
    /// Check the rules of the repository that no lint covers.
    Tidy,
    /// Measure whole processes: generation and compilation.
    Bench(bench::Args),
    /// Write the page that explains all codes of diagnostics, or compare it with their register.
    Diagnostics(diagnostics::Args),
    /// Prove the generated clients on `AutoRest`'s conformance server.
    Conformance(conformance::Args),
    /// Generate the client of every document below a folder, and say what came of each.
    Corpus(corpus::Args),
    /// Look for texts that the generator does not stand.
    Fuzz(fuzz::Args),
    /// One document of a corpus, in a process of its own.
    #[command(hide = true)]
    CorpusEntry(corpus::EntryArgs),
}

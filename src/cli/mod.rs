//! The command line: one file a subcommand.

mod exit;
mod extract;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns wire stories into records of who said what, who is named and what is claimed.
#[derive(Debug, Parser)]
#[command(name = "quotewire", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::ExtractArguments),
}

/// Parses the command line and runs the subcommand that it names.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Extract(arguments) => extract::run(&arguments),
    };
    exit::code(outcome)
}

//! The command line: one file a subcommand.

mod check_config;
mod doctor;
mod exit;
mod extract;
mod init;
mod run;
mod settings_arguments;

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
    Run(run::RunArguments),
    Init(init::InitArguments),
    Doctor(doctor::DoctorArguments),
    CheckConfig(check_config::CheckConfigArguments),
}

/// Parses the command line and runs the subcommand that it names.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Run(arguments) => run::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::CheckConfig(arguments) => check_config::run(&arguments),
    };
    exit::code(outcome)
}

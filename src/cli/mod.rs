//! The command line: one file a subcommand.

mod antecedents;
mod check_config;
mod demo;
mod doctor;
mod evaluate;
mod exit;
mod extract;
mod features;
mod feed;
mod gazetteer;
mod init;
mod run;
mod schema;
mod settings_arguments;
mod stories;

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
    Run(run::RunArguments),
    Extract(extract::ExtractArguments),
    Evaluate(evaluate::EvaluateArguments),
    Demo(demo::DemoArguments),
    Feed(feed::FeedArguments),
    Gazetteer(gazetteer::GazetteerArguments),
    Init(init::InitArguments),
    Doctor(doctor::DoctorArguments),
    CheckConfig(check_config::CheckConfigArguments),
    Schema(schema::SchemaArguments),
    #[command(hide = true)]
    Features(features::FeaturesArguments),
    #[command(hide = true)]
    Antecedents(antecedents::AntecedentsArguments),
}

/// Parses the command line and runs the subcommand that it names.
#[inline(never)] // what `main` does before must not share a frame with what needs a newer processor
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Run(arguments) => run::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Feed(arguments) => feed::run(&arguments),
        Command::Gazetteer(arguments) => gazetteer::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::CheckConfig(arguments) => check_config::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Features(arguments) => features::run(&arguments),
        Command::Antecedents(arguments) => antecedents::run(&arguments),
    };
    exit::code(outcome)
}

//! `quotewire check-config`: says everything that is wrong with a configuration.

use anyhow::Context;
use clap::Args;

use super::exit::Failure;
use super::settings_arguments::SettingsArguments;
use crate::pipeline::Pipeline;

/// Check the configuration and the gazetteer that it names; exit code 3 and all faults where there are some.
#[derive(Debug, Args)]
pub(super) struct CheckConfigArguments {
    #[command(flatten)]
    settings: SettingsArguments,

    /// Print the effective configuration, secrets hidden.
    #[arg(long)]
    print: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &CheckConfigArguments) -> Result<(), Failure> {
    let settings = arguments.settings.load()?;
    Pipeline::rules().with_gazetteer(Some(&settings.pipeline.gazetteer))?; // its faults are those of the configuration
    if arguments.print {
        let shown = toml::to_string(&settings).context("cannot write the configuration")?;
        anstream::print!("{shown}");
    } else {
        anstream::println!("the configuration is valid");
    }
    Ok(())
}

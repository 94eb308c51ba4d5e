//! `quotewire doctor`: looks at all that the worker needs and says how to mend what is wrong.

use anyhow::{Context, anyhow};
use clap::Args;

use super::exit::Failure;
use super::settings_arguments::SettingsArguments;
use crate::worker::doctor::{self, Finding};

/// Check server, streams, consumer, permissions and clock; each failure is told with its fix, exit code 1 where there is one.
#[derive(Debug, Args)]
pub(super) struct DoctorArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &DoctorArguments) -> Result<(), Failure> {
    let settings = arguments.settings.load()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the runtime")?;
    let findings = runtime.block_on(doctor::examine(&settings))?;
    findings.iter().for_each(show);
    match findings.iter().filter(|finding| finding.is_failure()).count() {
        0 => Ok(()),
        1 => Err(anyhow!("1 check failed").into()),
        count => Err(anyhow!("{count} checks failed").into()),
    }
}

fn show(finding: &Finding) {
    match finding {
        Finding::Good(what) => anstream::println!("  ok    {what}"),
        Finding::Note(what) => anstream::println!("  note  {what}"),
        Finding::Bad { what, fix } => anstream::println!("  FAIL  {what}\n        fix: {fix}"),
    }
}

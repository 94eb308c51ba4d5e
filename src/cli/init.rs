//! `quotewire init`: makes streams and consumer.

use anyhow::{Context, anyhow};
use clap::Args;

use super::exit::Failure;
use super::settings_arguments::SettingsArguments;
use crate::settings::{ProvisionMode, Settings};
use crate::worker::{connect, provision};

/// Make the streams and the consumer that are missing; exit code 1 where those that exist differ.
#[derive(Debug, Args)]
pub(super) struct InitArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

/// Runs the command. Doing it twice does no more than doing it once.
pub(super) fn run(arguments: &InitArguments) -> Result<(), Failure> {
    let settings = arguments.settings.load()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the runtime")?;
    runtime.block_on(init(&settings))
}

async fn init(settings: &Settings) -> Result<(), Failure> {
    let client = connect::connect_once(&settings.nats).await?;
    let context = async_nats::jetstream::new(client);
    let provisioned = provision::provision(&context, settings, ProvisionMode::Create).await.map_err(anyhow::Error::from)?;
    for what in &provisioned.created {
        anstream::println!("created {what}");
    }
    for drift in &provisioned.drift {
        anstream::println!("differs: {drift}");
    }
    match (provisioned.created.len(), provisioned.drift.len()) {
        (0, 0) => anstream::println!("all there, nothing to do"),
        (_, 0) => {}
        (_, count) => {
            return Err(anyhow!("{count} settings differ; change them with the nats command, or change the configuration").into());
        }
    }
    Ok(())
}
